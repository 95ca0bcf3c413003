"""How a recorded day looks, in the grid and in the legend: the same strokes for both."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QPolygonF

from diary.ui.calendar.around import NOTHING_AROUND
from diary.ui.icons import icon_pixmap

if TYPE_CHECKING:
    from diary.ui.calendar.around import Around
    from diary.ui.calendar.month import DayMark
    from diary.ui.theme import Theme

RADIUS = 8.0
_PAD, _LOW = 7, 5
_DATE, _NUMBER, _RING, _MOON, _DIAMOND = 14, 21, 34, 17, 11
_RING_LINE = 2.0
_HATCH, _FAINT, _TICK, _TICK_LINE = 8, 0.35, 14, 3
_ROOMY, _HIGH, _BELOW_DATE, _INSET = 84, 66, 15, 3
NO_SCORE, NOT_ANSWERED = "?", "–"  # noqa: RUF001  an en dash, as in print


@dataclass(frozen=True, slots=True)
class DayDrawing:
    """Draws what was recorded on a day.

    Args:
        theme: the colours and sizes.
        font: the font of the widget; its size is set here.
        ratio: device pixels for each pixel.
    """

    theme: Theme
    font: QFont
    ratio: float

    def ink(self, mark: DayMark | None) -> str:
        """Return the colour of text on the ground of a day."""
        if mark is None or not mark.worst:
            return self.theme.colors.ink
        return self.theme.colors.on_pain(mark.worst)

    def draw(
        self, painter: QPainter, box: QRectF, mark: DayMark | None, around: Around = NOTHING_AROUND
    ) -> None:
        """Draw ground, hatching, number and marks; nothing for an empty day.

        Args:
            painter: in pixels.
            box: the room, in pixels.
            mark: what the day says; None: nothing is recorded.
            around: what lies on it beside the entry.
        """
        if mark is not None:
            self._ground(painter, box, mark)
        if around.quiet:
            self.hatching(painter, box, self.ink(mark))
        if mark is not None:
            self._number(painter, box, mark, around)
        self._marks(painter, box, mark, self.ink(mark))
        left = box.bottomLeft() + QPointF(_PAD + self.theme.px(_TICK) / 2, -self._rise)
        if around.visits:
            self.visit(painter, left, self.ink(mark))
            left += QPointF(self.theme.px(_TICK), 0)
        if around.treatments:
            self.treatment(painter, left, self.ink(mark))

    def hatching(self, painter: QPainter, box: QRectF, color: str) -> None:
        """Draw the slanting lines of a quiet period."""
        faint = QColor(color)
        faint.setAlphaF(_FAINT)
        step = self.theme.px(_HATCH)
        painter.save()
        ground = QPainterPath()
        ground.addRoundedRect(box, RADIUS, RADIUS)
        painter.setClipPath(ground)
        painter.setPen(QPen(faint, 1.2))
        x = box.left() - box.height()
        while x < box.right():
            painter.drawLine(QPointF(x, box.bottom()), QPointF(x + box.height(), box.top()))
            x += step
        painter.restore()

    def visit(self, painter: QPainter, middle: QPointF, color: str) -> None:
        """Draw the tick of a visit: an upright bar."""
        half = self.theme.px(_DIAMOND - _TICK_LINE) / 2
        painter.setPen(_tick_pen(color, self.theme.px(_TICK_LINE)))
        painter.drawLine(middle - QPointF(0, half), middle + QPointF(0, half))

    def treatment(self, painter: QPainter, middle: QPointF, color: str) -> None:
        """Draw the tick of a treatment: a cross."""
        half = self.theme.px(_DIAMOND - _TICK_LINE) / 2
        painter.setPen(_tick_pen(color, self.theme.px(_TICK_LINE)))
        for arm in (QPointF(0, half), QPointF(half, 0)):
            painter.drawLine(middle - arm, middle + arm)

    def moon(self, painter: QPainter, middle: QPointF, color: str) -> None:
        """Draw the mark of a bad night."""
        side = self.theme.px(_MOON)
        corner = middle - QPointF(side / 2, side / 2)
        painter.drawPixmap(corner, icon_pixmap("moon", color, side, self.ratio))

    def diamond(self, painter: QPainter, middle: QPointF, color: str) -> None:
        """Draw the mark of a sign."""
        half = self.theme.px(_DIAMOND) / 2
        around = (QPointF(0, -half), QPointF(half, 0), QPointF(0, half), QPointF(-half, 0))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(color))
        painter.drawPolygon(QPolygonF([middle + step for step in around]))

    def date(self, painter: QPainter, box: QRectF, text: str, *, today: bool = False) -> None:
        """Write the day of the month at the top left, in the pen of the painter.

        Args:
            painter: in pixels.
            box: the room of the day, in pixels.
            text: the number in digits.
            today: whether it stands on a ground of its own.
        """
        font = QFont(self.font)
        font.setPixelSize(self.theme.px(_DATE))
        font.setBold(today)
        painter.setFont(font)
        width = painter.fontMetrics().horizontalAdvance(text)
        place = QRectF(
            box.left() + _PAD, box.top() + _PAD - 2, width, painter.fontMetrics().height()
        )
        if today:
            pen = painter.pen()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.theme.colors.accent))
            pill = place.adjusted(-5, -1, 5, 1)
            painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
            painter.setPen(pen)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)

    @property
    def _rise(self) -> float:
        """How far above the lower edge the middle of a mark is."""
        return _LOW + self.theme.px(_DIAMOND) / 2

    def _marks(self, painter: QPainter, box: QRectF, mark: DayMark | None, ink: str) -> None:
        """Draw the moon above and the mark of a sign below it, clear of each other."""
        half = self.theme.px(_MOON) / 2
        if mark is not None and mark.bad_night:
            self.moon(painter, box.topRight() + QPointF(-_PAD - half, _LOW + half), ink)
        if mark is not None and mark.sign:
            self.diamond(painter, box.bottomRight() - QPointF(_PAD + half, self._rise), ink)

    def _ground(self, painter: QPainter, box: QRectF, mark: DayMark) -> None:
        colors = self.theme.colors
        painter.setPen(QPen(QColor(colors.hairline), 1))
        painter.setBrush(QColor(colors.pain[mark.worst] if mark.worst else colors.card))
        painter.drawRoundedRect(box, RADIUS, RADIUS)

    def _number(self, painter: QPainter, box: QRectF, mark: DayMark, around: Around) -> None:
        text = NO_SCORE if mark.pain_without_score else NOT_ANSWERED
        if mark.worst is not None:
            text = str(mark.worst)
        font = QFont(self.font)
        font.setPixelSize(self.theme.px(_NUMBER))
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(self.ink(mark)))
        place = self._number_place(box, mark, around)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
        if mark.pain_free:
            side = min(self.theme.px(_RING), place.height() - 2)
            ring = QRectF(0, 0, side, side)
            ring.moveCenter(place.center())
            painter.setPen(QPen(QColor(self.theme.colors.accent), _RING_LINE))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(ring.adjusted(1, 1, -1, -1))

    def _number_place(self, box: QRectF, mark: DayMark, around: Around) -> QRectF:
        """Return the middle of the box, or in a narrow one the room its date and marks leave."""
        if box.width() > self.theme.px(_ROOMY) or box.height() < self.theme.px(_ROOMY) / 2:
            return box.adjusted(0, _INSET, 0, -_INSET)
        if box.height() > self.theme.px(_HIGH):
            return box.adjusted(0, self.theme.px(_BELOW_DATE), 0, -_INSET)
        ticks = bool(around.visits) + bool(around.treatments)
        after = -self.theme.px(_DIAMOND) if mark.sign else 0
        before = self.theme.px(_TICK) * ticks
        return box.adjusted(before, self.theme.px(_BELOW_DATE), after, -_INSET)


def _tick_pen(color: str, width: float) -> QPen:
    pen = QPen(QColor(color), width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    return pen
