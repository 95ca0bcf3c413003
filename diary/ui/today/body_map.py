"""The body map: front and back, every place to be clicked, tapped or reached by arrow keys.

It emits what was chosen and keeps no answer of its own; :meth:`BodyMap.set_pains` says what to
show. The drawing is read on the turn of the event loop after the first paint. For keyboard and
screen reader every place is a check box of its own (:class:`PlaceSpot`) lying unseen over it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QPointingDevice
from PySide6.QtWidgets import QSizePolicy, QWidget

from diary.charts.body_map import BodyPlace, PlaceKey, read_body, score_of
from diary.i18n import mark, translate
from diary.ui.today.body_chooser import BodyChooser
from diary.ui.today.body_hits import next_place
from diary.ui.today.body_picture import BodyPicture, Shown
from diary.ui.today.body_spot import PlaceSpot, spoken

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QFocusEvent, QMouseEvent, QPaintEvent, QResizeEvent

    from diary.ui.theme import Theme
    from diary.ui.today.body_hits import Direction

_NAME = mark("Body map, front and back")
_HOW = mark("Arrow keys go from place to place, Space chooses.")
_HINT = mark("Choose where it hurts")
_START = "lower_back"  # where Tab enters when nothing is chosen


class BodyMap(QWidget):
    """Front and back of the body, side by side; one stop for Tab.

    Args:
        theme: the colours and sizes.
        parent: the owner.
    """

    place_toggled = Signal(str, object)  # region; left, right, or None for the midline

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scores: dict[PlaceKey, int | None] = {}
        self._picture = BodyPicture(theme)
        self._hovered: BodyPlace | None = None
        self._focused: BodyPlace | None = None
        self._last: BodyPlace | None = None
        self._pressed: tuple[BodyPlace, ...] = ()
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

    @property
    def picture(self) -> BodyPicture:
        """Where everything lies."""
        return self._picture

    @property
    def is_pointed_at(self) -> bool:
        """Whether the place with the focus was clicked or tapped, not reached by the keys."""
        return self._focused is not None and not self._spot(self._focused).by_keys

    @property
    def words(self) -> str:
        """What stands below the figures: the place under the pointer, or with the focus."""
        told = self._hovered or self._focused
        if told is None:
            return translate(_HINT)
        chosen, score = score_of(told, self._scores)
        return spoken(self._spot(told).name, chosen=chosen, score=score)

    @Slot()
    def load(self) -> None:
        """Read the drawing now; otherwise it is read after the first paint."""
        self._reading.stop()
        if self._picture.is_loaded:
            return
        views = read_body()
        self._picture.load(views)
        self.spots = [self._new_spot(place) for view in views for place in view.places]
        self._on_laid_out()
        self._show_scores()
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

    def sizeHint(self) -> QSize:
        """Return the size it is drawn for."""
        return self._picture.best_size()

    def minimumSizeHint(self) -> QSize:
        """Return the least size at which places can still be told apart."""
        return self._picture.least_size()

    def heightForWidth(self, width: int) -> int:
        """Return the height both figures and their captions need."""
        return self._picture.height_for(width)

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
        found = self._picture.meant_at(event.position(), finger=False)
        self._hover(found[0] if found else None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where it began; letting go elsewhere takes it back."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = self._meant(event)
        else:
            event.ignore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the place, or ask which one."""
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        found = self._meant(event)
        taken_back = found[:1] != self._pressed[:1]
        self._pressed = ()
        if not found or taken_back:
            return
        if len(found) == 1:
            self._on_meant(found[0])
        else:
            self.chooser = BodyChooser([self._spot(place) for place in found], self)
            self.chooser.chosen.connect(self._on_meant)
            self.chooser.popup(event.globalPosition().toPoint())

    def leaveEvent(self, event: QEvent) -> None:
        """Forget what was under the pointer."""
        super().leaveEvent(event)
        self._hover(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Move the check boxes with the drawing."""
        super().resizeEvent(event)
        self._on_laid_out()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture; the first time it is only the captions, and the drawing is read."""
        if not self._picture.is_loaded:
            self._reading.start(0)
        painter = QPainter(self)
        shown = Shown(self._scores, self._hovered, self._focused, self.words, self._words_beside())
        self._picture.paint(painter, self.font(), shown)
        painter.end()

    @Slot(object)
    def _on_chosen(self, place: BodyPlace) -> None:
        self.place_toggled.emit(place.region, place.side)

    @Slot(object)
    def _on_meant(self, place: BodyPlace) -> None:
        self._spot(place).setFocus(Qt.FocusReason.MouseFocusReason)
        self._on_chosen(place)

    @Slot(str)
    def _on_arrow_pressed(self, direction: Direction) -> None:
        if self._focused is None:
            return
        middles = [(self._picture.middle_of(spot.place), spot.place) for spot in self.spots]
        stops = [((at.x(), at.y()), place) for at, place in middles]
        here = self._picture.middle_of(self._focused)
        place = next_place(stops, (here.x(), here.y()), direction)
        if place is not None:
            self._spot(place).setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_focused(self, place: BodyPlace | None) -> None:
        self._focused = place
        self._last = place or self._last
        self.update()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self._on_laid_out()

    @Slot()
    def _on_laid_out(self) -> None:
        self._picture.resize(self.size())
        for spot in self.spots:
            spot.setGeometry(self._picture.area_of(spot.place))
        self.update()

    def _meant(self, event: QMouseEvent) -> tuple[BodyPlace, ...]:
        finger = event.pointerType() == QPointingDevice.PointerType.Finger
        return self._picture.meant_at(event.position(), finger=finger)

    def _words_beside(self) -> BodyPlace | None:
        """Return the place whose name is wanted where it is: below it is scrolled out of sight.

        A click or a tap needs it not: the name would cover what she may choose next.
        """
        told = self._hovered
        if told is None and self._focused is not None and self._spot(self._focused).by_keys:
            told = self._focused
        seen = self.visibleRegion().boundingRect()
        return None if seen.contains(self._picture.words_area()) else told

    def _new_spot(self, place: BodyPlace) -> PlaceSpot:
        spot = PlaceSpot(place, self)
        spot.chosen.connect(self._on_chosen)
        spot.arrow_pressed.connect(self._on_arrow_pressed)
        spot.focused.connect(self._on_focused)
        spot.show()
        return spot

    def _hover(self, place: BodyPlace | None) -> None:
        if place is not self._hovered:
            self._hovered = place
            shape = (
                Qt.CursorShape.ArrowCursor if place is None else Qt.CursorShape.PointingHandCursor
            )
            self.setCursor(shape)
            self.update()

    def _enter(self) -> None:
        """Give the focus to the place she was at, else to one she chose, else to the back."""
        ranked = (
            [spot for spot in self.spots if spot.place is self._last],
            [spot for spot in self.spots if spot.isChecked()],
            [spot for spot in self.spots if spot.place.region == _START],
        )
        for spot in (spot for spots in ranked for spot in spots[:1]):
            spot.setFocus(Qt.FocusReason.TabFocusReason)
            return

    def _spot(self, place: BodyPlace) -> PlaceSpot:
        return next(spot for spot in self.spots if spot.place is place)

    def _show_scores(self) -> None:
        for spot in self.spots:
            chosen, score = score_of(spot.place, self._scores)
            spot.show_score(chosen=chosen, score=score)
        self.update()
