from __future__ import annotations

import dataclasses

import pytest

from diary.ui.charts import days
from tests.ui.charts.samples import chart_data

DATA = chart_data()


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
        (0, ["Sun 15 Mar 2026", "3", "", "not woken", ""]),
        (1, ["Mon 16 Mar 2026", "not recorded", "", "", ""]),
        (2, ["Tue 17 Mar 2026", "0", "", "not woken", ""]),
        (3, ["Wed 18 Mar 2026", "pain, no number", "", "", ""]),
        (4, ["Thu 19 Mar 2026", "6", "3.5", "woken or kept awake", ""]),
        (5, ["Fri 20 Mar 2026", "5", "", "not woken", "late"]),
    ],
)
def test_the_rows_of_the_table_hold_the_numbers_of_the_chart(position, cells):
    assert [days.cell(DATA, position, column) for column in range(len(days.HEADS))] == cells


def test_the_read_out_starts_with_the_last_recorded_day():
    assert days.last_recorded(DATA) == 5
    two = dataclasses.replace(DATA, answered=(True, True, False, False, False, False))
    assert days.last_recorded(two) == 1
    assert days.last_recorded(dataclasses.replace(DATA, answered=(False,) * 6)) == 5
