"""Symptoms: groups, words for a sentence, and the person's own symptoms in her own words."""

from __future__ import annotations

import pytest

from diary.domain.symptoms import (
    SYMPTOMS,
    SymptomGroup,
    asks_where,
    is_own_symptom,
    symptom_label,
    symptom_phrase,
)


@pytest.mark.parametrize("group", SymptomGroup)
def test_a_group_has_words_and_symptoms(group):
    assert group.label
    assert group.label != group.value
    assert any(symptom.group is group for symptom in SYMPTOMS.values())


@pytest.mark.parametrize("symptom", SYMPTOMS.values(), ids=SYMPTOMS)
def test_a_symptom_fits_into_a_sentence(symptom):
    assert symptom.phrase[0].islower()
    assert not symptom.phrase.endswith(".")
    assert symptom_label(symptom.id) == symptom.label
    assert symptom_phrase(symptom.id) == symptom.phrase


def test_an_own_symptom_is_its_own_words():
    assert symptom_label("custom:Itchy scar") == "Itchy scar"
    assert symptom_phrase("custom:Itchy scar") == "Itchy scar"
    assert symptom_label("custom:custom:x") == "custom:x"


def test_signs_of_the_whole_body_are_those_a_doctor_asks_for():
    found = {symptom.id for symptom in SYMPTOMS.values() if symptom.whole_body}
    asked = "weight appetite fatigue fever night_sweats cough breath headache lump bowel_change"
    assert len(found) == len(asked.split())
    assert all(any(id_.startswith(word) for id_ in found) for word in asked.split())


@pytest.mark.parametrize(
    ("symptom", "own"),
    [("custom:Itchy scar", True), ("custom:", False), ("custom: \t", False), ("cough", False)],
)
def test_an_own_symptom_has_a_name(symptom, own):
    assert is_own_symptom(symptom) is own


@pytest.mark.parametrize("words", [symptom_label, symptom_phrase])
def test_an_unknown_id_is_a_bug(words):
    with pytest.raises(KeyError):
        words("hiccups")


def test_a_swelling_or_a_lump_is_asked_for_its_place_and_so_are_her_own_symptoms():
    assert asks_where("swelling")
    assert asks_where("lump")
    assert asks_where("custom:Itchy scar")
    assert not asks_where("cough")
