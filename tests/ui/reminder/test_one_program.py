from __future__ import annotations

import subprocess
import sys

import pytest

from diary.ui.reminder.one_program import OneProgram, ask_to_open, is_held

CRASH = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from diary.ui.reminder.one_program import OneProgram
app = QCoreApplication([])
held = OneProgram(Path(sys.argv[1]))
held.hold()
os._exit(1)
"""


@pytest.fixture
def first(tmp_path, qapp):  # noqa: ARG001  Qt objects need the application first
    first = OneProgram(tmp_path)
    yield first
    first.let_go()


def test_nobody_holds_the_tray_of_a_new_diary(tmp_path):
    assert not is_held(tmp_path)
    assert list(tmp_path.iterdir()) == []
    assert not ask_to_open(tmp_path)


def test_it_is_held_until_it_is_let_go(first, tmp_path):
    first.hold()
    first.hold()
    assert is_held(tmp_path)
    first.let_go()
    first.let_go()
    assert not is_held(tmp_path)
    assert list(tmp_path.iterdir()) == []
    first.hold()
    assert is_held(tmp_path)


def test_a_second_start_asks_the_first_to_open(first, tmp_path, qtbot):
    first.hold()
    with qtbot.waitSignal(first.open_wanted):
        assert ask_to_open(tmp_path)
    assert is_held(tmp_path)
    with qtbot.waitSignal(first.open_wanted):
        assert ask_to_open(tmp_path)


def test_an_old_request_opens_nothing(first, tmp_path, qtbot):
    (tmp_path / "tray").mkdir()
    assert ask_to_open(tmp_path)
    with qtbot.assertNotEmitted(first.open_wanted, wait=50):
        first.hold()


def test_a_second_program_does_without(first, tmp_path):
    first.hold()
    second = OneProgram(tmp_path)
    second.hold()
    second.let_go()
    assert is_held(tmp_path)


def test_a_lock_left_by_a_crash_counts_for_nothing(tmp_path):
    program = [sys.executable, "-c", CRASH, str(tmp_path)]
    subprocess.run(program, check=False)
    assert (tmp_path / "tray" / "lock").exists()
    assert not is_held(tmp_path)


def test_a_disk_that_refuses_is_no_reason_to_stop(tmp_path, qapp):  # noqa: ARG001
    blocked = tmp_path / "file"
    blocked.write_text("")
    held = OneProgram(blocked)
    held.hold()
    assert not is_held(blocked)
