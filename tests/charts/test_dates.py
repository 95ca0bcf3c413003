from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.charts.dates import date_ticks

END = dt.date(2026, 3, 22)


def ticks(days, width, measure=len):
    return date_ticks(END - dt.timedelta(days=days - 1), END, width, measure)


@given(days=st.integers(1, 8000), width=st.integers(5, 400))
def test_labels_never_run_into_each_other(days, width):
    found = ticks(days, width)
    assert found
    for earlier, later in pairwise(found):
        space = (later.position - earlier.position) * width / days
        assert space > max(len(line) for tick in found for line in tick.label.split("\n"))


@pytest.mark.parametrize(
    ("days", "width", "labels"),
    [
        (3, 100, ["20 Mar", "21 Mar", "22 Mar"]),
        (5, 26, ["18 Mar", "20 Mar", "22 Mar"]),
        (14, 30, ["9 Mar", "16 Mar"]),
        (70, 60, ["19 Jan", "2 Feb", "16 Feb", "2 Mar", "16 Mar"]),
        (182, 60, ["Oct", "Nov", "Dec", "Jan\n2026", "Feb", "Mar"]),
        (365, 40, ["May", "Jul", "Sept", "Nov", "Jan\n2026", "Mar"]),
    ],
)
def test_the_densest_division_that_fits_is_taken(days, width, labels):
    assert [tick.label for tick in ticks(days, width)] == labels


def test_positions_count_from_the_first_day():
    assert [tick.position for tick in ticks(5, 26)] == [0, 2, 4]


def test_the_last_of_every_other_day_has_its_label():
    assert ticks(6, 30)[-1].label == "22 Mar"


def test_a_year_is_named_where_it_changes():
    found = date_ticks(dt.date(2025, 12, 29), dt.date(2026, 1, 4), 100, len)
    assert [tick.label for tick in found][2:5] == ["31 Dec", "1 Jan\n2026", "2 Jan"]


def test_one_label_alone_names_its_year():
    assert [tick.label for tick in ticks(1, 100)] == ["22 Mar\n2026"]


def test_where_nothing_fits_the_first_day_is_named():
    assert [tick.label for tick in ticks(3, 1)] == ["20 Mar\n2026"]
