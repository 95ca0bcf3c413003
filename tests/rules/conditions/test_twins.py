"""Every condition gives the verdict of its slow twin, on every day of random diaries."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings

from diary.domain.places import PLACES, PlaceClass
from diary.domain.record import Record
from diary.rules.book import rule_of
from diary.rules.context import Context
from diary.rules.engine import judge
from tests.rules.conditions import slow
from tests.rules.conditions.random_diaries import eventful, seeded
from tests.rules.conditions.slow import Slow
from tests.rules.diaries import number_of

if TYPE_CHECKING:
    from collections.abc import Callable

MODEST = settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
SPINE_AND_BONE = {
    place for place in PLACES if PLACES[place].place_class in {PlaceClass.SPINE, PlaceClass.BONE}
}


def sign_twin(twin: Slow, sign: str, d: int) -> int:
    return twin.sign_rule(sign, d)


def of_class(name: str, twin: Slow, _place: None, d: int) -> int:
    return getattr(twin, name)(d)


def of_place(name: str, twin: Slow, place: str, d: int) -> int:
    return getattr(twin, name)(place, d)


TWINS: dict[str, Callable[[Slow, str | None, int], int]] = {
    "E1": sign_twin,
    "E2": sign_twin,
    "E3": partial(of_class, "e3"),
    "U1": partial(of_class, "u1"),
    "U3": partial(of_place, "u3"),
    "W1": partial(of_place, "w1"),
    "W2": partial(of_place, "w2"),
    "W3": partial(of_place, "w3"),
}
# The twin of W3 compares all pairs in fractions: it looks at some days only.
SOME_DAYS = {"W3": 11}


def expected_places(rule_id: str, twin: Slow) -> set[str | None]:
    """Return the places, signs or classes that were ever reported and that a rule watches."""
    hurt = {pain.region for entry in twin.diary.entries for pain in entry.pains or ()}
    said = {report.sign for entry in twin.diary.entries for report in entry.signs or ()}
    if rule_id in {"E1", "E2"}:
        return said & set(slow.E1_SIGNS if rule_id == "E1" else slow.E2_SIGNS)
    if rule_id in {"E3", "U1"}:
        return {None} if hurt & set(slow.SPINE) else set()
    if rule_id == "W1" and twin.spread_known():
        return set()
    return hurt & SPINE_AND_BONE


def compare(rule_id, diary):
    """Hold the verdicts of a rule against those of its twin, place by place and day by day."""
    record, twin = Record(diary), Slow(diary)
    (judged,), failures = judge(Context(record), [rule_of(rule_id)])
    assert failures == ()
    assert {track.place for track in judged.tracks} == expected_places(rule_id, twin)
    for track in judged.tracks:
        for index in record.judged[:: SOME_DAYS.get(rule_id, 1)]:
            d = number_of(record.day(index))
            assert track.verdicts[index] == TWINS[rule_id](twin, track.place, d), (track.place, d)


@pytest.mark.parametrize("rule_id", TWINS)
@given(diary=eventful())
@MODEST
def test_the_verdict_of_every_day_is_that_of_the_twin(rule_id, diary):
    compare(rule_id, diary)


@pytest.mark.parametrize("seed", range(20))
def test_the_same_for_diaries_of_months(seed):
    for rule_id in TWINS:
        compare(rule_id, seeded(seed))


@given(diary=eventful())
@MODEST
def test_the_place_of_a_class_is_that_of_the_twin(diary):
    record, twin = Record(diary), Slow(diary)
    judged, _ = judge(Context(record), [rule_of("E3"), rule_of("U1")])
    for one in judged:
        for track in one.tracks:
            for index in np.flatnonzero(track.verdicts > 0):
                d = number_of(record.day(index))
                place = track.place_on(int(index))
                if one.rule.id == "E3":
                    assert place == twin.e3_place(d)
                else:
                    nights = {r: [twin.night(r, b) for b in slow.last7(d)] for r in slow.SPINE}
                    most = max(nights.values(), key=lambda told: told.count(True)).count(True)
                    assert nights[place].count(True) == most > 0


def test_the_random_diaries_make_every_rule_speak():
    tiers: Counter[tuple[str, int]] = Counter()
    rules = [rule_of(rule_id) for rule_id in TWINS]
    for seed in range(40):
        for one in judge(Context(Record(seeded(seed))), rules)[0]:
            for track in one.tracks:
                tiers.update((one.rule.id, int(verdict)) for verdict in track.verdicts)
    spoke = {key for key, times in tiers.items() if key[1] > 0 and times >= 5}
    assert spoke == {
        ("E1", slow.EMERGENCY),
        ("E2", slow.EMERGENCY),
        ("E3", slow.EMERGENCY),
        ("U1", slow.URGENT),
        ("U3", slow.URGENT),
        ("W1", slow.SOON),
        ("W1", slow.NEXT_VISIT),
        ("W2", slow.SOON),
        ("W3", slow.SOON),
    }
    assert {key[0] for key, times in tiers.items() if key[1] < 0 and times >= 5} == set(TWINS)
