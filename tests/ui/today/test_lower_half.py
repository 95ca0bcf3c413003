"""The questions below pain come after the first: nothing of a day may be lost meanwhile."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from diary.domain.care import Contact, Profile, UsualLevel
from diary.domain.entry import DayEntry, Medicine, SignReport, SymptomReport
from diary.ui.facts import DayLoaded, Failed
from diary.ui.today.draft import SignAnswer
from diary.ui.today.page import TodayPage
from diary.ui.today.states import MedicineAnswer, SymptomAnswer
from tests.ui.fakes import NOON, TODAY
from tests.ui.today.telling import load

CLICK = Qt.MouseButton.LeftButton
FULL = DayEntry(
    date=TODAY,
    entered_at=NOON,
    signs=(SignReport(sign="leg_weakness", side="left", grade=1, new="yes"),),
    symptoms=(SymptomReport(symptom="cough", grade=2),),
    medicines=(Medicine(name="ibuprofen", doses=2),),
    weight_kg=71.5,
    sleep=1,
    note="A good walk.",
)


def stops(page):
    """Return what Tab comes to, in its order, from the head of the page on."""
    found, widget = [], page.nextInFocusChain()
    while widget is not page:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found


def heads(page):
    """Return the first stop of each question, of the button below them, and of the bar."""
    return [
        page.pain.chip_row.map_button,
        page.signs.answer_row.buttons[0],
        page.symptoms.answer_row.buttons[0],
        *(line.open_button for line in page.extras.lines),
        page.deletion.button,
        page.bar.button,
    ]


def test_at_first_there_is_none_of_them(page):
    assert not page.lower_half.is_complete
    assert page.lower_half.findChildren(QWidget) == []


def test_they_come_by_themselves_once_the_day_is_there(page, bridge, qtbot):
    bridge.tell_opened()
    with qtbot.waitSignal(page.lower_half.completed):
        load(bridge, None)
    assert page.lower_half.is_complete
    assert page.signs.isVisible()
    assert page.symptoms.isVisible()
    assert page.extras.isVisible()


def test_they_come_where_the_diary_does_not_open(page, bridge, qtbot):
    with qtbot.waitSignal(page.lower_half.completed):
        bridge.failed.emit(Failed(what="open", message="The disk is full."))


def test_they_come_at_last_where_nobody_answers(page, qtbot):
    with qtbot.waitSignal(page.lower_half.completed):
        pass
    assert page.lower_half.is_complete


def test_a_day_with_answers_is_shown_in_them(page, bridge, qtbot):
    bridge.tell_opened()
    with qtbot.waitSignal(page.lower_half.completed):
        bridge.day_loaded.emit(DayLoaded(day=TODAY, entry=FULL))
    assert page.signs.state().signs == FULL.signs
    assert page.symptoms.state().symptoms == FULL.symptoms
    assert page.extras.medicines.state().answer == FULL.medicines
    assert page.extras.weight.text == "71.5"
    assert page.extras.note.text == "A good walk."
    assert bridge.asked_for("alerts") == [(("leg_weakness",),)]  # does the sign call for a call?
    assert not page.draft.is_changed


def test_what_is_pressed_before_they_are_there_keeps_their_answers(page, bridge, qtbot):
    bridge.tell_opened()
    bridge.day_loaded.emit(DayLoaded(day=TODAY, entry=FULL))
    assert not page.lower_half.is_complete
    qtbot.mouseClick(page.pain.no_pain, CLICK)
    assert page.draft.pain.no_pain
    assert page.draft.sign.signs == FULL.signs
    assert page.draft.symptom.symptoms == FULL.symptoms
    assert page.draft.medicine.answer == FULL.medicines
    assert page.draft.extras.weight == "71.5"
    assert page.draft.note == "A good walk."


def test_the_large_button_answers_them_before_they_are_there(page, bridge, qtbot):
    bridge.tell_opened()
    load(bridge, None)
    assert not page.lower_half.is_complete
    qtbot.mouseClick(page.pain.quick.nothing, CLICK)
    assert page.draft.sign.chosen is SignAnswer.NONE
    assert page.signs.answer_row.value is SignAnswer.NONE


def test_what_is_usual_and_was_used_lately_is_offered_in_them(page, bridge, qtbot):
    usual = (UsualLevel(of="heavy_legs", level=1), UsualLevel(of="fatigue", level=2))
    medicines = (Medicine(name="ibuprofen"),)
    contacts = (Contact(name="Cancer line", phone="222"),)
    bridge.tell_opened(
        profile=Profile(usual=usual, contacts=contacts), symptoms=("cough",), medicines=medicines
    )
    with qtbot.waitSignal(page.lower_half.completed):
        load(bridge, None)
    assert page.signs.answer_row.button_of(SignAnswer.USUAL).isVisible()
    assert page.symptoms.answer_row.button_of(SymptomAnswer.USUAL).isVisible()
    page.extras.medicines.open_button.click()
    page.extras.medicines.answer_row.button_of(MedicineAnswer.SOME).click()
    assert [chip.text() for chip in page.extras.medicines.chips] == ["ibuprofen"]


@pytest.mark.parametrize(
    "order",
    [("signs", "symptoms", "extras"), ("extras", "symptoms", "signs"), ("symptoms", "signs")],
)
def test_in_whatever_order_they_are_built_they_stand_and_are_visited_from_the_top_down(page, order):
    for name in (*order, "extras"):
        getattr(page, name)
    wanted = [page.signs, page.symptoms, page.extras]
    assert [child for child in page.lower_half.children() if child in wanted] == wanted
    page.lower_half.layout().activate()
    assert [page.lower_half.layout().itemAt(place).widget() for place in range(3)] == wanted
    found = stops(page)
    assert [stop for stop in found if stop in heads(page)] == heads(page)


def test_the_body_is_drawn_once_all_the_questions_are_there(bridge, theme, shown, qtbot):
    page = shown(TodayPage(bridge, theme), 1320, 760)
    bridge.tell_opened()
    bridge.day_loaded.emit(DayLoaded(day=TODAY, entry=FULL))
    assert page.pain.is_beside
    assert page.pain.body_map is None
    qtbot.waitUntil(lambda: page.pain.body_map is not None)
    assert page.lower_half.is_complete
