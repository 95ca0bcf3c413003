"""Save on the Today page: what is sent, what is refused, and what is said about it."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt

from diary.domain.entry import DayEntry, Pain
from diary.domain.limits import LONG_TEXT
from diary.ui.facts import Failed
from tests.ui.fakes import TODAY
from tests.ui.today.telling import ENTRY, EVENING, YESTERDAY, ctrl_enter, load, saved

CLICK = Qt.MouseButton.LeftButton


def test_two_actions_record_a_day_without_pain(open_page, bridge, press, qtbot):
    qtbot.keyClick(open_page.pain.no_pain, Qt.Key.Key_Space)
    ctrl_enter(press, open_page)
    assert bridge.asked_for("save") == [(DayEntry(date=TODAY, pains=()),)]


def test_five_actions_record_a_known_place(open_page, bridge, press, qtbot):
    page = open_page
    qtbot.mouseClick(page.pain.chips["lower_back"], CLICK)
    press(page, "4")
    qtbot.mouseClick(page.pain.cards[0].night.buttons[2], CLICK)
    qtbot.mouseClick(page.signs.answer_row.buttons[0], CLICK)
    qtbot.mouseClick(page.bar.button, CLICK)
    assert bridge.asked_for("save") == [
        (
            DayEntry(
                date=TODAY,
                pains=(Pain(region="lower_back", worst=4, night="woke_me"),),
                signs=(),
            ),
        )
    ]


def test_saving_an_untouched_day_says_that_there_is_nothing_to_save(open_page, bridge, press):
    ctrl_enter(press, open_page)
    assert bridge.asked == []
    assert open_page.bar.words.text() == "Nothing is answered yet, so there is nothing to save."


def test_a_save_before_the_diary_is_open_waits_for_it(page, bridge, press, qtbot):
    qtbot.keyClick(page.pain.no_pain, Qt.Key.Key_Space)
    ctrl_enter(press, page)
    assert bridge.asked == []
    load(bridge, ENTRY)
    assert bridge.asked_for("save") == [(ENTRY.model_copy(update={"pains": ()}),)]


def test_after_the_save_it_says_so(open_page, bridge, qtbot):
    qtbot.keyClick(open_page.pain.no_pain, Qt.Key.Key_Space)
    assert open_page.bar.words.text() == "Not saved yet."
    saved(bridge, DayEntry(date=TODAY, pains=()))
    assert open_page.bar.words.text() == "Saved at 20:41."
    assert open_page.header.status.text() == "Today, saved at 20:41"
    assert not open_page.draft.is_changed


def test_a_day_opened_again_says_when_it_was_saved_last(page, bridge):
    bridge.tell_opened()
    first = EVENING - dt.timedelta(hours=9)
    load(bridge, ENTRY.model_copy(update={"entered_at": first}), saved_at=EVENING)
    assert page.header.status.text() == "Today, saved at 20:41"
    assert page.bar.words.text() == "Saved at 20:41."


def test_a_day_that_was_imported_is_recorded_at_no_time(page, bridge):
    bridge.tell_opened()
    load(bridge, ENTRY.model_copy(update={"entered_at": None}))
    assert page.header.status.text() == "Today, recorded without a time"
    assert page.bar.words.text() == ""


def test_a_day_that_is_not_recorded_any_more_was_not_saved(page, bridge):
    """Another program took it away, and the window looked again."""
    bridge.tell_opened()
    load(bridge, ENTRY, saved_at=EVENING)
    load(bridge, None)
    assert page.header.status.text() == "Today, not yet recorded"
    assert page.bar.words.text() == ""


def test_what_is_said_after_pressing_save_is_not_lost(open_page, bridge, qtbot):
    qtbot.keyClick(open_page.pain.no_pain, Qt.Key.Key_Space)
    first = DayEntry(date=TODAY, pains=())
    qtbot.mouseClick(open_page.signs.answer_row.buttons[0], CLICK)
    saved(bridge, first)
    assert open_page.draft.is_changed
    assert open_page.bar.words.text() == "Not saved yet."


def test_an_edited_day_keeps_what_the_form_does_not_show(open_page, bridge, press):
    load(bridge, ENTRY)
    open_page.pain.cards[0].score.focus_row()
    press(open_page, "2")
    ctrl_enter(press, open_page)
    pain = ENTRY.pains[0].model_copy(update={"worst": 2})
    assert bridge.asked_for("save") == [(ENTRY.model_copy(update={"pains": (pain,)}),)]


def test_a_note_too_long_is_refused_before_it_is_sent(open_page, bridge, press):
    open_page.extras.note.field.setPlainText("x" * (LONG_TEXT + 1))
    ctrl_enter(press, open_page)
    assert bridge.asked_for("save") == []
    assert "It can have 100,000." in open_page.bar.words.text()
    assert open_page.bar.words.text().startswith("Note: ")


class TestNotOpen:
    """The diary file could not be opened."""

    @pytest.fixture
    def closed_page(self, page, bridge):
        bridge.failed.emit(Failed(what="open", message="The file is damaged."))
        page.pain.no_pain.click()
        return page

    def test_to_keep_it_once_more_opens_again(self, closed_page, bridge):
        closed_page.keep_again()
        assert bridge.asked == [("open",)]
        assert bridge.drafts.unkept == {TODAY}

    def test_saving_says_so_and_opens_again(self, closed_page, bridge):
        closed_page.save()
        assert closed_page.banner.isVisible()
        assert closed_page.banner.text == "Not saved yet. The file is damaged."
        assert bridge.asked == [("open",)]
        assert closed_page.pain.no_pain.isChecked()

    def test_it_stays_until_the_save_is_confirmed(self, closed_page, bridge, press):
        ctrl_enter(press, closed_page)
        closed_page.show_day(YESTERDAY)
        closed_page.show_day(TODAY)
        bridge.tell_opened()
        load(bridge, None)
        assert bridge.asked_for("save") == [(DayEntry(date=TODAY, pains=()),)]
        assert closed_page.banner.isVisible()
        saved(bridge, DayEntry(date=TODAY, pains=()))
        assert not closed_page.banner.isVisible()

    def test_it_says_so_once_more_when_it_failed_once_more(self, closed_page, bridge):
        closed_page.save()
        bridge.failed.emit(Failed(what="open", message="The disk is away."))
        assert closed_page.banner.text == "Not saved yet. The disk is away."

    def test_without_a_save_the_window_tells_it_alone(self, closed_page):
        assert not closed_page.banner.isVisible()


def test_a_refused_answer_is_named_beside_save_and_stays(open_page, bridge, press):
    open_page.extras.note.field.setPlainText("my words")
    ctrl_enter(press, open_page)
    bridge.failed.emit(Failed(what="save", message="The note is no text, so it was not saved."))
    assert open_page.bar.words.text() == "The note is no text, so it was not saved."
    assert open_page.extras.note.text == "my words"
    assert open_page.unsaved_days() == (TODAY,)
    ctrl_enter(press, open_page)
    assert open_page.banner.isVisible()


class TestToMend:
    """What cannot be read keeps the day from being saved, and nothing typed is lost."""

    @pytest.fixture
    def heavy(self, open_page, qtbot):
        qtbot.mouseClick(open_page.extras.weight.open_button, CLICK)
        qtbot.keyClicks(open_page.extras.weight.line.field, "700")
        return open_page

    def test_save_names_the_field_and_goes_there(self, heavy, bridge, press):
        heavy.pain.no_pain.setFocus()
        ctrl_enter(press, heavy)
        assert bridge.asked_for("save") == []
        assert heavy.bar.words.text() == "Weight: Write a number from 20 to 400."
        assert heavy.extras.weight.line.field.hasFocus()
        assert heavy.extras.weight.line.note.isVisible()

    def test_mended_it_is_saved(self, heavy, bridge, press):
        ctrl_enter(press, heavy)
        press(heavy, Qt.Key.Key_Backspace)
        ctrl_enter(press, heavy)
        assert bridge.asked_for("save") == [(DayEntry(date=TODAY, weight_kg=70.0),)]

    def test_it_waits_on_its_day(self, heavy, bridge):
        heavy.show_day(YESTERDAY)
        load(bridge, None, YESTERDAY)
        assert heavy.extras.weight.text == ""
        assert heavy.unsaved_days() == (TODAY,)
        heavy.show_day(TODAY)
        load(bridge, None)
        assert heavy.extras.weight.text == "700"
        assert heavy.extras.weight.line.note.isVisible()
