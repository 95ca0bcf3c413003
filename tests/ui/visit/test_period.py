from __future__ import annotations

import datetime as dt

from diary.domain.care import Event
from diary.ui.visit import period

TODAY = dt.date(2026, 3, 20)


def event(day, kind="appointment"):
    return Event(date=day, kind=kind)


def test_the_last_visit_is_the_newest_appointment_before_today():
    events = (
        event(dt.date(2026, 1, 5)),
        event(dt.date(2026, 2, 11)),
        event(TODAY),
        event(dt.date(2026, 3, 1), "scan"),
    )
    assert period.last_visit(events, TODAY) == dt.date(2026, 2, 11)


def test_without_an_appointment_there_is_no_last_visit():
    assert period.last_visit((event(TODAY),), TODAY) is None


def test_weeks_end_with_the_last_recorded_day():
    found = period.period_of(period.WEEKS_8, TODAY, None)
    assert found == period.Period(dt.date(2026, 1, 24), TODAY)
    assert found.days == 56


def test_since_the_last_visit_starts_on_its_day():
    visit = dt.date(2026, 2, 11)
    assert period.period_of(period.SINCE_VISIT, TODAY, visit) == period.Period(visit, TODAY)
    # Nothing was recorded since: the sheet is then the day of the visit, never a period backwards.
    earlier = dt.date(2026, 2, 1)
    assert period.period_of(period.SINCE_VISIT, earlier, visit) == period.Period(earlier, earlier)


def test_presets_without_dates_of_their_own_have_none():
    assert period.period_of(period.SINCE_VISIT, TODAY, None) is None
    assert period.period_of(period.OWN_DATES, TODAY, None) is None


def test_a_period_reads_as_dates_and_names_its_file():
    shown = period.Period(dt.date(2026, 1, 24), TODAY)
    assert period.in_words(shown) == "24 January 2026 to 20 March 2026"
    assert period.file_name(shown) == "Daymark 2026-01-24 to 2026-03-20.pdf"
