"""The frame with the real services: pages, keys, looks, and closing without losing a word."""

from __future__ import annotations

import datetime as dt
import sys

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QWidget

from diary.domain.entry import DayEntry
from diary.paths import AppPaths
from diary.rules.model import AlertReport
from diary.rules.questions import Question
from diary.services.open import open_services
from diary.settings import Settings, load_settings, save_settings
from diary.ui import main_window as main_window_module
from diary.ui.facts import AlertsNow, Failed
from diary.ui.pages import PageEntry
from diary.ui.start import Session
from diary.ui.theme_colors import DARK
from tests.ui.fakes import NOON, TODAY, begun
from tests.ui.windows import CTRL, idle, key, say_no_pain, shown_page

YESTERDAY = TODAY - dt.timedelta(days=1)
CLICK = Qt.MouseButton.LeftButton


@pytest.fixture
def paths(tmp_path):
    return begun(AppPaths(tmp_path / "data"))


def test_it_starts_with_today_and_builds_no_other_page(window):
    assert shown_page(window) == "today"
    assert list(window.pages) == ["today"]
    assert window.today.is_loaded
    assert window.today.pain.quick.nothing.hasFocus()


def test_the_frame_is_painted_before_what_stands_in_it(qapp, qtbot, paths):
    session = Session(qapp, paths, TODAY)
    window, told = session.window, []
    qtbot.addWidget(window)
    window.painted.disconnect(window.fill)
    window.painted.connect(lambda: told.append(("contents" in vars(window), window.focusWidget())))
    window.painted.connect(window.fill)
    with qtbot.waitSignal(session.bridge.day_loaded):
        window.show()
    # No ring that would jump from the rail to the day a moment later.
    assert told == [(False, window._stack)]
    assert window.today.pain.quick.nothing.hasFocus()
    idle(qtbot, session)
    window.leaving.was_asked = True
    window.close()
    qtbot.waitUntil(lambda: not window.finishing.is_on, timeout=20_000)


def test_a_page_shown_again_has_what_another_program_wrote(window, session, paths, qtbot):
    window.show_page("calendar")
    idle(qtbot, session)
    other = open_services(paths)
    other.journal.save(DayEntry(date=TODAY, pains=(), note="from elsewhere"), NOON, TODAY)
    other.close()
    window.show_page("today")
    qtbot.waitUntil(lambda: window.today.draft.note == "from elsewhere", timeout=20_000)
    idle(qtbot, session)


def test_alerts_are_asked_for_once_the_whole_day_is_on_the_page(qapp, qtbot, paths):
    session = Session(qapp, paths, TODAY)
    qtbot.addWidget(session.window)
    told = []
    session.bridge.day_loaded.connect(lambda _fact: told.append("day"))
    session.window.today.lower_half.completed.connect(lambda: told.append("complete"))
    with qtbot.waitSignal(session.bridge.alerts_changed):
        session.window.show()
    assert told == ["day", "complete"]
    idle(qtbot, session)
    session.window.leaving.was_asked = True
    session.window.close()
    qtbot.waitUntil(lambda: not session.window.finishing.is_on, timeout=20_000)


def test_the_bin_is_emptied_once_the_day_is_on_the_page(qapp, qtbot, paths):
    session = Session(qapp, paths, TODAY)
    qtbot.addWidget(session.window)
    told = []
    session.bridge.alerts_changed.connect(lambda _fact: told.append("alerts"))
    session.bridge.archive.emptied.connect(lambda _nothing: told.append("bin"))
    with qtbot.waitSignal(session.bridge.archive.emptied):
        session.window.show()
    idle(qtbot, session)
    assert told == ["alerts", "bin"]
    session.window.leaving.was_asked = True
    session.window.close()
    qtbot.waitUntil(lambda: not session.window.finishing.is_on, timeout=20_000)


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


def test_a_day_that_is_opened_from_elsewhere_shows_its_head(window, session, qtbot):
    """The control she was at last had the focus again, unseen, and the page scrolled to it."""
    window.resize(1024, 640)
    none = window.today.signs.answer_row.buttons[0]
    qtbot.mouseClick(none, CLICK)
    assert none.hasFocus()
    bar = window.today.column.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() > 0)
    window.show_page("calendar")
    window.pages["calendar"].setFocus()
    idle(qtbot, session)
    window.pages["calendar"].day_requested.emit(YESTERDAY)
    idle(qtbot, session)
    assert window.today.day == YESTERDAY
    assert not none.hasFocus()
    assert window.today.isAncestorOf(window.focusWidget())
    assert bar.value() == 0


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


def test_what_is_in_the_file_is_on_the_page(start, paths, qtbot):
    services = open_services(paths)
    now = dt.datetime(2026, 3, 20, 20, 41, tzinfo=dt.UTC)
    services.journal.save(DayEntry(date=TODAY, pains=(), note="hello"), now, TODAY)
    services.close()
    window = start().window
    qtbot.waitUntil(lambda: window.today.extras.note.text == "hello")
    assert window.today.pain.no_pain.isChecked()
