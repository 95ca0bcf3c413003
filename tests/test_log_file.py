"""The log never grows large, and a disk that takes nothing stops nothing."""

from __future__ import annotations

import logging
import stat
from pathlib import Path

import pytest

from diary.log_file import LogFile


@pytest.fixture
def file(tmp_path):
    file = LogFile(tmp_path / "logs" / "some.log")
    yield file
    file.close()


def say(file, words):
    file.emit(logging.makeLogRecord({"msg": words}))


def test_it_is_there_from_the_first_line_on_and_its_owners_only(file, tmp_path):
    assert list(tmp_path.iterdir()) == []
    say(file, "one")
    path = tmp_path / "logs" / "some.log"
    assert path.read_text("utf-8") == "one\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_it_turns_to_a_new_one_and_forgets(file, tmp_path):
    for _ in range(1200):
        say(file, "x" * 1000)
    files = sorted((tmp_path / "logs").iterdir())
    assert [one.name for one in files] == ["some.log", *(f"some.log.{n}" for n in (1, 2, 3))]
    assert all(one.stat().st_size <= 256 * 1024 for one in files)
    assert {stat.S_IMODE(one.stat().st_mode) for one in files} == {0o600}


def test_a_disk_that_is_full_is_no_matter(file, capsys):
    say(file, "there is room")
    file.stream.close()
    file.stream = Path("/dev/full").open("w", encoding="utf-8")  # noqa: SIM115  closed below
    say(file, "and now there is none")
    file.close()
    assert capsys.readouterr() == ("", "")
