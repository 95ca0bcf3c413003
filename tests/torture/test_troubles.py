"""The commands in real trouble: each says one plain sentence, and nothing is lost.

Each command runs in a program of its own: where the folder may only be read, also for root; where
the disk takes no more; while another program has the diary; with a clock that was set back.
"""

from __future__ import annotations

import datetime as dt
import json
from contextlib import contextmanager

import pytest

from tests.store import by_hand

TODAY = dt.date(2026, 3, 22)
WRITING = {
    "import": ["import", "{aside}/incoming.json"],
    "export": ["export", "{home}/out.json"],
    "report": ["report", "{home}/out.pdf"],
    "backup": ["backup"],
    "backup to": ["backup", "{home}/copy.daymark"],
    "restore": ["restore", "{aside}/copy.daymark"],
}


@pytest.fixture
def home(tmp_path, daymark, aside):
    """The folder of a diary of some weeks."""
    write(aside / "first.json", range(30))
    write(aside / "incoming.json", range(10, 2000))
    assert daymark("import", str(aside / "first.json"))["status"] == 0
    assert daymark("backup", str(aside / "copy.daymark"))["status"] == 0
    return tmp_path / "home"


@pytest.fixture
def aside(tmp_path):
    """A folder that has no trouble."""
    folder = tmp_path / "aside"
    folder.mkdir()
    return folder


@pytest.fixture
def daymark(server, tmp_path):
    """Return a function that runs a command in some trouble and says how it ended."""

    def run(*arguments, today=TODAY, **trouble):
        home = tmp_path / "home"
        words = [word.format(home=home, aside=tmp_path / "aside") for word in arguments]
        return server.ask(
            do="command", folder=str(home), arguments=words, today=today.isoformat(), **trouble
        )

    return run


def write(file, numbers):
    days = [TODAY - dt.timedelta(days=number) for number in numbers]
    entries = [{"date": day.isoformat(), "note": "x" * 200, "pains": []} for day in days]
    file.write_text(json.dumps({"format": "daymark-diary", "version": 1, "entries": entries}))


def check_refused(ran, words):
    assert ran["status"] == 1, ran
    assert ran["out"] == ""
    sentences = ran["err"].strip()
    assert "\n" not in sentences
    assert sentences.endswith(".")
    assert any(word in sentences for word in words), sentences


@contextmanager
def only_readable(folder):
    modes = {path: path.stat().st_mode for path in (folder, *folder.rglob("*"))}
    for path, mode in modes.items():
        path.chmod(mode & ~0o222)
    try:
        yield
    finally:
        for path, mode in modes.items():
            path.chmod(mode)


def without_logs(home):
    return {name: data for name, data in by_hand.contents(home).items() if name != "settings.json"}


@pytest.mark.parametrize("command", WRITING)
def test_a_folder_that_may_only_be_read(daymark, home, command):
    before = without_logs(home)
    with only_readable(home):
        ran = daymark(*WRITING[command], unprivileged=True)
        check_refused(ran, ("may only be read", "cannot be opened", "could not be written"))
        assert without_logs(home) == before
    assert daymark(*WRITING[command])["status"] == 0
    assert daymark("verify")["status"] == 0


@pytest.mark.parametrize("command", WRITING)
def test_a_disk_that_takes_no_more(daymark, home, command):
    entries = daymark("export", "-")["out"]
    for limit in (512, 5000, 40_000):
        ran = daymark(*WRITING[command], limit=limit)
        if ran["status"] == 0:
            break
        check_refused(ran, ("did not read or write", "full"))
        assert daymark("export", "-")["out"] == entries
        assert list(home.rglob("*.part*")) == []
    else:
        assert daymark(*WRITING[command])["status"] == 0
    assert limit > 512  # no command gets by with nothing
    assert daymark("verify")["status"] == 0


@pytest.mark.parametrize("command", ["import", "restore"])
def test_a_diary_that_another_program_holds(daymark, home, command):
    with by_hand.opened(home / "diary.daymark", None) as holder:
        holder.execute("PRAGMA locking_mode = EXCLUSIVE")
        holder.execute("BEGIN EXCLUSIVE")
        check_refused(daymark(*WRITING[command]), ("Another program is using diary.daymark",))
        holder.execute("ROLLBACK")
    assert daymark(*WRITING[command])["status"] == 0


def test_a_clock_that_was_set_back(daymark, home):
    """Two years back: nothing is thinned out or lost, and all goes on."""
    entries = json.loads(daymark("export", "-")["out"])["entries"]
    earlier = TODAY - dt.timedelta(days=730)
    assert daymark("backup", today=earlier)["status"] == 0
    ran = daymark("import", "{aside}/incoming.json", today=earlier)
    assert ran["status"] == 2
    assert "after today" in ran["err"]
    assert daymark("restore", "{aside}/copy.daymark", today=earlier)["status"] == 0
    assert json.loads(daymark("export", "-", today=earlier)["out"])["entries"] == entries
    assert daymark("alerts", today=earlier)["status"] == 0
    assert "Is the date of this computer right?" in daymark("verify", today=earlier)["err"]
    assert daymark("verify")["status"] == 0
    assert len(list((home / "backups").iterdir())) == 2
