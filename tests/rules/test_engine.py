"""All rules over whole diaries: what must hold whatever the entries are."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from diary.domain.care import AlertAction
from diary.domain.choices import ALERT_ACTIONS
from diary.domain.diary import Diary
from diary.domain.entry import Pain
from diary.domain.record import Record
from diary.rules.book import rule_of
from diary.rules.catalog import RULES
from diary.rules.context import Context
from diary.rules.engine import history, judge
from diary.rules.model import RULE_BOOK, NotEnoughDays, Tier
from tests.rules.conditions.random_diaries import eventful, seeded
from tests.rules.diaries import (
    LOWER_BACK,
    START,
    Sketch,
    alerts_of,
    day,
    pain,
    raised,
    report_of,
    standing,
    standing_of,
)
from tests.rules.toys import toy

# Forty-five rules over months of days: a few short diaries, and no search for a shorter one.
MODEST = settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize=True,
    phases=(Phase.explicit, Phase.generate),
)
# Beside the emergencies: where one entry, or one spell, is enough; U14 reads them.
ONE_ENTRY = {
    *("U7", "U8", "U9", "U10", "U11", "U12", "U13", "U14", "U18"),
    *("W10", "W11", "W12", "W17"),
}
REGION_RULES = tuple(rule_of(rule_id) for rule_id in ("U3", "W1", "W2", "W3"))


def acted(diary, seed, actions=("discussed", "closed", "seen")):
    """Return the diary with random actions about alerts it raises."""
    rng = random.Random(seed)
    done = tuple(
        AlertAction(
            rule=alert.rule,
            place=alert.place,
            raised_on=alert.raised_on,
            action=rng.choice(actions),
            on=alert.raised_on + dt.timedelta(days=rng.randint(0, 30)),
        )
        for alert in history(diary, diary.last_day).alerts
        if rng.random() < 0.7
    )
    return diary.model_copy(update={"alert_actions": done})


def some_days(diary, rng):
    """Return a few days of a diary, recorded or not."""
    length = (diary.last_day - START).days
    return sorted(START + dt.timedelta(days=rng.randint(0, length)) for _ in range(3))


def essence(alerts, until=None):
    """Return what the entries up to a day decide about the alerts raised up to it."""
    return [
        (
            alert.rule,
            alert.place,
            alert.raised_on,
            tuple(step for step in alert.tiers if until is None or step.on <= until),
            tuple(spoke for spoke in alert.spoke_on if until is None or spoke <= until),
            alert.ended_on if until is None or (alert.ended_on or dt.date.max) <= until else None,
        )
        for alert in alerts
        if until is None or alert.raised_on <= until
    ]


# Causal.


@given(diary=eventful(most=3), seed=st.integers(0, 9999))
@MODEST
def test_up_to_a_day_is_as_if_the_diary_ended_there(diary, seed):
    diary = acted(diary, seed, tuple(ALERT_ACTIONS))
    for until in some_days(diary, random.Random(seed)):
        cut = diary.model_copy(
            update={
                "entries": tuple(e for e in diary.entries if e.date <= until),
                "alert_actions": tuple(a for a in diary.alert_actions if a.on <= until),
            }
        )
        assert history(diary, until) == history(cut, until)
        assert standing(diary, until) == standing(cut, until)


@given(diary=eventful(most=3), seed=st.integers(0, 9999))
@MODEST
def test_later_days_never_change_what_was_raised_grew_or_ended(diary, seed):
    diary = acted(diary, seed)
    whole = history(diary, diary.last_day)
    for until in some_days(diary, random.Random(seed)):
        assert essence(whole.alerts, until) == essence(history(diary, until).alerts)


@pytest.mark.parametrize("seed", range(4))
def test_day_by_day_the_history_only_grows(seed):
    diary = seeded(seed)
    whole = history(diary, diary.last_day).alerts
    assert whole
    for entry in diary.entries[::3]:
        assert essence(whole, entry.date) == essence(history(diary, entry.date).alerts)


@given(diary=eventful(most=3))
@MODEST
def test_standing_is_what_has_not_ended(diary):
    report = history(diary, diary.last_day)
    found = standing(diary, diary.last_day)
    assert found.alerts == tuple(alert for alert in report.alerts if alert.ended_on is None)
    assert (found.as_of, found.not_enough_days) == (report.as_of, report.not_enough_days)


# Silence, order, other places.


@given(diary=eventful(most=3), silent=st.integers(1, 90))
@MODEST
def test_silent_days_neither_raise_nor_end_nor_change_anything(diary, silent):
    later = diary.last_day + dt.timedelta(days=silent)
    assert history(diary, later).alerts == history(diary, diary.last_day).alerts


@given(diary=eventful(most=3))
@MODEST
def test_an_entry_without_answers_raises_and_ends_no_emergency(diary):
    unanswered = diary.entries[-1].model_copy(
        update={"date": diary.last_day + dt.timedelta(days=1), "pains": None, "signs": None}
    )
    longer = diary.model_copy(update={"entries": (*diary.entries, unanswered)})
    emergencies = tuple(rule for rule in RULES if rule.tier is Tier.EMERGENCY)
    before = history(diary, diary.last_day, emergencies)
    assert essence(history(longer, longer.last_day, emergencies).alerts) == essence(before.alerts)


@given(diary=eventful(most=3), seed=st.integers(0, 9999))
@MODEST
def test_the_order_of_the_entries_does_not_matter(diary, seed):
    shuffled = list(diary.entries)
    random.Random(seed).shuffle(shuffled)
    again = Diary(profile=diary.profile, treatments=diary.treatments, entries=tuple(shuffled))
    assert history(again, diary.last_day) == history(diary, diary.last_day)


def with_pain_at(diary, place, worst):
    """Return the diary with pain at one more place on every day on which pain was answered."""
    added = Pain(region=place, worst=worst)
    entries = tuple(
        entry if entry.pains is None else entry.model_copy(update={"pains": (*entry.pains, added)})
        for entry in diary.entries
    )
    return diary.model_copy(update={"entries": entries})


@given(diary=eventful(most=3), place=st.sampled_from(("elbow", "forearm", "all_over")))
@MODEST
def test_pain_of_other_classes_hides_nothing(diary, place):
    until = diary.last_day
    more = history(with_pain_at(diary, place, 9), until)
    others = [alert for alert in more.alerts if alert.place != place]
    assert others == list(history(diary, until).alerts)


@given(diary=eventful(most=3), place=st.sampled_from(("sacrum", "skull")))
@MODEST
def test_pain_at_another_place_hides_nothing_where_places_are_judged_by_themselves(diary, place):
    until = diary.last_day
    more = history(with_pain_at(diary, place, 9), until, REGION_RULES)
    assert [alert for alert in more.alerts if alert.place != place] == list(
        history(diary, until, REGION_RULES).alerts
    )


@given(diary=eventful(most=3))
@MODEST
def test_only_rules_of_one_entry_read_late_entries(diary):
    entries = tuple(
        entry.model_copy(
            update={
                "entered_at": dt.datetime.combine(entry.date, dt.time(), dt.UTC)
                + dt.timedelta(days=9)
            }
        )
        for entry in diary.entries
    )
    late = diary.model_copy(update={"entries": entries})
    alerts = history(late, late.last_day).alerts
    assert {alert.rule for alert in alerts if alert.tier is not Tier.EMERGENCY} <= ONE_ENTRY


def test_late_entries_raise_an_emergency_on_their_day():
    sketch = pain("3lx20").sign(4, "heavy_legs", new="yes")
    assert raised(sketch) == [("E2", "heavy_legs", 4)]


@given(diary=eventful(most=3))
@MODEST
def test_every_alert_is_whole(diary):
    for alert in history(diary, diary.last_day).alerts:
        first, *_ = alert.tiers
        assert (first.rule, first.place, first.on) == (alert.rule, alert.place, alert.raised_on)
        assert alert.tier is max(step.tier for step in alert.tiers)
        assert [step.on for step in alert.tiers] == sorted(step.on for step in alert.tiers)
        assert alert.raised_on <= alert.last_true_on <= diary.last_day
        assert alert.ended_on is None or alert.last_true_on < alert.ended_on <= diary.last_day
        assert all(used <= alert.last_true_on for used in alert.evidence.days_used)
        assert alert.evidence.days_recorded <= alert.evidence.days_in_window
        assert alert.spoken_by in {step.rule for step in alert.tiers}
        assert bool(alert.sources) is bool(rule_of(alert.spoken_by).sources)


# The ends of the calendar.


def test_an_empty_diary_has_nothing_to_say():
    for ask in (history, standing):
        report = ask(Diary(), START)
        assert (report.as_of, report.alerts, report.not_enough_days) == (START, (), ())
        assert report.rule_book == RULE_BOOK == "2026.2"


def test_before_the_first_entry_there_is_nothing():
    sketch = pain("_x5 9nx20").sign(5, "heavy_legs")
    assert report_of(sketch, as_of=4).alerts == ()
    assert report_of(sketch, as_of=4).not_enough_days == ()
    assert report_of(sketch, as_of=5).alerts


def test_after_the_last_entry_the_windows_move_on_and_the_alerts_stand():
    sketch = pain("0x20 3x13").tell(range(33), walking=0).no_medicines(range(33))
    assert report_of(sketch).not_enough_days == ()
    later = report_of(sketch, as_of=60)
    assert [alert.rule for alert in later.alerts] == ["W1"]
    assert standing_of(sketch, as_of=400).alerts
    assert NotEnoughDays("W1", LOWER_BACK, 0, 8, "last14") in later.not_enough_days


def test_newest_first_and_of_one_day_the_highest():
    sketch = pain("0x20 3x13").sign(32, "heavy_legs").sign(3, "bladder_leak")
    assert [alert.rule for alert in report_of(sketch).alerts] == ["E2", "W1", "E1"]


# Not enough days.


def test_every_rule_that_could_not_judge_a_place_is_named_once_with_its_first_short_window():
    sketch = pain("3x5").pain("0x4 2", "hip").pain("4", "knee").pain("0x5", "neck")
    assert report_of(sketch, *REGION_RULES).not_enough_days == (
        NotEnoughDays("U3", LOWER_BACK, 0, 3, "prior7"),
        NotEnoughDays("U3", "hip", 0, 3, "prior7"),
        NotEnoughDays("W1", LOWER_BACK, 5, 8, "last14"),
        NotEnoughDays("W1", "hip", 5, 8, "last14"),
        NotEnoughDays("W2", LOWER_BACK, 0, 3, "prior7"),
        NotEnoughDays("W2", "hip", 0, 3, "prior7"),
        NotEnoughDays("W3", LOWER_BACK, 5, 24, "last56"),
        NotEnoughDays("W3", "hip", 5, 24, "last56"),
    )


def test_the_days_are_counted_up_to_the_day_asked_for():
    sketch = pain("3x5")
    assert report_of(sketch, rule_of("W1"), as_of=16).not_enough_days == (
        NotEnoughDays("W1", LOWER_BACK, 2, 8, "last14"),
    )


def test_a_place_without_pain_in_eight_weeks_is_not_listed():
    sketch = pain("3 0x2")
    assert report_of(sketch, rule_of("W1"), as_of=55).not_enough_days
    assert report_of(sketch, rule_of("W1"), as_of=56).not_enough_days == ()


def test_pain_of_unknown_amount_is_listed_and_a_zero_is_not():
    assert report_of(pain("!"), rule_of("W1")).not_enough_days == (
        NotEnoughDays("W1", LOWER_BACK, 0, 8, "last14"),
    )
    zero = Sketch({0: [Pain(region=LOWER_BACK, worst=0)]})
    assert report_of(zero, rule_of("W1")).not_enough_days == ()


def test_rules_of_one_entry_are_never_short_of_days():
    sketch = pain("3").no_signs(0)
    emergencies = [rule for rule in RULES if rule.tier is Tier.EMERGENCY]
    assert [rule.id for rule in emergencies] == ["E1", "E2", "E3", "E4", "E5", "E6"]
    assert report_of(sketch, *emergencies).not_enough_days == ()


@given(diary=eventful(most=3))
@MODEST
def test_a_rule_has_not_enough_days_where_its_verdict_says_so(diary):
    """The list and the verdicts are worked out apart and must say the same."""
    record = Record(diary)
    rows = {(row.rule, row.place) for row in history(diary, diary.last_day).not_enough_days}
    for judged in judge(Context(record), REGION_RULES)[0]:
        for track in judged.tracks:
            short = bool(track.verdicts[-1] < 0)
            lately = any(
                pain.worst != 0 and index > record.size - 1 - 56
                for index, pains in record.pain_items[track.place].items()
                for pain in pains
            )
            assert ((judged.rule.id, track.place) in rows) is (short and lately)


# Faults of ours.


def broken(rule_id="B", **more):
    """Return a rule that cannot be worked out."""

    def watch(_context):
        message = "broken"
        raise ZeroDivisionError(message)

    return replace(toy(rule_id, {LOWER_BACK: "W"}), watch=watch, **more)


def test_a_rule_that_fails_is_named_and_the_others_go_on():
    report = history(pain("0x9").diary(), day(8), (broken(), toy("A", {LOWER_BACK: "f W"})))
    assert [alert.rule for alert in report.alerts] == ["A"]
    ((failure),) = report.failures
    assert (failure.rule, type(failure.error)) == ("B", ZeroDivisionError)
    assert standing(pain("0").diary(), day(0), (broken(),)).failures[0].rule == "B"


def test_words_that_fail_are_named_and_the_other_alerts_are_shown():
    dumb = toy("A", {LOWER_BACK: "f W"})
    dumb = replace(dumb, words=replace(dumb.words, title="{nobody}"))
    report = history(pain("0x9").diary(), day(8), (dumb, toy("E", {"neck": "f f E"})))
    assert [alert.rule for alert in report.alerts] == ["E"]
    assert [(one.rule, type(one.error)) for one in report.failures] == [("A", KeyError)]


def test_a_rule_that_reads_a_failing_rule_fails_too():
    def watch(context):
        return [context.verdicts["B"][LOWER_BACK]]

    reader = replace(toy("C", {LOWER_BACK: "W"}), watch=watch, reads=("B",))
    _, failures = judge(Context(Record(pain("0").diary())), (reader, broken()))
    assert [failure.rule for failure in failures] == ["B", "C"]


# Rules that read others.


def test_a_rule_comes_after_those_it_reads_and_is_returned_in_its_own_place():
    seen = []

    def watch(context):
        seen.append({rule: dict(tracks) for rule, tracks in context.verdicts.items()})
        return ()

    first = replace(toy("R", {LOWER_BACK: "W"}), watch=watch, reads=("A", "B"))
    rules = (
        first,
        toy("A", {"neck": "f W"}),
        replace(toy("B", {None: "U"}, places="hip"), reads=("A",)),
    )
    judged, failures = judge(Context(Record(pain("0x3").diary())), rules)
    assert failures == ()
    assert [one.rule.id for one in judged] == ["R", "A", "B"]
    (verdicts,) = seen
    assert set(verdicts) == {"A", "B"}
    np.testing.assert_array_equal(verdicts["A"]["neck"], [0, 2, 0])
    np.testing.assert_array_equal(verdicts["B"]["hip"], [3, 0, 0])


def test_the_same_report_twice():
    diary = acted(seeded(7), 7)
    assert history(diary, diary.last_day) == history(diary, diary.last_day)
    assert alerts_of(Sketch().sign(0, "heavy_legs"))[0].raised_on == START
