"""The frame with the real services: pages, keys, looks, and closing without losing a word."""

from __future__ import annotations

import datetime as dt
import sys

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QWidget

from diary.domain.entry import DayEntry
from diary.errors import FileProblem
from diary.logs import LOG_NAME
from diary.paths import AppPaths
from diary.rules.model import AlertReport
from diary.rules.questions import Question
from diary.services.drafts import Drafts
from diary.services.open import open_services
from diary.settings import Settings, load_settings, save_settings
from diary.ui import main_window as main_window_module
from diary.ui.facts import AlertsNow, Failed
from diary.ui.pages import PageEntry
from diary.ui.start import Session
from diary.ui.theme_colors import DARK
from tests.ui.fakes import NOON, TODAY, begun

YESTERDAY = TODAY - dt.timedelta(days=1)
CTRL = Qt.KeyboardModifier.ControlModifier
CLICK = Qt.MouseButton.LeftButton


@pytest.fixture
def paths(tmp_path):
    return begun(AppPaths(tmp_path / "data"))


@pytest.fixture
def start(qapp, qtbot, paths):
    """Start sessions and end them."""
    made = []

    def start(**options):
        session = Session(qapp, paths, TODAY, **options)
        made.append(session)
        qtbot.addWidget(session.window)
        with qtbot.waitSignal(session.bridge.alerts_changed):
            session.window.show()
        session.window.activateWindow()
        return session

    yield start
    for session in made:
        session.window._was_asked = True
        session.window.close()
        qtbot.waitUntil(lambda: not session.window.finishing.is_on, timeout=20_000)  # noqa: B023  waited for at once


@pytest.fixture
def session(start):
    return start()


@pytest.fixture
def window(session):
    return session.window


def idle(qtbot, session):
    # The first chart brings matplotlib, which takes its time on a busy machine.
    qtbot.waitUntil(lambda: not session.bridge.busy, timeout=30_000)


def key(qtbot, window, which, modifier=CTRL):
    qtbot.keyClick(window.focusWidget() or window, which, modifier)


def say_no_pain(qtbot, window):
    qtbot.keyClick(window.today.pain.no_pain, Qt.Key.Key_Space)


@pytest.fixture
def broken_drafts(monkeypatch):
    """A disk that takes no drafts, until ``undo``."""

    def keep(*_arguments):
        raise FileProblem("The disk is full.")

    with monkeypatch.context() as broken:
        broken.setattr(Drafts, "keep", keep)
        yield broken


def shown_page(window):
    return next(page for page, widget in window.pages.items() if widget.isVisible())


def test_it_starts_with_today_and_builds_no_other_page(window):
    assert shown_page(window) == "today"
    assert list(window.pages) == ["today"]
    assert window.today.is_loaded
    assert window.today.pain.quick.nothing.hasFocus()


def test_today_on_the_rail_means_the_present_day(window, session, qtbot):
    window.show_day(YESTERDAY)
    window.show_page("calendar")
    qtbot.mouseClick(window.rail.buttons["today"], CLICK)
    idle(qtbot, session)
    assert window.today.day == TODAY
    window.show_day(YESTERDAY)
    key(qtbot, window, Qt.Key.Key_1)
    idle(qtbot, session)
    assert window.today.day == TODAY


@pytest.mark.parametrize(
    ("number", "page"), list(enumerate(["today", "calendar", "charts", "noticed", "visit"], 1))
)
def test_ctrl_and_a_digit_opens_a_page(window, session, qtbot, number, page):
    key(qtbot, window, Qt.Key.Key_0 + number)
    assert shown_page(window) == page
    assert window.rail.buttons[page].isChecked()
    focus = window.focusWidget()
    assert focus is not None
    idle(qtbot, session)


@pytest.mark.parametrize(
    ("keys", "page"),
    [
        ((Qt.Key.Key_Comma, CTRL), "settings"),
        ((Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier), "help"),
    ],
)
def test_the_pages_at_the_foot_have_keys(window, session, qtbot, keys, page):
    key(qtbot, window, *keys)
    assert shown_page(window) == page
    assert window.rail.buttons[page].isChecked()
    assert window.focusWidget() is not None
    idle(qtbot, session)


def test_a_page_is_built_once_and_told_what_the_others_know(window, session, qtbot):
    with qtbot.waitSignal(session.bridge.opened):
        window.show_page("calendar")
    first = window.pages["calendar"]
    window.show_page("today")
    with qtbot.assertNotEmitted(session.bridge.opened):
        window.show_page("calendar")
    assert window.pages["calendar"] is first


def test_a_page_opened_before_the_diary_waits_like_all_others(qapp, qtbot, paths):
    session = Session(qapp, paths, TODAY)
    qtbot.addWidget(session.window)
    session.window.show_page("calendar")
    assert session.bridge._desk._opened is None
    session.window.close()


def test_a_day_of_the_calendar_opens_on_today(window, session, qtbot):
    window.show_page("calendar")
    with qtbot.waitSignal(session.bridge.day_loaded):
        window.pages["calendar"].day_requested.emit(YESTERDAY)
    assert shown_page(window) == "today"
    assert window.today.day == YESTERDAY


def test_a_page_without_a_wish_for_days_is_welcome(window, monkeypatch, session):
    plain = PageEntry("visit", "Visit", "eye", "Ctrl+5", lambda _b, _t, parent: QWidget(parent))
    monkeypatch.setattr(main_window_module, "PAGES", (plain,))
    window.show_page("visit")
    assert shown_page(window) == "visit"
    assert session.bridge._desk._opened is not None


def test_what_was_noticed_is_one_press_away(window, session, qtbot):
    window.today.noticed_requested.emit()
    assert shown_page(window) == "noticed"
    idle(qtbot, session)


def test_it_has_a_picture_of_its_own(window):
    assert not window.windowIcon().isNull()


def test_the_sample_says_that_it_is_made_up(start):
    window = start(demo=True).window
    assert window.messages.demo.isVisible()
    assert window.messages.demo.text == "Sample diary: made up. Nothing here is kept."


def test_her_own_diary_says_nothing_of_the_kind(window):
    assert not window.messages.demo.isVisible()
    assert not window.banner.isVisible()


def test_a_failure_is_one_calm_line(window, session):
    session.bridge.failed.emit(Failed(what="chart", message="It did not work.", problems=("x",)))
    assert window.banner.text == "It did not work. x"
    assert window.banner.isVisible()


def test_what_the_day_could_not_do_is_told_by_its_page_alone(window, session):
    session.bridge.failed.emit(Failed(what="save", message="The disk is full."))
    assert not window.banner.isVisible()


class TestLook:
    """Colours, text size, size and place are kept."""

    def test_colours_and_text_are_kept(self, window, session, paths, qtbot):
        session.theme.set_choice("light")
        key(qtbot, window, Qt.Key.Key_Comma)
        look = window.pages["settings"].options["look"].controls
        qtbot.mouseClick(look["theme"].button_of("dark"), CLICK)
        qtbot.mouseClick(window.rail.larger, CLICK)
        assert look["text_size"].value == 110
        idle(qtbot, session)
        kept = load_settings(paths.settings).settings
        assert (kept.theme, kept.text_size) == ("dark", 110)
        assert session.theme.colors is DARK

    def test_keys_change_the_text(self, window, session, qtbot):
        key(qtbot, window, Qt.Key.Key_Plus)
        assert session.theme.text_size == 110
        key(qtbot, window, Qt.Key.Key_Minus)
        assert session.theme.text_size == 100

    def test_size_and_place_are_remembered(self, start, paths):
        first = start().window
        size = QSize(780, 590)  # the offscreen screen is 800 x 800
        first.resize(size)
        first.close()
        assert load_settings(paths.settings).settings.window_geometry
        assert start().window.size() == size

    @pytest.mark.parametrize("wrong", ["", "not base64 \x00", "QUJD", "ä"])
    def test_a_damaged_place_is_let_go(self, start, paths, wrong):
        save_settings(Settings(window_geometry=wrong), paths.settings)
        assert start().window.isVisible()

    def test_settings_that_cannot_be_kept_are_told(self, window, paths, qtbot):
        paths.settings.mkdir(parents=True)
        qtbot.mouseClick(window.rail.larger, CLICK)
        qtbot.waitUntil(lambda: "could not be saved" in window.banner.text)

    def test_an_option_that_is_none_is_a_bug(self, session, monkeypatch, qtbot):
        caught = []
        monkeypatch.setattr(sys, "excepthook", lambda kind, *_: caught.append(kind.__name__))
        session.window.option_changed.emit("no_such_option", 1)
        qtbot.waitUntil(lambda: caught == ["ValidationError"])

    def test_damaged_settings_are_told(self, start, paths, qtbot):
        paths.settings.write_text("{", encoding="utf-8")
        window = start().window
        qtbot.waitUntil(lambda: "could not be read" in window.banner.text)


@pytest.mark.parametrize("text_size", [100, 200])
def test_it_fits_a_small_screen(start, paths, qtbot, text_size):
    save_settings(Settings(text_size=text_size), paths.settings)
    window = start().window
    window.resize(1024, 640)
    qtbot.waitUntil(lambda: window.size() == QSize(1024, 640))
    for label in window.rail.findChildren(QLabel):
        assert label.width() >= label.sizeHint().width()
    for button in window.rail.buttons.values():
        assert button.width() >= button.sizeHint().width()
        assert window.rail.rect().contains(button.geometry())
    assert window.rail.rect().contains(window.rail.larger.geometry())
    assert window.today.column.widget().width() <= window.today.column.viewport().width()


def test_the_question_after_a_silence_leads_to_today(window, session, qtbot):
    question = Question(YESTERDAY - dt.timedelta(days=3), "How are you today?", "If you like.")
    report = AlertReport(TODAY, (), ())
    window.show_day(YESTERDAY)
    window.show_page("calendar")
    session.bridge.alerts_changed.emit(AlertsNow(standing=report, question=question))
    assert window.messages.question.isVisible()
    qtbot.mouseClick(window.messages.question.record, CLICK)
    assert window.today.isVisible()
    qtbot.waitUntil(lambda: window.today.day == TODAY)


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
        again._was_asked = True
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


def test_a_clock_set_back_is_told_once_and_nothing_is_lost(paths, qapp, qtbot, start):
    services = open_services(paths)
    services.journal.save(DayEntry(date=TODAY, note="ahead"), NOON, TODAY)
    services.close()
    session = Session(qapp, paths, YESTERDAY)
    qtbot.addWidget(session.window)
    with qtbot.waitSignal(session.bridge.alerts_changed):
        session.window.show()
    banner = session.window.banner
    assert "a day after today, 20 March 2026" in banner.text
    assert "Nothing is lost" in banner.text
    banner.hide()
    say_no_pain(qtbot, session.window)
    session.window.today.save()
    idle(qtbot, session)
    assert not banner.isVisible()
    session.window.close()
    window = start().window
    assert window.today.draft.note == "ahead"
    assert not window.banner.isVisible()
    services = open_services(paths)
    assert services.journal.day(YESTERDAY).pains == ()
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
        session.window._was_asked = True
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


def test_what_is_in_the_file_is_on_the_page(start, paths, qtbot):
    services = open_services(paths)
    now = dt.datetime(2026, 3, 20, 20, 41, tzinfo=dt.UTC)
    services.journal.save(DayEntry(date=TODAY, pains=(), note="hello"), now, TODAY)
    services.close()
    window = start().window
    qtbot.waitUntil(lambda: window.today.extras.note.text == "hello")
    assert window.today.pain.no_pain.isChecked()
