"""A date of another form is refused with the form that was seen; none is guessed."""

from __future__ import annotations

import datetime as dt

import pytest

from diary.exchange.dates import not_iso, read_day


def test_iso_date_is_read():
    assert read_day("2026-03-01") == dt.date(2026, 3, 1)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("", "empty"),
        ("14/03/2026", "day/month/year with slashes"),
        ("03/14/2026", "month/day/year with slashes"),
        ("03/04/2026", "day/month/year or month/day/year with slashes"),
        ("1.3.2026", "day/month/year or month/day/year with dots"),
        ("31.12.2026", "day/month/year with dots"),
        ("14-03-2026", "day/month/year with dashes"),
        ("14 03 2026", "day/month/year with spaces"),
        ("2026/03/01", "year/month/day with slashes"),
        ("2026.03.01", "year/month/day with dots"),
        ("01/03/26", "a date with a two-digit year with slashes"),
        ("2026-3-1", "year-month-day without leading zeros"),
        ("2026-02-30", "a day that is in no calendar"),
        ("2026-13-01", "a day that is in no calendar"),
        ("20260301", "eight digits without dashes"),
        ("46082", "a number, perhaps a spreadsheet's own count of days"),
        ("2026-03-01T20:04:00Z", "a date with more behind it"),
        ("01/03/2026 20:04", "a date with more behind it"),
        ("1 March 2026", "a date in words"),
        ("Mar 1, 2026", "a date in words"),
        ("yesterday", "not a date"),
        ("\uff12\uff10\uff12\uff16-03-01", "not a date"),
        ("\u0662\u0660\u0662\u0666", "not a date"),
        ("2026-W09-7", "a date in words"),
        ("\x00", "not a date"),
    ],
)
def test_other_form_is_named(text, form):
    assert read_day(text) is None
    assert not_iso(text) == f"is {form}; dates are written like 2026-03-01"
