"""One window for a diary: who holds it, who asks, and what a crash or a silence means."""

from __future__ import annotations

import subprocess
import sys
import threading

import pytest

from diary.private import owner_only
from diary.ui.one_window import FOLDER, LOCK, REQUEST, OneWindow

HOLD = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from diary.ui.one_window import OneWindow
app = QCoreApplication([])
held = OneWindow(Path(sys.argv[1]))
assert held.hold()
print("held", flush=True)
sys.stdin.read()
os._exit(1)
"""


@pytest.fixture
def make(qapp):  # noqa: ARG001  Qt objects need the application first
    made = []

    def make(folder):
        made.append(OneWindow(folder))
        return made[-1]

    yield make
    for one in made:
        one.let_go()


@pytest.fixture
def other(tmp_path):
    """Start another program that holds the window of a folder and answers nobody."""
    program = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert program.stdout.readline() == b"held\n"
    yield program
    program.kill()
    program.communicate()


def test_it_is_held_until_it_is_let_go(make, tmp_path):
    first, second = make(tmp_path), make(tmp_path)
    assert first.hold()
    assert first.hold()
    assert first.is_held
    assert not second.hold()
    assert not second.is_held
    first.let_go()
    first.let_go()
    assert not first.is_held
    assert list(tmp_path.iterdir()) == []
    assert second.hold()


def test_a_second_start_asks_the_first_to_show_itself(make, tmp_path, qtbot):
    first, second = make(tmp_path), make(tmp_path)
    first.hold()
    first.listen()
    first.listen()
    for _time in range(2):
        answers = []
        asking = threading.Thread(target=lambda told=answers: told.append(second.ask()))
        with qtbot.waitSignal(first.open_wanted):
            asking.start()
        asking.join()
        assert answers == [True]
    assert not second.is_held


def test_a_request_made_before_the_first_listens_is_heard(make, tmp_path, qtbot):
    first = make(tmp_path)
    first.hold()
    (tmp_path / FOLDER / REQUEST).touch()
    with qtbot.waitSignal(first.open_wanted):
        first.listen()
    assert not (tmp_path / FOLDER / REQUEST).exists()


def test_an_old_request_opens_nothing(make, tmp_path, qtbot):
    (tmp_path / FOLDER).mkdir()
    (tmp_path / FOLDER / REQUEST).touch()
    first = make(tmp_path)
    with qtbot.assertNotEmitted(first.open_wanted, wait=50):
        first.hold()
        first.listen()


def test_who_does_not_hold_it_hears_nothing(make, tmp_path):
    make(tmp_path).hold()
    second = make(tmp_path)
    second.hold()
    second.listen()
    assert second._watcher is None


def test_a_first_that_does_not_answer_keeps_nobody_out(make, other, tmp_path):
    second = make(tmp_path)
    assert not second.hold()
    assert not second.ask(patience=0.05)
    assert not second.is_held
    assert other.poll() is None


def test_a_first_that_leaves_meanwhile_is_followed(make, other, tmp_path):
    second = make(tmp_path)
    assert not second.hold()
    other.communicate(b"")  # it crashes: the lock stays
    assert (tmp_path / FOLDER / LOCK).exists()
    assert not second.ask()
    assert second.is_held
    assert not (tmp_path / FOLDER / REQUEST).exists()


def test_a_lock_left_by_a_crash_counts_for_nothing(make, other, tmp_path):
    other.communicate(b"")
    assert (tmp_path / FOLDER / LOCK).exists()
    assert make(tmp_path).hold()


def test_diaries_in_other_folders_do_not_disturb_one_another(make, tmp_path):
    one, other = make(tmp_path / "one"), make(tmp_path / "other")
    assert one.hold()
    assert other.hold()


def test_a_path_longer_than_any_socket_name_is_no_trouble(make, tmp_path):
    deep = tmp_path.joinpath(*["x" * 100] * 5)
    first, second = make(deep), make(deep)
    assert first.hold()
    assert first.is_held
    assert not second.hold()


def test_a_disk_that_refuses_is_no_reason_to_stop(make, tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("")
    held = make(blocked)
    assert held.hold()
    assert not held.is_held
    assert not held.ask()


def test_nobody_else_may_read_it(make, tmp_path):
    with owner_only():
        make(tmp_path / "data").hold()
    for path in (tmp_path / "data").rglob("*"):
        assert path.stat().st_mode & 0o077 == 0, path
