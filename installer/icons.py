"""The program's icon, drawn from its one SVG in every size and form a system asks for."""

from __future__ import annotations

import os
import struct
from typing import TYPE_CHECKING, Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

if TYPE_CHECKING:
    from pathlib import Path

SIZES: Final = (16, 22, 24, 32, 48, 64, 128, 256, 512)
_ICO: Final = (16, 24, 32, 48, 64, 128, 256)
# Apple's names of the sizes in an icon file, each for a PNG (as iconutil writes them).
_ICNS: Final = {b"icp4": 16, b"icp5": 32, b"ic07": 128, b"ic08": 256, b"ic09": 512, b"ic10": 1024}


def draw_all(svg: Path, folder: Path) -> None:
    """Draw the icon as PNGs, as one file for Windows and as one for macOS."""
    app = QGuiApplication.instance() or QGuiApplication([])
    folder.mkdir(parents=True, exist_ok=True)
    for size in SIZES:
        (folder / f"daymark-{size}.png").write_bytes(_png(svg, size))
    (folder / "daymark.ico").write_bytes(_ico({size: _png(svg, size) for size in _ICO}))
    (folder / "daymark.icns").write_bytes(_icns(svg))
    del app


def _png(svg: Path, size: int) -> bytes:
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(svg)).render(painter)
    painter.end()
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(held.data())


def _ico(pngs: dict[int, bytes]) -> bytes:
    head = struct.pack("<HHH", 0, 1, len(pngs))
    at, entries = len(head) + 16 * len(pngs), b""
    for size, png in pngs.items():
        side = size % 256  # 256 is written as 0
        entries += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(png), at)
        at += len(png)
    return head + entries + b"".join(pngs.values())


def _icns(svg: Path) -> bytes:
    parts = b"".join(
        kind + struct.pack(">I", 8 + len(png)) + png
        for kind, png in ((kind, _png(svg, size)) for kind, size in _ICNS.items())
    )
    return b"icns" + struct.pack(">I", 8 + len(parts)) + parts
