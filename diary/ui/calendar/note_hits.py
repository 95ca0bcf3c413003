"""The days on which words were found, each with a piece of what was written."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPen
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate

from diary.i18n import format_day, mark, sentence_case, translate
from diary.ui.stylesheet import TARGET

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QKeyEvent, QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from diary.domain.note_search import NoteHit
    from diary.ui.theme import Theme

_DAY, _SNIPPET = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_SIDE, _ABOVE = 16, 8
_MOST_HEIGHT = 300  # pixels: some days, so that the month stays near
_FOCUS_LINE = 3
_WRAP = Qt.TextFlag.TextWordWrap


class NoteHits(QListWidget):
    """A list of days; one stop for Tab, arrows move, Enter or a click opens the day.

    Args:
        theme: the colours and sizes.
        parent: the owner.
    """

    day_chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(translate(mark("Days found")))
        self.setItemDelegate(_HitDelegate(theme, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.itemClicked.connect(self._on_chosen)
        theme.changed.connect(self._fit)

    def show_hits(self, hits: tuple[NoteHit, ...]) -> None:
        """Show the days found; disabled and hidden without any."""
        self.clear()
        for hit in hits:
            day = _day_in_words(hit.day)
            item = QListWidgetItem(f"{day}. {hit.snippet}", self)
            item.setData(_DAY, hit.day.isoformat())
            item.setData(_SNIPPET, hit.snippet)
        self.setEnabled(bool(hits))
        self.setVisible(bool(hits))
        if hits:
            self.setCurrentRow(0)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the day with Enter or Space; the list takes the other keys."""
        item = self.currentItem()
        opens = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if event.key() in opens and item is not None:
            self._on_chosen(item)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: Any) -> None:
        """Wrap the lines anew."""
        super().resizeEvent(event)
        self._fit()

    @Slot(QListWidgetItem)
    def _on_chosen(self, item: QListWidgetItem) -> None:
        self.day_chosen.emit(dt.date.fromisoformat(str(item.data(_DAY))))

    @Slot()
    def _fit(self) -> None:
        """Be as high as the days found, up to a point."""
        self.doItemsLayout()
        needed = sum(self.sizeHintForRow(row) for row in range(self.count()))
        frame = self.height() - self.viewport().height()
        self.setFixedHeight(min(needed + max(frame, 2), _MOST_HEIGHT))


class _HitDelegate(QStyledItemDelegate):
    """Draws the day in bold and under it the piece of text, wrapped."""

    def __init__(self, theme: Theme, view: NoteHits) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(
        self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the room a day needs at the width of the list."""
        width = max(self._view.viewport().width() - 2 * _SIDE, 1)
        day, snippet = self._metrics(bold=True), self._metrics()
        text = snippet.boundingRect(QRect(0, 0, width, 0), _WRAP, str(index.data(_SNIPPET)))
        height = day.height() + text.height() + 2 * _ABOVE
        return QSize(width, max(height, TARGET))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw a day."""
        state, box = _state_of(option), QRect(_rect_of(option))
        colors = self._theme.colors
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(colors.accent_soft))
        painter.setPen(QPen(QColor(colors.hairline), 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        if chosen and self._view.hasFocus():
            painter.setPen(QPen(QColor(colors.accent), _FOCUS_LINE))
            painter.drawRect(box.adjusted(2, 2, -2, -2))
        self._write(painter, box.adjusted(_SIDE, _ABOVE, -_SIDE, -_ABOVE), index)

    def _write(
        self, painter: QPainter, box: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        day = dt.date.fromisoformat(str(index.data(_DAY)))
        painter.setPen(QColor(self._theme.colors.ink))
        painter.setFont(self._font(bold=True))
        painter.drawText(box, Qt.AlignmentFlag.AlignTop, _day_in_words(day))
        painter.setFont(self._font())
        below = box.adjusted(0, self._metrics(bold=True).height(), 0, 0)
        painter.drawText(below, _WRAP, str(index.data(_SNIPPET)))

    def _font(self, *, bold: bool = False) -> QFont:
        font = QFont(self._view.font())
        font.setBold(bold)
        return font

    def _metrics(self, *, bold: bool = False) -> QFontMetrics:
        return QFontMetrics(self._font(bold=bold))


def _rect_of(option: Any) -> QRect:
    # The stubs of Qt leave the fields of a style option out.
    rect: QRect = option.rect
    return rect


def _state_of(option: Any) -> QStyle.StateFlag:
    state: QStyle.StateFlag = option.state
    return state


def _day_in_words(day: dt.date) -> str:
    return sentence_case(format_day(day, "EEEE d MMMM y"))
