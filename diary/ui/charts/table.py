"""The numbers of the charts as a table, newest first, gaps included: by weeks where they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Slot
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from diary.charts.weeks import count_weeks, is_by_weeks, weeks
from diary.i18n import mark, translate
from diary.ui.charts.by_weeks import week_cell, week_head
from diary.ui.charts.days import cell, columns, head

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QShowEvent
    from PySide6.QtWidgets import QWidget

    from diary.charts.data import ChartData
    from diary.charts.weeks import Week
    from diary.ui.theme import Theme

_DAYS = mark("The days of the chart, newest first")
_WEEKS = mark("The weeks of the chart, newest first")
_ROW = 34
_MEASURED = 60  # rows that decide the width of a column; the others look alike
_NUMBERS = (1, 2)
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class DaysModel(QAbstractTableModel):
    """The days of charts, newest first; the weeks of charts that are drawn by weeks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._charts: tuple[ChartData, ...] = ()
        self._by_weeks = False
        self._weeks: dict[int, tuple[Week, ...]] = {}
        self._columns: tuple[tuple[int, int], ...] = ()

    @property
    def is_by_weeks(self) -> bool:
        """Whether a row is a week, or four, and not a day."""
        return self._by_weeks

    def show_charts(self, charts: tuple[ChartData, ...]) -> None:
        """Show the days of other charts, each over as many days as the others."""
        self.beginResetModel()
        self._charts, self._columns = charts, columns(charts)
        self._by_weeks, self._weeks = bool(charts) and all(map(is_by_weeks, charts)), {}
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Return the number of days, or of weeks."""
        if not self._charts or parent.isValid():
            return 0
        days = len(self._charts[0].answered)
        return count_weeks(days) if self._by_weeks else days

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a cell and how they stand in it."""
        if not self._charts or not index.isValid():
            return None
        number, told = self._columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            data = self._charts[number]
            if self._by_weeks:
                return week_cell(data, self._weeks_of(number)[-1 - index.row()], told)
            return cell(data, len(data.answered) - 1 - index.row(), told)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(told)
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return the head of a column."""
        if orientation == Qt.Orientation.Vertical or section >= len(self._columns):
            return None
        number, told = self._columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            words = week_head(self._charts[number], told) if self._by_weeks else ""
            return head(self._charts, number, told, words)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(told)
        return None

    def _weeks_of(self, number: int) -> tuple[Week, ...]:
        # Found when the table is first looked at, and once: every cell would reckon with all days.
        if number not in self._weeks:
            self._weeks[number] = weeks(self._charts[number])
        return self._weeks[number]


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
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setResizeContentsPrecision(_MEASURED)
        head.setStretchLastSection(True)
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        theme.changing.connect(self._leave_columns)
        theme.changed.connect(self._on_theme_changed)
        theme.settled.connect(self._fit_columns)
        self.days.modelReset.connect(self._on_other_rows)
        self._on_theme_changed()
        self._on_other_rows()

    def showEvent(self, event: QShowEvent) -> None:
        """Make the columns as wide as what stands in them."""
        super().showEvent(event)
        self._fit_columns()

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave the columns as they are: nobody sees them."""
        super().hideEvent(event)
        self._leave_columns()

    @Slot()
    def _leave_columns(self) -> None:
        # Qt measures all cells anew for each of the many events of another look.
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)

    @Slot()
    def _fit_columns(self) -> None:
        if self.isVisible():
            head = self.horizontalHeader()
            head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)

    @Slot()
    def _on_other_rows(self) -> None:
        self.setAccessibleName(translate(_WEEKS if self.days.is_by_weeks else _DAYS))

    @Slot()
    def _on_theme_changed(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._theme.px(_ROW))


def _alignment(told: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if told in _NUMBERS else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
