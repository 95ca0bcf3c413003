"""A list that drops down, of which one item is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QComboBox

if TYPE_CHECKING:
    from PySide6.QtGui import QWheelEvent
    from PySide6.QtWidgets import QWidget


class DropDown(QComboBox):
    """A combo box that leaves the wheel to the page, and that a screen reader can choose from.

    ``activated`` tells whatever the person chose, in whatever way.

    Args:
        parent: the owner.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # Queued: keys and mouse select before they move the current item, a screen reader
        # selects and moves nothing.
        self.view().selectionModel().selectionChanged.connect(
            self._on_selected, Qt.ConnectionType.QueuedConnection
        )

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the page: scrolling past must not change an answer."""
        event.ignore()

    @Slot()
    def _on_selected(self) -> None:
        """Take what a screen reader selected: Qt itself does nothing with it."""
        selected = self.view().selectedIndexes()
        if not selected or selected[0].row() == self.view().currentIndex().row():
            return
        self.view().setCurrentIndex(selected[0])
        self.setCurrentIndex(selected[0].row())
        self.hidePopup()
        self.activated.emit(selected[0].row())
