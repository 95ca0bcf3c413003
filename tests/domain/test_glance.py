from __future__ import annotations

import datetime as dt

import pytest
from pydantic import ValidationError

from diary.domain.glance import DayGlance, worst_of_day


@pytest.mark.parametrize(
    ("answered", "pains", "scored", "highest", "worst"),
    [
        (False, 0, 0, None, None),
        (True, 0, 0, None, 0),
        (True, 2, 2, 6, 6),
        (True, 2, 1, 6, 6),
        (True, 1, 0, None, None),
        (True, 1, 1, 0, 0),
        (True, 2, 1, 0, None),  # a 0 says nothing about the pain without a score
    ],
)
def test_the_worst_of_a_day(answered, pains, scored, highest, worst):
    found = worst_of_day(answered=answered, pains=pains, scored=scored, highest=highest)
    assert found == worst


@pytest.mark.parametrize("worst", [-1, 11, "6"])
def test_a_worst_off_the_scale_is_refused(worst):
    with pytest.raises(ValidationError):
        DayGlance(date=dt.date(2026, 3, 1), worst=worst)
