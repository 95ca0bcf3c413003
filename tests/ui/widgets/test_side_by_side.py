from __future__ import annotations

from PySide6.QtWidgets import QLabel

from diary.ui.widgets.side_by_side import SideBySide


def test_two_columns_stand_side_by_side_where_there_is_room_for_the_text(theme, qtbot):
    columns = SideBySide(theme, 800)
    qtbot.addWidget(columns)
    left, right = QLabel("left"), QLabel("right")
    columns.first.addWidget(left)
    columns.second.addWidget(right)
    columns.resize(900, 400)
    with qtbot.waitExposed(columns):
        columns.show()
    assert columns.is_wide
    qtbot.waitUntil(lambda: right.x() > left.x())
    columns.resize(700, 400)
    assert not columns.is_wide
    qtbot.waitUntil(lambda: right.x() == left.x() and right.y() > left.y())
    columns.resize(900, 400)
    assert columns.is_wide
    theme.set_text_size(200)
    assert not columns.is_wide
    theme.set_text_size(100)
    assert columns.is_wide
