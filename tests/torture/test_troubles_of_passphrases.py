"""``protect``, ``unprotect`` and ``change-passphrase`` in real trouble: refused in one sentence.

The diary and its backup then open as before, and as little of them can be read as before.
"""

from __future__ import annotations

import pytest

from diary.services.protection import LOST
from diary.store.identity import Kind, kind_of
from tests.store import by_hand
from tests.torture.troubles import check_refused, only_readable

SECRET, NEW = "correct horse", "battery staple"
BEFORE = {"protect": None, "change-passphrase": SECRET, "unprotect": SECRET}
AFTER = {"protect": SECRET, "change-passphrase": NEW, "unprotect": None}
ALL = {"DAYMARK_PASSPHRASE": SECRET, "DAYMARK_NEW_PASSPHRASE": NEW}


class Case:
    """A diary with a backup, and a command that changes its passphrase."""

    def __init__(self, command, daymark, home):
        self.command, self.home, self._daymark = command, home, daymark
        assert daymark("backup")["status"] == 0
        if BEFORE[command] is not None:
            assert daymark("protect", passphrases=ALL)["status"] == 0
        self._entries = self._export(BEFORE[command])

    def run(self, **trouble):
        return self._daymark(self.command, passphrases=ALL, **trouble)

    def check_as_before(self):
        self._check(BEFORE[self.command])

    def check_changed(self):
        """Check that it works once the trouble is over."""
        assert self.run()["status"] == 0
        self._check(AFTER[self.command])

    def _check(self, passphrase):
        assert self._export(passphrase) == self._entries
        copies = list((self.home / "backups").iterdir())
        kinds = {kind_of(path) for path in (self.home / "diary.daymark", *copies)}
        assert kinds == {Kind.PLAIN if passphrase is None else Kind.PROTECTED}
        assert {path.suffix for path in copies} == {".daymark"}
        if passphrase is not None:
            files = [path for path in self.home.rglob("*") if path.is_file()]
            assert [path.name for path in files if b"x" * 50 in path.read_bytes()] == []

    def _export(self, passphrase):
        passphrases = {} if passphrase is None else {"DAYMARK_PASSPHRASE": passphrase}
        ran = self._daymark("export", "-", passphrases=passphrases)
        assert ran["status"] == 0, ran
        return ran["out"]


def without_warning(ran):
    """Return what was told but the warning that comes before anything is done."""
    return {**ran, "out": ran["out"].removeprefix(f"{LOST}\n")}


@pytest.fixture(params=BEFORE)
def case(request, daymark, home):
    """Each of the commands."""
    return Case(request.param, daymark, home)


def test_a_folder_that_may_only_be_read(case):
    with only_readable(case.home):
        ran = case.run(unprivileged=True)
    check_refused(
        without_warning(ran), ("may only be read", "cannot be opened", "could not be written")
    )
    case.check_as_before()
    case.check_changed()


def test_a_disk_that_takes_no_more(case):
    check_refused(without_warning(case.run(limit=40_000)), ("did not read or write", "full"))
    assert list(case.home.rglob("*.part*")) + list(case.home.rglob("*.swap*")) == []
    case.check_as_before()
    case.check_changed()


def test_a_diary_that_another_program_holds(case):
    passphrase = BEFORE[case.command]
    with (
        by_hand.rounds(by_hand.QUICK_ROUNDS),
        by_hand.kept_by_another_program(case.home / "diary.daymark", passphrase),
    ):
        ran = case.run()
    check_refused(without_warning(ran), ("Another program is using diary.daymark",))
    case.check_as_before()
    case.check_changed()
