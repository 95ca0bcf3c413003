"""The three large buttons on the page: what they answer can be seen, changed and taken back."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt

from diary.domain.care import Profile, UsualLevel
from diary.domain.entry import DayEntry, Pain, SignReport, SymptomReport
from diary.ui.facts import DayLoaded
from diary.ui.today.draft import SignAnswer
from diary.ui.today.page import TodayPage
from tests.ui.fakes import TODAY

CLICK = Qt.MouseButton.LeftButton
ONE = dt.timedelta(days=1)
BACK = Pain(region="lower_back", worst=4)
TINGLING = SignReport(sign="tingling_hand_foot", grade=1)
TIRED = SymptomReport(symptom="fatigue", grade=2)
YESTERDAY = DayEntry(date=TODAY - ONE, pains=(BACK,), signs=(TINGLING,), symptoms=(TIRED,))


def load(bridge, entry=None, previous=None, day=TODAY, known=frozenset()):
    bridge.day_loaded.emit(DayLoaded(day=day, entry=entry, previous=previous, known=known))


@pytest.fixture
def page(bridge, theme, shown):
    page = shown(TodayPage(bridge, theme), 1000, 760)
    usual = (UsualLevel(of="tingling_hand_foot", level=1),)
    bridge.tell_opened(profile=Profile(usual=usual))
    load(bridge, previous=YESTERDAY)
    return page


@pytest.fixture
def quick(page):
    return page.pain.quick


def lit(quick):
    return [button.isChecked() for button in quick.tab_stops]


def test_nothing_is_chosen_for_her(quick):
    assert lit(quick) == [False, False, False]


def test_what_is_usual_is_named_as_such_beforehand(quick):
    assert quick.same.details.text() == (
        "Lower back 4; tingling hands or feet as usual; tiredness moderate."
    )


def test_no_pain_and_none_of_the_signs_is_shown_below_and_taken_back(page, quick, qtbot):
    qtbot.mouseClick(quick.nothing, CLICK)
    assert lit(quick) == [True, True, False]
    assert page.signs.answer_row.value is SignAnswer.NONE
    assert page.draft.pain.answer == page.draft.sign.answer == ()
    qtbot.mouseClick(quick.nothing, CLICK)
    assert lit(quick) == [False, False, False]
    assert page.draft.pain.answer is page.draft.sign.answer is None


def test_the_same_is_shown_below_and_taken_back_with_what_was_there(page, quick, press, qtbot):
    qtbot.mouseClick(page.pain.more, CLICK)
    press(page, "hip", Qt.Key.Key_Return)
    before = page.draft
    qtbot.mouseClick(quick.same, CLICK)
    assert lit(quick) == [False, False, True]
    assert [card.pain for card in page.pain.cards] == [BACK]
    assert page.draft.sign.answer == (TINGLING,)
    assert page.draft.symptom.answer == (TIRED,)
    assert page.draft.copied_from == YESTERDAY.date
    qtbot.mouseClick(quick.same, CLICK)
    assert lit(quick) == [False, False, False]
    assert page.draft == before


def test_presses_one_after_the_other_are_taken_back_one_after_the_other(page, quick, qtbot):
    before = page.draft
    qtbot.mouseClick(quick.nothing, CLICK)
    between = page.draft
    qtbot.mouseClick(quick.same, CLICK)
    assert lit(quick) == [False, False, True]
    qtbot.mouseClick(quick.same, CLICK)
    assert page.draft == between
    qtbot.mouseClick(quick.nothing, CLICK)
    assert page.draft == before


def test_a_change_of_a_copied_day_keeps_the_mark_until_nothing_is_left_of_it(page, quick, qtbot):
    qtbot.mouseClick(quick.same, CLICK)
    qtbot.mouseClick(page.pain.cards[0].score.buttons[7], CLICK)
    assert not quick.same.isChecked()
    assert page.draft.copied_from == YESTERDAY.date
    qtbot.mouseClick(quick.nothing, CLICK)
    assert page.draft.copied_from is None
    assert page.draft.symptom.answer == (TIRED,)


def test_a_day_that_came_as_a_copy_is_shown_as_one(page, bridge, quick, qtbot):
    page.show_day(TODAY - ONE)
    page.show_day(TODAY)
    entry = YESTERDAY.model_copy(update={"date": TODAY, "copied_from": YESTERDAY.date})
    load(bridge, entry, YESTERDAY)
    assert lit(quick) == [False, False, True]
    assert not page.draft.is_changed
    qtbot.mouseClick(quick.same, CLICK)
    assert page.draft.pain.answer is None
    assert page.draft.copied_from is None


def test_another_day_waits_for_its_own_day_before(page, bridge, quick):
    page.show_day(TODAY - ONE)
    assert not quick.same.isEnabled()
    load(bridge, day=TODAY - ONE)
    assert quick.same.details.text() == "There is no earlier day to take answers from."
    assert not quick.same.isEnabled()
    page.show_day(TODAY)
    load(bridge, previous=YESTERDAY)
    assert quick.same.isEnabled()


def test_what_was_taken_over_before_a_press_on_no_pain_comes_back_with_it(quick, qtbot):
    qtbot.mouseClick(quick.same, CLICK)
    qtbot.mouseClick(quick.no_pain, CLICK)
    assert lit(quick) == [False, True, False]
    qtbot.mouseClick(quick.no_pain, CLICK)
    assert lit(quick) == [False, False, True]


def test_a_usual_level_is_sent_with_the_day_and_then_no_more(page, bridge, press, qtbot):
    qtbot.mouseClick(page.pain.more, CLICK)
    press(page, "hip", Qt.Key.Key_Return)
    standing = page.pain.cards[0].long_standing
    standing.answer_row.focus_row()
    press(page, Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.Key.Key_Tab, "3")
    bridge.asked.clear()
    page.save()
    ((entry, usual),) = bridge.asked_for("save")
    assert entry.pains == (Pain(region="hip"),)
    assert usual == (UsualLevel(of="hip", level=3, confirmed_on=TODAY),)


def test_a_place_recorded_before_is_not_asked_about(page, bridge):
    page.show_day(TODAY - ONE)
    entry = DayEntry(date=TODAY - ONE, pains=(BACK, Pain(region="hip")))
    load(bridge, entry, day=TODAY - ONE, known=frozenset({"lower_back"}))
    asks = [card.long_standing is not None for card in page.pain.cards]
    assert asks == [False, True]
