from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt

from diary.ui.charts.table import DaysModel, DaysTable
from tests.ui.charts.samples import chart_data


def test_the_newest_day_stands_first():
    model = DaysModel()
    model.show_charts((chart_data(),))
    assert model.rowCount() == 6
    assert model.columnCount() == 8
    assert model.index(0, 0).data() == "Fri 20 Mar 2026"
    assert model.index(5, 1).data() == "3"


def test_an_empty_table_has_no_rows():
    model = DaysModel()
    assert model.rowCount() == 0
    assert model.data(QModelIndex()) is None
    model.show_charts((chart_data(),))
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.columnCount(model.index(0, 0)) == 0


def test_heads_are_words_and_numbers_stand_at_the_right():
    model = DaysModel()
    model.show_charts((chart_data(),))
    across = Qt.Orientation.Horizontal
    assert model.headerData(1, across) == "Worst pain"
    assert model.headerData(1, Qt.Orientation.Vertical) is None
    assert model.headerData(8, across) is None
    assert model.headerData(1, across, Qt.ItemDataRole.ToolTipRole) is None
    right = Qt.AlignmentFlag.AlignRight
    assert model.headerData(1, across, Qt.ItemDataRole.TextAlignmentRole) & right
    assert model.index(0, 2).data(Qt.ItemDataRole.TextAlignmentRole) & right
    assert not model.index(0, 0).data(Qt.ItemDataRole.TextAlignmentRole) & right
    assert model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) is None


def test_tab_leaves_the_table_and_arrows_walk_through_it(theme, qtbot):
    table = DaysTable(theme)
    qtbot.addWidget(table)
    table.days.show_charts((chart_data(),))
    table.show()
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert table.currentIndex().row() == 1
    assert not table.tabKeyNavigation()
