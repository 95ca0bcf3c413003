"""The commands in real trouble: each says one plain sentence, and nothing is lost.

Each command runs in a program of its own: where the folder may only be read, also for root; where
the disk takes no more; while another program has the diary; with a clock that was set back.
"""

from __future__ import annotations

import datetime as dt
import json

import pytest

from tests.store import by_hand
from tests.torture.troubles import TODAY, check_refused, only_readable

WRITING = {
    "import": ["import", "{aside}/incoming.json"],
    "export": ["export", "{home}/out.json"],
    "report": ["report", "{home}/out.pdf"],
    "backup": ["backup"],
    "backup to": ["backup", "{home}/copy.daymark"],
    "restore": ["restore", "{aside}/copy.daymark"],
}


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
    for limit in (512, 40_000):
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
