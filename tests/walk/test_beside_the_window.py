"""Commands while the window is open: what needs the diary alone is refused, the rest works.

The window is a process of its own, as it is in life, and the only one for all that is asked here.
"""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
import subprocess
import sys
import threading

import pytest

from diary.app import main
from diary.store import connection

TODAY = "2026-03-22"
PHRASE, OTHER = "some words of hers", "some other words"
IN_USE = "Another program is using diary.daymark. Close it there and try again.\n"
SOON = 0.3  # seconds; well within the three that a command waits
WINDOW = """
import os, sys
from PySide6.QtCore import QSocketNotifier, QTimer
from diary.app import main
from diary.ui import start

def say(word):
    print(word, flush=True)

show, come_back = start.Session.show, start.Session.come_back

def shown(session, **more):
    show(session, **more)
    quiet = []

    def look():
        quiet.append(1)
        if session.bridge.busy or not session.window.today.is_loaded:
            quiet.clear()
        if len(quiet) == 3:
            timer.stop()
            say("ready")

    timer = session.timer = QTimer()
    timer.timeout.connect(look)
    timer.start(10)
    told = session.told = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    told.activated.connect(lambda *_: obey(session))
    session.bridge.protection.code_told.connect(lambda _: say("protected"))

def came_back(session):
    come_back(session)
    say("front")

def obey(session):
    told = sys.stdin.readline().strip()
    if told == "lock":
        session.window.lock_ready.connect(lambda: say("locked"))
        session.window.lock()
    else:
        session.bridge.protection.turn_on(told)

start.Session.show, start.Session.come_back = shown, came_back
sys.exit(main(sys.argv[1:]))
"""
AGAIN = "import sys; from diary.app import main; sys.exit(main(sys.argv[1:]))"


def temporary_files(folder):
    """Return where the program of the window has its temporary files, and nobody else."""
    return folder.with_name("temporary")


@contextlib.contextmanager
def open_window(folder):
    """Open the window of a folder in a process of its own, and close it at the end."""
    temporary = temporary_files(folder)
    temporary.mkdir()
    child = subprocess.Popen(
        [sys.executable, "-c", WINDOW, "--data-dir", str(folder)],
        env={**os.environ, "DAYMARK_TODAY": TODAY, "TMPDIR": str(temporary)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert child.stdout.readline() == "ready\n"
        assert any(temporary.iterdir())
        yield child
    finally:
        child.terminate()
        child.communicate(timeout=60)
    assert child.returncode == 0


@contextlib.contextmanager
def writing(folder):
    """Write into the diary, and give what ends it."""
    # Another thread may end it: each call is one step, and no two are made at once.
    writer = sqlite3.connect(
        folder / "diary.daymark", isolation_level=None, check_same_thread=False
    )
    writer.execute("BEGIN IMMEDIATE")
    try:
        yield writer.rollback
    finally:
        writer.close()


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "data"


@pytest.fixture
def daymark(folder, monkeypatch, capsys):
    """Return a function that runs a command and returns status, output and what it complains of."""
    monkeypatch.setenv("DAYMARK_TODAY", TODAY)

    def run(*arguments, **environment):
        with monkeypatch.context() as given:
            for name, value in environment.items():
                given.setenv(name, value)
            capsys.readouterr()
            status = main(["--data-dir", str(folder), *map(str, arguments)])
        return (status, *capsys.readouterr())

    return run


@pytest.fixture
def incoming(tmp_path):
    """Return a function that writes a file with one more day, and says where it is."""

    def write(day):
        entry = {"date": f"2026-03-{day:02}", "pains": [], "signs": [], "note": f"day {day}"}
        path = tmp_path / f"day-{day}.json"
        head = {"format": "daymark-diary", "version": 1}
        path.write_text(json.dumps({**head, "entries": [entry]}), encoding="utf-8")
        return path

    return write


@pytest.fixture
def impatient(monkeypatch):
    """Return a context in which commands wait for no window: it stays open longer than that."""

    @contextlib.contextmanager
    def impatient():
        with monkeypatch.context() as patched:
            patched.setattr(connection, "WAIT_SECONDS", 0.05)
            yield

    return impatient


def test_commands_beside_the_window(daymark, impatient, folder, incoming, tmp_path):
    """One window for all, because to open one takes longer than all the rest."""
    given = {"DAYMARK_PASSPHRASE": PHRASE}
    assert daymark("import", incoming(1))[0] == 0
    copy = tmp_path / "copy.daymark"
    assert daymark("backup", copy)[0] == 0
    with open_window(folder) as window:
        with impatient():
            refuses(daymark, folder, ("restore", copy))
            refuses(daymark, folder, ("protect",), **given)
        reads(daymark, tmp_path)
        writes_in_turn(daymark, folder, incoming)
        brings_to_the_front(window, folder)
        tell(window, PHRASE, "protected")
        with impatient():
            refuses(daymark, folder, ("restore", copy), **given)
            refuses(daymark, folder, ("unprotect",), **given)
            refuses(daymark, folder, ("change-passphrase",), DAYMARK_NEW_PASSPHRASE=OTHER, **given)
        assert daymark("alerts", "--json", **given)[0] == 0
        tell(window, "lock", "locked")
    assert list(temporary_files(folder).iterdir()) == []
    # It was the window: the same is done once it is closed.
    assert daymark("unprotect", **given)[0] == 0


def refuses(daymark, folder, command, **given):
    """Have a command refused that would put another file in the place of the diary."""
    before = contents(folder)
    status, _, said = daymark(*command, **given)
    assert (status, said) == (1, IN_USE)
    assert contents(folder) == before


def contents(folder):
    """Return what is in the diary, and what waits beside it to be written into it."""
    return [(folder / name).read_bytes() for name in ("diary.daymark", "diary.daymark-wal")]


def reads(daymark, tmp_path):
    for command in (
        ("alerts", "--json"),
        ("export", tmp_path / "out.json"),
        ("report", tmp_path / "out.pdf"),
        ("verify",),
    ):
        status, _, said = daymark(*command)
        assert (status, said) == (0, ""), command


def writes_in_turn(daymark, folder, incoming):
    with writing(folder) as end:
        late = threading.Timer(SOON, end)
        late.start()
        status, out, _ = daymark("import", incoming(2))
        late.join()
    assert (status, out) == (0, "1 days added, 0 changed, 0 unchanged\n")
    with writing(folder):
        status, out, said = daymark("import", incoming(3))
    assert (status, out, said) == (1, "", IN_USE)
    status, out, _ = daymark("import", "--dry-run", incoming(3))
    assert out.startswith("1 days added")


def brings_to_the_front(window, folder):
    again = subprocess.run(
        [sys.executable, "-c", AGAIN, "--data-dir", str(folder)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (again.returncode, again.stdout, again.stderr) == (0, "", "")
    assert window.stdout.readline() == "front\n"


def tell(window, words, answer):
    """Tell the program of the window something, and wait until it is done."""
    window.stdin.write(f"{words}\n")
    window.stdin.flush()
    assert window.stdout.readline() == f"{answer}\n"
