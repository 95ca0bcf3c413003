"""One day of the grid: a button that shows what was recorded and opens the day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from diary.ui.calendar.around import NOTHING_AROUND
from diary.ui.calendar.drawing import RADIUS, DayDrawing
from diary.ui.calendar.month import day_in_words
from diary.ui.stylesheet import TARGET
from diary.ui.widgets.enter import press_by_enter

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from diary.ui.calendar.around import Around
    from diary.ui.calendar.month import DayMark
    from diary.ui.theme import Theme

# Pixels at 100 %, where number, date and marks keep clear of each other; never below a target.
HEIGHT, WIDTH = 50, 42
_RING = 3.0


class DayCell(QAbstractButton):
    """A day; hidden while it stands for none.

    Args:
        theme: the colours and sizes.
        parent: the grid.
    """

    day_chosen = Signal(object)
    focused = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.day: dt.date | None = None
        self._mark: DayMark | None = None
        self._around = NOTHING_AROUND
        self._today = self._to_come = False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self.clicked.connect(self._on_clicked)

    def show_day(
        self,
        day: dt.date,
        mark: DayMark | None,
        around: Around,
        today: dt.date,
        *,
        is_known: bool = True,
    ) -> None:
        """Stand for a day.

        Args:
            day: the day.
            mark: what it says; None: nothing is recorded.
            around: what lies on it beside the entry.
            today: later days are still to come.
            is_known: whether it was looked up what it says.
        """
        self.day, self._mark, self._around = day, mark, around
        self._today, self._to_come = day == today, day > today
        self.show()
        self.setAccessibleName(day_in_words(day, mark, today, around, is_known=is_known))
        self.update()

    def show_none(self) -> None:
        """Stand for no day of this month."""
        self.day = self._mark = None
        self.hide()

    def sizeHint(self) -> QSize:
        """Return the smallest comfortable size; the grid gives more where there is more."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return a size that is never below the smallest target."""
        return QSize(max(TARGET, self._theme.px(WIDTH)), self._theme.px(HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the day with Enter or Space; every other key is the grid's."""
        if press_by_enter(self, event):
            return
        if event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell the grid which day is read now."""
        super().focusInEvent(event)
        self.focused.emit(self.day)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the day."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(4.5, 4.5, -4.5, -4.5)
        drawing = DayDrawing(self._theme, self.font(), self.devicePixelRatioF())
        drawing.draw(painter, box, self._mark, self._around)
        self._draw_date(painter, box, drawing)
        self._draw_outline(painter, box)

    def _draw_date(self, painter: QPainter, box: QRectF, drawing: DayDrawing) -> None:
        if self.day is None:
            return
        colors = self._theme.colors
        ink = colors.ink_soft if self._to_come else drawing.ink(self._mark)
        painter.setPen(QColor(colors.on_accent if self._today else ink))
        drawing.date(painter, box, str(self.day.day), today=self._today)

    def _draw_outline(self, painter: QPainter, box: QRectF) -> None:
        colors = self._theme.colors
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.hasFocus():
            ring = box.adjusted(-3, -3, 3, 3)
            painter.setPen(QPen(QColor(colors.accent), _RING))
            painter.drawRoundedRect(ring, RADIUS + 2, RADIUS + 2)
        elif self.underMouse():
            painter.setPen(QPen(QColor(colors.accent), 1.5))
            painter.drawRoundedRect(box, RADIUS, RADIUS)

    @Slot()
    def _on_clicked(self) -> None:
        self.day_chosen.emit(self.day)
