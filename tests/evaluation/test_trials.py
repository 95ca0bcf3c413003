"""What is tried: every habit changes only what it says, and the cells cover what they should."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from diary.evaluation.books import FIRST_BOOK, MIXTURES
from diary.evaluation.cohort import COURSES, cohort
from diary.evaluation.noise import Habit
from diary.evaluation.trials import (
    COMPARED,
    HABITS,
    OF_SIGNS,
    QUOTED_SEED,
    SIGN_HABITS,
    TRIED,
    TRIED_OF_SIGNS,
    TUNING_SEED,
    USUAL_HABIT,
    WHOLE,
    cells,
    kept_with,
)
from diary.rules.model import RULE_BOOK

PERSONS = 4
# What each habit may change of a diary kept with the plain habit of its share of days.
CHANGES: dict[str, set[str]] = {
    "90 % recorded": set(),
    "70 % recorded": set(),
    "50 % recorded": set(),
    "70 %, bad days missed more often": {"days"},
    "70 %, some stop": {"days"},
    "70 %, a fifth entered late": {"entered_at"},
    "70 %, usual levels not declared": {"usual"},
    "70 %, `new` not answered": {"new"},
    "70 %, `new` not sure": {"new"},
    "70 %, in a quiet period": {"quiet_periods"},
    "70 %, `new` answered no": {"new"},
    "70 %, a usual level of 3 declared for every sign, and `new` yes": {"usual", "new"},
}


def kept(kind, habit):
    """Return the diaries of a few people."""
    return list(cohort(TUNING_SEED, kind, PERSONS, habit))


def without_new(entry):
    """Return an entry with whether what she reports is new left out."""
    reports = {
        name: [report.model_copy(update={"new": None}) for report in getattr(entry, name)]
        for name in ("signs", "symptoms")
    }
    return entry.model_copy(update=reports | {"entered_at": None})


def news(entry):
    return [report.new for report in (*entry.signs, *entry.symptoms)]


def changes(plain, other):
    """Return what differs between two diaries of one person; fail on anything without a name."""
    found = set()
    ours = {entry.date: entry for entry in plain.entries}
    theirs = {entry.date: entry for entry in other.entries}
    if ours.keys() != theirs.keys():
        found.add("days")
    for date in ours.keys() & theirs.keys():
        assert without_new(ours[date]) == without_new(theirs[date])
        if ours[date].entered_at != theirs[date].entered_at:
            found.add("entered_at")
        if news(ours[date]) != news(theirs[date]):
            found.add("new")
    if plain.profile.usual != other.profile.usual:
        found.add("usual")
    if plain.quiet_periods != other.quiet_periods:
        found.add("quiet_periods")
    same = {"entries": (), "quiet_periods": (), "profile": plain.profile}
    assert plain.model_copy(update=same) == other.model_copy(update=same)
    assert plain.profile.model_copy(update={"usual": ()}) == other.profile.model_copy(
        update={"usual": ()}
    )
    return found


def test_every_habit_is_checked():
    assert set(CHANGES) == set(HABITS)


@pytest.mark.parametrize("name", HABITS)
def test_a_habit_changes_what_it_says_and_nothing_else(name):
    plain = Habit(HABITS[name].recorded, new="mixed")
    found = set()
    for kind in kept_with(name):
        for one, other in zip(kept(kind, plain), kept(kind, HABITS[name]), strict=True):
            found |= changes(one.diary, other.diary)
            assert (one.kind, one.onset, one.emergency) == (
                other.kind,
                other.onset,
                other.emergency,
            )
    assert found == CHANGES[name]


def told(name, field):
    """Return how what is new is answered with a habit."""
    return {
        report.new
        for one in kept("cord compression", HABITS[name])
        for entry in one.diary.entries
        for report in getattr(entry, field)
    }


@pytest.mark.parametrize(
    ("name", "answers"),
    [
        ("70 % recorded", {None, "yes", "not_sure"}),
        ("70 %, `new` not answered", {None}),
        ("70 %, `new` not sure", {"not_sure"}),
        ("70 %, `new` answered no", {"no"}),
        ("70 %, a usual level of 3 declared for every sign, and `new` yes", {"yes"}),
    ],
)
def test_how_new_signs_are_answered(name, answers):
    assert told(name, "signs") == answers


def test_the_usual_level_of_every_sign():
    (name,) = (name for name in OF_SIGNS if HABITS[name].sign_usual is not None)
    for one in kept("cord compression", HABITS[name]):
        levels = {usual.of: usual.level for usual in one.diary.profile.usual}
        levels.pop("lower_back", None)
        assert levels == {"leg_weakness": 3, "numbness_trunk": 3, "bladder_difficulty": 3}


def test_some_stop_and_record_what_they_would_have_recorded_before():
    habit = Habit(0.7, new="mixed")
    for one, other in zip(
        kept("stable tingling", habit),
        kept("stable tingling", replace(habit, dropout=True)),
        strict=True,
    ):
        number = len(other.diary.entries)
        assert other.diary.entries == one.diary.entries[:number]


def test_a_fifth_is_late_and_bad_days_are_missed_more_often():
    late = kept("stable tingling", HABITS["70 %, a fifth entered late"])
    shares = [np.mean([entry.is_late for entry in one.diary.entries]) for one in late]
    assert shares == pytest.approx([0.2] * PERSONS, abs=0.01)
    plain = kept("stable tingling", HABITS[USUAL_HABIT])
    missed = kept("stable tingling", HABITS["70 %, bad days missed more often"])
    for one, other in zip(plain, missed, strict=True):
        assert len(other.diary.entries) < len(one.diary.entries)


def test_the_cells():
    every = list(cells(QUOTED_SEED, 3))
    assert QUOTED_SEED != TUNING_SEED
    assert len(set(every)) == len(every)
    assert {(cell.seed, cell.persons) for cell in every} == {(QUOTED_SEED, 3)}
    tried = [cell for cell in every if cell.book == RULE_BOOK]
    by_habit = {name: [cell.kind for cell in tried if cell.habit == name] for name in HABITS}
    for name, kinds in by_habit.items():
        if name in WHOLE:
            assert kinds == list(COURSES)
        else:
            assert tuple(kinds) == (TRIED_OF_SIGNS if name in OF_SIGNS else TRIED)
    assert {"cord compression"} == {kind for name in OF_SIGNS for kind in by_habit[name]}


def test_the_first_book_and_the_mixtures_are_judged_where_they_are_compared():
    by_book = {}
    for cell in cells(QUOTED_SEED, 3):
        by_book.setdefault(cell.book, []).append((cell.habit, cell.kind))
    assert set(by_book) == {RULE_BOOK, FIRST_BOOK, *MIXTURES}
    assert by_book[FIRST_BOOK] == [
        *((USUAL_HABIT, kind) for kind in COURSES),
        *((habit, "cord compression") for habit in SIGN_HABITS),
    ]
    for mixture in MIXTURES:
        assert by_book[mixture] == [(USUAL_HABIT, kind) for kind in COMPARED]
