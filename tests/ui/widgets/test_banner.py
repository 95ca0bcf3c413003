from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from diary.ui.widgets.banner import Banner


@pytest.fixture
def banner(theme, qtbot):
    banner = Banner(theme)
    qtbot.addWidget(banner)
    return banner


def test_it_is_not_there_until_there_is_something_to_say(banner):
    assert banner.isHidden()
    banner.tell("Saved at 20:41.")
    assert not banner.isHidden()
    assert banner.text == banner.accessibleName() == "Saved at 20:41."


def test_it_can_be_put_away(banner, qtbot):
    banner.tell("Saved at 20:41.")
    qtbot.mouseClick(banner._close, Qt.MouseButton.LeftButton)
    assert banner.isHidden()


def test_one_that_must_stay_has_no_cross(theme, qtbot):
    banner = Banner(theme, closable=False)
    qtbot.addWidget(banner)
    banner.tell("Sample diary")
    assert banner._close.isHidden()


def test_what_to_do_about_it_is_told(banner, qtbot):
    banner.tell("Not saved.", kind="problem", action="Try again")
    with qtbot.waitSignal(banner.acted):
        qtbot.mouseClick(banner._action, Qt.MouseButton.LeftButton)
    banner.tell("Saved.")
    assert banner._action.isHidden()


def test_a_problem_looks_different_by_shape(banner, theme):
    banner.tell("Fact")
    fact = banner._icon.pixmap().toImage()
    banner.tell("Problem", kind="problem")
    assert banner.property("kind") == "problem"
    assert banner._icon.pixmap().toImage() != fact
    theme.set_text_size(200)
    assert banner._icon.pixmap().height() == 44
