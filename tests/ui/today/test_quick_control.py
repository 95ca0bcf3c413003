"""The three large buttons on the page: what they answer can be seen, changed and taken back."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt

from diary.domain.care import Profile, UsualLevel
from diary.domain.entry import DayEntry, Pain, SignReport, SymptomReport
from diary.ui.facts import DayLoaded, DaySaved
from diary.ui.today.draft import SignAnswer, entry_of
from diary.ui.today.missing import left_open
from diary.ui.today.page import TodayPage
from tests.ui.fakes import NOON, TODAY

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


def test_before_the_diary_is_open_no_earlier_day_can_be_taken_over(bridge, theme, shown):
    page = shown(TodayPage(bridge, theme), 1000, 760)
    same = page.pain.quick.same
    assert (same.isEnabled(), same.words.text()) == (False, "About the same as the day before")


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
    assert lit(quick) == [True, False, False]
    assert page.signs.answer_row.value is SignAnswer.NONE
    assert page.draft.pain.answer == page.draft.sign.answer == ()
    qtbot.mouseClick(quick.nothing, CLICK)
    assert lit(quick) == [False, False, False]
    assert page.draft.pain.answer is page.draft.sign.answer is None


def test_no_pain_alone_leaves_the_signs_to_be_asked(page, quick, qtbot):
    qtbot.mouseClick(quick.nothing, CLICK)
    qtbot.mouseClick(quick.no_pain, CLICK)
    assert lit(quick) == [False, True, False]
    assert page.draft.pain.answer == ()
    assert page.draft.sign.answer is page.signs.answer_row.value is None
    page.signs.answer_row.button_of(SignAnswer.NONE).click()
    assert lit(quick) == [True, False, False]
    qtbot.mouseClick(quick.nothing, CLICK)
    assert page.draft.pain.answer is page.draft.sign.answer is None


def test_a_day_without_pain_taken_over_is_one_answer_too(page, bridge, quick, qtbot):
    page.show_day(TODAY - ONE)
    page.show_day(TODAY)
    before = DayEntry(date=YESTERDAY.date, pains=(), signs=(), symptoms=(TIRED,))
    load(bridge, previous=before)
    qtbot.mouseClick(quick.same, CLICK)
    assert lit(quick) == [False, False, True]
    qtbot.mouseClick(quick.no_pain, CLICK)
    assert lit(quick) == [False, True, False]
    draft = page.draft
    assert (draft.pain.answer, draft.sign.answer, draft.symptom.answer) == ((), None, None)
    assert draft.copied_from is None


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


def test_taking_back_what_a_saved_day_says_can_be_undone(page, bridge, quick, qtbot):
    entry = DayEntry(date=TODAY, pains=(), signs=(), symptoms=(TIRED,))
    load(bridge, entry, YESTERDAY)
    qtbot.mouseClick(quick.nothing, CLICK)
    assert page.draft.pain.answer is page.draft.sign.answer is None
    assert page.draft.symptom.answer == (TIRED,)
    qtbot.mouseClick(quick.nothing, CLICK)
    assert not page.draft.is_changed


def test_the_same_on_a_saved_day_is_taken_back_by_pressing_again(page, bridge, quick, qtbot):
    entry = DayEntry(date=TODAY, pains=(Pain(region="knee", worst=7),), signs=(), note="x")
    load(bridge, entry, YESTERDAY)
    qtbot.mouseClick(quick.same, CLICK)
    assert page.draft.pain.answer == (BACK,)
    qtbot.mouseClick(quick.same, CLICK)
    assert not page.draft.is_changed


def test_a_saved_copy_taken_back_is_taken_over_again(page, bridge, quick, qtbot):
    copy = YESTERDAY.model_copy(update={"date": TODAY, "copied_from": TODAY - ONE})
    load(bridge, copy, YESTERDAY)
    assert lit(quick) == [False, False, True]
    qtbot.mouseClick(quick.same, CLICK)
    assert page.draft.pain.answer is None
    qtbot.mouseClick(quick.same, CLICK)
    assert not page.draft.is_changed


def test_yes_without_a_level_is_named_and_stays_for_the_level(page, bridge, qtbot):
    page.pain.places.add(Pain(region="knee", worst=4, night="none"))
    asked = page.pain.cards[0].long_standing
    qtbot.mouseClick(asked.answer_row.buttons[0], CLICK)
    assert "how bad your knee usually is" in " ".join(left_open(page.draft))
    entry = entry_of(page.draft)
    page.save()
    bridge.saved.emit(DaySaved(day=TODAY, entry=entry, saved_at=NOON))
    assert asked.answer is True
    page.show_day(TODAY - ONE)
    page.show_day(TODAY)
    load(bridge, entry)
    card = page.pain.cards[0]
    assert card.is_long_standing is True
    assert not page.draft.is_changed
    qtbot.mouseClick(card.long_standing.level_row.buttons[3], CLICK)
    page.save()
    _, usual = bridge.asked_for("save")[-1]
    assert [(level.of, level.level) for level in usual] == [("knee", 3)]
