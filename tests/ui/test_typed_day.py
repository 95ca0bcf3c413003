from __future__ import annotations

import datetime as dt

import pytest

from diary.i18n import speaking
from diary.ui.local import day_in_words
from diary.ui.typed_day import read_day

DAY = dt.date(2026, 3, 15)


@pytest.mark.parametrize(
    "typed",
    [
        "15 March 2026",
        "15 Mar 2026",
        " 15  mar. 2026 ",
        "15 MARCH, 2026",
        "2026-03-15",
    ],
)
def test_a_day_is_read_as_it_is_written_here(typed):
    assert read_day(typed) == DAY


@pytest.mark.parametrize(
    "typed", ["15 de marzo de 2026", "15 marzo 2026", "15 mar 2026", "15 DE Marzo 2026"]
)
def test_a_day_is_read_as_it_is_written_in_the_language_of_the_window(typed):
    with speaking("es"):
        assert read_day(typed) == DAY
        assert read_day(day_in_words(DAY)) == DAY


def test_a_month_may_be_cut_off():
    assert read_day("1 Sept 2026") == read_day("1 Sep 2026") == dt.date(2026, 9, 1)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "09/08/2026",
        "15.3.2026",
        "15 March",
        "15 March 26",
        "15 Ma 2026",
        "15 Marc 2026 x",
        "31 February 2026",
        "2026-13-01",
        "March 2026",
        "15 Brumaire 2026",
        "15 March 0000",
    ],
)
def test_what_is_no_whole_day_or_could_be_two_is_not_read(typed):
    assert read_day(typed) is None
