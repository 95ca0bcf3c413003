"""Size, place and state of a window: kept as text, given back, and handed on to another window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, Qt

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

# The wide one has room for the body map beside the places, on a screen of 1366 x 768 too.
_WIDE, _NARROW, _HEIGHT = 1320, 1180, 760
_FRAME = QSize(16, 40)  # what the system draws around a window, at the most


def place_of(window: QWidget) -> str:
    """Return size and place of a window, as :func:`restore_place` reads it."""
    return bytes(window.saveGeometry().toBase64().data()).decode("ascii")


def restore_place(window: QWidget, place: str | None) -> None:
    """Give a window the size and place it had; without any, those of the first time.

    The first time it is no higher than the screen: a bar of the system would hide its foot, and
    with it the button that saves.
    """
    window.resize(first_size(window.screen().availableSize()))
    if place is not None:
        kept = QByteArray(place.encode("ascii", "ignore"))
        window.restoreGeometry(QByteArray.fromBase64(kept))


def first_size(screen: QSize) -> QSize:
    """Return the size of a window the first time.

    Args:
        screen: what the system leaves for windows, in pixels.
    """
    room = screen - _FRAME
    width = _WIDE if room.width() >= _WIDE else _NARROW
    return QSize(width, min(_HEIGHT, room.height()))


def show_like(window: QWidget, other: QWidget) -> None:
    """Show a window as another one is shown, without coming before other programs."""
    if other.isMinimized():
        window.showMinimized()
    elif other.isVisible():
        asleep = Qt.WidgetAttribute.WA_ShowWithoutActivating
        window.setAttribute(asleep, not other.isActiveWindow())
        window.show()
