"""The goals of the evaluation: read from the scores, reached or not, or not tried."""

from __future__ import annotations

from collections import Counter

import pytest

from diary.evaluation.cohort import COURSES
from diary.evaluation.goals import GOALS, reached
from diary.evaluation.measures import NEVER, Scores
from diary.evaluation.trials import SIGN_HABITS, USUAL_HABIT
from diary.rules.model import Tier

GOOD = Scores(persons=100, years=100.0, delays=[10] * 100, signed=100, same_day=100)


def tables(changed=None, habit=USUAL_HABIT):
    """Return scores that reach every goal, but for one course kept with one habit."""
    every = {USUAL_HABIT: dict.fromkeys(COURSES, GOOD)}
    every |= {name: {"cord compression": GOOD} for name in SIGN_HABITS}
    for kind, scores in (changed or {}).items():
        every[habit] = {**every[habit], kind: scores}
    return every


def missed(**told):
    """Return the figures that are not reached."""
    found = tables(**told)
    return [goal.words for goal in GOALS if "not reached" in goal.told(found)]


def scores(**parts):
    return Scores(**{"persons": 100, "years": 100.0, "signed": 100, "same_day": 100, **parts})


def test_all_are_reached():
    assert missed() == []


@pytest.mark.parametrize(
    ("kind", "bad", "words"),
    [
        ("stable chronic pain", scores(raised=Counter({Tier.SOON: 61})), "stable chronic pain"),
        ("pain-free with colds", scores(raised=Counter({Tier.URGENT: 6})), "pain-free"),
        ("stable tingling", scores(raised=Counter({Tier.URGENT: 11})), "stable tingling"),
        ("aromatase-inhibitor joints", scores(persons_urgent=3), "aromatase-inhibitor"),
        ("bone ramp 90 d, without nights", scores(delays=[36] * 100), "bone ramp of 90 days wi"),
        ("bone ramp 90 d, with nights", scores(delays=[9] * 94 + [61] * 6), "the same, share by"),
        ("bone ramp 30 d, with nights", scores(delays=[19] * 100), "bone ramp of 30 days with"),
        ("migraine", scores(unfounded=1), "emergencies where no"),
        ("cord compression", scores(same_day=98), "cord compression: emergency on"),
    ],
)
def test_one_bad_figure_is_one_goal_missed(kind, bad, words):
    (found,) = missed(changed={kind: bad})
    assert found.startswith(words)


@pytest.mark.parametrize("habit", SIGN_HABITS)
def test_the_weakest_habit_counts(habit):
    (found,) = missed(changed={"cord compression": scores(same_day=98)}, habit=habit)
    assert found.startswith("the same with `new` not answered")


def test_soon_alerts_about_tingling_are_not_urgent():
    assert missed(changed={"stable tingling": scores(raised=Counter({Tier.SOON: 90}))}) == []


def test_what_was_never_raised_or_not_tried_is_said():
    never = tables({"bone ramp 30 d, with nights": scores(delays=[NEVER] * 100)})
    told = [goal.told(never) for goal in GOALS]
    assert "never (not reached)" in told
    silent = tables({"bone ramp 30 d, with nights": scores()})
    assert "never" in [goal.told(silent) for goal in GOALS]
    assert {goal.told({USUAL_HABIT: {}}) for goal in GOALS} == {"not tried", "0"}


def test_the_table_has_a_row_a_goal_and_a_column_a_book():
    head, _line, *rows = reached({"2026.1": tables(), "2026.2": tables()})
    assert head == "| figure | goal | 2026.1 | 2026.2 |"
    assert len(rows) == len(GOALS)
    assert all(row.count("|") == 5 for row in rows)
