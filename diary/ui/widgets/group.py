"""A group of controls that belong to one question; a screen reader is told where it begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGroupBox, QSizePolicy

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class Group(QGroupBox):
    """A group without a frame: the question stands above it in words.

    Args:
        name: the question, for the screen reader.
        parent: the owner.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
