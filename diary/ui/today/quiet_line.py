"""A line of the page that stays quiet until it is asked for, and is built only then."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.ui.widgets.buttons import QuietButton
from diary.ui.widgets.tab_order import chain
from diary.ui.widgets.text import Question

if TYPE_CHECKING:
    from diary.ui.theme import Theme


_AIR = 8  # above and below what is open


class QuietLine(QWidget):
    """A button with words; pressed, it gives way to what it names.

    Args:
        label: what it opens, in words.
        theme: tints the icon.
        parent: the owner.
    """

    changed = Signal()

    def __init__(self, label: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.label = label
        self._is_built = False
        self.open_button = QuietButton(label, theme, "plus", self)
        self.open_button.setProperty("kind", "line")
        self.open_button.clicked.connect(self._on_open)
        self.title = Question(label, self)
        self.title.hide()
        self.room = QVBoxLayout(self)
        self.room.setContentsMargins(0, 0, 0, 0)
        self.room.setSpacing(8)
        self.room.addWidget(self.title)
        self.room.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def is_open(self) -> bool:
        """Whether what it names is on the page."""
        return self.open_button.isHidden()

    @property
    @abstractmethod
    def tab_stops(self) -> tuple[QWidget, ...]:
        """What can have the focus once it is open, in order."""

    @abstractmethod
    def build(self) -> None:
        """Add what it names to ``room``; called once."""

    @abstractmethod
    def show_open(self, *, is_open: bool) -> None:
        """Show or hide what ``build`` added."""

    def focus_first(self) -> None:
        """Go to the first field."""
        self.tab_stops[0].setFocus()

    def set_open(self, *, is_open: bool) -> None:
        """Open it, or fold it up again."""
        if is_open:
            self.ensure_built()
        self.open_button.setVisible(not is_open)
        self.title.setVisible(is_open)
        self.room.setContentsMargins(0, _AIR if is_open else 0, 0, _AIR if is_open else 0)
        if self._is_built:
            self.show_open(is_open=is_open)

    def ensure_built(self) -> None:
        """Build what it names, if it was not needed before."""
        if not self._is_built:
            self._is_built = True
            self.build()
            chain((self.open_button, *self.tab_stops))
            self.show_open(is_open=self.is_open)

    @Slot()
    def _on_open(self) -> None:
        self.set_open(is_open=True)
        self.focus_first()
