"""The passphrase in the settings: turned on, changed, taken off, and the code shown again."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt

from diary.errors import FileProblem
from diary.services.open import needs_passphrase, open_services
from diary.services.protection import Protection
from diary.ui.lock.code_page import CodePage
from tests.ui.lock.conftest import WORDS

OTHER = "quite another four words"
CODE = re.compile(r"([0-9A-Z]{5}-){12}[0-9A-Z]{5}")


@pytest.fixture
def settings(start):
    """Start on the card of an open diary; return the session and the card."""

    def settings(unlock=False):
        used = start()
        if unlock:
            used.unlock()
        used.window.show_page("settings")
        used.window.pages["settings"].show_passphrase()
        used.rest()
        used.card = used.window.pages["settings"].passphrase
        return used

    return settings


@pytest.fixture
def plain(paths, settings):
    services = open_services(paths)
    services.care.finish_first_run()
    services.close()
    return settings()


@pytest.fixture
def locked(protected, settings):  # noqa: ARG001  the diary is there before
    return settings(unlock=True)


def fill(used, *texts):
    """Type each text into the line that has the focus; Enter leads to the next one."""
    for text in texts:
        used.type(text)
        used.key(Qt.Key.Key_Return)


def turn_on(used, passphrase=WORDS):
    used.press(used.card.start)
    used.type(passphrase)
    used.key(Qt.Key.Key_Return)
    used.type(passphrase)
    used.press(used.card.form.understood)
    used.press(used.card.form.send)


class TestTurningOn:
    def test_the_code_is_shown_and_opens_the_diary(self, plain, paths):
        turn_on(plain)
        page = plain.cover
        assert isinstance(page, CodePage)
        assert CODE.fullmatch(page._told.code)
        assert needs_passphrase(paths.diary)
        assert not page.done.isEnabled()
        plain.press(page.put_away)
        plain.press(page.done)
        assert plain.cover is None
        assert plain.card.isVisible()
        assert plain.window.focusWidget() is plain.card.lock
        assert plain.window.rail.lock.isVisible()
        plain.lock()
        plain.unlock(page._told.code)
        assert plain.cover is None

    def test_two_different_ones_are_refused(self, plain, paths):
        plain.press(plain.card.start)
        fill(plain, WORDS, OTHER)
        form = plain.card.form
        assert form.again.note.text.startswith("The two are not the same.")
        plain.type(WORDS)
        plain.key(Qt.Key.Key_Return)
        assert plain.window.focusWidget() is form.understood  # not ticked yet
        plain.key(Qt.Key.Key_Space)
        plain.press(form.send)
        assert needs_passphrase(paths.diary)

    def test_an_empty_one_is_asked_for(self, plain, paths):
        plain.press(plain.card.start)
        plain.press(plain.card.form.send)
        assert plain.card.form.new.note.text == "This one is needed."
        assert not needs_passphrase(paths.diary)

    def test_she_can_leave_it_and_nothing_typed_stays(self, plain, paths):
        plain.press(plain.card.start)
        plain.type(WORDS)
        form = plain.card.form
        plain.press(form.leave)
        assert plain.card.form is None
        assert form.new.text == ""
        assert plain.window.focusWidget() is plain.card.start
        plain.press(plain.card.start)
        plain.type(WORDS)
        plain.window.show_page("today")
        assert plain.card.form is None
        assert not needs_passphrase(paths.diary)

    def test_while_it_is_at_work_all_else_waits(self, plain, monkeypatch, qtbot):
        seen = []
        real = Protection.turn_on

        def slowly(self, passphrase, now, progress=None):
            progress(1, 3)
            return real(self, passphrase, now, progress)

        monkeypatch.setattr(Protection, "turn_on", slowly)
        protection = plain.session.bridge.protection

        def look():
            page = plain.cover
            before = plain.window
            plain.window.close()
            plain.window.lock()
            qtbot.keyClick(plain.window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
            seen.append((page.title.text(), page.said.text(), plain.window is before))
            seen.append("calendar" in plain.window.pages)

        protection.began.connect(look)
        far = []
        protection.progressed.connect(lambda *_: far.append(plain.cover.far.text()))
        turn_on(plain)
        told = "The diary is being written anew. Please close the window when that is done."
        assert seen == [("Your diary is being protected", told, True), False]
        assert far[0] == "1 of 3 files"
        assert plain.window.isVisible()

    def test_what_does_not_work_is_told_in_the_form(self, plain, paths, monkeypatch):
        def refuse(*_arguments):
            raise FileProblem("The disk is full.")

        with monkeypatch.context() as patch:
            patch.setattr(Protection, "turn_on", refuse)
            turn_on(plain)
        assert plain.cover is None
        assert plain.card.form.new.note.text == "The disk is full."
        assert not needs_passphrase(paths.diary)
        plain.press(plain.card.form.send)
        assert needs_passphrase(paths.diary)


class TestOnceItIsOn:
    def test_the_code_is_shown_again_after_the_passphrase(self, locked):
        locked.press(locked.card.code)
        fill(locked, "something else")
        assert locked.cover is None
        assert locked.card.form.first.note.text != ""
        fill(locked, WORDS)
        page = locked.cover
        assert CODE.fullmatch(page._told.code)
        assert not page.put_away.isVisible()
        locked.press(page.done)
        assert locked.cover is None

    def test_it_can_be_changed(self, locked, paths):
        locked.press(locked.card.change)
        fill(locked, WORDS, OTHER, OTHER)
        page = locked.cover
        assert page._told.is_another
        locked.press(page.put_away)
        locked.press(page.done)
        locked.lock()
        locked.unlock(WORDS)
        assert locked.cover is not None
        locked.unlock(OTHER)
        assert locked.cover is None
        assert needs_passphrase(paths.diary)

    def test_a_backup_that_could_not_be_changed_is_named(self, locked, paths):
        paths.backups.mkdir(exist_ok=True)
        stray = paths.backups / "diary-20260301-120000.daymark"
        stray.write_bytes(b"no diary" * 1024)
        locked.press(locked.card.change)
        fill(locked, WORDS, OTHER, OTHER)
        assert locked.cover._told.missed == (stray,)
        assert "1 backup could not be changed" in locked.all_words()

    def test_it_can_be_taken_off(self, locked, paths):
        locked.press(locked.card.take_off)
        fill(locked, "something else")
        assert needs_passphrase(paths.diary)
        fill(locked, WORDS)
        assert not needs_passphrase(paths.diary)
        assert locked.card.said.text() == "The passphrase is off. Your diary opens without one."
        assert not locked.window.rail.lock.isVisible()
        assert locked.window.focusWidget() is locked.card.start
        assert not locked.session._idle.is_on
