"""A group of controls that belong to one question; a screen reader is told where it begins."""

from __future__ import annotations

from PySide6.QtWidgets import QGroupBox, QSizePolicy, QWidget


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

    def rename(self, name: str) -> None:
        """Ask the question in other words; whatever in the group is named by it follows."""
        before = self.accessibleName()
        for widget in (self, *self.findChildren(QWidget)):
            if widget.accessibleName() == before:
                widget.setAccessibleName(name)
            if widget.accessibleDescription() == before:
                widget.setAccessibleDescription(name)
