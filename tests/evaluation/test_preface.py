"""The sum of the evaluation is read from the scores, and says how far chance reaches."""

from __future__ import annotations

from collections import Counter

from diary.evaluation.measures import Scores
from diary.evaluation.preface import (
    CHRONIC,
    CORD,
    GLOSSARY,
    RAMPS,
    UNDECLARED_HABIT,
    glossary,
    summing_up,
)
from diary.evaluation.trials import HABITS, NOT_NEW_HABIT, USUAL_HABIT
from diary.rules.model import Tier

STABLE = Scores(
    persons=2,
    years=2.0,
    each=[0, 1],
    raised=Counter({Tier.SOON: 1, Tier.NEXT_VISIT: 3}),
)
RAMP = Scores(persons=4, years=4.0, delays=[10, 20, 30, 90])


def told(tables, persons=100):
    return list(summing_up(tables, persons))


def test_what_was_tried_is_summed_up():
    cord = Scores(signed=10, same_day=0, spoken_of=9)
    text = told(
        {
            USUAL_HABIT: {CHRONIC: STABLE, RAMPS[0]: RAMP},
            UNDECLARED_HABIT: {CHRONIC: STABLE},
            NOT_NEW_HABIT: {CORD: cord},
        }
    )
    ramp, stable, undeclared, not_new, chance = text[2:-1]
    assert "median of day 25 after the onset (by chance between day 10 and 90)" in ramp
    assert ramp.endswith("by day 60 for 75 %.")
    assert "0.50 \u00b10.98 alerts" in stable
    assert "and 1.50 more for the next visit" in stable
    assert UNDECLARED_HABIT in undeclared
    assert "raises no emergency of its own, by design (0 % on that day)" in not_new
    assert not_new.endswith("on that day for 90 %.")
    assert "50 % is uncertain by \u00b110 points, one of 10 % by \u00b16" in chance


def test_what_was_not_tried_is_left_out():
    assert [line[:8] for line in told({USUAL_HABIT: {}})] == ["## In sh", "", "- Chance", ""]


def test_its_habits_are_those_of_the_page():
    assert {UNDECLARED_HABIT, NOT_NEW_HABIT} <= set(HABITS)


def test_every_word_is_explained_once():
    lines = list(glossary())
    assert len(lines) == 3 + len(GLOSSARY)
    assert len({word for word, _meaning in GLOSSARY}) == len(GLOSSARY)
