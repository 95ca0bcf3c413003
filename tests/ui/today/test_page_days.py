"""The Today page from day to day: drafts stay, and an answer that comes late wipes nothing."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt

from diary.domain.entry import DayEntry, SymptomReport
from tests.alerts import alert
from tests.ui.fakes import TODAY
from tests.ui.today.telling import ENTRY, EVENING, TOMORROW, YESTERDAY, ctrl_enter, load, saved

HELD = DayEntry(
    date=YESTERDAY,
    entered_at=EVENING,
    pains=(),
    symptoms=(SymptomReport(symptom="fatigue", grade=2),),
    note="held",
)
CLICK = Qt.MouseButton.LeftButton


def test_an_answer_for_another_day_is_let_go(open_page, bridge):
    load(bridge, ENTRY.model_copy(update={"date": YESTERDAY}), YESTERDAY)
    assert open_page.draft.base is None


class TestOtherDays:
    """Days before and after; drafts stay."""

    def test_alt_and_the_arrows_change_the_day(self, open_page, bridge, press):
        alt = Qt.KeyboardModifier.AltModifier
        press(open_page, Qt.Key.Key_Left, modifier=alt)
        assert open_page.day == YESTERDAY
        assert bridge.asked_for("day") == [(YESTERDAY,)]
        press(open_page, Qt.Key.Key_Right, modifier=alt)
        assert open_page.day == TODAY

    def test_tomorrow_cannot_be_opened(self, open_page, bridge, press):
        press(open_page, Qt.Key.Key_Right, modifier=Qt.KeyboardModifier.AltModifier)
        assert open_page.day == TODAY
        assert bridge.asked == []

    def test_an_earlier_day_is_asked_about_as_such(self, open_page):
        open_page.show_day(YESTERDAY)
        assert open_page.pain._title.text() == "Pain on this day"
        assert open_page.header.to_today.isVisible()

    def test_what_was_not_saved_is_there_again(self, open_page, bridge, qtbot):
        qtbot.keyClick(open_page.pain.no_pain, Qt.Key.Key_Space)
        open_page.show_day(YESTERDAY)
        load(bridge, None, YESTERDAY)
        assert not open_page.pain.no_pain.isChecked()
        assert open_page.unsaved_days() == (TODAY,)
        open_page.show_day(TODAY)
        load(bridge, None)
        assert open_page.pain.no_pain.isChecked()
        assert open_page.draft.is_changed

    def test_an_untouched_day_leaves_no_draft(self, open_page, bridge):
        open_page.show_day(YESTERDAY)
        load(bridge, ENTRY.model_copy(update={"date": YESTERDAY}), YESTERDAY)
        open_page.show_day(TODAY)
        assert open_page.unsaved_days() == ()

    def test_a_draft_taken_back_is_gone(self, open_page, bridge, qtbot):
        qtbot.keyClick(open_page.pain.no_pain, Qt.Key.Key_Space)
        open_page.show_day(YESTERDAY)
        open_page.show_day(TODAY)
        load(bridge, None)
        qtbot.keyClick(open_page.pain.no_pain, Qt.Key.Key_Space)
        open_page.show_day(YESTERDAY)
        assert open_page.unsaved_days() == ()

    def test_the_cards_of_a_day_go_with_it(self, open_page, bridge):
        bridge.tell_speaking(alert())
        open_page.show_day(YESTERDAY)
        assert not open_page.results.isVisible()

    def test_a_draft_that_went_on_while_it_was_saved_stays(self, open_page, bridge, qtbot):
        qtbot.keyClick(open_page.pain.no_pain, Qt.Key.Key_Space)
        qtbot.mouseClick(open_page.signs.answer_row.buttons[0], CLICK)
        open_page.show_day(YESTERDAY)
        saved(bridge, DayEntry(date=TODAY, pains=()))
        assert open_page.unsaved_days() == (TODAY,)
        saved(bridge, DayEntry(date=dt.date(2026, 3, 1), pains=()))
        assert open_page.unsaved_days() == (TODAY,)


class TestNotLoaded:
    """What was answered before the day came from the file wipes nothing of that day."""

    def test_an_answer_that_came_after_she_moved_on_is_still_filled_in(self, open_page, bridge):
        open_page.show_day(YESTERDAY)
        open_page.signs.answer_row.buttons[0].click()
        open_page.show_day(TODAY)
        load(bridge, HELD, YESTERDAY)
        load(bridge, None)
        open_page.show_day(YESTERDAY)
        open_page.save()
        assert bridge.asked_for("save") == [(HELD.model_copy(update={"signs": ()}),)]

    def test_what_is_to_be_kept_again_is_loaded_first(self, open_page, bridge):
        open_page.show_day(YESTERDAY)
        open_page.signs.answer_row.buttons[0].click()
        open_page.show_day(TODAY)
        bridge.asked.clear()
        open_page.keep_again()
        assert bridge.asked_for("day") == [(YESTERDAY,), (TODAY,)]
        load(bridge, HELD, YESTERDAY)
        [kept] = bridge.asked_for("draft")
        assert kept[2] == YESTERDAY
        open_page.keep_again()
        assert bridge.asked_for("day") == [(TODAY,)]

    def test_a_save_pressed_before_loading_is_not_dropped_by_moving_on(
        self, open_page, bridge, press
    ):
        open_page.show_day(YESTERDAY)
        open_page.signs.answer_row.buttons[0].click()
        ctrl_enter(press, open_page)
        open_page.show_day(YESTERDAY - dt.timedelta(days=1))
        load(bridge, HELD, YESTERDAY)
        assert bridge.asked_for("save") == [(HELD.model_copy(update={"signs": ()}),)]
        load(bridge, HELD, YESTERDAY)
        assert bridge.asked_for("save") == []

    def test_what_the_file_says_already_leaves_no_draft(self, open_page, bridge):
        open_page.show_day(YESTERDAY)
        open_page.signs.answer_row.buttons[0].click()
        open_page.show_day(TODAY)
        load(bridge, HELD.model_copy(update={"signs": ()}), YESTERDAY)
        assert open_page.unsaved_days() == ()

    def test_a_draft_that_came_back_can_be_saved_at_once(self, open_page, bridge, press):
        open_page.pain.no_pain.click()
        open_page.show_day(YESTERDAY)
        open_page.show_day(TODAY)
        ctrl_enter(press, open_page)
        assert bridge.asked_for("save") == [(DayEntry(date=TODAY, pains=()),)]

    def test_days_answered_before_the_diary_opens_are_loaded_then(self, page, bridge):
        page.pain.no_pain.click()
        page.show_day(YESTERDAY)
        assert bridge.asked == []
        bridge.tell_opened()
        assert bridge.asked_for("day") == [(YESTERDAY,), (TODAY,)]


class TestMidnight:
    """The window may stay open for days."""

    @pytest.fixture
    def midnight(self, open_page, bridge):
        def midnight():
            bridge.clock._fixed += dt.timedelta(days=1)
            open_page._timer.timeout.emit()

        return midnight

    def test_an_untouched_page_goes_on_to_the_new_day(self, open_page, bridge, midnight):
        midnight()
        assert open_page.day == TOMORROW
        assert open_page.header.status.text() == "Today"
        assert bridge.asked_for("day") == [(TOMORROW,)]

    def test_she_is_not_interrupted(self, open_page, bridge, midnight, qtbot):
        qtbot.keyClick(open_page.pain.no_pain, Qt.Key.Key_Space)
        midnight()
        assert open_page.day == TODAY
        assert open_page.header.status.text() == "Yesterday, changed, not saved yet"
        assert open_page.header.after.isEnabled()
        assert bridge.asked_for("day") == []

    def test_an_earlier_day_stays(self, open_page, midnight):
        open_page.show_day(YESTERDAY)
        midnight()
        assert open_page.day == YESTERDAY

    def test_the_same_day_changes_nothing(self, open_page, bridge):
        open_page._timer.timeout.emit()
        assert open_page.day == TODAY
        assert bridge.asked == []
