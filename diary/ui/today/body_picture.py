"""The picture of the body map: where everything lies on the screen, and the painting of it.

The figure without pains is kept as two pixmaps, below and above the tints, so that moving the
pointer or the focus repaints little.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPixmap

from diary.charts.body_map import SIZE, BodyView, score_of
from diary.i18n import mark, translate
from diary.ui.today.body_drawing import (
    Look,
    ViewPaths,
    paint_figure,
    paint_focus,
    paint_hover,
    paint_number,
    paint_outline,
    paint_pain,
)
from diary.ui.today.body_hits import meant

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from diary.charts.body_map import BodyPlace, PlaceKey
    from diary.ui.theme import Theme

VIEW_LABELS = {"front": mark("Front"), "back": mark("Back")}
_SIDE_LABELS = {"left": mark("Left"), "right": mark("Right")}
_VIEW = QSizeF(*SIZE)
_WIDEST, _NARROWEST = 320, 180  # of one view, in pixels; the first grows with the text size
_CAPTION, _WORDS = 28, 46  # heights above and below the figures, in pixels at 100 %: 1 and 2 lines
_ASIDE = 0.31  # how far from the middle left and right stand, in parts of a view
_CENTRED = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
_LEAST_SCALE = 0.05  # a window may be nearly nothing high for a moment


@dataclass(frozen=True)
class Shown:
    """What is shown now.

    Attributes:
        scores: the pains; an average need not be whole.
        hovered: the place under the pointer.
        focused: the place with the focus.
        words: what stands below the figures.
        beside: the place at which the words stand too, because below they cannot be seen.
    """

    scores: Mapping[PlaceKey, float | None]
    hovered: BodyPlace | None
    focused: BodyPlace | None
    words: str
    beside: BodyPlace | None = None


class BodyPicture:
    """Lays out and paints the views.

    Args:
        theme: the colours and sizes.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._size = QSizeF(1, 1)
        self._views: tuple[ViewPaths, ...] = ()
        self._layers: tuple[QPixmap, QPixmap] | None = None
        self._ratio = 1.0  # of the layers: device pixels in a pixel

    @property
    def scale(self) -> float:
        """Pixels in a unit of the drawing."""
        room = self._size.height() - self._theme.px(_CAPTION + _WORDS)
        fit = min(self._size.width() / 2 / _VIEW.width(), room / _VIEW.height())
        return max(_LEAST_SCALE, fit)

    @property
    def is_loaded(self) -> bool:
        """Whether there is a drawing."""
        return bool(self._views)

    def load(self, views: Sequence[BodyView]) -> None:
        """Take the drawing."""
        self._views = tuple(ViewPaths(view) for view in views)

    def resize(self, size: QSize) -> None:
        """Take the size in pixels."""
        self._size = QSizeF(size)
        self.forget()

    def forget(self) -> None:
        """Paint everything anew next time: size or colours changed."""
        self._layers = None

    def best_size(self) -> QSize:
        """Return the size it is drawn for."""
        wide = 2 * self._theme.px(_WIDEST)
        return QSize(wide, self.height_for(wide))

    def least_size(self) -> QSize:
        """Return the least size at which places can still be told apart."""
        return QSize(2 * _NARROWEST, self.height_for(2 * _NARROWEST))

    def height_for(self, width: int) -> int:
        """Return the height both figures and their captions need."""
        view = min(width / 2, self._theme.px(_WIDEST))
        return round(view / _VIEW.width() * _VIEW.height()) + self._theme.px(_CAPTION + _WORDS)

    def middle_of(self, place: BodyPlace) -> QPointF:
        """Return where a place's number stands."""
        return self._origin(place.view) + QPointF(*place.label) * self.scale

    def area_of(self, place: BodyPlace) -> QRect:
        """Return the rectangle round a place."""
        left, top, right, bottom = (edge * self.scale for edge in place.bounds)
        origin = self._origin(place.view)
        return QRectF(left, top, right - left, bottom - top).translated(origin).toAlignedRect()

    def words_area(self) -> QRect:
        """Return where the words below the figures stand."""
        high = self._theme.px(_WORDS)
        return QRect(0, round(self._size.height()) - high, round(self._size.width()), high)

    def meant_at(self, at: QPointF, *, finger: bool) -> tuple[BodyPlace, ...]:
        """Return the place a click means; several if it is unclear, none if nothing is near."""
        for paths in self._views:
            point = (at - self._origin(paths.view.name)) / self.scale
            if 0 <= point.x() < _VIEW.width():
                here = point.x(), point.y()
                return meant(paths.view.places, here, self.scale, finger=finger)
        return ()

    def paint(self, painter: QPainter, font: QFont, shown: Shown) -> None:
        """Paint both figures, their captions and the words below."""
        look = Look(self._theme.colors, self.scale, self._theme.text_size, font)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ratio = painter.device().devicePixelRatio()
        if self._views and (self._layers is None or ratio != self._ratio):
            self._ratio = ratio
            self._layers = (self._layer(look, paint_figure), self._layer(look, paint_outline))
        if self._layers is not None:
            below, above = self._layers
            painter.drawPixmap(0, 0, below)
            self._paint_pains(painter, look, shown)
            painter.drawPixmap(0, 0, above)
            self._paint_marks(painter, look, shown)
        self._paint_words(painter, font, shown)
        if shown.beside is not None:
            self._paint_beside(painter, shown.beside, shown.words)

    def _origin(self, view: str) -> QPointF:
        wide = _VIEW.width() * self.scale
        start = self._size.width() / 2 - wide
        return QPointF(start if view == "front" else start + wide, self._theme.px(_CAPTION))

    def _layer(self, look: Look, paint: Callable[[QPainter, ViewPaths, Look], None]) -> QPixmap:
        pixmap = QPixmap((self._size * self._ratio).toSize())
        pixmap.setDevicePixelRatio(self._ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for paths in self._views:
            painter.save()
            self._move_to(painter, paths, look)
            paint(painter, paths, look)
            painter.restore()
        painter.end()
        return pixmap

    def _move_to(self, painter: QPainter, paths: ViewPaths, look: Look) -> None:
        painter.translate(self._origin(paths.view.name))
        painter.scale(look.scale, look.scale)

    def _paint_pains(self, painter: QPainter, look: Look, shown: Shown) -> None:
        for paths in self._views:
            painter.save()
            self._move_to(painter, paths, look)
            for place in paths.view.places:
                chosen, score = score_of(place, shown.scores)
                if chosen:
                    paint_pain(painter, paths.path_of(place), look, score)
            painter.restore()

    def _paint_marks(self, painter: QPainter, look: Look, shown: Shown) -> None:
        for paths in self._views:
            painter.save()
            self._move_to(painter, paths, look)
            for place, paint in ((shown.hovered, paint_hover), (shown.focused, paint_focus)):
                if place is not None and place.view == paths.view.name:
                    paint(painter, paths.path_of(place), look)
            painter.restore()
            for place in paths.view.places:
                chosen, score = score_of(place, shown.scores)
                if chosen:
                    paint_number(painter, self.middle_of(place), place.room, look, score)

    def _paint_words(self, painter: QPainter, font: QFont, shown: Shown) -> None:
        colors = self._theme.colors
        painter.setFont(font)
        high = self._theme.px(_CAPTION)
        wide = round(_VIEW.width() * self.scale)
        for name, label in VIEW_LABELS.items():
            left = round(self._origin(name).x())
            middle = left + wide // 2
            self._write(painter, colors.ink, QRect(left, 0, wide, high), translate(label))
            far = round(wide * _ASIDE)
            sides = ("right", "left") if name == "front" else ("left", "right")
            for side, at in zip(sides, (middle - far, middle + far), strict=True):
                words = translate(_SIDE_LABELS[side])
                room = max(wide // 4, painter.fontMetrics().horizontalAdvance(words) + 2)
                area = QRect(at - room // 2, 0, room, high)
                self._write(painter, colors.ink_soft, area, words)
        self._write(painter, colors.ink, self.words_area(), shown.words)

    def _paint_beside(self, painter: QPainter, place: BodyPlace, words: str) -> None:
        """Write the words above a place, or below it where there is no room."""
        colors = self._theme.colors
        pad, gap = self._theme.px(8), self._theme.px(6)
        room = QRect(0, 0, round(self._size.width()) - 2 * pad - 4, round(self._size.height()))
        text = painter.fontMetrics().boundingRect(room, _CENTRED, words)
        bubble = QRect(0, 0, text.width() + 2 * pad, text.height() + pad)
        area = self.area_of(place)
        bubble.moveCenter(area.center())
        bubble.moveBottom(area.top() - gap)
        if bubble.top() < 0:
            bubble.moveTop(area.bottom() + gap)
        bubble.moveRight(min(bubble.right(), round(self._size.width()) - 2))
        bubble.moveLeft(max(bubble.left(), 1))
        painter.setPen(QColor(colors.border))
        painter.setBrush(QColor(colors.card))
        painter.drawRoundedRect(bubble, pad, pad)
        self._write(painter, colors.ink, bubble, words)

    def _write(self, painter: QPainter, color: str, area: QRect, words: str) -> None:
        painter.setPen(QColor(color))
        painter.drawText(area, _CENTRED, words)
