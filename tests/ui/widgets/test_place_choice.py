from __future__ import annotations

import dataclasses

import pytest
from PySide6.QtCore import Qt

from diary.domain.catalogue import Catalogue
from diary.domain.places import PLACES
from diary.ui.widgets import place_choice
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


def test_a_place_that_is_no_longer_offered_is_still_shown(theme, qtbot, monkeypatch):  # noqa: ARG001
    knee = dataclasses.replace(PLACES["knee"], retired=True)
    monkeypatch.setattr(place_choice, "PLACES", Catalogue([PLACES["hip"], knee]))
    choice = PlaceChoice("Where?")
    qtbot.addWidget(choice)
    assert choice.count() == 2
    choice.set_value("knee")
    assert choice.value == "knee"
    assert choice.currentText() == "Knee"
