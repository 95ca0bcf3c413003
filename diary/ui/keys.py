"""The keys that work on every page: those of the pages, the text size and the lock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from diary.ui.pages import PageEntry
    from diary.ui.rail import Rail

_LOCK = "Ctrl+L"


class WindowKeys(QObject):
    """Listens in a window.

    Args:
        pages: the pages with their keys.
        rail: makes the text larger and smaller.
        window: the window.
    """

    page_wanted = Signal(str)
    lock_wanted = Signal()

    def __init__(self, pages: Sequence[PageEntry], rail: Rail, window: QWidget) -> None:
        super().__init__(window)
        for entry in pages:
            shortcut = QShortcut(QKeySequence(entry.keys), window)
            shortcut.setProperty("page", entry.id)
            shortcut.activated.connect(self._on_page_key)
        QShortcut(QKeySequence(_LOCK), window).activated.connect(self.lock_wanted)
        for keys, slot in (
            (QKeySequence.StandardKey.ZoomIn, rail.make_larger),
            (QKeySequence.StandardKey.ZoomOut, rail.make_smaller),
        ):
            QShortcut(keys, window).activated.connect(slot)

    @Slot()
    def _on_page_key(self) -> None:
        self.page_wanted.emit(str(self.sender().property("page")))
