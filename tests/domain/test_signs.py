"""Signs: every one has a group and words for a sentence; emergency questions are unmistakable."""

from __future__ import annotations

import pytest

from diary.domain.signs import SIGNS, SignGroup
from diary.rules.catalog import e3_spine_nerve
from diary.rules.groups import BLADDER_SIGNS, WEAKNESS_SIGNS


@pytest.mark.parametrize("group", SignGroup)
def test_a_group_has_words_and_signs(group):
    assert group.label
    assert group.label != group.value
    assert any(sign.group is group for sign in SIGNS.values())


@pytest.mark.parametrize("sign", SIGNS.values(), ids=SIGNS)
def test_a_sign_fits_into_a_sentence(sign):
    assert sign.phrase[0].islower()
    assert not sign.phrase.endswith(".")


def test_a_leak_is_asked_as_one_she_does_not_feel():
    leak = SIGNS["bladder_leak"]
    assert "without feeling it" in leak.label
    assert "without feeling it" in leak.phrase
    assert "cough" in leak.help


def test_the_saddle_is_explained():
    assert "inner thighs" in SIGNS["saddle_numbness"].help


def test_the_signs_of_an_emergency_are_those_the_emergency_rules_read():
    with_spine_pain = (feature.sign for feature in e3_spine_nerve.RULE.watch.keywords["signs"])
    read = {*BLADDER_SIGNS, *WEAKNESS_SIGNS, *with_spine_pain}
    assert {sign.id for sign in SIGNS.values() if sign.emergency} == read


def test_arms_legs_hands_and_feet_have_sides():
    paired = {sign.id for sign in SIGNS.values() if sign.paired}
    assert {"leg_weakness", "tingling_hand_foot", "clumsy_hands"} <= paired
    assert not paired & {"trouble_walking", "bladder_leak", "bowel_control_lost"}
