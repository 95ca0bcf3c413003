"""A rule with a hold speaks when it was true for so long; a pending one lapses in silence."""

from __future__ import annotations

import numpy as np

from diary.rules.lifecycle import held
from tests.rules.diaries import (
    LOWER_BACK,
    pain,
    raised,
)
from tests.rules.toys import lower_back, says


def hold(line, judged=None, hold_days=7):
    """Return the days on which a held rule speaks."""
    verdicts = np.array(says(line), dtype=np.int8)
    days = list(range(len(verdicts))) if judged is None else judged
    return [index for index in np.flatnonzero(held(verdicts, days, hold_days) > 0) if index in days]


def test_without_hold_every_true_day_speaks():
    assert hold("f V V f V", hold_days=0) == [1, 2, 4]


def test_a_held_rule_speaks_when_it_is_still_true_seven_days_later():
    assert hold("f Vx7") == []
    assert hold("f Vx9") == [8, 9]


def test_a_day_that_is_not_met_begins_the_hold_anew():
    assert hold("Vx6 f Vx8") == [14]


def test_not_enough_days_neither_counts_nor_begins_anew():
    assert hold("V ?x6 V") == [7]
    assert hold("?x9 V") == []


def test_a_pending_spell_lapses_after_seven_silent_days():
    line = "Vx30"
    assert hold(line, judged=[0, 7, 8]) == [7, 8]  # six silent days
    assert hold(line, judged=[0, 8, 9, 14, 15]) == [15]  # seven
    assert hold(line, judged=[0, 12, 19]) == [19]


def test_a_held_rule_is_raised_when_its_hold_is_over():
    assert raised(pain("0x20"), lower_back("f f Vx9", hold_days=7)) == [("W", LOWER_BACK, 9)]
