"""The cards about backups over a real file, with the real bridge."""

from __future__ import annotations

import datetime as dt
import sqlite3

import pytest

from diary.domain.entry import DayEntry
from diary.store.database import Database
from diary.ui.facts import Failed
from tests.ui.fakes import NOON, TODAY

YESTERDAY = TODAY - dt.timedelta(days=1)


@pytest.fixture
def shown(use):
    """The part of the settings with the cards; one day is recorded."""
    used = use("file")
    used.services = used.bridge._desk.services
    used.services.journal.save(DayEntry(date=YESTERDAY, note="then"), NOON, TODAY)
    used.card = used.page.backups
    return used


def save_today(used):
    used.services.journal.save(DayEntry(date=TODAY, note="now"), NOON, TODAY)


def rest(used):
    used.rest()
    used.qtbot.waitUntil(lambda: all(row.looked is not None for row in used.card.list.rows))


def test_a_backup_is_made_listed_and_looked_into(shown):
    assert shown.card.newest.text() == "There is no backup yet."
    shown.press(shown.card.now)
    rest(shown)
    assert shown.card.said.text() == "The backup was made and checked."
    assert shown.card.newest.text().startswith("Newest backup: today at ")
    [row] = shown.card.list.rows
    assert row.about.text().startswith("1 recorded day, 19 March 2026 · in order · ")
    assert row.about.text().endswith(" kB · not protected")


def test_a_backup_is_put_back_after_saying_what_it_lacks_and_that_is_undone(shown):
    shown.press(shown.card.now)
    rest(shown)
    save_today(shown)
    shown.press(shown.card.list.rows[0].put_back)
    form = shown.card.list.form
    assert "1 day that is recorded now is not in it: 20 March 2026." in form.said.text()
    with shown.qtbot.waitSignal(shown.bridge.entries_changed):
        form.now.click()
    rest(shown)
    journal = shown.services.journal
    assert shown.card.said.text() == "The backup was put back."
    assert journal.day(TODAY) is None
    shown.press(shown.card.undo)
    rest(shown)
    assert journal.day(TODAY).note == "now"
    assert shown.card.said.text() == "Your diary is as it was before."
    assert not shown.card.undo.isVisible()


def test_everything_can_be_left_as_it_is(shown):
    shown.press(shown.card.now)
    rest(shown)
    row = shown.card.list.rows[0]
    shown.press(row.put_back)
    shown.press(shown.card.list.form.leave)
    assert shown.card.list.form is None
    assert row.put_back.isVisible()
    assert row.put_back.hasFocus()


def test_two_backups_of_the_same_minute_do_not_read_alike(shown, paths):
    shown.press(shown.card.now)
    rest(shown)
    [first] = paths.backups.glob("*.daymark")
    taken_at = shown.card.list.rows[0].copy.about.taken_at
    earlier = taken_at.replace(second=(taken_at.second + 30) % 60)
    name = f"diary-{earlier:%Y-%m-%dT%H%M%SZ}.daymark"
    (paths.backups / name).write_bytes(first.read_bytes())
    shown.bridge.backups.load()
    rest(shown)
    titles = [row.title.text() for row in shown.card.list.rows]
    spoken = [row.put_back.accessibleName() for row in shown.card.list.rows]
    assert len(set(titles)) == len(set(spoken)) == 2


def test_a_backup_with_another_passphrase_asks_for_it(shown, paths):
    paths.backups.mkdir()
    Database.open(paths.backups / "old.daymark", "another").close()
    shown.bridge.backups.load()
    rest(shown)
    [row] = shown.card.list.rows
    assert "has another passphrase" in row.about.text()
    shown.press(row.put_back)
    form = shown.card.list.form
    assert form.passphrase.isVisible()
    form.passphrase.line.setText("wrong")
    shown.press(form.open)
    assert "does not open the backup" in form.passphrase.note.text
    form.passphrase.line.setText("another")
    shown.press(form.open)
    assert "opens with the passphrase of this backup" in form.said.text()
    shown.press(form.now)
    assert shown.services.passphrase == "another"


def test_a_damaged_backup_cannot_be_put_back(shown, paths):
    shown.press(shown.card.now)
    rest(shown)
    [path] = paths.backups.iterdir()
    path.write_bytes(path.read_bytes()[:8192] + bytes(path.stat().st_size - 8192))
    shown.press(shown.card.now)
    rest(shown)
    damaged = next(row for row in shown.card.list.rows if row.copy.about.path == path)
    shown.card.list._known.clear()
    shown.bridge.backups.look_at(path)
    shown.rest()
    assert "damaged" in damaged.about.text()
    assert not damaged.put_back.isEnabled()


def test_older_backups_are_shown_when_asked_for(shown):
    for _ in range(7):
        shown.services.safekeeping.backup(NOON)
    shown.bridge.backups.load()
    rest(shown)
    assert len(shown.card.list.rows) == 5
    assert shown.card.list.more.text() == "Show 2 older backups"
    shown.press(shown.card.list.more)
    rest(shown)
    assert len(shown.card.list.rows) == 7
    assert not shown.card.list.more.isVisible()


def test_a_second_folder_is_chosen_and_forgotten(shown, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    second = shown.card.second
    second._ask = lambda _parent, _title, chosen: chosen(str(stick))
    shown.press(second.choose)
    rest(shown)
    assert second.folder.accessibleName() == f"{stick} (there now)"
    assert len(list(stick.iterdir())) == 1
    assert any("in the second folder" in row.about.text() for row in shown.card.list.rows)
    shown.press(second.forget)
    rest(shown)
    assert second.folder.text() == "None chosen."


def test_a_folder_that_is_refused_is_told(shown, paths):
    second = shown.card.second
    second._ask = lambda _parent, _title, chosen: chosen(str(paths.folder))
    with shown.qtbot.waitSignal(shown.bridge.failed) as failed:
        shown.press(second.choose)
    assert "where the diary itself is kept" in failed.args[0].message
    assert second.folder.text() == "None chosen."


def test_a_failure_lets_her_try_again(shown):
    shown.card.now.setEnabled(False)
    shown.bridge.failed.emit(Failed(what="backup", message="x"))
    assert shown.card.now.isEnabled()
    assert shown.card.said.text() == "This did not work. Everything is as it was."


def test_the_diary_is_checked_line_by_line(shown):
    shown.press(shown.card.now)
    shown.press(shown.page.check.now)
    assert shown.page.check.said.text() == "Everything is in order."
    words = [line.words.text() for line in shown.page.check.lines]
    assert words[0] == "The file can be read from one end to the other"
    assert words[-1] == "The newest backup is in order"
    assert all(line.accessibleName().endswith(": in order") for line in shown.page.check.lines)


def test_a_damaged_backup_is_not_offered_as_a_way_out(shown):
    shown.press(shown.card.now)
    [backup] = shown.services.paths.backups.glob("*.daymark")
    content = bytearray(backup.read_bytes())
    content[8192:12288] = b"\xff" * 4096
    backup.write_bytes(content)
    shown.press(shown.page.check.now)
    assert shown.page.check.said.text() == "1 thing is not in order."
    [told] = shown.page.check.lines[-1].faults
    assert told.text() == f"The file {backup.name} is damaged."


def test_a_sound_backup_is_named_as_the_way_out_of_a_diary_with_faults(shown):
    save_today(shown)
    shown.press(shown.card.now)
    with sqlite3.connect(shown.services.paths.diary) as connection:
        connection.execute("UPDATE entry SET note = x'ff' WHERE day = ?", (TODAY.isoformat(),))
    connection.close()
    shown.press(shown.page.check.now)
    words = "1 thing is not in order. A backup can be put back in its place."
    assert shown.page.check.said.text() == words
    [told] = [one.text() for line in shown.page.check.lines for one in line.faults]
    assert "A backup can be put back" not in told
