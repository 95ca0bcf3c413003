"""Closing the window loses nothing unasked, whether the file opens or not."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt

from diary.domain.entry import DayEntry
from diary.errors import FileProblem
from diary.logs import LOG_NAME
from diary.paths import AppPaths
from diary.services.drafts import Drafts
from diary.services.open import open_services
from diary.ui.start import Session
from tests.ui.fakes import TODAY, begun
from tests.ui.windows import idle, say_no_pain, shown_page

YESTERDAY = TODAY - dt.timedelta(days=1)
CLICK = Qt.MouseButton.LeftButton


@pytest.fixture
def paths(tmp_path):
    return begun(AppPaths(tmp_path / "data"))


@pytest.fixture
def broken_drafts(monkeypatch):
    """A disk that takes no drafts, until ``undo``."""

    def keep(*_arguments):
        raise FileProblem("The disk is full.")

    with monkeypatch.context() as broken:
        broken.setattr(Drafts, "keep", keep)
        yield broken


class TestClosing:
    """Closing loses nothing unasked."""

    def test_nothing_unsaved_closes_at_once(self, window, paths):
        assert window.close()
        services = open_services(paths)
        assert services.journal.last_day() is None
        services.close()

    def test_what_is_not_saved_is_kept_without_a_question(self, window, session, start, qtbot):
        say_no_pain(qtbot, window)
        window.show_day(YESTERDAY)
        idle(qtbot, session)
        say_no_pain(qtbot, window)
        window.close()
        qtbot.waitUntil(lambda: not (window.isVisible() or window.finishing.is_on))
        again = start().window
        qtbot.waitUntil(lambda: again.today.is_loaded)
        assert again.today.pain.no_pain.isChecked()
        assert again.today.unsaved_days() == (TODAY,)
        assert again.today.unsaved.isVisible()
        qtbot.mouseClick(again.today.unsaved.go, CLICK)
        qtbot.waitUntil(lambda: again.today.is_loaded)
        assert again.today.day == YESTERDAY
        assert again.today.pain.no_pain.isChecked()

    def test_a_power_cut_loses_nothing_that_was_written(self, window, session, paths, qtbot):
        say_no_pain(qtbot, window)
        idle(qtbot, session)
        # Another program sees only what is on the disk.
        services = open_services(paths)
        assert services.drafts.days() == (TODAY,)
        services.close()

    @pytest.mark.usefixtures("broken_drafts")
    def test_answers_that_cannot_be_kept_are_asked_about_once(self, window, session, qtbot):
        say_no_pain(qtbot, window)
        idle(qtbot, session)
        window.show_page("calendar")
        assert not window.close()
        assert shown_page(window) == "today"
        assert window.banner.text == (
            "The disk is full. Some answers could not be kept. Close once more to leave them out."
        )
        assert window.close()

    @pytest.mark.usefixtures("broken_drafts")
    def test_several_days_are_counted(self, window, session, qtbot):
        say_no_pain(qtbot, window)
        window.show_day(YESTERDAY)
        idle(qtbot, session)
        say_no_pain(qtbot, window)
        idle(qtbot, session)
        window.close()
        assert "Answers of 2 days could not be kept." in window.banner.text

    @pytest.mark.usefixtures("broken_drafts")
    def test_it_asks_again_after_another_answer(self, window, session, qtbot):
        say_no_pain(qtbot, window)
        idle(qtbot, session)
        assert not window.close()
        qtbot.mouseClick(window.today.signs.answer_row.buttons[0], CLICK)
        assert not window.banner.isVisible()
        assert not window.close()

    def test_it_closes_when_they_can_be_kept_after_all(
        self, window, session, paths, qtbot, broken_drafts
    ):
        say_no_pain(qtbot, window)
        idle(qtbot, session)
        window.close()
        broken_drafts.undo()
        qtbot.mouseClick(window.banner._action, CLICK)
        qtbot.waitUntil(lambda: not (window.isVisible() or window.finishing.is_on))
        services = open_services(paths)
        assert services.drafts.days() == (TODAY,)
        services.close()

    @pytest.mark.usefixtures("broken_drafts")
    def test_it_asks_again_when_they_still_cannot_be_kept(self, window, session, qtbot):
        say_no_pain(qtbot, window)
        idle(qtbot, session)
        window.close()
        qtbot.mouseClick(window.banner._action, CLICK)
        qtbot.waitUntil(lambda: "Close once more" in window.banner.text)
        assert window.isVisible()

    @pytest.mark.usefixtures("broken_drafts")
    def test_what_fails_with_every_letter_is_told_once(self, window, session, qtbot, monkeypatch):
        told = []
        monkeypatch.setattr(window, "tell_problem", told.append)
        say_no_pain(qtbot, window)
        idle(qtbot, session)
        assert told == ["The disk is full."]
        monkeypatch.undo()
        window.tell_problem("The disk is full.")
        with qtbot.assertNotEmitted(window.banner.acted):
            say_no_pain(qtbot, window)
            idle(qtbot, session)
        assert window.banner.text == "The disk is full."

    def test_a_day_left_before_it_was_loaded_is_kept_over_what_the_file_holds(
        self, window, session, paths, start, qtbot
    ):
        held = DayEntry(date=YESTERDAY, pains=(), note="held")
        with qtbot.waitSignal(session.bridge.opened):
            session.bridge.save(held)
        window.show_day(YESTERDAY)
        window.today.signs.answer_row.buttons[0].click()
        window.show_day(TODAY)
        window.close()
        qtbot.waitUntil(lambda: not (window.isVisible() or window.finishing.is_on))
        again = start().window
        again.show_day(YESTERDAY)
        qtbot.waitUntil(lambda: again.today.is_loaded)
        again.today.save()
        with qtbot.waitSignal(again._bridge.saved):
            pass
        again.leaving.was_asked = True
        again.close()
        services = open_services(paths)
        kept = services.journal.day(YESTERDAY)
        services.close()
        assert (kept.pains, kept.signs, kept.note) == ((), (), "held")

    def test_what_the_file_says_already_is_no_draft(self, window, session, paths, qtbot):
        with qtbot.waitSignal(session.bridge.opened):
            session.bridge.save(DayEntry(date=YESTERDAY, pains=()))
        window.show_day(YESTERDAY)
        say_no_pain(qtbot, window)
        window.close()
        qtbot.waitUntil(lambda: not (window.isVisible() or window.finishing.is_on))
        services = open_services(paths)
        assert services.drafts.days() == ()
        services.close()


class TestNotOpen:
    """The file does not open at first."""

    @pytest.fixture
    def window(self, qapp, qtbot, paths):
        paths.create()
        paths.diary.write_bytes(b"not a diary at all, but long enough to be looked at" * 50)
        session = Session(qapp, paths, TODAY)
        qtbot.addWidget(session.window)
        with qtbot.waitSignal(session.bridge.failed):
            session.window.show()
        yield session.window
        session.window.leaving.was_asked = True
        session.window.close()
        qtbot.waitUntil(lambda: not session.window.finishing.is_on, timeout=20_000)

    def test_it_asks_whether_to_leave_answers_out(self, window, qtbot):
        why = window.banner.text
        say_no_pain(qtbot, window)
        assert not window.close()
        question = f"{why} Some answers could not be kept. Close once more to leave them out."
        assert window.banner.text == question
        with qtbot.waitSignal(window._bridge.failed):
            qtbot.mouseClick(window.banner._action, CLICK)
        assert window.isVisible()
        assert window.banner.text == question

    def test_it_closes_once_the_file_opens_and_takes_them(self, window, paths, qtbot):
        say_no_pain(qtbot, window)
        window.close()
        paths.diary.unlink()
        qtbot.mouseClick(window.banner._action, CLICK)
        qtbot.waitUntil(lambda: not (window.isVisible() or window.finishing.is_on))
        services = open_services(paths)
        assert services.drafts.days() == (TODAY,)
        services.close()

    def test_why_is_on_the_page_of_the_ways_out_and_in_the_log(self, window, paths):
        assert "is not a Daymark diary" in window.cover.page.message.text()
        log = (paths.logs / LOG_NAME).read_text(encoding="utf-8")
        assert "request failed" in log

    def test_save_works_as_soon_as_the_file_opens(self, window, paths, qtbot):
        say_no_pain(qtbot, window)
        paths.diary.unlink()
        with qtbot.waitSignal(window._bridge.saved):
            qtbot.mouseClick(window.today.bar.button, CLICK)
        assert not window.today.banner.isVisible()
        assert not window.banner.isVisible()
        assert window.today.unsaved_days() == ()
