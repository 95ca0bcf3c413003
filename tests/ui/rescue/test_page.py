"""The page of the ways out: real widgets on a real, damaged diary, by the keyboard alone."""

from __future__ import annotations

import datetime as dt
import functools
import sqlite3

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from diary.app import main
from diary.domain.entry import DayEntry, Pain
from diary.paths import AppPaths
from diary.services.open import open_services
from diary.ui.lock.unlock_page import UnlockPage
from diary.ui.rescue.page import RescuePage
from diary.ui.start import Session

NOW = dt.datetime(2026, 3, 20, 12, tzinfo=dt.UTC)
TODAY = NOW.date()
PAGE = 4_096


@pytest.fixture
def paths(tmp_path):
    """A diary of three days with a backup of two of them."""
    paths = AppPaths(tmp_path / "diary")
    services = open_services(paths)
    services.care.finish_first_run()
    for ago in (2, 1):
        save(services, TODAY - dt.timedelta(days=ago))
    services.safekeeping.backup(NOW)
    save(services, TODAY)
    services.close()
    return paths


def save(services, day):
    services.journal.save(DayEntry(date=day, pains=(Pain(region="knee", worst=3),)), NOW, TODAY)


def spoil(paths, page):
    with paths.diary.open("r+b") as file:
        file.seek((page - 1) * PAGE)
        file.write(b"x" * PAGE)


@pytest.fixture
def started(paths, qapp, qtbot):
    """Start the window on a diary in which a page is damaged, and wait for the ways out."""
    sessions = []

    def start(page):
        spoil(paths, page)
        session = Session(qapp, paths, TODAY)
        sessions.append(session)
        session.window.show()
        session.window.activateWindow()
        qtbot.waitUntil(lambda: isinstance(session.window.cover.page, RescuePage))
        settle(session, qtbot)
        return session, session.window.cover.page

    yield start
    for session in sessions:
        session.window.close_for_good()
        session.let_go()


def settle(session, qtbot):
    qtbot.waitUntil(lambda: not session.bridge.busy)


def press(qtbot, button):
    """Press a button as the keyboard does."""
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(button, Qt.Key.Key_Space)


def days(paths):
    services = open_services(paths)
    try:
        return [entry.date for entry in services.journal.recorded(dt.date.min, dt.date.max)]
    finally:
        services.close()


def test_it_says_what_is_the_matter_and_what_the_backup_holds(started):
    _, page = started(8)
    assert page.message.text() == (
        "The file diary.daymark is damaged. A backup can be put back in its place."
    )
    assert "2 recorded days, the last one 19 March 2026" in page.backup.text()
    assert page.put_back.hasFocus()
    assert not page.take.isVisible()


def test_nothing_is_changed_before_she_chooses(started, paths):
    session, _ = started(8)
    before = paths.diary.read_bytes()
    assert before[7 * PAGE : 8 * PAGE] == b"x" * PAGE
    session.window.close_for_good()
    assert paths.diary.read_bytes() == before
    assert [one.name for one in paths.folder.iterdir() if "diary.daymark-" in one.name] == []


def test_the_backup_takes_the_place(started, paths, qtbot):
    session, page = started(8)
    press(qtbot, page.put_back)
    qtbot.waitUntil(lambda: not session.window.cover.is_covering)
    settle(session, qtbot)
    assert "kept among your backups" in session.window.banner.text
    session.window.close_for_good()
    assert days(paths) == [TODAY - dt.timedelta(days=2), TODAY - dt.timedelta(days=1)]
    assert len(list(paths.backups.glob("*.damaged"))) == 1


def test_what_can_be_read_is_shown_before_it_takes_the_place(started, paths, qtbot):
    session, page = started(20)
    before = paths.diary.read_bytes()
    press(qtbot, page.salvage)
    qtbot.waitUntil(page.take.isVisible)
    assert page.found.text() == "3 days can be read, from 18 March 2026 to 20 March 2026."
    assert "whom to call" in page.missing.text() or "treatments" in page.missing.text()
    assert page.take.hasFocus()
    assert paths.diary.read_bytes() == before
    press(qtbot, page.take)
    qtbot.waitUntil(lambda: not session.window.cover.is_covering)
    settle(session, qtbot)
    session.window.close_for_good()
    assert len(days(paths)) == 3


def test_she_can_go_back_from_what_can_be_read(started, paths, qtbot):
    session, page = started(20)
    press(qtbot, page.salvage)
    qtbot.waitUntil(page.take.isVisible)
    press(qtbot, page.back)
    settle(session, qtbot)
    assert page.put_back.isVisible()
    assert not page.take.isVisible()
    assert list(paths.folder.glob("diary-salvaged*")) == []


def test_tab_visits_every_way(started, qtbot):
    _, page = started(8)
    ways = [page.put_back, page.salvage, page.other, page.show_it, page.end]
    visited = []
    for _ in ways:
        visited.append(QApplication.focusWidget())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert visited == ways
    assert all(way.height() >= 44 for way in ways)


def test_a_file_of_her_choice_takes_the_place(started, paths, qtbot, tmp_path):
    session, page = started(8)
    other = tmp_path / "other.daymark"
    other.write_bytes(next(paths.backups.glob("*.daymark")).read_bytes())
    page._ask_file = lambda _page, _title, chosen: chosen(str(other))
    press(qtbot, page.other)
    qtbot.waitUntil(lambda: not session.window.cover.is_covering)


def test_a_readable_copy_for_a_protected_diary_is_asked_about(
    paths, qapp, qtbot, tmp_path, monkeypatch
):
    copy = tmp_path / "copy.daymark"
    copy.write_bytes(next(paths.backups.glob("*.daymark")).read_bytes())
    services = open_services(paths)
    services.protection.turn_on("some words of hers", NOW)
    services.close()
    monkeypatch.setenv("DAYMARK_PASSPHRASE", "some words of hers")
    for backup in paths.backups.iterdir():  # nothing but the diary could tell the passphrase
        backup.unlink()
    with paths.diary.open("r+b") as file:
        file.truncate(paths.diary.stat().st_size - PAGE // 2)
    session = Session(qapp, paths, TODAY)
    session.window.show()
    qtbot.waitUntil(lambda: isinstance(session.window.cover.page, RescuePage))
    settle(session, qtbot)
    page = session.window.cover.page
    page._ask_file = lambda _page, _title, chosen: chosen(str(copy))
    before = paths.diary.read_bytes()
    press(qtbot, page.other)
    qtbot.waitUntil(page.leave_open.isVisible)
    assert page.leave_open.hasFocus()
    assert not page.other.isVisible()
    press(qtbot, page.leave_open)
    assert page.other.isVisible()
    assert not page.leave_open.isVisible()
    assert paths.diary.read_bytes() == before
    monkeypatch.delenv("DAYMARK_PASSPHRASE")
    press(qtbot, page.other)
    qtbot.waitUntil(page.put_back_open.isVisible)
    press(qtbot, page.put_back_open)
    qtbot.waitUntil(lambda: not session.window.cover.is_covering)
    settle(session, qtbot)
    session.window.close_for_good()
    session.let_go()
    assert len(days(paths)) == 2


def test_a_file_that_is_no_diary_is_refused_kindly(started, qtbot, tmp_path):
    session, page = started(8)
    page._ask_file = lambda _page, _title, chosen: chosen(str(tmp_path / "nowhere"))
    press(qtbot, page.other)
    settle(session, qtbot)
    qtbot.waitUntil(page.said.isVisible)
    assert "There is no file nowhere." in page.said.text()
    assert page.put_back.isEnabled()


def test_the_folder_is_shown(started, paths, qtbot):
    _, page = started(8)
    shown = []
    page._show_folder = shown.append
    press(qtbot, page.show_it)
    assert shown == [paths.folder]


def test_where_there_is_no_backup_it_says_so(started, paths):
    for backup in paths.backups.iterdir():
        backup.unlink()
    _, page = started(8)
    assert page.message.text() == "The file diary.daymark is damaged."
    assert "no backup here" in page.backup.text()
    assert not page.put_back.isVisible()
    assert page.salvage.hasFocus()


def test_damage_found_later_shows_the_same_page_and_keeps_what_was_typed(paths, qapp, qtbot):
    session = Session(qapp, paths, TODAY)
    session.window.show()
    qtbot.waitUntil(lambda: session.window.today.is_loaded)
    settle(session, qtbot)
    # What is damaged on the disk is found when it is read again.
    session.bridge._ask("day", functools.partial(read_a_damaged_page, paths), print)
    qtbot.waitUntil(lambda: isinstance(session.window.cover.page, RescuePage))
    settle(session, qtbot)
    page = session.window.cover.page
    assert page.put_back.isVisible()
    press(qtbot, page.put_back)
    qtbot.waitUntil(lambda: not session.window.cover.is_covering)
    settle(session, qtbot)
    session.window.close_for_good()
    session.let_go()


def test_damage_in_the_middle_of_writing_keeps_what_was_typed(paths, qapp, qtbot):
    session = Session(qapp, paths, TODAY)
    session.window.show()
    qtbot.waitUntil(lambda: session.window.today.is_loaded)
    settle(session, qtbot)
    today = session.window.today
    qtbot.keyClicks(today.extras.note.field, "half a thought")
    settle(session, qtbot)
    log = paths.diary.with_name("diary.daymark-wal")
    # After another program wrote to it, pages are read from the disk again.
    other = sqlite3.connect(paths.diary)
    other.executescript("CREATE TABLE of_another (one); DROP TABLE of_another;")
    other.close()
    for page in range(2, paths.diary.stat().st_size // PAGE + 1):
        spoil(paths, page)
    before = paths.diary.read_bytes(), log.read_bytes()
    assert before[1]
    session.window.show_page("calendar")
    qtbot.waitUntil(lambda: isinstance(session.window.cover.page, RescuePage), timeout=20_000)
    settle(session, qtbot)
    # Nothing that waited beside the damaged file was folded into it.
    assert (paths.diary.read_bytes(), log.read_bytes()) == before
    page = session.window.cover.page
    press(qtbot, page.put_back)
    qtbot.waitUntil(lambda: not session.window.cover.is_covering, timeout=20_000)
    settle(session, qtbot)
    [kept] = paths.backups.glob("*.damaged")
    assert kept.read_bytes() == before[0]
    assert kept.with_name(kept.name + "-wal").read_bytes() == before[1]
    session.window.show_page("today")
    assert today.extras.note.text == "half a thought"
    today.save()
    settle(session, qtbot)
    session.window.close_for_good()
    session.let_go()
    services = open_services(paths)
    assert services.journal.day(TODAY).note == "half a thought"
    services.close()


def come_back_to(session, qtbot):
    """Leave the window for another one, and come back to it."""
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    session.window.activateWindow()
    qtbot.waitUntil(session.window.isActiveWindow)
    settle(session, qtbot)


def put_back_by_a_command(paths):
    backup = next(paths.backups.glob("*.daymark"))
    status = main(["--data-dir", str(paths.folder), "restore", str(backup)])
    assert status == 0


def test_a_file_that_a_command_put_right_is_noticed_as_she_comes_back(started, paths, qtbot):
    session, page = started(8)
    come_back_to(session, qtbot)
    assert session.window.cover.page is page
    put_back_by_a_command(paths)
    come_back_to(session, qtbot)
    qtbot.waitUntil(lambda: not session.window.cover.is_covering)
    settle(session, qtbot)
    assert "was put right meanwhile" in session.window.banner.text
    session.window.close_for_good()
    assert len(days(paths)) == 2


def test_another_damaged_file_is_looked_at_anew(started, paths, qtbot):
    session, page = started(8)
    for backup in paths.backups.iterdir():
        backup.unlink()
    spoil(paths, 1)
    come_back_to(session, qtbot)
    qtbot.waitUntil(lambda: "no backup here" in page.backup.text())
    assert "A backup can be put back" not in page.message.text()
    assert session.window.cover.page is page


def test_a_file_in_use_is_told_and_tried_again(started, paths, qtbot):
    session, page = started(8)
    put_back_by_a_command(paths)
    writer = sqlite3.connect(paths.diary, isolation_level=None)
    writer.execute("PRAGMA locking_mode = EXCLUSIVE")
    writer.execute("BEGIN EXCLUSIVE")
    come_back_to(session, qtbot)
    assert session.window.cover.page is page
    assert page.said.isVisible()
    writer.rollback()
    writer.close()
    come_back_to(session, qtbot)
    qtbot.waitUntil(lambda: not session.window.cover.is_covering)


def test_a_protected_copy_says_that_it_opens_with_its_passphrase(paths, qapp, qtbot):
    words = "some words of hers"
    services = open_services(paths)
    services.protection.turn_on(words, NOW)
    services.close()
    session = Session(qapp, paths, TODAY)
    session.window.show()
    cover = session.window.cover
    qtbot.waitUntil(lambda: isinstance(cover.page, UnlockPage))
    assert not cover.page.first.isVisible()
    spoil(paths, 8)
    type_passphrase(qtbot, cover.page, words)
    qtbot.waitUntil(lambda: isinstance(cover.page, RescuePage))
    settle(session, qtbot)
    press(qtbot, cover.page.put_back)
    qtbot.waitUntil(lambda: isinstance(cover.page, UnlockPage))
    assert cover.page.first.isVisible()
    assert "It opens with its passphrase" in cover.page.first.text()
    type_passphrase(qtbot, cover.page, words)
    qtbot.waitUntil(lambda: not cover.is_covering)
    settle(session, qtbot)
    assert "kept among your backups" in session.window.banner.text
    cover.lock()
    assert not cover.page.first.isVisible()
    session.window.close_for_good()
    session.let_go()


def type_passphrase(qtbot, page, words):
    qtbot.keyClicks(page.field.line, words)
    qtbot.keyClick(page.field.line, Qt.Key.Key_Return)


def read_a_damaged_page(paths):
    damaged = AppPaths(paths.folder / "aside")
    damaged.create()
    damaged.diary.write_bytes(next(paths.backups.glob("*.daymark")).read_bytes())
    spoil(damaged, 8)
    open_services(damaged)
