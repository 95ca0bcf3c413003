"""The question whether she wants a passphrase: after the first week, twice at most."""

from __future__ import annotations

import datetime as dt

import pytest

from diary.domain.entry import DayEntry
from diary.paths import AppPaths
from diary.services.open import open_services

TODAY = dt.date(2026, 3, 20)
NOON = dt.datetime(2026, 3, 20, 12, tzinfo=dt.UTC)


def days(count):
    return dt.timedelta(days=count)


@pytest.fixture
def paths(tmp_path):
    return AppPaths(tmp_path / "data")


def recorded(paths, count, passphrase=None):
    services = open_services(paths, passphrase)
    for back in range(count):
        services.journal.save(DayEntry(date=TODAY - days(back), pains=()), NOON, TODAY)
    return services


@pytest.mark.parametrize(("count", "is_due"), [(0, False), (6, False), (7, True), (8, True)])
def test_it_is_asked_after_a_week_of_days(paths, count, is_due):
    services = recorded(paths, count)
    assert services.offering.is_due(TODAY) is is_due
    services.close()


def test_a_protected_diary_is_not_asked_about(paths):
    services = recorded(paths, 8, "four words that hold")
    assert services.is_protected
    assert not services.offering.is_due(TODAY)
    services.close()


def test_it_is_asked_twice_at_most_two_weeks_apart(paths):
    services = recorded(paths, 7)
    assert not services.is_protected
    services.offering.keep(TODAY)
    assert not services.offering.is_due(TODAY)
    assert not services.offering.is_due(TODAY + days(13))
    assert services.offering.is_due(TODAY + days(14))
    services.offering.keep(TODAY + days(14))
    assert not services.offering.is_due(TODAY + days(400))
    services.close()
    services = open_services(paths)
    assert not services.offering.is_due(TODAY + days(400))
    services.close()
