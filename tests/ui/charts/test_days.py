from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from diary.charts.data import Spell
from diary.charts.lanes import Lane, Span
from diary.ui.charts import days
from tests.ui.charts.samples import chart_data

DATA = chart_data()
NO_LANES = ("", "", "")


@pytest.mark.parametrize(
    ("position", "words"),
    [
        (0, "Sunday 15 March 2026: worst pain 3 of 10."),
        (1, "Monday 16 March 2026: not recorded."),
        (2, "Tuesday 17 March 2026: no pain here."),
        (3, "Wednesday 18 March 2026: pain, no number."),
        (
            4,
            (
                "Thursday 19 March 2026: worst pain 6 of 10. 7-day median 3.5. "
                "Pain woke you or kept you awake."
            ),
        ),
        (5, "Friday 20 March 2026: worst pain 5 of 10. Entered late."),
    ],
)
def test_a_day_reads_as_sentences_and_silence_is_never_a_zero(position, words):
    assert days.day_in_words(DATA, position) == words


@pytest.mark.parametrize(
    ("position", "cells"),
    [
        (0, ["Sun 15 Mar 2026", "3", "", "not woken", *NO_LANES, ""]),
        (1, ["Mon 16 Mar 2026", "not recorded", "", "", *NO_LANES, ""]),
        (2, ["Tue 17 Mar 2026", "0", "", "not woken", *NO_LANES, ""]),
        (3, ["Wed 18 Mar 2026", "pain, no number", "", "", *NO_LANES, ""]),
        (4, ["Thu 19 Mar 2026", "6", "3.5", "woken or kept awake", *NO_LANES, ""]),
        (5, ["Fri 20 Mar 2026", "5", "", "not woken", *NO_LANES, "late"]),
    ],
)
def test_the_rows_of_the_table_hold_the_numbers_of_the_chart(position, cells):
    assert [days.cell(DATA, position, column) for column in range(8)] == cells


def test_the_read_out_starts_with_the_last_recorded_day():
    assert days.last_recorded(DATA) == 5
    two = dataclasses.replace(DATA, answered=(True, True, False, False, False, False))
    assert days.last_recorded(two) == 1
    assert days.last_recorded(dataclasses.replace(DATA, answered=(False,) * 6)) == 5


def test_several_places_share_the_day_and_when_it_was_entered():
    charts = (DATA, dataclasses.replace(DATA, place="hip", label="Hip"))
    assert days.columns((DATA,)) == tuple((0, told) for told in range(8))
    columns = days.columns(charts)
    assert columns == ((0, 0), (0, 1), (0, 2), (0, 3), *((1, told) for told in range(1, 8)))
    heads = [days.head(charts, *column) for column in columns]
    assert heads[0] == "Day"
    assert heads[1] == "Lower back\nWorst pain"
    assert heads[4] == "Hip\nWorst pain"
    assert heads[-1] == "Entered"


def test_another_time_has_days_of_its_own():
    before = dataclasses.replace(DATA, start=DATA.start - dt.timedelta(days=6))
    columns = days.columns((DATA, before))
    assert [told for _, told in columns] == list(range(8)) * 2
    assert days.head((DATA, before), 1, 1) == "Worst pain"


def test_what_the_lanes_and_the_alerts_show_stands_in_the_table_and_is_read_out():
    last = DATA.start + dt.timedelta(days=5)
    held = dataclasses.replace(
        DATA,
        lanes=(
            Lane("Nerve signs", days=(None, None, None, None, False, True)),
            Lane("Painkillers", days=(None, None, None, None, True, None)),
            Lane("Events", spans=(Span(last, last, "Oncology visit"),)),
        ),
        spells=(Spell(last, last, "Night pain"),),
    )
    told = [[days.cell(held, position, column) for column in (4, 5, 6)] for position in (3, 4, 5)]
    assert told == [["", "", ""], ["no", "yes", ""], ["yes", "", "Oncology visit; Night pain"]]
    assert days.day_in_words(held, 5) == (
        "Friday 20 March 2026: worst pain 5 of 10. Nerve signs. Oncology visit; Night pain. "
        "Entered late."
    )
