"""A place of the body map as keyboard and screen reader meet it: an unseen check box over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractButton

from diary.domain.choices import SIDES
from diary.domain.places import PLACES
from diary.i18n import mark, translate
from diary.ui.widgets.enter import press_by_enter

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from diary.charts.body_map import BodyPlace
    from diary.ui.today.body_hits import Direction

_IN_VIEW = {"front": mark("{place}, front"), "back": mark("{place}, back")}
_PAIN = mark("{place}: pain {score}")
_CHOSEN = mark("{place}: chosen, how bad is not answered")
_DIRECTIONS: dict[int, Direction] = {
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
}


class PlaceSpot(QAbstractButton):
    """One place of one view; the map draws it. Only the map changes whether it is checked.

    Args:
        place: the place.
        parent: the map.
    """

    chosen = Signal(object)  # the place, by keyboard or screen reader
    arrow_pressed = Signal(str)
    focused = Signal(object)  # the place, or None when the focus has gone

    def __init__(self, place: BodyPlace, parent: QWidget) -> None:
        super().__init__(parent)
        self.place = place
        self.by_keys = False  # whether the focus came by keyboard
        self.name = place_name(place)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab comes and goes through the map
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(translate(_IN_VIEW[place.view]).format(place=self.name))
        self.clicked.connect(self._on_clicked)
        self.toggled.connect(self._on_toggled)

    def show_score(self, *, chosen: bool, score: int | None) -> None:
        """Take the state of the place, its score 0 to 10; it is read aloud with the name."""
        self._check(on=chosen)
        words = spoken(self.name, chosen=chosen, score=score) if chosen else ""
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)

    def nextCheckState(self) -> None:
        """Leave the state alone: the answers are kept elsewhere."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go to another place, Space and Enter choose."""
        if event.key() in _DIRECTIONS:
            self.arrow_pressed.emit(_DIRECTIONS[event.key()])
        elif not press_by_enter(self, event):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell the map what to outline."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.by_keys = event.reason() != Qt.FocusReason.MouseFocusReason
        self.focused.emit(self.place)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell the map that nothing is outlined."""
        super().focusOutEvent(event)
        self.focused.emit(None)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw nothing: the map does."""

    @Slot()
    def _on_clicked(self) -> None:
        self.chosen.emit(self.place)

    @Slot(bool)
    def _on_toggled(self, checked: bool) -> None:
        """Take a screen reader's way of toggling as a wish too."""
        self._check(on=not checked)
        self.chosen.emit(self.place)

    def _check(self, *, on: bool) -> None:
        with QSignalBlocker(self):
            self.setChecked(on)


def place_name(place: BodyPlace) -> str:
    """Return a place in words, with its side."""
    label = translate(PLACES[place.region].label)
    if place.side is None:
        return label
    return f"{label} ({translate(SIDES[place.side].label)})"


def spoken(name: str, *, chosen: bool, score: int | None) -> str:
    """Return a place and its pain in words."""
    if not chosen:
        return name
    if score is None:
        return translate(_CHOSEN).format(place=name)
    return translate(_PAIN).format(place=name, score=score)
