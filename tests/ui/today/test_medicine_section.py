from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from diary.domain.entry import Medicine
from diary.ui.today.medicine_section import MedicineSection
from diary.ui.today.states import MedicineAnswer, MedicineLine, MedicineState, medicine_state
from diary.ui.today.words import EARLIER, TODAY

CLICK = Qt.MouseButton.LeftButton
IBUPROFEN = Medicine(name="ibuprofen", kind="anti_inflammatory")
TAKEN = Medicine(name="ibuprofen", kind="anti_inflammatory", doses=2, relief="little")
ODD = Medicine(name="two\nlines \x07", doses=0)


@pytest.fixture
def section(theme, shown):
    section = shown(MedicineSection(theme), height=1400)
    section.show_state(MedicineState(), TODAY)
    section.set_offered((IBUPROFEN, Medicine(name="x" * 90)))
    return section


@pytest.fixture
def bare(theme, shown, qtbot):
    """The question opened and answered where no medicine is known."""
    section = shown(MedicineSection(theme), height=1400)
    section.show_state(MedicineState(), TODAY)
    qtbot.mouseClick(section.open_button, CLICK)
    qtbot.mouseClick(section.answer_row.button_of(MedicineAnswer.SOME), CLICK)
    return section


def test_it_is_one_quiet_line_and_says_nothing(section):
    assert section.state() == MedicineState()
    assert section.open_button.isVisible()
    assert not section._is_built


def test_a_medicine_of_late_is_one_tap(section, told, qtbot):
    qtbot.mouseClick(section.chips[0], CLICK)
    line = MedicineLine("ibuprofen", "anti_inflammatory")
    assert told == [MedicineState(MedicineAnswer.SOME, (line,))]
    assert section.chips[0].isChecked()
    assert section.cards[0].doses.field.hasFocus()
    qtbot.keyClicks(section.cards[0].doses.field, "2")
    qtbot.mouseClick(section.cards[0].relief.buttons[1], CLICK)
    assert section.state().answer == (TAKEN,)


def test_the_same_tap_takes_it_away_and_that_can_be_undone(section, qtbot):
    qtbot.mouseClick(section.chips[0], CLICK)
    qtbot.keyClicks(section.cards[0].doses.field, "2")
    qtbot.mouseClick(section.chips[0], CLICK)
    assert section.state() == MedicineState(MedicineAnswer.SOME)
    qtbot.mouseClick(section.undo.button, CLICK)
    assert section.state().answer == (IBUPROFEN.model_copy(update={"doses": 2}),)


def test_none_taken_is_an_answer(section, told, qtbot):
    qtbot.mouseClick(section.open_button, CLICK)
    assert section.answer_row.buttons[0].hasFocus()
    assert not section.chips[0].isVisible()
    qtbot.mouseClick(section.answer_row.button_of(MedicineAnswer.NONE), CLICK)
    assert told == [MedicineState(MedicineAnswer.NONE)]
    assert told[0].answer == ()


def test_with_none_of_late_there_is_a_line_to_write_in(bare, qtbot):
    name = bare.cards[0].name.field
    assert name.hasFocus()
    qtbot.keyClicks(name, "codeine")
    qtbot.mouseClick(bare.cards[0].kind.buttons[2], CLICK)
    assert bare.state().answer == (Medicine(name="codeine", kind="opioid"),)
    assert bare.cards[0].title.text() == "codeine"
    assert bare.cards[0].remove_button.accessibleName() == "Remove codeine"


def test_another_medicine_is_one_more_line(bare, qtbot):
    qtbot.keyClicks(bare.cards[0].name.field, "a")
    qtbot.mouseClick(bare.another, CLICK)
    assert bare.cards[1].name.field.hasFocus()
    assert bare.cards[1].name.field.accessibleName() == "Medicine 2: Name"
    assert bare.state().answer == (Medicine(name="a"),)


def test_a_line_can_be_removed(bare, qtbot):
    qtbot.keyClicks(bare.cards[0].name.field, "a")
    qtbot.mouseClick(bare.cards[0].remove_button, CLICK)
    assert bare.state().answer is None
    assert bare.undo.words.text() == "a was removed."
    assert bare.undo.button.hasFocus()


def test_doses_that_cannot_be_read_are_told_beside_the_field(bare, qtbot):
    card = bare.cards[0]
    qtbot.keyClicks(card.name.field, "a")
    card.doses.field.setFocus()
    qtbot.keyClicks(card.doses.field, "two")
    assert card.doses.note.text == ""
    card.name.field.setFocus()
    assert card.doses.note.text == "Write a whole number, for example 2."
    assert card.doses.field.accessibleDescription() == card.doses.note.text
    card.doses.field.setText("3")
    assert card.doses.note.text == ""


def test_a_missing_name_is_told_when_asked(bare, qtbot):
    qtbot.keyClicks(bare.cards[0].doses.field, "2")
    bare.tell_problems()
    assert bare.cards[0].name.note.text == "Write the name of this medicine, or remove it."
    bare.focus_problem(0, "name")
    assert bare.cards[0].name.field.hasFocus()
    bare.focus_problem(0, "doses")
    assert bare.cards[0].doses.field.hasFocus()


@pytest.mark.parametrize("medicines", [(), (TAKEN,), (ODD, TAKEN, ODD)])
def test_a_day_of_the_file_is_shown_as_it_is(section, told, medicines):
    section.show_state(medicine_state(medicines), EARLIER)
    assert section.is_open
    assert section.state().answer == medicines
    assert section.title.text() == "Medicines on this day"
    assert told == []


def test_another_day_folds_it_up(section):
    section.show_state(medicine_state((TAKEN,)), TODAY)
    section.show_state(MedicineState(), TODAY)
    assert section.state() == MedicineState()
    assert not section.is_open
    assert section.chips[0].isVisible()
    assert not section.chips[0].isChecked()


def test_a_long_name_fits_on_its_chip_and_is_read_whole(section):
    assert len(section.chips[1].text()) == 40
    assert section.chips[1].accessibleName() == "x" * 90


def test_tab_goes_from_top_to_bottom(section, press, qtbot):
    qtbot.mouseClick(section.chips[0], CLICK)
    section.answer_row.focus_row()
    press(section, Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    order = []
    for _ in range(7):
        order.append(section.window().focusWidget())
        press(section, Qt.Key.Key_Tab)
    card = section.cards[0]
    assert order == [
        *section.chips,
        card.name.field,
        card.kind.buttons[1],
        card.kind.clear_button,
        card.doses.field,
        card.relief.buttons[0],
    ]
    assert card.remove_button.hasFocus()
    press(section, Qt.Key.Key_Tab)
    assert section.another.hasFocus()
