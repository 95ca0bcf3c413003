from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from diary.domain.entry import Pain
from diary.ui.today.place_card import PlaceCard
from diary.ui.today.words import DayAsked
from tests.ui.fakes import TODAY as DAY

TODAY = DayAsked(DAY, DAY)
EARLIER = DayAsked(DAY - dt.timedelta(days=1), DAY)
FULL = Pain(
    region="lower_back",
    side="left",
    worst=6,
    average=3,
    night="felt",
    pattern="constant",
    timing=("night",),
    relief="little",
)


@pytest.fixture
def make(theme, shown):
    def make(pain, asked=TODAY):
        return shown(PlaceCard(pain, asked, theme))

    return make


def texts(card):
    return [label.text() for label in card.findChildren(QLabel)]


def test_a_new_place_is_not_answered(make):
    card = make(Pain(region="hip"))
    assert card.score.value is None
    assert card.night.value is None
    assert card.pain == Pain(region="hip")


def test_it_asks_with_the_time_it_is_about(make):
    assert "Worst pain in the last 24 hours" in texts(make(Pain(region="hip")))
    assert "Last night" in texts(make(Pain(region="hip")))
    earlier = make(Pain(region="hip"), EARLIER)
    assert "Worst pain on this day" in texts(earlier)
    assert "The night before" in texts(earlier)


def test_keys_answer_both_questions(make, press, qtbot):
    card = make(Pain(region="hip"))
    card.score.focus_row()
    with qtbot.waitSignal(card.changed):
        press(card, "1", "0")
    press(card, Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Home, Qt.Key.Key_Right)
    assert card.pain == Pain(region="hip", worst=10, night="felt")


def test_what_it_does_not_ask_is_kept(make, press):
    card = make(FULL)
    assert (card.score.value, card.night.value) == (6, "felt")
    card.score.focus_row()
    press(card, "2")
    assert card.pain == FULL.model_copy(update={"worst": 2})


def test_an_answer_taken_back_is_unknown_again(make, press):
    card = make(FULL)
    card.score.focus_row()
    press(card, Qt.Key.Key_Delete)
    assert card.pain == FULL.model_copy(update={"worst": None})


def test_it_can_be_removed(make, qtbot):
    card = make(FULL)
    assert card.remove_button.accessibleName() == "Remove Lower back (left)"
    with qtbot.waitSignal(card.removed) as told:
        qtbot.mouseClick(card.remove_button, Qt.MouseButton.LeftButton)
    assert told.args == [card]
