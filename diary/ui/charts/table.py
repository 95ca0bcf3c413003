"""The numbers of the chart as a table, newest day first, gaps included."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Slot
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from diary.i18n import mark, translate
from diary.ui.charts.days import HEADS, cell

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from diary.charts.data import ChartData
    from diary.ui.theme import Theme

_ROW = 34
_MEASURED = 60  # rows that decide the width of a column; the others look alike
_NUMBERS = (1, 2)
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class DaysModel(QAbstractTableModel):
    """The days of a chart, newest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._data: ChartData | None = None

    def show_data(self, data: ChartData) -> None:
        """Show the days of other data."""
        self.beginResetModel()
        self._data = data
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Return the number of days."""
        if self._data is None or parent.isValid():
            return 0
        return len(self._data.answered)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(HEADS)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a cell and how they stand in it."""
        if self._data is None or not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            position = len(self._data.answered) - 1 - index.row()
            return cell(self._data, position, index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(index.column())
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return the head of a column."""
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return translate(HEADS[section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        return None


class DaysTable(QTableView):
    """The table of the days.

    Args:
        theme: gives the height of the rows.
        parent: the owner.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.days = DaysModel(self)
        self.setModel(self.days)
        self.setAccessibleName(translate(mark("The days of the chart, newest first")))
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setResizeContentsPrecision(_MEASURED)
        head.setStretchLastSection(True)
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._theme.px(_ROW))


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in _NUMBERS else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
