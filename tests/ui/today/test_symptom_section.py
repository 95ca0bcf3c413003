from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from diary.domain.entry import SymptomReport
from diary.domain.symptoms import SYMPTOMS
from diary.ui.today.states import SymptomAnswer, SymptomState
from diary.ui.today.symptom_section import SymptomSection
from diary.ui.today.words import EARLIER, TODAY

CLICK = Qt.MouseButton.LeftButton
TIRED = SymptomReport(symptom="fatigue", grade=2, new="no")
LUMP = SymptomReport(symptom="lump", grade=1, new="yes", where="armpit")
SCAR = SymptomReport(symptom="custom:Itchy scar", new="not_sure")


@pytest.fixture
def section(theme, shown):
    return shown(SymptomSection(theme), height=1400)


@pytest.fixture
def yes(section, qtbot):
    section.set_offered(("cough", "custom:Itchy scar"))
    qtbot.mouseClick(section.answer_row.button_of(SymptomAnswer.SOME), CLICK)
    return section


def labels(chips):
    return [chip.text() for chip in chips.values()]


def type_(qtbot, section, text):
    qtbot.keyClicks(section.finder.search.field, text)


def test_there_is_no_default(section):
    assert section.state() == SymptomState()
    assert [b.text() for b in section.answer_row.buttons if b.isVisible()] == [
        "None of these",
        "Yes, choose",
    ]
    assert section.finder is None


def test_what_is_asked_about_is_named(section):
    text = " ".join(label.text() for label in section.findChildren(QLabel))
    assert all(term.phrase in text for term in SYMPTOMS.values() if term.whole_body)


@pytest.mark.parametrize("answer", [SymptomAnswer.NONE, SymptomAnswer.SOME])
def test_each_answer_is_one_press(section, told, qtbot, answer):
    qtbot.mouseClick(section.answer_row.button_of(answer), CLICK)
    assert told == [SymptomState(answer)]
    assert section._list.isVisible() == (answer is SymptomAnswer.SOME)


def test_those_of_late_come_first_and_few_are_filled_up(yes):
    assert labels(yes.finder.chips)[:3] == ["Cough", "Itchy scar", "Tiredness"]
    assert len(yes.finder.chips) == 8


def test_a_chosen_symptom_asks_how_strong_and_whether_new_without_a_default(yes, told, qtbot):
    qtbot.mouseClick(yes.finder.chips["cough"], CLICK)
    assert told == [SymptomState(SymptomAnswer.SOME, (SymptomReport(symptom="cough"),))]
    card = yes.cards[0]
    assert card.where is None
    assert card.grade.buttons[0].hasFocus()
    qtbot.mouseClick(card.grade.buttons[2], CLICK)
    qtbot.mouseClick(card.new.buttons[0], CLICK)
    assert yes.state().symptoms == (SymptomReport(symptom="cough", grade=3, new="yes"),)
    assert yes._hint.isVisible()


def test_a_chip_takes_away_again_and_that_can_be_undone(yes, qtbot):
    yes.show_state(SymptomState(SymptomAnswer.SOME, (TIRED, LUMP)), TODAY)
    assert yes.finder.chips["fatigue"].isChecked()
    qtbot.mouseClick(yes.finder.chips["fatigue"], CLICK)
    assert yes.state().symptoms == (LUMP,)
    assert yes._undo.words.text() == "Tiredness was removed."
    qtbot.mouseClick(yes._undo.button, CLICK)
    assert yes.state().symptoms == (TIRED, LUMP)
    assert not yes._undo.isVisible()


def test_remove_leads_to_undo(yes, qtbot):
    yes.show_state(SymptomState(SymptomAnswer.SOME, (TIRED, LUMP)), TODAY)
    qtbot.mouseClick(yes.cards[1].remove_button, CLICK)
    assert yes.state().symptoms == (TIRED,)
    assert yes._undo.button.hasFocus()
    qtbot.mouseClick(yes.cards[0].grade.buttons[0], CLICK)
    assert not yes._undo.isVisible()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("vomiting", ["Being sick"]),
        ("HEAD", ["Headache", "Headache on waking"]),
        ("blood stool", ["Blood in the stool"]),
        ("armpit", ["Swollen glands"]),
        ("zzz", []),
    ],
)
def test_any_symptom_is_found_by_its_words(yes, qtbot, typed, found):
    type_(qtbot, yes, typed)
    assert labels(yes.finder.found) == found


def test_enter_takes_the_only_one_found(yes, qtbot):
    type_(qtbot, yes, "vomit")
    qtbot.keyClick(yes.finder.search.field, Qt.Key.Key_Return)
    assert yes.state().symptoms == (SymptomReport(symptom="vomiting"),)
    assert yes.finder.search.text == ""
    assert yes.finder.found == {}


def test_enter_takes_none_of_several(yes, qtbot):
    type_(qtbot, yes, "head")
    qtbot.keyClick(yes.finder.search.field, Qt.Key.Key_Return)
    assert yes.cards == []


def test_her_own_words_can_be_added(yes, qtbot):
    type_(qtbot, yes, "  Itchy & dry eyes ")
    assert yes.finder.add_button.text() == "Add \u201cItchy && dry eyes\u201d in your own words"
    qtbot.mouseClick(yes.finder.add_button, CLICK)
    assert yes.state().symptoms == (SymptomReport(symptom="custom:Itchy & dry eyes"),)
    assert not yes.finder.add_button.isVisible()


def test_enter_adds_her_own_words_where_nothing_is_found(yes, qtbot):
    type_(qtbot, yes, "zzz")
    qtbot.keyClick(yes.finder.search.field, Qt.Key.Key_Return)
    assert yes.cards[0].report.symptom == "custom:zzz"


def test_a_name_of_the_list_is_not_added_as_her_own(yes, qtbot):
    type_(qtbot, yes, "cough")
    assert not yes.finder.add_button.isVisible()


@pytest.mark.parametrize("typed", ["x" * 194, "bell \x07"])
def test_words_that_cannot_be_kept_are_told_and_stay(yes, qtbot, typed):
    yes.finder.search.field.setText(typed)
    qtbot.keyClick(yes.finder.search.field, Qt.Key.Key_Return)
    assert not yes.finder.add_button.isVisible()
    assert yes.cards == []
    assert yes.finder.search.note.isVisible()
    assert yes.finder.search.text == typed


def test_the_longest_own_words_can_be_kept(yes):
    yes.finder.search.field.setText("x" * 193)
    assert yes.finder.add_button.isVisible()


def test_where_is_asked_of_a_lump_and_of_her_own(yes, qtbot):
    yes.show_state(SymptomState(SymptomAnswer.SOME, (LUMP, SCAR)), TODAY)
    lump, scar = yes.cards
    assert lump.where.currentText() == "Armpit"
    assert scar.where.value is None
    lump.where.setFocus()
    qtbot.keyClick(lump.where, Qt.Key.Key_Home)
    assert yes.state().symptoms == (LUMP.model_copy(update={"where": None}), SCAR)


def test_a_place_of_the_file_is_shown_for_any_symptom(section):
    report = SymptomReport(symptom="cough", where="chest")
    section.show_state(SymptomState(SymptomAnswer.SOME, (report, report)), TODAY)
    assert section.cards[0].where.value == "chest"
    assert section.state().symptoms == (report, report)


def test_only_the_usual_ones_are_offered_where_some_are_usual(section, told, qtbot):
    section.set_usual((TIRED,))
    button = section.answer_row.button_of(SymptomAnswer.USUAL)
    assert button.isVisible()
    assert section._usual_hint.text() == "Usual for you: tiredness (moderate)."
    qtbot.mouseClick(button, CLICK)
    assert told == [SymptomState(SymptomAnswer.USUAL, (TIRED,))]
    section.set_usual(())
    assert section.state().symptoms == (TIRED,)
    assert button.isVisible()


def test_another_answer_sets_the_chosen_ones_aside(yes, qtbot):
    yes.show_state(SymptomState(SymptomAnswer.SOME, (TIRED,)), TODAY)
    qtbot.mouseClick(yes.answer_row.button_of(SymptomAnswer.NONE), CLICK)
    assert yes.state().answer == ()
    qtbot.mouseClick(yes.answer_row.button_of(SymptomAnswer.SOME), CLICK)
    assert yes.state().answer == (TIRED,)


def test_another_day_is_asked_about_as_such(section):
    section.show_state(SymptomState(SymptomAnswer.SOME, (TIRED,)), TODAY)
    section.show_state(SymptomState(), EARLIER)
    assert section.state() == SymptomState()
    assert section._title.text() == "Anything else on this day?"
    assert section.answer_row.accessibleName() == "Anything else on this day?"


def test_tab_goes_from_top_to_bottom(yes, press, qtbot):
    qtbot.mouseClick(yes.finder.chips["cough"], CLICK)
    yes.answer_row.focus_row()
    press(yes, Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    order = []
    for _ in range(11):
        order.append(yes.window().focusWidget())
        press(yes, Qt.Key.Key_Tab)
    card = yes.cards[0]
    assert order == [
        *yes.finder.chips.values(),
        yes.finder.search.field,
        card.grade.buttons[0],
        card.new.buttons[0],
    ]
    assert card.remove_button.hasFocus()
