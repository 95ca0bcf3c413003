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


def test_more_is_asked_on_demand_and_says_what_it_holds(make, press, qtbot):
    card = make(FULL)
    assert card.more is None
    assert card.more_button.text() == "More about this pain: 4 answers"
    with qtbot.waitSignal(card.opened):
        qtbot.keyClick(card.more_button, Qt.Key.Key_Space)
    assert card.more.isVisible()
    assert card.more_button.text() == "Less about this pain"
    card.more.rows["pattern"].focus_row()
    press(card, Qt.Key.Key_Delete)
    assert card.pain == FULL.model_copy(update={"pattern": None})
    qtbot.keyClick(card.more_button, Qt.Key.Key_Space)
    assert not card.more.isVisible()
    assert card.more_button.text() == "More about this pain: 3 answers"
    qtbot.keyClick(card.more_button, Qt.Key.Key_Space)
    assert card.more.isVisible()
    assert make(Pain(region="hip")).more_button.text() == "More about this pain"


def test_a_side_told_is_named_everywhere_on_the_card(make, qtbot):
    card = make(Pain(region="knee"))
    card.show_usual(None, asks=True)
    qtbot.keyClick(card.more_button, Qt.Key.Key_Space)
    qtbot.mouseClick(card.more.rows["side"].buttons[1], Qt.MouseButton.LeftButton)
    assert "Knee (right)" in texts(card)
    assert card.accessibleName() == "Knee (right)"
    assert card.remove_button.accessibleName() == "Remove Knee (right)"
    assert card.score.buttons[3].accessibleDescription() == (
        "Knee (right): Worst pain in the last 24 hours"
    )
    assert card.night.accessibleName() == "Knee (right): Last night"
    assert card.long_standing.answer_row.accessibleName().startswith("Knee (right): ")


def test_what_is_usual_is_said_and_else_asked_when_it_is_new(make):
    card = make(Pain(region="hip"))
    assert card.long_standing is None
    assert card.usual_level is None
    card.show_usual(None, asks=True)
    assert card.long_standing.isVisible()
    card.show_usual(4, asks=True)
    assert card.long_standing is None
    assert "Usual for you: 4." in texts(card)
    card.show_usual(None, asks=False)
    assert not card._usual_hint.isVisible()


def test_a_level_said_before_it_could_be_asked_is_not_lost(make):
    card = make(Pain(region="hip"))
    card.set_usual_level(3)
    assert card.usual_level == 3
    card.show_usual(None, asks=True)
    assert card.long_standing.level == 3
    card.set_usual_level(5)
    assert card.usual_level == 5
    card.show_usual(5, asks=True)
    assert card.usual_level is None


def test_the_other_side_is_asked_for(make, qtbot):
    card = make(Pain(region="knee", side="left"))
    qtbot.keyClick(card.more_button, Qt.Key.Key_Space)
    with qtbot.waitSignal(card.other_side_wanted) as told:
        qtbot.keyClick(card.more.other_side, Qt.Key.Key_Space)
    assert told.args == [card]
