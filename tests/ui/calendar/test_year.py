from __future__ import annotations

import datetime as dt

import pytest

from diary.domain.glance import DayGlance
from diary.ui.calendar.year import (
    MonthGlance,
    glance_in_words,
    glances_of,
    months_of_ribbon,
    ribbon_span,
)

TODAY = dt.date(2026, 3, 20)


def month(year, number):
    return dt.date(year, number, 1)


@pytest.mark.parametrize(
    ("shown", "first", "last"),
    [
        (TODAY, month(2025, 4), month(2026, 3)),
        (month(2025, 4), month(2025, 4), month(2026, 3)),
        (dt.date(2025, 3, 31), month(2024, 4), month(2025, 3)),
        (month(2026, 4), month(2026, 4), month(2027, 3)),
        (month(2005, 1), month(2004, 4), month(2005, 3)),
    ],
)
def test_the_ribbon_has_twelve_months_and_moves_by_years(shown, first, last):
    months = months_of_ribbon(shown, TODAY)
    assert len(months) == 12
    assert (months[0], months[-1]) == (first, last)
    assert shown.replace(day=1) in months


def test_it_spans_whole_months():
    assert ribbon_span(months_of_ribbon(TODAY, TODAY)) == (
        dt.date(2025, 4, 1),
        dt.date(2026, 3, 31),
    )


def test_days_go_to_their_months_and_others_are_left_out():
    march = month(2026, 3)
    found = glances_of(
        [march],
        [DayGlance(date=march.replace(day=4), worst=None), DayGlance(date=month(2026, 2), worst=3)],
    )
    assert found == {march: MonthGlance(march, {4: None})}


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ({}, "March 2026. Nothing recorded in this month."),
        ({4: None}, "March 2026. 1 of 20 days recorded."),
        ({4: 0, 5: 3, 6: None}, "March 2026. 3 of 20 days recorded. Worst pain 3 of 10."),
    ],
)
def test_a_month_reads_as_sentences(days, words):
    assert glance_in_words(MonthGlance(month(2026, 3), days), TODAY) == words
