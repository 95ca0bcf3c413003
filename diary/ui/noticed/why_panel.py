"""*Why am I seeing this?*: the open workings of one alert, below its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.i18n import mark, translate
from diary.ui.widgets.card import Line
from diary.ui.widgets.text import Hint, Words, breakable

if TYPE_CHECKING:
    from diary.ui.noticed.workings import Section

_WAIT = mark("Looking up the rule.")


class WhyPanel(QWidget):
    """Titled lines; says that it waits until they are there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(translate(mark("Why am I seeing this?")))
        self.is_filled = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 4)
        self._column.setSpacing(12)
        self._column.addWidget(Line(self))
        self._wait = Words(translate(_WAIT), self)
        self._column.addWidget(self._wait)

    def fill(self, sections: tuple[Section, ...]) -> None:
        """Show the workings, once."""
        self.is_filled = True
        self._wait.hide()
        for section in sections:
            part = QVBoxLayout()
            part.setSpacing(2)
            part.addWidget(Hint(section.title, self))
            for line in section.lines:
                part.addWidget(Words(breakable(line), self))
            self._column.addLayout(part)
        self._column.addWidget(Line(self))
