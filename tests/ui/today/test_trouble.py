"""A save that the disk does not allow: what she typed stays as it was, and a later save works."""

from __future__ import annotations

import contextlib

import pytest

from diary.services.open import open_services
from diary.store import connection
from diary.ui.bridge import Bridge
from diary.ui.clock import Clock
from diary.ui.tasks import Tasks
from diary.ui.today.page import TodayPage
from tests.store import by_hand
from tests.ui.fakes import NOON, TODAY

LONG = " ".join(["The kitchen floor was cold."] * 600)  # more than fits on the pages there are


@contextlib.contextmanager
def full_disk(database, _paths):
    """Let the file not grow; it is the same connection that saves."""
    with connection.connect(database._engine, connection.Begin.NONE) as opened:
        pages = opened.exec_driver_sql("PRAGMA page_count").scalar()
        opened.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    yield
    with connection.connect(database._engine, connection.Begin.NONE) as opened:
        opened.exec_driver_sql("PRAGMA max_page_count = 1000000")


@contextlib.contextmanager
def removed_stick(_database, paths):
    """Take the folder away, as a stick that is pulled out."""
    away = paths.folder.rename(paths.folder.with_name("away"))
    yield
    away.rename(paths.folder)


@contextlib.contextmanager
def another_program(_database, paths):
    """Let another program write, and not end."""
    with by_hand.opened(paths.diary, None) as holder:
        holder.execute("BEGIN IMMEDIATE")
        yield
        holder.execute("ROLLBACK")


TROUBLES = {
    full_disk: "The disk is full, so nothing was changed in diary.daymark. "
    "Make room and try again.",
    removed_stick: "diary.daymark was moved, deleted or replaced while it was open, "
    "so nothing was changed. Put it back in its place and try again.",
    another_program: "Another program is using diary.daymark. Close it there and try again.",
}


@pytest.fixture
def opened(paths, theme, shown, qtbot, monkeypatch):
    """The page over a real file, and the file."""
    monkeypatch.setattr(connection, "WAIT_SECONDS", 0.0)
    made = []

    def open_it():
        made.append(open_services(paths))
        return made[-1]

    bridge = Bridge(Tasks(), open_it, Clock(TODAY, NOON))
    page = shown(TodayPage(bridge, theme), 1000, 760)
    with qtbot.waitSignal(bridge.day_loaded):
        bridge.open_diary()
    qtbot.waitUntil(lambda: not bridge.busy)
    yield page, bridge, made[0]._database
    bridge.close()


@pytest.mark.parametrize("trouble", TROUBLES)
def test_a_save_in_trouble_loses_nothing(opened, paths, qtbot, trouble):
    page, bridge, database = opened
    with trouble(database, paths):
        page.extras.note.field.setPlainText(LONG)
        qtbot.waitUntil(lambda: not bridge.busy)
        with qtbot.waitSignal(bridge.failed, check_params_cb=lambda fact: fact.what == "save"):
            page.save()
        qtbot.waitUntil(lambda: not bridge.busy)
        assert page.extras.note.text == LONG
        assert page.draft.is_changed
        assert page.banner.isVisible()
        assert page.banner.text == TROUBLES[trouble]
    with qtbot.waitSignal(bridge.saved):
        page.save()
    qtbot.waitUntil(lambda: not bridge.busy)
    assert not page.draft.is_changed
    assert database.path == paths.diary
    bridge.close()
    services = open_services(paths)
    assert services.journal.day(TODAY).note == LONG
    assert services.drafts.days() == ()
    services.close()
