"""Asks which of several small places was meant; each is a full target."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from diary.i18n import mark, translate

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

    from diary.ui.today.body_spot import PlaceSpot

_WHICH = mark("Which place?")


class BodyChooser(QMenu):
    """A small menu of places.

    Args:
        spots: the places, the nearest first.
        parent: the map.
    """

    chosen = Signal(object)  # the place

    def __init__(self, spots: Iterable[PlaceSpot], parent: QWidget) -> None:
        super().__init__(translate(_WHICH), parent)
        self.setAccessibleName(translate(_WHICH))
        for spot in spots:
            action = QAction(spot.name, self)
            action.setData(spot.place)
            self.addAction(action)
        self.triggered.connect(self._on_triggered)
        self.aboutToHide.connect(self.deleteLater)

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        self.chosen.emit(action.data())
