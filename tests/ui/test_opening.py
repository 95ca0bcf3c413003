"""What opens the diary: what she typed, else the environment; nobody is asked twice."""

from __future__ import annotations

import pytest

from diary.domain.entry import DayEntry
from diary.errors import RequestError
from diary.paths import AppPaths
from diary.services.open import open_services
from diary.ui.opening import PASSPHRASE, Opening
from tests.ui.fakes import NOON, TODAY

WORDS = "four words that hold"


@pytest.fixture
def paths(tmp_path):
    return AppPaths(tmp_path / "data")


@pytest.fixture
def protected(paths):
    services = open_services(paths, WORDS)
    services.journal.save(DayEntry(date=TODAY, pains=()), NOON, TODAY)
    services.close()
    return paths


@pytest.fixture
def opening(paths):
    opening = Opening(paths)
    yield opening
    if opening.log is not None:
        from diary.logs import stop_logging  # noqa: PLC0415  only where it was started

        stop_logging(opening.log)


def reads(services):
    entry = services.journal.day(TODAY)
    services.close()
    return entry is not None


def test_a_diary_without_passphrase_opens(opening):
    services = opening()
    assert not services.is_protected
    services.close()


def test_a_protected_one_waits_for_what_she_types(protected, opening):
    assert opening() is None
    assert protected.diary.exists()
    assert reads(opening(WORDS))


def test_the_environment_opens_it_once_and_never_after_it_was_locked(
    protected, opening, monkeypatch
):
    monkeypatch.setenv(PASSPHRASE, WORDS)
    assert reads(opening())
    opening.lock()
    assert opening() is None
    assert reads(opening(WORDS))
    assert protected.diary.exists()


def test_where_the_environment_does_not_fit_she_is_asked(protected, opening, monkeypatch):
    monkeypatch.setenv(PASSPHRASE, "another")
    assert opening() is None
    assert protected.diary.exists()
    with pytest.raises(RequestError):
        opening("another")


def test_a_passphrase_nobody_wants_is_told(paths, opening, monkeypatch):
    open_services(paths).close()
    monkeypatch.setenv(PASSPHRASE, WORDS)
    with pytest.raises(RequestError):
        opening()


def test_the_ways_out_know_the_passphrase_of_now(opening):
    """It was chosen after the diary was opened, and what opened it is no passphrase at all."""
    services = opening()
    services.journal.save(DayEntry(date=TODAY, pains=()), NOON, TODAY)
    services.protection.turn_on(WORDS, NOON)
    services.close()
    assert opening.rescue().ways_out().backup is not None
    opening.lock()
    assert opening.rescue().ways_out().backup is None
