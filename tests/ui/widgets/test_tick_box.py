from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt

from diary.ui.stylesheet import TARGET
from diary.ui.widgets.tick_box import TickBox


@pytest.fixture
def box(theme, qtbot):
    theme.set_text_size(100)  # it is the theme that makes it as high as a target
    box = TickBox("Neck")
    qtbot.addWidget(box)
    box.resize(300, box.sizeHint().height())
    box.show()
    return box


@pytest.mark.parametrize("part", ["above the words", "below the words", "beside the words"])
def test_it_is_ticked_wherever_it_lights_up(box, qtbot, part):
    assert box.height() >= TARGET
    middle = box.height() // 2
    where = {
        "above the words": QPoint(30, 2),
        "below the words": QPoint(30, box.height() - 3),
        "beside the words": QPoint(box.width() - 3, middle),
    }[part]
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=where)
    assert box.isChecked()
