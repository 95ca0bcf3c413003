"""What the marks of the calendar mean, in words beside a sample of each."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from diary.i18n import mark, translate
from diary.ui.calendar.drawing import DayDrawing
from diary.ui.calendar.month import DayMark
from diary.ui.widgets.flow import FlowLayout
from diary.ui.widgets.text import Hint

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent

    from diary.ui.theme import Theme

_ANY_DAY = dt.date(2024, 1, 1)
_WIDTH, _HEIGHT = 40, 36
_BETWEEN = 16


def _day(worst: int | None, *, without_score: bool = False) -> Callable[..., None]:
    sample = DayMark(_ANY_DAY, worst, pain_without_score=without_score)

    def draw(drawing: DayDrawing, painter: QPainter, box: QRectF) -> None:
        drawing.draw(painter, box, sample)

    return draw


def _moon(drawing: DayDrawing, painter: QPainter, box: QRectF) -> None:
    drawing.moon(painter, box.center(), drawing.theme.colors.ink)


def _diamond(drawing: DayDrawing, painter: QPainter, box: QRectF) -> None:
    drawing.diamond(painter, box.center(), drawing.theme.colors.ink)


def _visit(drawing: DayDrawing, painter: QPainter, box: QRectF) -> None:
    drawing.visit(painter, box.center(), drawing.theme.colors.ink)


def _treatment(drawing: DayDrawing, painter: QPainter, box: QRectF) -> None:
    drawing.treatment(painter, box.center(), drawing.theme.colors.ink)


def _quiet(drawing: DayDrawing, painter: QPainter, box: QRectF) -> None:
    drawing.hatching(painter, box, drawing.theme.colors.ink)


def _unrecorded(drawing: DayDrawing, painter: QPainter, box: QRectF) -> None:
    painter.setPen(QColor(drawing.theme.colors.ink))
    drawing.date(painter, box.adjusted(box.width() / 8, box.height() / 6, 0, 0), "12")


_ITEMS: tuple[tuple[Callable[..., None], str], ...] = (
    (_day(6), mark("worst pain of the day (10 = worst)")),
    (_day(0), mark("no pain that day")),
    (_moon, mark("pain woke you or kept you awake")),
    (_diamond, mark("a sign was recorded")),
    (_day(None, without_score=True), mark("pain, without a number")),
    (_day(None), mark("recorded, pain not answered")),
    (_visit, mark("visit, scan or other event")),
    (_treatment, mark("treatment given, begun or ended")),
    (_quiet, mark("quiet period you declared")),
    (_unrecorded, mark("nothing recorded")),
)


class Sample(QWidget):
    """One mark, drawn as in the grid.

    Args:
        draw: draws it.
        theme: the colours and sizes.
        parent: the owner.
    """

    def __init__(self, draw: Callable[..., None], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._draw = draw
        self._theme = theme
        self._fit()
        theme.changed.connect(self._fit)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        drawing = DayDrawing(self._theme, self.font(), self.devicePixelRatioF())
        self._draw(drawing, painter, QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))

    @Slot()
    def _fit(self) -> None:
        self.setFixedSize(QSize(self._theme.px(_WIDTH), self._theme.px(_HEIGHT)))
        self.update()


class _Meaning(Hint):
    """Words in one line where there is room for it."""

    def sizeHint(self) -> QSize:
        """Return the size of one line."""
        return self.fontMetrics().size(0, self.text())


class Legend(QWidget):
    """The legend under the grid.

    Args:
        theme: the colours and sizes.
        parent: the owner.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(translate(mark("What the marks mean")))
        flow = FlowLayout(self, gap=_BETWEEN, columns=[])
        for draw, words in _ITEMS:
            flow.addWidget(self._item(draw, words, theme))
        own = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        own.setHeightForWidth(True)
        self.setSizePolicy(own)

    def _item(self, draw: Callable[..., None], words: str, theme: Theme) -> QWidget:
        item = QWidget(self)
        row = QHBoxLayout(item)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(Sample(draw, theme, item), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(_Meaning(translate(words), item), 1)
        return item
