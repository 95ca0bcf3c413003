"""A protected diary in the window: it asks, opens, locks again, and shows nothing while locked."""

from __future__ import annotations

import datetime as dt
import random
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit
from shiboken6 import isValid

from diary.errors import FileProblem, RequestError
from diary.services.drafts import Drafts
from diary.services.open import open_services
from diary.ui import pages, tries
from diary.ui.lock.unlock_page import UnlockPage
from tests.ui.fakes import NOON, TODAY
from tests.ui.lock.conftest import NOTE, WORDS

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def used(protected, start):  # noqa: ARG001  the diary is there before
    return start()


@pytest.fixture
def opened(used):
    used.unlock()
    return used


class TestUnlocking:
    def test_the_frame_gives_way_to_the_question(self, used):
        assert isinstance(used.cover, UnlockPage)
        assert used.cover.isVisible()
        assert not used.window.rail.isVisible()
        assert used.window.focusWidget() is used.cover.field.line
        assert NOTE not in used.all_words()

    def test_the_passphrase_and_enter_open_it(self, used):
        used.unlock()
        assert used.cover is None
        assert used.window.rail.isVisible()
        assert used.window.today.is_loaded
        assert used.window.today.draft.note == NOTE

    def test_so_does_the_recovery_code_however_it_is_typed(self, used, paths):
        services = open_services(paths, WORDS)
        code = services.protection.code(WORDS)
        services.close()
        used.unlock(code.lower().replace("-", " "))
        assert used.cover is None
        assert used.window.today.draft.note == NOTE

    def test_what_does_not_fit_is_told_and_leaves_the_file_alone(self, used, paths):
        before = paths.diary.read_bytes()
        used.unlock("something else")
        page = used.cover
        assert page.field.note.text.startswith("That did not open the diary.")
        assert page.field.line.selectedText() != ""
        assert page.open.isEnabled()
        assert paths.diary.read_bytes() == before
        used.unlock()  # typed over what is selected
        assert used.cover is None

    def test_the_wait_grows_and_the_button_counts_it_down(self, used):
        waits = []
        for _ in range(5):
            used.unlock("something else")
            page = used.cover
            waits.append(page.seconds_left)
            used.wait()
        assert waits == [0, 0, 2, 4, 8]
        used.unlock("something else")
        assert page.open.text() == "Open in 16 seconds"
        assert not page.open.isEnabled()
        used.unlock()  # not tried before the time has come
        assert used.cover is page
        for _ in range(15):
            page._on_second()
        assert page.open.text() == "Open in 1 second"
        used.wait()
        assert page.open.isEnabled()
        used.key(Qt.Key.Key_Return)
        assert used.cover is None

    def test_the_wait_is_the_same_on_a_new_page_and_for_the_desk(self, used, monkeypatch):
        monkeypatch.setattr(tries, "time", SimpleNamespace(monotonic=lambda: 100.0))
        for _ in range(4):
            used.wait()
            used.unlock("something else")
        assert not used.cover.others.isEnabled()
        used.cover.other_ways_wanted.emit()
        used.rest()
        used.cover.try_wanted.emit()
        page = used.cover
        assert isinstance(page, UnlockPage)
        assert page.seconds_left == 4
        assert not page.open.isEnabled()
        page.tried.emit(WORDS)  # past the button
        used.rest()
        assert used.cover is page
        assert page.field.note.text.startswith("Wait ")
        used.wait()
        used.unlock()
        assert used.cover is None

    def test_an_open_window_is_no_place_to_try_passphrases(self, used, monkeypatch):
        monkeypatch.setattr(tries, "time", SimpleNamespace(monotonic=lambda: 100.0))
        used.unlock()
        desk = used.session.bridge.protection._desk
        wrong = (
            lambda: desk.code("wrong"),
            lambda: desk.turn_off("wrong", print),
            lambda: desk.change("wrong", "another one", print),
        )
        for one in wrong:
            with pytest.raises(RequestError, match="does not fit"):
                one()
        for one in (*wrong, lambda: desk.code(WORDS)):
            with pytest.raises(RequestError, match="Wait 2 seconds"):
                one()
        desk.tries._until = 0.0
        assert desk.code(WORDS).code

    def test_a_file_that_refuses_the_right_words_can_be_put_right(self, used, paths, qtbot):
        services = open_services(paths, WORDS)
        services.safekeeping.backup(NOON)
        services.close()
        with paths.diary.open("r+b") as file:  # what tells whether a passphrase fits
            file.seek(100)
            file.write(random.Random(1).randbytes(500))
        before = paths.diary.read_bytes()
        used.unlock(WORDS)
        page = used.cover
        assert not page.others.isVisible()
        used.wait()
        used.unlock(WORDS)
        qtbot.mouseClick(page.others, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: not used.session.bridge.busy, timeout=20_000)
        ways = used.cover
        assert "A backup may still open with it." in ways.message.text()
        assert paths.diary.read_bytes() == before
        qtbot.mouseClick(ways.try_again, Qt.MouseButton.LeftButton)
        assert isinstance(used.cover, UnlockPage)
        used.cover.other_ways_wanted.emit()
        qtbot.waitUntil(lambda: not used.session.bridge.busy, timeout=20_000)
        qtbot.mouseClick(used.cover.put_back, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: isinstance(used.cover, UnlockPage), timeout=20_000)
        used.unlock(WORDS)
        assert used.cover is None
        assert used.window.today.draft.note == NOTE
        [kept] = paths.backups.glob("*.damaged")
        assert kept.read_bytes() == before

    def test_a_slip_in_the_code_is_named(self, used, paths):
        services = open_services(paths, WORDS)
        groups = services.protection.code(WORDS).split("-")
        services.close()
        groups[3] = groups[3][::-1] if groups[3] != groups[3][::-1] else "00001"
        used.unlock("-".join(groups))
        assert "4" in used.cover.field.note.text

    def test_nothing_typed_is_not_tried(self, used):
        used.key(Qt.Key.Key_Return)
        assert used.cover.field.note.text == "Type your passphrase first."

    def test_the_letters_can_be_seen(self, used):
        field = used.cover.field
        used.type("four")
        assert field.line.echoMode() == QLineEdit.EchoMode.Password
        used.press(field.show_letters)
        assert field.line.echoMode() == QLineEdit.EchoMode.Normal
        assert field.show_letters.text() == "Hide"
        used.press(field.show_letters)
        assert field.line.echoMode() == QLineEdit.EchoMode.Password

    def test_what_else_keeps_it_shut_is_told_there(self, used, monkeypatch):
        def refuse(*_arguments, **_options):
            raise FileProblem("The disk does not answer.")

        monkeypatch.setattr(used.session._opening, "_paths", None)
        monkeypatch.setattr("diary.services.open.open_services", refuse)
        used.unlock()
        assert used.cover.field.note.text == "The disk does not answer."
        assert used.cover.open.isEnabled()

    def test_no_key_leads_past_it(self, used):
        page = used.cover
        for which in (Qt.Key.Key_2, Qt.Key.Key_4):
            used.key(which, CTRL)
        used.lock()
        assert used.cover is page
        assert list(used.window.pages) == ["today"]

    def test_what_is_typed_before_the_question_comes_is_kept(self, protected, start, qtbot):  # noqa: ARG002
        used = start()
        today = used.window.today
        today.extras.note.field.setPlainText("typed at once")
        used.unlock()
        qtbot.waitUntil(lambda: today.is_loaded)
        assert "typed at once" in today.draft.note


def test_the_environment_opens_it_without_a_question(protected, start, monkeypatch):  # noqa: ARG001
    monkeypatch.setenv("DAYMARK_PASSPHRASE", WORDS)
    used = start()
    assert used.cover is None
    assert used.window.today.draft.note == NOTE
    used.lock()
    assert isinstance(used.cover, UnlockPage)  # locked by her, it stays locked
    used.unlock()
    assert used.window.today.draft.note == NOTE


class TestLocking:
    def test_a_window_that_knows_nothing_takes_its_place(self, opened, qtbot):
        opened.window.resize(780, 600)
        opened.window.show_page("calendar")
        opened.window.show_page("settings")
        opened.rest()
        dialog = QDialog(opened.window)
        dialog.setWindowTitle(NOTE)
        dialog.show()
        before, bridge, size = opened.window, opened.session.bridge, opened.window.size()
        opened.lock()
        assert opened.window is not before
        assert opened.window.isVisible()
        assert opened.window.size() == size
        assert isinstance(opened.cover, UnlockPage)
        qtbot.waitUntil(lambda: NOTE not in opened.all_words())
        assert opened.session.bridge is not bridge
        assert bridge._desk._opened is None
        assert opened.session.bridge._desk._opened is None
        opened.unlock()
        assert opened.window.today.draft.note == NOTE

    def test_the_look_can_be_changed_after_it(self, opened):
        """No page of the window before is left that would show the change."""
        before = opened.window
        for page in (*pages.PAGES, *pages.FOOT_PAGES):
            before.show_page(page.id)
            opened.rest()
        kept = list(before.pages.values())  # as garbage keeps them until it is collected
        opened.lock()
        opened.unlock()
        assert len(kept) > 5
        assert not any(map(isValid, kept))
        opened.session.theme.set_text_size(150)

    def test_the_item_of_the_rail_does_it_too(self, opened):
        assert opened.window.rail.lock.isVisible()
        opened.press(opened.window.rail.lock)
        assert isinstance(opened.cover, UnlockPage)

    def test_what_was_not_saved_is_there_again(self, opened):
        opened.window.today.show_day(TODAY - dt.timedelta(days=1))
        opened.rest()
        opened.window.today.extras.note.field.setPlainText("half a sentence")
        opened.lock()
        assert isinstance(opened.cover, UnlockPage)
        opened.unlock()
        opened.window.today.show_day(TODAY - dt.timedelta(days=1))
        opened.rest()
        assert opened.window.today.draft.note == "half a sentence"

    def test_what_cannot_be_kept_keeps_it_open(self, opened, monkeypatch):
        def refuse(*_arguments):
            raise FileProblem("The disk is full.")

        with monkeypatch.context() as patch:
            patch.setattr(Drafts, "keep", refuse)
            opened.window.today.extras.note.field.setPlainText("half a sentence")
            opened.rest()
            opened.lock()
            assert opened.cover is None
            told = "The disk is full. Some answers could not be kept, so the diary is not locked."
            assert opened.window.banner.text == told
        opened.window.today.extras.note.field.setPlainText("a whole sentence")
        opened.rest()
        opened.lock()
        assert isinstance(opened.cover, UnlockPage)

    def test_a_diary_without_a_passphrase_is_not_locked(self, paths, start):
        open_services(paths).close()
        used = start()
        before = used.window
        assert not used.window.rail.lock.isVisible()
        used.lock()
        assert used.window is before
        assert used.cover is None

    def test_untouched_for_long_enough_it_locks_itself(self, opened):
        idle = opened.session._idle
        assert idle.is_on
        idle._touched = (float("-inf"),) * 2
        idle.look()
        opened.rest()
        assert isinstance(opened.cover, UnlockPage)
        assert not idle.is_on
        opened.unlock()
        assert idle.is_on

    def test_she_says_after_how_many_minutes(self, opened):
        opened.window.show_page("settings")
        opened.window.pages["settings"].show_passphrase()
        opened.rest()
        card = opened.window.pages["settings"].passphrase
        assert card.after.value == "15"
        opened.press(card.lock)
        opened.unlock()
        opened.window.show_page("settings")
        opened.window.pages["settings"].passphrase.option_changed.emit("lock_after", "never")
        opened.rest()
        assert not opened.session._idle.is_on
        assert opened.window.pages["settings"].passphrase.after.value == "never"

    def test_in_the_tray_it_locks_without_coming_forward(self, opened):
        opened.window.hide()
        opened.window.lock()
        opened.rest()
        assert not opened.window.isVisible()
        opened.session.come_back()
        assert isinstance(opened.cover, UnlockPage)
        opened.unlock()
        assert opened.window.today.is_loaded
