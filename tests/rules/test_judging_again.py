"""Who judges a diary again says what one says who has never seen it, whatever was changed."""

from __future__ import annotations

import datetime as dt
import gc
import random
import weakref

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diary.domain.entry import DayEntry, SignReport
from diary.domain.record import Record
from diary.rules.catalog import RULES
from diary.rules.context import Context
from diary.rules.engine import Judge, history, judge
from tests.rules.conditions.random_diaries import eventful
from tests.rules.diaries import day, pain, standing
from tests.rules.each_rule import EACH_RULE
from tests.rules.firing import FIRING, every_sketch
from tests.rules.wide_diaries import edited, wide

MODEST = settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
EVERY_DONOR = tuple(entry for sketch in FIRING.values() for entry in sketch.diary().entries)


def versions_of(diary, seed, donors, number):
    """Yield a diary after each of so many random edits; some take the last ones back."""
    rng = random.Random(seed)
    versions = [diary]
    for _ in range(number):
        if rng.random() < 0.2:
            versions.append(rng.choice(versions))
        else:
            versions.append(edited(versions[-1], rng, donors))
        yield versions[-1]


def some_days(diary, rng):
    """Return the last day, and a day after it or before."""
    return diary.last_day, diary.last_day + dt.timedelta(days=rng.choice((1, 9, -1, -40)))


def verdicts_of(record):
    """Return every verdict of every rule, in their order."""
    judged, failures = judge(Context(record), RULES)
    assert failures == ()
    return [
        (one.rule.id, track.place, track.verdicts.tolist())
        for one in judged
        for track in one.tracks
    ]


def check(diary, seed, donors=EVERY_DONOR, edits=4):
    """Compare, after each edit, who has judged all versions with who sees the diary at last."""
    rng, judging = random.Random(seed), Judge()
    record = Record(diary)
    verdicts_of(record)
    for version in versions_of(diary, seed, donors, edits):
        last, other = some_days(version, rng)
        assert judging.history(version, last) == history(version, last)
        assert judging.standing(version, other) == standing(version, other)
        record = Record(version, record)
        assert verdicts_of(record) == verdicts_of(Record(version))


@EACH_RULE
def test_a_rule_that_speaks_and_is_edited_says_the_same_as_at_first_sight(rule):
    for seed, sketch in enumerate(every_sketch(rule.id)):
        check(sketch.diary(), f"{rule.id} {seed}")


@given(seed=st.integers(0, 2**32))
@MODEST
def test_diaries_with_every_answer_edited_at_random(seed):
    diary = wide(seed)
    check(diary, seed, (*diary.entries, *EVERY_DONOR))


@given(diary=eventful(most=5), seed=st.integers(0, 2**32))
@MODEST
def test_eventful_diaries_edited_at_random(diary, seed):
    check(diary, seed, diary.entries)


def test_an_emergency_sign_of_today_is_seen_and_taken_back():
    judging, before = Judge(), pain("2x40").diary()
    assert judging.standing(before, day(39)).alerts == ()
    sign = DayEntry(date=day(40), pains=(), signs=(SignReport(sign="bladder_leak", new="yes"),))
    after = before.model_copy(update={"entries": (*before.entries, sign)})
    assert [alert.rule for alert in judging.standing(after, day(40)).alerts] == ["E1"]
    assert judging.standing(before, day(40)).alerts == ()


def test_a_diary_without_a_day_left_is_judged_and_filled_again():
    judging, before = Judge(), pain("7x3", pattern="constant").diary()
    empty = before.model_copy(update={"entries": ()})
    first = judging.standing(before, day(2))
    assert [alert.rule for alert in first.alerts] == ["U2"]
    assert judging.standing(empty, day(2)).alerts == ()
    assert judging.standing(before, day(2)) == first


def test_what_has_ended_is_in_the_history_and_does_not_stand():
    diary, judging = pain("7x3 0x40", pattern="constant").diary(), Judge()
    assert judging.standing(diary, day(42)).alerts == ()
    assert [alert.rule for alert in judging.history(diary, day(42)).alerts][-1] == "U2"


def test_what_it_saw_before_is_let_go():
    judging, diary = Judge(), wide(3)
    judging.standing(diary, diary.last_day)
    before = weakref.ref(judging._record)
    assert before() is not None
    after = edited(diary, random.Random(1), EVERY_DONOR)
    judging.standing(after, after.last_day)
    gc.collect()
    assert before() is None
