"""What to mend in a field, said beside it with an icon and read aloud."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from diary.ui.widgets.announce import announce
from diary.ui.widgets.text import Words

if TYPE_CHECKING:
    from diary.ui.theme import Theme

_ICON = 20


class FieldNote(QWidget):
    """One sentence about a field; hidden while there is none.

    Args:
        field: the field; a screen reader hears the sentence as its description.
        theme: tints the icon.
        parent: the owner.
    """

    def __init__(self, field: QWidget, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = field
        self._theme = theme
        self._described = field.accessibleDescription()
        self._icon = QLabel(self)
        self._words = Words("", self)
        self._words.setProperty("kind", "mend")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()
        self.hide()

    @property
    def text(self) -> str:
        """What is said now; empty if nothing."""
        return self._words.text()

    def tell(self, sentence: str | None) -> None:
        """Say what to mend, or that nothing is."""
        words = sentence or ""
        if words == self.text:
            return
        self._words.setText(words)
        self.setVisible(bool(words))
        self._field.setAccessibleDescription(words or self._described)
        if words:
            announce(self._field, words)

    @Slot()
    def _on_theme_changed(self) -> None:
        side = self._theme.px(_ICON)
        icon = self._theme.icon("circle-alert", "ink", size=_ICON)
        self._icon.setPixmap(icon.pixmap(side, side))
