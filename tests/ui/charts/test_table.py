from __future__ import annotations

import pytest
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


def test_a_chart_by_weeks_has_a_table_of_weeks(theme, qtbot):
    table = DaysTable(theme)
    qtbot.addWidget(table)
    table.days.show_charts((chart_data(),))
    assert table.accessibleName() == "The days of the chart, newest first"
    long = chart_data(worst=(None,) * 490 + (3, 4, 5, 5, 6, 7, 2, 2, 2, 2))
    table.days.show_charts((long, long))
    assert table.accessibleName() == "The weeks of the chart, newest first"
    assert table.days.rowCount() == 72
    assert table.days.columnCount() == 11
    across = Qt.Orientation.Horizontal
    assert table.days.headerData(1, across) == "Median of the week"
    first, second = [[table.days.index(row, at).data() for at in range(3)] for row in (0, 1)]
    assert first == ["14 Mar to 20 Mar 2026", "2", "2 to 7 (7 days)"]
    assert second == ["7 Mar to 13 Mar 2026", "4", "3 to 5 (3 days)"]
    assert table.days.index(71, 0).data() == "6 Nov to 8 Nov 2024"


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


class Counted(DaysModel):
    """Counts the cells that somebody looked at."""

    looked = 0

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        self.looked += role == Qt.ItemDataRole.DisplayRole
        return super().data(index, role)


@pytest.fixture
def table(theme, qtbot):
    table = DaysTable(theme)
    qtbot.addWidget(table)
    table.days = Counted(table)
    table.setModel(table.days)
    table.resize(900, 400)
    table.days.show_charts((chart_data(),))
    return table


def test_columns_are_as_wide_as_their_words_at_any_size_of_the_text(table, theme, qtbot):
    with qtbot.waitExposed(table):
        table.show()
    before = table.columnWidth(0)
    assert before >= table.fontMetrics().horizontalAdvance("Fri 20 Mar 2026")
    theme.set_text_size(200)
    assert table.columnWidth(0) > 1.5 * before


def test_another_look_measures_each_cell_once_and_none_while_nobody_sees_it(table, theme, qtbot):
    with qtbot.waitExposed(table):
        table.show()
    cells = table.days.rowCount() * table.days.columnCount()
    table.days.looked = 0
    theme.set_text_size(120)
    assert table.days.looked <= 3 * cells  # Qt asks for the size of each cell, then for the words
    table.hide()
    table.days.looked = 0
    theme.set_text_size(200)
    assert table.days.looked == 0
    table.show()
    assert table.columnWidth(0) >= table.fontMetrics().horizontalAdvance("Fri 20 Mar 2026")
