"""Words on a button in as many lines as they need: other languages have longer ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QCheckBox, QPushButton

if TYPE_CHECKING:
    from PySide6.QtGui import QFontMetrics

WIDEST = 440  # pixels, whatever the size of the text


def in_lines(text: str, metrics: QFontMetrics, room: int) -> list[str]:
    """Return a text in lines; a word that is longer has a line of its own.

    Args:
        text: the text.
        metrics: of its font.
        room: how wide a line may be, in pixels.
    """
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and metrics.horizontalAdvance(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def size_in_lines(button: QPushButton | QCheckBox, in_one: QSize, widest: int) -> QSize:
    """Return the size of a button with its words in as many lines as they need.

    Args:
        button: the button.
        in_one: its size with all of them in one line.
        widest: how wide it may be, in pixels.
    """
    if in_one.width() <= widest:
        return in_one
    metrics, show = button.fontMetrics(), Qt.TextFlag.TextShowMnemonic
    own = metrics.size(show, button.text())
    return in_one - own + metrics.size(show, "\n".join(_lines(button, in_one, widest)))


def paint_in_lines(button: QPushButton | QCheckBox, in_one: QSize, widest: int) -> None:
    """Paint a button with its words in lines; for the arguments see :func:`size_in_lines`."""
    # Few buttons come here, and at the start none: what belongs to styles takes long to load.
    from PySide6.QtWidgets import QStyle, QStyleOptionButton, QStylePainter  # noqa: PLC0415

    option = QStyleOptionButton()
    button.initStyleOption(option)
    option.text = "\n".join(_lines(button, in_one, widest))
    elements = QStyle.ControlElement
    is_box = isinstance(button, QCheckBox)
    painter = QStylePainter(button)
    painter.drawControl(elements.CE_CheckBox if is_box else elements.CE_PushButton, option)
    painter.end()


def _lines(button: QPushButton | QCheckBox, in_one: QSize, widest: int) -> list[str]:
    metrics = button.fontMetrics()
    around = in_one.width() - metrics.horizontalAdvance(button.text())
    return in_lines(button.text(), metrics, widest - around)
