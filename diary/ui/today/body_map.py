"""The body map: front and back, every place to be clicked, tapped or reached by arrow keys.

It emits what was chosen and keeps no answer of its own; :meth:`BodyMap.set_pains` says what to
show. The drawing is read on the turn of the event loop after the first paint. For keyboard and
screen reader every place is a check box of its own (:class:`PlaceSpot`) lying unseen over it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QPointingDevice
from PySide6.QtWidgets import QSizePolicy, QWidget

from diary.charts.body_map import BodyPlace, PlaceKey, read_body, score_of
from diary.i18n import mark, translate
from diary.ui.today.body_chooser import BodyChooser
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
from diary.ui.today.body_hits import Direction, meant, next_place
from diary.ui.today.body_spot import VIEW_LABELS, PlaceSpot, spoken

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QFocusEvent, QMouseEvent, QPaintEvent, QResizeEvent

    from diary.ui.theme import Theme

_NAME = mark("Body map, front and back")
_HOW = mark("Arrow keys go from place to place, Space chooses.")
_HINT = mark("Choose where it hurts")
_RIGHT, _LEFT = mark("right"), mark("left")
_DRAWN = QSize(440, 836)  # the size of one view's drawing
_WIDEST, _NARROWEST = 340, 220  # of one view, in pixels at 100 %
_CAPTION = 28  # the lines above and below the figures, in pixels at 100 %
_START = "lower_back"  # where Tab enters when nothing is chosen
_BACK_TAB = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class BodyMap(QWidget):
    """Front and back of the body, side by side; one stop for Tab.

    Args:
        theme: the colours and sizes.
        parent: the owner.
    """

    place_toggled = Signal(str, object)  # region; left, right, or None for the midline

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._scores: dict[PlaceKey, int | None] = {}
        self._views: tuple[ViewPaths, ...] = ()
        self._hovered: BodyPlace | None = None
        self._focused: BodyPlace | None = None
        self._leaving = False
        self.spots: list[PlaceSpot] = []
        self.chooser: BodyChooser | None = None
        self.setAccessibleName(translate(_NAME))
        self.setAccessibleDescription(translate(_HOW))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._on_theme_changed)
        self._reading = QTimer(self)
        self._reading.setSingleShot(True)
        self._reading.timeout.connect(self.load)

    @Slot()
    def load(self) -> None:
        """Read the drawing now; otherwise it is read after the first paint."""
        self._reading.stop()
        if self._views:
            return
        self._views = tuple(ViewPaths(view) for view in read_body())
        for paths in self._views:
            for place in paths.view.places:
                spot = PlaceSpot(place, self)
                spot.chosen.connect(self._on_chosen)
                spot.arrow_pressed.connect(self._on_arrow_pressed)
                spot.focused.connect(self._on_focused)
                self.spots.append(spot)
        self._lay_out()
        self._show_scores()
        for spot in self.spots:
            spot.show()
        if self.hasFocus():
            self._enter()

    def set_pains(self, scores: Mapping[PlaceKey, int | None]) -> None:
        """Show these pains.

        Args:
            scores: the score by region and side; None as score: chosen, amount not given; None
                or ``both`` as side: both sides.
        """
        self._scores = dict(scores)
        self._show_scores()

    def spot_of(self, region: str, side: str | None, view: str | None = None) -> PlaceSpot | None:
        """Return the check box of a place, the first that fits."""
        return next(
            (
                spot
                for spot in self.spots
                if spot.place.key == (region, side) and view in (None, spot.place.view)
            ),
            None,
        )

    def middle_of(self, place: BodyPlace) -> QPointF:
        """Return where a place's number stands, in the pixels of the map."""
        origin = self._origin(place.view)
        return origin + QPointF(*place.label) * self._scale()

    def sizeHint(self) -> QSize:
        """Return the size it is drawn for."""
        wide = 2 * self._theme.px(_WIDEST)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """Return the least size at which places can still be told apart."""
        wide = 2 * _NARROWEST
        return QSize(wide, self.heightForWidth(wide))

    def heightForWidth(self, width: int) -> int:
        """Return the height both figures and their captions need."""
        figure = min(width / 2, self._theme.px(_WIDEST)) / _DRAWN.width() * _DRAWN.height()
        return round(figure) + 2 * self._theme.px(_CAPTION)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus to the place where she was last."""
        super().focusInEvent(event)
        if not self._leaving:
            self._enter()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Leave the map as one stop, wherever in it the focus is."""
        self._leaving = True
        self.setFocus()
        moved = bool(super().focusNextPrevChild(forward))
        self._leaving = False
        return moved

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show the name of the place the click would choose."""
        found = self._meant(event.position(), finger=False)
        self._hover(found[0] if found else None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the place, or ask which one."""
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        finger = event.pointerType() == QPointingDevice.PointerType.Finger
        found = self._meant(event.position(), finger=finger)
        if len(found) == 1:
            self._choose(found[0])
        elif found:
            self._ask(found, event.globalPosition().toPoint())

    def leaveEvent(self, event: QEvent) -> None:
        """Forget what was under the pointer."""
        super().leaveEvent(event)
        self._hover(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Move the check boxes with the drawing."""
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw both figures, their captions and the name below."""
        if not self._views:
            self._reading.start(0)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = Look(self._theme.colors, self._scale(), self._theme.text_size, self.font())
        for paths in self._views:
            painter.save()
            painter.translate(self._origin(paths.view.name))
            self._paint_view(painter, paths, look)
            painter.restore()
        self._paint_words(painter)
        painter.end()

    @Slot(object)
    def _on_chosen(self, place: BodyPlace) -> None:
        self.place_toggled.emit(place.region, place.side)

    @Slot(str)
    def _on_arrow_pressed(self, direction: Direction) -> None:
        if self._focused is None:
            return
        stops = [
            ((at.x(), at.y()), spot.place)
            for spot in self.spots
            for at in [self.middle_of(spot.place)]
        ]
        here = self.middle_of(self._focused)
        place = next_place(stops, (here.x(), here.y()), direction)
        if place is not None:
            self._spot(place).setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_focused(self, place: BodyPlace | None) -> None:
        self._focused = place
        self.update()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self._lay_out()
        self.update()

    def _meant(self, at: QPointF, *, finger: bool) -> tuple[BodyPlace, ...]:
        scale = self._scale()
        for paths in self._views:
            point = (at - self._origin(paths.view.name)) / scale
            if 0 <= point.x() < paths.view.size[0]:
                return meant(paths.view.places, (point.x(), point.y()), scale, finger=finger)
        return ()

    def _choose(self, place: BodyPlace) -> None:
        self._spot(place).setFocus(Qt.FocusReason.MouseFocusReason)
        self._on_chosen(place)

    def _ask(self, places: tuple[BodyPlace, ...], at: QPoint) -> None:
        self.chooser = BodyChooser([self._spot(place) for place in places], self)
        self.chooser.chosen.connect(self._choose)
        self.chooser.popup(at)

    def _hover(self, place: BodyPlace | None) -> None:
        if place is not self._hovered:
            self._hovered = place
            self.setCursor(
                Qt.CursorShape.ArrowCursor if place is None else Qt.CursorShape.PointingHandCursor
            )
            self.update()

    def _enter(self) -> None:
        if not self.spots:
            return
        last = [spot for spot in self.spots if spot.isChecked()]
        start = [spot for spot in self.spots if spot.place.region == _START]
        (last + start)[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _spot(self, place: BodyPlace) -> PlaceSpot:
        return next(spot for spot in self.spots if spot.place is place)

    def _show_scores(self) -> None:
        for spot in self.spots:
            chosen, score = score_of(spot.place, self._scores)
            spot.show_score(chosen=chosen, score=score)
        self.update()

    def _scale(self) -> float:
        room = self.height() - 2 * self._theme.px(_CAPTION)
        return max(0.05, min(self.width() / 2 / _DRAWN.width(), room / _DRAWN.height()))

    def _origin(self, view: str) -> QPointF:
        wide = _DRAWN.width() * self._scale()
        start = self.width() / 2 - wide
        return QPointF(start if view == "front" else start + wide, self._theme.px(_CAPTION))

    def _lay_out(self) -> None:
        scale = self._scale()
        for spot in self.spots:
            left, top, right, bottom = spot.place.bounds
            origin = self._origin(spot.place.view)
            area = QRectF(left, top, right - left, bottom - top)
            spot.lie_over(
                QRectF(origin + area.topLeft() * scale, area.size() * scale).toAlignedRect()
            )

    def _paint_view(self, painter: QPainter, paths: ViewPaths, look: Look) -> None:
        painter.save()
        painter.scale(look.scale, look.scale)
        paint_figure(painter, paths, look)
        chosen = [
            (place, score)
            for place in paths.view.places
            for is_chosen, score in [score_of(place, self._scores)]
            if is_chosen
        ]
        for place, score in chosen:
            paint_pain(painter, paths.path_of(place), look, score)
        paint_outline(painter, paths, look)
        for shown, paint in ((self._hovered, paint_hover), (self._focused, paint_focus)):
            if shown is not None and shown.view == paths.view.name:
                paint(painter, paths.path_of(shown), look)
        painter.restore()
        for place, score in chosen:
            paint_number(painter, place, look, score)

    def _paint_words(self, painter: QPainter) -> None:
        high = self._theme.px(_CAPTION)
        painter.setPen(self.palette().windowText().color())
        wide = round(_DRAWN.width() * self._scale())
        for paths in self._views:
            name = paths.view.name
            left = round(self._origin(name).x())
            area = QRect(left, 0, wide, high)
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, translate(VIEW_LABELS[name]))
        told = self._hovered or self._focused
        if told is None:
            words = translate(_HINT)
        else:
            chosen, score = score_of(told, self._scores)
            words = spoken(self._spot(told).name, chosen=chosen, score=score)
        below = QRect(0, self.height() - high, self.width(), high)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, words)
