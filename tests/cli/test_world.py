"""What a command is given: the diary, and the passphrase where one is needed."""

from __future__ import annotations

import dataclasses
import datetime as dt
import sys

import click
import pytest

from diary.cli.world import World
from diary.domain.entry import DayEntry
from diary.errors import FileProblem, RequestError
from diary.services.open import open_services
from tests.refusals import refused

NOW = dt.datetime(2026, 3, 22, 20, 41, tzinfo=dt.UTC)


@pytest.fixture
def world(paths):
    return World(paths, NOW.date, lambda: NOW)


def protect(paths, passphrase="secret"):
    open_services(paths, passphrase).close()


def test_diary_is_opened_and_closed(world, paths):
    with world.services() as services:
        assert services.journal.last_day() is None
    assert [path.name for path in paths.folder.iterdir()] == ["diary.daymark"]


def test_a_look_makes_no_diary_whatever_passphrase_is_given(world, paths):
    for passphrase in (None, "secret"):
        looking = dataclasses.replace(world, given_passphrase=passphrase)
        with looking.services_to_look() as services:
            assert services.journal.last_day() is None
            assert services.paths == paths
        assert list(paths.folder.iterdir()) == []


def test_a_look_opens_the_diary_that_is_there(world, paths):
    with world.services() as services:
        services.journal.save(DayEntry(date=NOW.date()), NOW, NOW.date())
    with world.services_to_look() as services:
        assert services.journal.last_day() == NOW.date()
    assert [path.name for path in paths.folder.iterdir()] == ["diary.daymark"]


def test_given_passphrase_makes_a_protected_diary(paths):
    given = World(paths, NOW.date, lambda: NOW, given_passphrase="secret")
    with given.services() as services:
        assert services.journal.last_day() is None
    assert not paths.diary.read_bytes().startswith(b"SQLite")


def test_wrong_passphrase_is_refused(paths):
    protect(paths)
    given = World(paths, NOW.date, lambda: NOW, given_passphrase="other")
    with pytest.raises(RequestError, match="SQLite result code 26"), given.services():
        pass


def test_nobody_to_ask_is_said(world, paths, monkeypatch):
    protect(paths)
    monkeypatch.setattr(sys.stdin, "isatty", lambda: False, raising=False)
    with refused(RequestError, "put its passphrase into DAYMARK_PASSPHRASE"), world.services():
        pass


def test_person_at_a_terminal_is_asked(world, paths, monkeypatch):
    protect(paths)
    asked = []

    def prompt(text, **options):
        asked.append((text, options["hide_input"], options["err"]))
        return "secret"

    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(click, "prompt", prompt)
    with world.services() as services:
        assert services.journal.last_day() is None
    assert asked == [("Passphrase of diary.daymark", True, True)]


def test_care_needs_a_diary(world, paths):
    with refused(RequestError, "There is no diary in this folder yet."):
        world.safekeeping()
    open_services(paths).close()
    assert world.safekeeping().verify().sound


def test_folder_that_cannot_be_made_is_a_problem_of_the_disk(world, paths):
    world.make_folder()
    assert paths.folder.is_dir()
    paths.folder.rmdir()
    paths.folder.touch()
    with pytest.raises(FileProblem):
        world.make_folder()
