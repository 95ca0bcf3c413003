"""The question after a silence over a real diary file: asked, put away, and kept."""

from __future__ import annotations

import datetime as dt

import pytest

from diary.domain.entry import DayEntry, Pain
from diary.paths import AppPaths
from diary.services.open import open_services

LAST = dt.date(2026, 3, 16)
TODAY = dt.date(2026, 3, 20)
NOW = dt.datetime(2026, 3, 16, 20, tzinfo=dt.UTC)


@pytest.fixture
def services(tmp_path):
    services = open_services(AppPaths(tmp_path))
    services.journal.save(DayEntry(date=LAST, pains=(Pain(region="hip", worst=8),)), NOW, LAST)
    yield services
    services.close()


def question(services, today=TODAY):
    """Return what is asked."""
    return services.monitoring.question(services.monitoring.standing(today), today)


def test_it_is_asked_until_it_is_put_away(services):
    assert question(services, TODAY - dt.timedelta(days=1)) is None
    asked = question(services)
    assert asked.after == LAST
    services.monitoring.put_away(asked, TODAY)
    assert question(services) is None
    (kept,) = services.journal.diary().alert_actions
    assert (kept.rule, kept.raised_on, kept.action, kept.on) == ("Q2", LAST, "seen", TODAY)


def test_recording_a_day_answers_it(services):
    assert question(services) is not None
    now = dt.datetime(2026, 3, 20, 9, tzinfo=dt.UTC)
    services.journal.save(DayEntry(date=TODAY, pains=()), now, TODAY)
    assert question(services) is None
