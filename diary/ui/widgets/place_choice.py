"""A list that drops down with every place of the body, and first of all none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QWidget

from diary.domain.places import PLACES
from diary.i18n import mark, translate

if TYPE_CHECKING:
    from PySide6.QtGui import QWheelEvent

_NOT_SAID = mark("Not said")
_MOST_SHOWN = 10


class PlaceChoice(QComboBox):
    """One place, or none.

    Args:
        question: what is asked, for the screen reader.
        parent: the owner.
    """

    chosen = Signal(object)  # the id of the place, None if none; only when the person did it

    def __init__(self, question: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(question)
        self.setMaxVisibleItems(_MOST_SHOWN)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.addItem(translate(_NOT_SAID), None)
        for place in PLACES.values():
            if not place.retired:
                self.addItem(translate(place.label), place.id)
        self.activated.connect(self._on_activated)

    @property
    def value(self) -> str | None:
        """The place chosen, None if not said."""
        data = self.currentData()
        return None if data is None else str(data)

    def set_value(self, region: str | None) -> None:
        """Show a place without telling anybody."""
        if region is not None and self.findData(region) < 0:
            self.addItem(translate(PLACES[region].label), region)  # retired, and still hers
        self.setCurrentIndex(0 if region is None else self.findData(region))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: scrolling past must not change an answer."""
        event.ignore()

    @Slot(int)
    def _on_activated(self, _position: int) -> None:
        self.chosen.emit(self.value)
