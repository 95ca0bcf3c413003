from __future__ import annotations

import dataclasses

import pytest

from diary.charts.data import place_data
from diary.charts.legend import legend_items
from diary.charts.marks import MarkStyles
from diary.charts.text import by_weeks_text, chart_text
from diary.charts.theme import LIGHT
from diary.charts.weeks import (
    any_in_week,
    count_weeks,
    drawn_as_one,
    is_by_weeks,
    together,
    week_at,
    weeks,
)
from diary.domain.diary import Diary
from tests.report.small import back, day, entry, late


def data_of(*entries, end):
    return place_data(Diary(entries=entries), "lower_back", day(0), day(end))


def test_a_year_is_drawn_day_by_day_and_more_by_weeks_then_by_four():
    assert not is_by_weeks(data_of(end=365))
    assert is_by_weeks(data_of(end=400))
    assert together(500) == 7
    assert together(2201) == 28
    assert [drawn_as_one(days) for days in (400, 401, 2201)] == [1, 7, 28]


def test_the_last_week_ends_with_the_last_day_and_the_first_may_be_shorter():
    found = weeks(data_of(end=15))
    assert [(week.first, week.last) for week in found] == [(0, 1), (2, 8), (9, 15)]
    assert [week.middle for week in found] == [0.5, 5.0, 12.0]


@pytest.mark.parametrize("end", [6, 15, 500, 2500])
def test_each_day_finds_its_week(end):
    data = data_of(entry(3, pains=(back(4),)), entry(end, pains=(back(2),)), end=end)
    assert len(weeks(data)) == count_weeks(end + 1)
    for week in weeks(data):
        assert {week_at(data, position) for position in range(week.first, week.last + 1)} == {week}


def test_a_week_has_its_median_its_range_and_its_nights_and_silence_is_no_zero():
    data = data_of(
        entry(0, pains=(back(2, night="woke_me"),)),
        entry(1, pains=(back(7, night="none"),)),
        entry(2, pains=()),
        late(3, pains=(back(10, night="kept_awake"),)),
        end=13,
    )
    first, second = weeks(data)
    assert (first.lowest, first.median, first.highest) == (0, 2, 7)
    assert (first.bad_nights, first.nights) == (1, 3)
    assert (second.lowest, second.median, second.highest) == (None, None, None)
    assert (second.bad_nights, second.nights) == (0, 0)


def test_a_lane_says_yes_in_a_week_with_one_yes_and_nothing_where_nothing_was_asked():
    days = (None,) * 7 + (False,) * 7 + (False, True, None, None, None, None, None)
    assert any_in_week(days) == ((7, 13, False), (14, 20, True))


@pytest.mark.parametrize(
    ("end", "words", "median"),
    [(500, "Drawn week by week", "median of a week"), (3000, "Drawn by four", "median of four")],
)
def test_it_is_said_in_words_and_in_the_legend(end, words, median):
    data = data_of(entry(3, pains=(back(4, night="woke_me"),)), end=end)
    assert by_weeks_text(data).startswith(words)
    assert by_weeks_text(data) in chart_text(data)
    items = legend_items(data, MarkStyles(LIGHT, 0.01, end + 1, 1.0))
    assert items[0].words.startswith(median)
    assert items[-1].words == "the higher, the more nights woken or kept awake"
    short = data_of(entry(3, pains=(back(4),)), end=20)
    assert "Drawn" not in chart_text(short)


def test_nothing_recorded_has_no_legend():
    data = data_of(end=500)
    assert legend_items(data, MarkStyles(LIGHT, 0.01, 501, 1.0)) == ()
    assert dataclasses.replace(data).gaps() == ((0, 500),)
