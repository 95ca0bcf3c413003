from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from diary.charts.data import Spell, place_data
from diary.charts.lanes import Lane, Span
from diary.charts.weeks import week_at
from diary.domain.diary import Diary
from diary.ui.charts.by_weeks import week_cell, week_head, week_in_words
from diary.ui.charts.read_out import read_out
from tests.report.small import back, day, entry, late

END = 699


@pytest.fixture
def data():
    """A hundred weeks: nothing, then a week with numbers, then one with late ones alone."""
    entries = (
        entry(679, pains=(back(None),)),
        late(687, pains=(back(9),)),
        entry(693, pains=(back(2, night="woke_me"),)),
        entry(694, pains=(back(7, night="none"),)),
        entry(695, pains=()),
        late(696, pains=(back(10, night="kept_awake"),)),
    )
    return place_data(Diary(entries=entries), "lower_back", day(0), day(END))


def cells(data, position):
    return [week_cell(data, week_at(data, position), told) for told in range(8)]


def lanes():
    signs = (None,) * 693 + (True, False, True) + (None,) * 4
    return (
        Lane("Nerve signs", days=signs),
        Lane("Painkillers", days=(None,) * 699 + (False,)),
        Lane("Treatments", spans=(Span(day(0), day(END), "Letrozole"),)),
        Lane("Events", spans=(Span(day(699), day(699), "Oncology visit"),)),
    )


def test_the_heads_say_how_many_weeks_a_row_is(data):
    heads = [week_head(data, told) for told in range(8)]
    assert heads == [
        *("Week", "Median of the week", "Lowest to highest", "Woken or kept awake"),
        *("Nerve signs", "Painkillers", "In these days too", "Entered late"),
    ]
    longer = dataclasses.replace(data, answered=data.answered * 4)
    assert [week_head(longer, told) for told in (0, 1)] == ["Four weeks", "Median of four weeks"]


def test_a_row_holds_the_numbers_of_a_week_with_their_days(data):
    assert cells(data, 699) == [
        *("23 Jan to 29 Jan 2028", "2", "0 to 7 (3 days)", "1 of 3 nights"),
        *("", "", "", "1 day"),
    ]


def test_what_the_lanes_hold_is_counted_and_what_ran_is_named_once(data):
    spell = Spell(day(698), day(698), "Night pain")
    held = dataclasses.replace(data, lanes=lanes(), spells=(spell, spell))
    assert cells(held, 699)[4:7] == [
        *("2 of 3 days", "0 of 1 day", "Letrozole; Oncology visit; Night pain"),
    ]
    assert cells(held, 0)[4:7] == ["", "", "Letrozole"]


def test_a_silent_week_is_no_zero_and_a_late_number_is_not_counted(data):
    assert cells(data, 0)[:3] == ["1 Mar to 7 Mar 2026", "not recorded", ""]
    assert cells(data, 679)[1:4] == ["no number entered in time", "", ""]
    assert cells(data, 687)[1:8] == ["no number entered in time", "", "", "", "", "", "1 day"]


def test_one_number_is_no_range(data):
    same = dataclasses.replace(data, worst=(None,) * 693 + (4,) + (None,) * 6)
    assert cells(same, 699)[2] == "4 (1 day)"


def test_a_week_of_two_years_names_both():
    data = place_data(Diary(), "hip", dt.date(2024, 1, 3), dt.date(2026, 1, 3))
    assert cells(data, 731)[0] == "28 Dec 2025 to 3 Jan 2026"


def test_a_week_reads_as_sentences(data):
    held = dataclasses.replace(data, lanes=lanes())
    assert week_in_words(held, week_at(held, 696)) == (
        "23 January to 29 January 2028: median 2, lowest 0, highest 7, on 3 days. "
        "Pain woke or kept awake on 1 of 3 nights recorded. Nerve signs on 2 of 3 days. "
        "Painkillers on 0 of 1 day. Letrozole; Oncology visit. "
        "1 day entered late and not counted."
    )
    assert read_out((data,), 3) == "1 March to 7 March 2026: not recorded."


def test_several_long_charts_are_read_out_by_weeks_with_their_places(data):
    told = read_out((data, dataclasses.replace(data, label="Hip")), 699).splitlines()
    assert told[0].startswith("Lower back: 23 January to 29 January 2028: median 2")
    assert told[1].startswith("Hip: 23 January to 29 January 2028: median 2")
