"""One month of the ribbon: a button with a fine line a day, as tall and as dark as the pain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from diary.domain.choices import PAIN_HIGHEST
from diary.ui.calendar.month import last_of
from diary.ui.calendar.year import MonthGlance, glance_in_words
from diary.ui.stylesheet import TARGET
from diary.ui.widgets.enter import press_by_enter

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtGui import QFont, QKeyEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from diary.ui.theme import Theme

HEIGHT = 64  # pixels at 100 %: the lines, and the name of the month under them
_NAME, _NAME_FONT = 20, 13
_EDGE, _FOCUS_LINE, _SHOWN_LINE = 3.0, 3.0, 1.5
_NO_PAIN, _LEAST = 0.08, 0.16  # of the height of the lines: a 0, and a 1
_NO_NUMBER = 0.1


class MonthStrip(QAbstractButton):
    """A month to jump to.

    Args:
        theme: the colours and sizes.
        parent: the ribbon.
    """

    month_chosen = Signal(object)  # its first day

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.glance: MonthGlance | None = None
        self._name = ""
        self.setCheckable(True)
        self.setAutoExclusive(True)  # a radio button to a screen reader
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._on_clicked)

    def show_month(
        self, glance: MonthGlance, today: dt.date, *, shown: bool, is_known: bool
    ) -> None:
        """Stand for a month.

        Args:
            glance: the month.
            today: later days do not count.
            shown: whether the grid shows it.
            is_known: whether it was looked up what is recorded in it.
        """
        self.glance = glance
        self.setChecked(shown)
        words = glance_in_words(glance, today, is_known=is_known)
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    def fits(self, name: str) -> bool:
        """Return whether a name of the month has room under the lines."""
        font = self._name_font()
        font.setBold(True)
        return QFontMetrics(font).horizontalAdvance(name) <= self.width() - 4 * _EDGE

    def show_name(self, name: str) -> None:
        """Write this name of the month under the lines."""
        self._name = name
        self.update()

    def sizeHint(self) -> QSize:
        """Return a narrow size; the ribbon shares the width of the page."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the smallest target."""
        return QSize(TARGET, max(TARGET, self._theme.px(HEIGHT)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Jump with Enter or Space; every other key is the ribbon's."""
        if press_by_enter(self, event):
            return
        if event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the month."""
        if self.glance is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        self._draw_ground(painter, box)
        lines = box.adjusted(4, 4, -4, -self._theme.px(_NAME))
        self._draw_days(painter, lines, self.glance)
        self._draw_name(painter, box)

    def _draw_ground(self, painter: QPainter, box: QRectF) -> None:
        colors = self._theme.colors
        pen, brush = QPen(Qt.PenStyle.NoPen), Qt.GlobalColor.transparent
        painter.setBrush(QColor(colors.card) if self.isChecked() else QColor(brush))
        if self.hasFocus():
            pen = QPen(QColor(colors.accent), _FOCUS_LINE)
        elif self.isChecked() or self.underMouse():
            pen = QPen(QColor(colors.accent), _SHOWN_LINE)
        painter.setPen(pen)
        painter.drawRoundedRect(box, 6, 6)

    def _draw_days(self, painter: QPainter, box: QRectF, glance: MonthGlance) -> None:
        colors = self._theme.colors
        painter.setPen(QPen(QColor(colors.hairline), 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        count = last_of(glance.month).day
        step = box.width() / count
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        for day, worst in glance.days.items():
            left, right = box.left() + (day - 1) * step, box.left() + day * step
            height = max(2.0, box.height() * _height(worst))
            top_left = QPointF(round(left), box.bottom() - height)
            painter.setBrush(QColor(self._color(worst)))
            painter.drawRect(QRectF(top_left, QPointF(round(right), box.bottom())))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def _color(self, worst: int | None) -> str:
        colors = self._theme.colors
        if worst is None:
            return colors.border
        # The lightest of the ramp would be lost on the page without a border round each line.
        return colors.pain[max(worst, _PALEST)] if worst else colors.accent

    def _draw_name(self, painter: QPainter, box: QRectF) -> None:
        colors = self._theme.colors
        font = self._name_font()
        painter.setFont(font)
        painter.setPen(QColor(colors.accent if self.isChecked() else colors.ink_soft))
        place = QRectF(box.left(), box.bottom() - self._theme.px(_NAME), box.width(), 0)
        place.setBottom(box.bottom())
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self._name)

    def _name_font(self) -> QFont:
        font = self.font()
        font.setPixelSize(self._theme.px(_NAME_FONT))
        font.setBold(self.isChecked())
        return font

    @Slot()
    def _on_clicked(self) -> None:
        if self.glance is not None:
            self.month_chosen.emit(self.glance.month)


_PALEST = 3


def _height(worst: int | None) -> float:
    """Return the height of a day's line, in parts of all there is."""
    if worst is None:
        return _NO_NUMBER
    if worst == 0:
        return _NO_PAIN
    return _LEAST + (1 - _LEAST) * worst / PAIN_HIGHEST
