"""The icons: one open set (Lucide, ISC licence), drawn in the colour of the text beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from diary.resources import resource

if TYPE_CHECKING:
    from pathlib import Path

# Where a language begins on the right, what comes next is on the left.
_ACROSS = {"chevron-left": "chevron-right", "chevron-right": "chevron-left"}


def icon_pixmap(name: str, color: str, size: int, ratio: float = 1.0, gap: float = 0.0) -> QPixmap:
    """Return the icon ``name`` of ``resources/icons`` in one colour.

    Args:
        name: the file's name without its ending.
        color: ``#rrggbb``.
        size: its side in device-independent pixels.
        ratio: device pixels for each of them.
        gap: empty room to its right, in parts of its side.
    """
    mirrored = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    if mirrored:
        name = _ACROSS.get(name, name)
    key = f"icon {name} {color} {size} {ratio} {gap} {mirrored}"
    pixmap = QPixmap()
    if not QPixmapCache.find(key, pixmap):
        # The same few icons stand on many buttons, and the calendar paints its moons each time.
        pixmap = _drawn(name, color, size, ratio, gap, mirrored=mirrored)
        QPixmapCache.insert(key, pixmap)
    return pixmap


def _drawn(
    name: str, color: str, size: int, ratio: float, gap: float, *, mirrored: bool
) -> QPixmap:
    drawing = resource(f"icons/{name}.svg").read_text(encoding="utf-8")
    renderer = QSvgRenderer(QByteArray(drawing.replace("currentColor", color).encode()))
    side = max(1, round(size * ratio))
    pixmap = QPixmap(round(side * (1 + gap)), side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    left = pixmap.width() - side if mirrored else 0
    renderer.render(painter, QRectF(left, 0, side, side))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def icon(
    name: str, color: str, size: int, checked_color: str | None = None, gap: float = 0.0
) -> QIcon:
    """Return an icon that is sharp at its size, with another colour for a checked button.

    Args:
        name: the file's name without its ending.
        color: ``#rrggbb``.
        size: its side in device-independent pixels.
        checked_color: of a button that is down; None: the same.
        gap: empty room to its right, in parts of its side.
    """
    screens = QGuiApplication.screens()
    ratio = max((screen.devicePixelRatio() for screen in screens), default=1.0)
    result = QIcon()
    paints = {QIcon.State.Off: color}
    if checked_color is not None:
        paints[QIcon.State.On] = checked_color
    for state, paint in paints.items():
        pixmap = icon_pixmap(name, paint, size, ratio, gap)
        result.addPixmap(pixmap, QIcon.Mode.Normal, state)
    return result


def write_icon(name: str, color: str, folder: Path) -> str:
    """Write an icon for the style sheet, which reads files only, and return its path.

    Args:
        name: the file's name without its ending.
        color: ``#rrggbb``.
        folder: where to.
    """
    path = folder / f"{name}-{color.removeprefix('#')}.svg"
    drawing = resource(f"icons/{name}.svg").read_text(encoding="utf-8")
    path.write_text(drawing.replace("currentColor", color), encoding="utf-8")
    return path.as_posix()
