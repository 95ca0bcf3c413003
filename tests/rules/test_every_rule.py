"""What must hold of every single rule, tried on the diary that makes it speak.

The properties over random diaries in ``test_engine.py`` reach the rules of pain and nerve signs;
these reach each rule: a near miss, a gap, silence, order, later days, pain elsewhere.
"""

from __future__ import annotations

import datetime as dt
import random

import pytest

from diary.domain.diary import Diary
from diary.domain.entry import DayEntry, Pain, SignReport, SymptomReport
from diary.rules.catalog import RULES
from diary.rules.engine import history
from tests.rules.diaries import day, number_of
from tests.rules.firing import FIRING, with_read
from tests.rules.near_misses import NEAR_MISSES

EACH_RULE = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
# Their firing diary rests on one entry: no gap can keep them from speaking.
ONE_ENTRY = {
    *("E1", "E2", "E3", "E4", "E5", "E6"),
    *("U8", "U9", "U12", "U13", "U14", "U18", "W7", "W11", "W12", "W17"),
}
# No window of a rule, the weights of W9 left out, is as long as this.
FAR_APART = 61
ELSEWHERE = Pain(region="forearm", worst=9, night="woke_me", pattern="constant")


def spoken(rule, diary, until=None):
    """Return when a rule raised or joined what, up to a day."""
    return [
        (step.place, step.tier, step.on)
        for alert in reversed(history(diary, diary.last_day, with_read(rule)).alerts)
        for step in alert.tiers
        if step.rule == rule.id and (until is None or step.on <= until)
    ]


def with_entries(diary, entries):
    """Return the diary with other entries."""
    return diary.model_copy(update={"entries": tuple(entries)})


def test_every_rule_has_a_near_miss():
    assert set(NEAR_MISSES) == {rule.id for rule in RULES}


@EACH_RULE
def test_a_near_miss_keeps_it_quiet(rule):
    assert spoken(rule, FIRING[rule.id].diary())
    assert spoken(rule, NEAR_MISSES[rule.id].diary()) == []


@EACH_RULE
def test_its_evidence_holds_numbers_and_days_of_the_diary(rule):
    diary = FIRING[rule.id].diary()
    days = {entry.date for entry in diary.entries}
    for alert in history(diary, diary.last_day, with_read(rule)).alerts:
        evidence = alert.evidence
        assert {type(number) for number in evidence.numbers.values()} <= {int, float}
        assert evidence.days_used
        assert days.issuperset(evidence.days_used)
        assert len(evidence.days_used) <= evidence.days_recorded <= evidence.days_in_window


@EACH_RULE
def test_gaps_of_two_months_keep_every_rule_of_several_days_quiet(rule):
    diary = FIRING[rule.id].diary()
    apart = with_entries(
        diary,
        (
            entry.model_copy(update={"date": day(FAR_APART * number_of(entry.date))})
            for entry in diary.entries
        ),
    )
    assert bool(spoken(rule, apart)) is (rule.id in ONE_ENTRY)


@EACH_RULE
@pytest.mark.parametrize("silent", [1, 8, 200])
def test_silent_days_after_it_raise_and_end_nothing(rule, silent):
    diary = FIRING[rule.id].diary()
    now = history(diary, diary.last_day, with_read(rule)).alerts
    later = diary.last_day + dt.timedelta(days=silent)
    assert history(diary, later, with_read(rule)).alerts == now


@EACH_RULE
def test_a_silent_day_before_it_changes_no_day_on_which_it_speaks(rule):
    """The calendar may begin earlier, with an entry in which nothing was answered."""
    diary = FIRING[rule.id].diary()
    earlier = with_entries(diary, (DayEntry(date=day(-300)), *diary.entries))
    assert spoken(rule, earlier) == spoken(rule, diary)


@EACH_RULE
def test_the_order_of_the_entries_does_not_matter(rule):
    diary = FIRING[rule.id].diary()
    entries = list(diary.entries)
    random.Random(rule.id).shuffle(entries)
    shuffled = Diary(
        profile=diary.profile,
        treatments=diary.treatments,
        events=diary.events,
        entries=tuple(entries),
    )
    assert shuffled == diary
    assert history(shuffled, diary.last_day) == history(diary, diary.last_day)


def later_days(seed, after):
    """Return three weeks of days that say the same, nothing, much or too late."""
    rng = random.Random(seed)
    pains = (ELSEWHERE, Pain(region="lower_back", worst=8, night="woke_me"))
    for number in range(1, 22):
        date = after + dt.timedelta(days=number)
        kind = rng.choice(("nothing", "much", "late", "silent", "unanswered"))
        if kind == "silent":
            continue
        late = dt.datetime.combine(date, dt.time(), dt.UTC) + dt.timedelta(days=9)
        much = kind in {"much", "late"}
        yield DayEntry(
            date=date,
            entered_at=late if kind == "late" else None,
            pains=None if kind == "unanswered" else pains if much else (),
            signs=(SignReport(sign="leg_weakness", new="yes"),) if much else (),
            symptoms=(SymptomReport(symptom="fatigue", grade=3, new="yes"),) if much else (),
            medicines=(),
            weight_kg=rng.choice((None, 40.0, 90.0)),
            walking=rng.choice((None, 0, 3)),
        )


@EACH_RULE
@pytest.mark.parametrize("seed", range(3))
def test_later_days_never_change_what_it_said_before(rule, seed):
    diary = FIRING[rule.id].diary()
    longer = with_entries(diary, (*diary.entries, *later_days(seed, diary.last_day)))
    assert spoken(rule, longer, until=diary.last_day) == spoken(rule, diary)


@EACH_RULE
def test_pain_elsewhere_hides_nothing(rule):
    diary = FIRING[rule.id].diary()
    more = with_entries(
        diary,
        (
            entry
            if entry.pains is None
            else entry.model_copy(update={"pains": (*entry.pains, ELSEWHERE)})
            for entry in diary.entries
        ),
    )
    assert set(spoken(rule, diary)) <= set(spoken(rule, more))
