"""Paints the body of the map in the colours of the theme: figure, places, numbers, focus."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QPolygonF

from diary.charts.body_svg import UNKNOWN
from diary.i18n import decimal_sign

if TYPE_CHECKING:
    from diary.charts.body_map import BodyPlace, BodyView, Ring
    from diary.ui.theme_colors import Colors

_OUTLINE, _BORDER, _LINE = 1.6, 1.0, 1.0  # pen widths in pixels
_SOFT = 0.8  # how strong the drawn lines are
_FOCUS, _HALO = 3.0, 7.0
_LEAST_NUMBER, _MOST_NUMBER = 11, 17  # of the digits, in pixels at 100 %
_FILL = 1.5  # digits are this much taller than the room around the label point


@dataclass
class ViewPaths:
    """The paths of one view, in the units of the drawing."""

    view: BodyView
    figure: QPainterPath = field(init=False)
    places: dict[int, QPainterPath] = field(init=False)
    lines: QPainterPath = field(init=False)

    def __post_init__(self) -> None:
        self.figure = _closed(self.view.figure)
        self.places = {id(place): _closed(place.outline) for place in self.view.places}
        self.lines = QPainterPath()
        for line in self.view.lines:
            self.lines.addPolygon(_polygon(line))

    def path_of(self, place: BodyPlace) -> QPainterPath:
        """Return the path of a place of this view."""
        return self.places[id(place)]


@dataclass(frozen=True)
class Look:
    """What one painting needs: colours, pixels a unit, text size, family of the font."""

    colors: Colors
    scale: float
    text_size: int
    font: QFont


def paint_figure(painter: QPainter, paths: ViewPaths, look: Look) -> None:
    """Paint the figure without any pain; the painter is already in the units of the drawing."""
    colors = look.colors
    painter.fillPath(paths.figure, QColor(colors.body))
    painter.setPen(_pen(QColor(colors.border), _BORDER, look))
    for path in paths.places.values():
        painter.drawPath(path)
    line = QColor(colors.ink_soft)
    line.setAlphaF(_SOFT)
    painter.setPen(_pen(line, _LINE, look))
    painter.drawPath(paths.lines)


def paint_outline(painter: QPainter, paths: ViewPaths, look: Look) -> None:
    """Paint the outline; it lies over the tints."""
    painter.setPen(_pen(QColor(look.colors.ink_soft), _OUTLINE, look))
    painter.drawPath(paths.figure)


def paint_pain(painter: QPainter, path: QPainterPath, look: Look, score: float | None) -> None:
    """Tint a chosen place.

    Args:
        painter: in the units of the drawing.
        path: the place.
        look: colours and sizes.
        score: its pain, 0 to 10; None: chosen, amount not given.
    """
    colors = look.colors
    ground = colors.accent_soft if score is None else colors.pain[round(score)]
    painter.setPen(_pen(QColor(colors.accent if score is None else colors.plum), 1.6, look))
    painter.setBrush(QColor(ground))
    painter.drawPath(path)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def paint_hover(painter: QPainter, path: QPainterPath, look: Look) -> None:
    """Show which place is under the pointer."""
    accent = QColor(look.colors.accent)
    painter.setPen(_pen(accent, 2.0, look))
    accent.setAlphaF(0.16)
    painter.setBrush(accent)
    painter.drawPath(path)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def paint_focus(painter: QPainter, path: QPainterPath, look: Look) -> None:
    """Outline the place that has the focus: thick, with a halo so that it shows on any tint."""
    painter.setPen(_pen(QColor(look.colors.card), _HALO, look))
    painter.drawPath(path)
    painter.setPen(_pen(QColor(look.colors.accent), _FOCUS, look))
    painter.drawPath(path)


def paint_number(
    painter: QPainter, middle: QPointF, room: float, look: Look, score: float | None
) -> None:
    """Write the score on its place, on a ground of its own colour where the place is narrow.

    Args:
        painter: in pixels.
        middle: of the number, in pixels.
        room: from the middle to the border of the place, in units of the drawing.
        look: colours and sizes.
        score: its pain, 0 to 10; None: chosen, amount not given.
    """
    colors = look.colors
    text = UNKNOWN if score is None else f"{round(score, 1):g}".replace(".", decimal_sign())
    grown = look.text_size / 100
    tall = min(_MOST_NUMBER * grown, max(_LEAST_NUMBER * grown, room * look.scale * _FILL))
    font = QFont(look.font)
    font.setPixelSize(max(1, round(tall)))
    font.setBold(True)
    painter.setFont(font)
    metrics = painter.fontMetrics()
    wide, high = metrics.horizontalAdvance(text) + 6, metrics.capHeight() + 6
    badge = QRectF(0, 0, max(wide, high), high)
    badge.moveCenter(middle)
    ground = QColor(colors.accent_soft if score is None else colors.pain[round(score)])
    if room * look.scale * 2 < max(wide, high):
        painter.setPen(QPen(QColor(colors.accent if score is None else colors.plum), 1.2))
        painter.setBrush(ground)
        painter.drawRoundedRect(badge, high / 2, high / 2)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QColor(colors.ink if score is None else colors.on_pain(round(score))))
    painter.drawText(
        QPointF(middle.x() - (wide - 6) / 2, middle.y() + metrics.capHeight() / 2), text
    )


def _pen(color: QColor, pixels: float, look: Look) -> QPen:
    pen = QPen(color, pixels / look.scale)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    return pen


def _polygon(points: Ring) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in points])


def _closed(points: Ring) -> QPainterPath:
    path = QPainterPath()
    path.addPolygon(_polygon(points))
    path.closeSubpath()
    return path
