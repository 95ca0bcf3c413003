"""Size, place and state of a window: kept as text, given back, and handed on to another window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

FIRST_WIDTH, FIRST_HEIGHT = 1180, 760


def place_of(window: QWidget) -> str:
    """Return size and place of a window, as :func:`restore_place` reads it."""
    return bytes(window.saveGeometry().toBase64().data()).decode("ascii")


def restore_place(window: QWidget, place: str | None) -> None:
    """Give a window the size and place it had; without any, those of the first time."""
    window.resize(FIRST_WIDTH, FIRST_HEIGHT)
    if place is not None:
        kept = QByteArray(place.encode("ascii", "ignore"))
        window.restoreGeometry(QByteArray.fromBase64(kept))


def show_like(window: QWidget, other: QWidget) -> None:
    """Show a window as another one is shown, without coming before other programs."""
    if other.isMinimized():
        window.showMinimized()
    elif other.isVisible():
        asleep = Qt.WidgetAttribute.WA_ShowWithoutActivating
        window.setAttribute(asleep, not other.isActiveWindow())
        window.show()
