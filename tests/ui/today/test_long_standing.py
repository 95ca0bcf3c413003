from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from diary.ui.today.long_standing import LongStanding


@pytest.fixture
def asked(theme, shown):
    asked = shown(LongStanding("Hip", theme))
    asked.told = []
    asked.changed.connect(lambda: asked.told.append(asked.level))
    return asked


def test_there_is_no_default(asked):
    assert asked.answer_row.value is None
    assert asked.level is None
    assert not asked.level_row.isVisible()


def test_yes_asks_how_bad_and_only_then_there_is_a_level(asked, press):
    asked.answer_row.focus_row()
    press(asked, Qt.Key.Key_Space)
    assert asked.level_row.isVisible()
    assert asked.level_row.value is None
    press(asked, Qt.Key.Key_Tab, Qt.Key.Key_Tab, "0")
    assert asked.told == [None, 0]


def test_no_is_no_level_whatever_was_typed_before(asked, press):
    asked.set_level(4)
    assert (asked.answer_row.value, asked.level, asked.told) == (True, 4, [])
    asked.answer_row.focus_row()
    press(asked, Qt.Key.Key_End)
    assert asked.answer_row.value is False
    assert asked.level is None
    assert not asked.level_row.isVisible()
    press(asked, Qt.Key.Key_Home)
    assert asked.level == 4


def test_it_names_the_place_to_a_screen_reader(asked):
    asked.rename("Hip (left)")
    assert asked.answer_row.accessibleName() == (
        "Hip (left): Is this long-standing, and does your team know?"
    )
    assert asked.level_row.accessibleName() == "Hip (left): How bad is it usually?"
