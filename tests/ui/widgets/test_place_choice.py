from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent

from diary.domain.places import PLACES
from diary.ui.widgets.place_choice import PlaceChoice


@pytest.fixture
def choice(theme, qtbot):  # noqa: ARG001  the style is that of the theme
    choice = PlaceChoice("Swelling: Where?")
    qtbot.addWidget(choice)
    choice.show()
    return choice


def test_at_first_none_is_chosen(choice):
    assert choice.value is None
    assert choice.currentText() == "Not said"
    assert choice.accessibleName() == "Swelling: Where?"


def test_every_place_can_be_chosen(choice):
    for region in PLACES:
        choice.set_value(region)
        assert choice.value == region
    choice.set_value(None)
    assert choice.value is None


def test_it_is_told_when_she_chose(choice, qtbot):
    told = []
    choice.chosen.connect(told.append)
    choice.set_value("knee")
    qtbot.keyClick(choice, Qt.Key.Key_Home)
    qtbot.keyClick(choice, Qt.Key.Key_Down)
    assert told == [None, next(iter(PLACES))]


def test_the_wheel_changes_nothing(choice):
    choice.set_value("knee")
    turn = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003  Qt wants it so
    )
    choice.wheelEvent(turn)
    assert choice.value == "knee"
    assert not turn.isAccepted()
