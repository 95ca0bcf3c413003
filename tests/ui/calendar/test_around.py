from __future__ import annotations

import datetime as dt

import pytest

from diary.domain.care import Event, QuietPeriod, Treatment
from diary.services.looking_back import Stretch
from diary.ui.calendar.around import Around, around_of

FIRST, LAST = dt.date(2026, 3, 1), dt.date(2026, 3, 31)
BEFORE, DAY, AFTER = dt.date(2026, 2, 20), dt.date(2026, 3, 12), dt.date(2026, 4, 9)


def around(**more):
    return dict(around_of(Stretch((), **more), FIRST, LAST))


@pytest.mark.parametrize(
    ("event", "words"),
    [
        (
            Event(date=DAY, kind="appointment", title="Oncology visit."),
            "Appointment: Oncology visit.",
        ),
        (Event(date=DAY, kind="scan"), "Scan."),
    ],
)
def test_a_visit_lies_on_its_day(event, words):
    assert around(events=(event,)) == {DAY: Around(visits=(words,))}


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (DAY, None, {DAY: ("Treatment begins: letrozole.",)}),
        (None, DAY, {DAY: ("Last day of treatment: letrozole.",)}),
        (DAY, DAY, {DAY: ("Treatment: letrozole.",)}),
        (BEFORE, AFTER, {}),
        (None, None, {}),
    ],
)
def test_a_treatment_lies_on_the_days_it_begins_ends_or_is_given(start, end, expected):
    treatment = Treatment(kind="other", name="letrozole", start=start, end=end)
    found = around(treatments=(treatment,))
    assert {day: lies.treatments for day, lies in found.items()} == expected


def test_a_treatment_without_a_name_is_called_by_its_kind():
    found = around(treatments=(Treatment(kind="chemotherapy", start=DAY, end=DAY),))
    assert found[DAY].treatments == ("Treatment: Chemotherapy.",)


def test_a_quiet_period_lies_on_all_its_days_that_are_shown():
    found = around(quiet_periods=(QuietPeriod(start=BEFORE, end=dt.date(2026, 3, 2)),))
    assert sorted(found) == [FIRST, dt.date(2026, 3, 2)]
    assert found[FIRST].sentences == ("Quiet period.",)
    assert around(quiet_periods=(QuietPeriod(start=AFTER, end=AFTER),)) == {}


def test_all_that_lies_on_one_day_is_kept():
    found = around(
        events=(Event(date=DAY, kind="scan"), Event(date=DAY, kind="fall")),
        quiet_periods=(QuietPeriod(start=DAY, end=DAY, reason="holiday"),),
    )
    assert found[DAY].sentences == ("Scan.", "Fall.", "Quiet period: holiday.")
