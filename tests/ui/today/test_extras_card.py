"""The quiet lines: closed until asked for, exact, and told beside their field."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest
from PySide6.QtCore import Qt

from diary.domain.entry import DayEntry
from diary.domain.limits import LONG_TEXT
from diary.ui.today.draft import Draft, draft_of
from diary.ui.today.extras_card import ExtrasCard
from diary.ui.today.problems import problems_of
from diary.ui.today.states import Extras, MedicineAnswer, MedicineLine, MedicineState
from diary.ui.today.words import EARLIER, TODAY

CLICK = Qt.MouseButton.LeftButton
DAY = dt.date(2026, 3, 20)
FULL = DayEntry(
    date=DAY,
    weight_kg=67.525,
    temperature_c=36.85,
    sleep=0,
    walking=3,
    could_do="walked",
    note="first\r\nsecond\u00a0line",
)


@pytest.fixture
def card(theme, shown):
    card = shown(ExtrasCard(theme), height=1400)
    card.show_draft(Draft(DAY), TODAY, None)
    return card


@pytest.fixture
def told(card):
    told = []
    card.changed.connect(lambda: told.append(card.extras()))
    return told


def test_nothing_is_open_built_or_said(card):
    assert not any(line.is_open or line._is_built for line in card.lines)
    assert card.extras() == Extras()
    assert card.note.text == ""
    assert [line.open_button.text() for line in card.lines] == [
        "Medicines",
        "Weight",
        "Temperature",
        "Sleep, walking and daily tasks",
        "What I could do",
        "Note",
    ]


def test_each_line_opens_at_its_first_field_and_says_nothing_yet(card, qtbot):
    for line in card.lines:
        qtbot.mouseClick(line.open_button, CLICK)
        assert line.is_open
        assert line.isAncestorOf(card.window().focusWidget())
    assert card.extras() == Extras()


def test_what_is_typed_is_told_as_it_is(card, told, qtbot):
    qtbot.mouseClick(card.weight.open_button, CLICK)
    qtbot.keyClicks(card.weight.line.field, "67,5")
    assert told[-1] == Extras(weight="67,5")
    qtbot.mouseClick(card.function.open_button, CLICK)
    qtbot.mouseClick(card.function.rows["walking"].buttons[2], CLICK)
    qtbot.mouseClick(card.could_do.open_button, CLICK)
    qtbot.keyClicks(card.could_do.field, "cooked")
    assert told[-1] == Extras(weight="67,5", walking=2, could_do="cooked")


def test_a_day_of_the_file_is_open_where_it_says_something(card, told):
    draft = draft_of(DAY, FULL)
    card.show_draft(draft, EARLIER, None)
    assert card.extras() == draft.extras
    assert card.note.text == FULL.note
    assert [line.is_open for line in card.lines] == [False, True, True, True, True, True]
    assert card.weight.line.field.text() == "67.525"
    assert card.weight.title.text() == "Weight on this day"
    assert card.function.rows["sleep"].accessibleName().endswith("the night before?")
    assert told == []


def test_another_day_folds_them_up(card):
    card.show_draft(draft_of(DAY, FULL), TODAY, None)
    card.show_draft(Draft(DAY), TODAY, None)
    assert not any(line.is_open for line in card.lines)
    assert card.extras() == Extras()
    assert card.note.text == ""


def test_what_is_alike_is_not_touched(card, qtbot):
    card.show_draft(Draft(DAY), TODAY, None)
    qtbot.mouseClick(card.weight.open_button, CLICK)
    before = Draft(DAY)
    card.show_draft(dataclasses.replace(before, note="hello"), TODAY, before)
    assert card.weight.is_open
    assert card.note.text == "hello"


def test_a_weight_out_of_range_is_told_when_she_leaves_the_field(card, qtbot):
    qtbot.mouseClick(card.weight.open_button, CLICK)
    qtbot.keyClicks(card.weight.line.field, "700")
    assert not card.weight.line.note.isVisible()
    qtbot.mouseClick(card.temperature.open_button, CLICK)
    assert card.weight.line.note.isVisible()
    assert card.weight.line.note.text == "Write a number from 20 to 400."
    assert card.weight.text == "700"
    qtbot.keyClick(card.weight.line.field, Qt.Key.Key_Backspace)
    assert not card.weight.line.note.isVisible()


def test_a_kept_draft_says_again_what_to_mend(card):
    draft = Draft(DAY, note="x" * (LONG_TEXT + 1), extras=Extras(temperature="warm"))
    card.show_draft(draft, TODAY, None)
    assert card.temperature.line.note.isVisible()
    assert card.note.text_field.note.isVisible()
    assert card.note.text == draft.note


def test_unseen_characters_of_a_paste_can_be_taken_out_at_once(card, qtbot):
    qtbot.mouseClick(card.note.open_button, CLICK)
    card.note.field.setPlainText("a\x07b\x1b")
    assert "cannot be seen" in card.note.text_field.note.text
    assert card.note.text == "a\x07b\x1b"
    qtbot.mouseClick(card.note.text_field.clean_button, CLICK)
    assert card.note.text == "ab"
    assert not card.note.text_field.note.isVisible()
    assert not card.note.text_field.clean_button.isVisible()
    assert card.note.field.hasFocus()


def test_a_paste_that_is_too_long_is_told_and_whole(card, qtbot):
    qtbot.mouseClick(card.weight.open_button, CLICK)
    card.weight.line.field.setText("7" * 100_000)
    assert len(card.weight.text) == 100_000
    qtbot.mouseClick(card.could_do.open_button, CLICK)
    card.could_do.field.setPlainText("x" * 100_001)
    assert card.could_do.text_field.note.text.startswith("This is 100,001 characters long.")
    assert not card.could_do.text_field.clean_button.isVisible()


def test_what_the_file_holds_is_not_hers_to_mend(card):
    card.show_draft(draft_of(DAY, DayEntry(date=DAY, note="bell \x07")), TODAY, None)
    assert card.note.text_field.note.text == ""


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (Draft(DAY, extras=Extras(weight="700")), lambda card: card.weight.line.field),
        (Draft(DAY, extras=Extras(temperature="x")), lambda card: card.temperature.line.field),
        (Draft(DAY, extras=Extras(could_do="\x00")), lambda card: card.could_do.field),
        (Draft(DAY, note="\x00"), lambda card: card.note.field),
        (
            Draft(
                DAY,
                medicine=MedicineState(
                    MedicineAnswer.SOME, (MedicineLine("a"), MedicineLine("b", doses="x"))
                ),
            ),
            lambda card: card.medicines.cards[1].doses.field,
        ),
    ],
)
def test_save_leads_to_the_field_that_has_to_be_mended(card, draft, field):
    card.show_draft(draft, TODAY, None)
    card.show_problems(problems_of(draft)[0])
    assert field(card).hasFocus()
    assert field(card).accessibleDescription()
