"""A row with a title, some lines and its buttons; more of it on demand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.i18n import mark, translate
from diary.ui.widgets.buttons import QuietButton
from diary.ui.widgets.card import Line
from diary.ui.widgets.flow import FlowLayout
from diary.ui.widgets.text import Question

if TYPE_CHECKING:
    from diary.ui.theme import Theme

_SHOW, _HIDE = mark("Show"), mark("Hide")
_INDENT = 16


class Fold(QWidget):
    """The row.

    Args:
        title: what it is about.
        theme: tints the icons.
        parent: the owner.

    Attributes:
        button: shows and hides what is folded in.
        about: the column below the title; empty at first.
        buttons: the line of its buttons.
        inside: the column that is folded in; empty at first.
    """

    opened = Signal()  # what is folded in is shown for the first time

    def __init__(self, title: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self._theme = theme
        self._was_open = False
        self._more: list[QuietButton] = []
        self.setAccessibleName(title)
        self.button = QuietButton(translate(_SHOW), theme, "chevron-down", self)
        self.button.setAccessibleDescription(title)
        self.button.clicked.connect(self.toggle)
        self.about = QVBoxLayout()
        self.about.setSpacing(4)
        self.buttons = FlowLayout()
        self.buttons.addWidget(self.button)
        self._folded = QWidget(self)
        self.inside = QVBoxLayout(self._folded)
        self.inside.setContentsMargins(_INDENT, 0, 0, 0)
        self.inside.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Line(self))
        column.addSpacing(8)
        column.addWidget(Question(title, self))
        column.addLayout(self.about)
        column.addLayout(self.buttons)
        column.addWidget(self._folded)
        self._folded.hide()

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """What Tab visits, in order."""
        return (self.button, *self._more)

    @property
    def is_open(self) -> bool:
        """Whether what is folded in is shown."""
        return not self._folded.isHidden()

    def add_button(self, words: str, icon: str) -> QuietButton:
        """Add a button to the line; a screen reader hears what it is about."""
        button = QuietButton(words, self._theme, icon, self)
        button.setAccessibleDescription(self._title)
        self.buttons.addWidget(button)
        self._more.append(button)
        return button

    @Slot()
    def toggle(self) -> None:
        """Show or hide what is folded in."""
        wanted = not self.is_open
        self._folded.setVisible(wanted)
        self.button.setText(translate(_HIDE if wanted else _SHOW))
        self.button.set_icon("chevron-up" if wanted else "chevron-down")
        if wanted and not self._was_open:
            self._was_open = True
            self.opened.emit()
