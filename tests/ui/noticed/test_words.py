from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from diary.rules.model import NotEnoughDays, Tier, TierStep
from diary.ui.noticed import words
from tests.ui.fakes import TODAY
from tests.ui.noticed.samples import CLIMB


def march(*numbers):
    return [dt.date(2026, 3, number) for number in numbers]


@pytest.mark.parametrize(
    ("days", "text"),
    [
        ([], ""),
        (march(7), "7 March 2026"),
        (march(14, 7, 9, 10, 11, 12), "7, 9 to 12 and 14 March 2026"),
        (march(12, 13), "12 and 13 March 2026"),
        ([dt.date(2026, 2, 28), *march(1, 2, 3)], "28 February 2026; 1 to 3 March 2026"),
    ],
)
def test_days_are_named_in_runs_and_each_month_once(days, text):
    assert words.days_in_words(days) == text


def unjudged(rule, place, recorded, needed, window):
    return NotEnoughDays(rule=rule, place=place, recorded=recorded, needed=needed, window=window)


def test_rules_that_wait_for_the_same_days_are_told_once():
    lines = words.unjudged_lines(
        [
            unjudged("W1", "lower_back", 5, 8, "last14"),
            unjudged("W1", "neck", 5, 8, "last14"),
            unjudged("W2", "lower_back", 3, 10, "base28"),
            unjudged("W3", "lower_back", 8, 24, "last56"),
            unjudged("W9", "lower_back", 5, 6, "last14"),
            unjudged("E9", "heavy_legs", 0, 1, "last3"),
            unjudged("W10", "cough", 4, 8, "last14"),
        ]
    )
    assert [line.text for line in lines] == [
        (
            "Your lower back and your neck: 5 of the last 14 days recorded, 8 needed. "
            "Not enough to tell."
        ),
        (
            "Your lower back: 3 of the 28 days before the last two weeks recorded, 10 needed. "
            "Not enough to tell."
        ),
        "Your lower back: 8 of the last 56 days recorded, 24 needed. Not enough to tell.",
        "Heavy legs: 0 of the last 3 days recorded, 1 needed. Not enough to tell.",
        "A cough: 4 of the last 14 days recorded, 8 needed. Not enough to tell.",
    ]
    assert lines[0].rules == ("W1", "W9")


def test_a_window_without_words_is_named_as_it_is():
    (line,) = words.unjudged_lines([unjudged("W20", None, 1, 2, "last21")])
    assert line.text == ("The whole diary: 1 of last21 recorded, 2 needed. Not enough to tell.")


def test_an_alert_that_grew_tells_the_names_its_earlier_days_have_on_the_chart():
    grown = dataclasses.replace(
        CLIMB,
        tier=Tier.URGENT,
        spoken_by="U3",
        tiers=(
            *CLIMB.tiers,
            TierStep("U3", Tier.URGENT, "lower_back", TODAY, CLIMB.wording.title),
        ),
    )
    assert words.time_in_words(grown) == (
        "Noticed on 14 March 2026. Last true on 20 March 2026. "
        "Its earlier days are named on the chart: Pain (from 14 Mar 2026)."
    )
    assert words.time_in_words(CLIMB) == "Noticed on 14 March 2026. Last true on 20 March 2026."
