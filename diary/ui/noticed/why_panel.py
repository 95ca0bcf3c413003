"""*Why am I seeing this?*: the open workings of one alert, below its words."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.i18n import format_day, mark, translate
from diary.ui.widgets.buttons import Chip
from diary.ui.widgets.card import Line
from diary.ui.widgets.flow import FlowLayout
from diary.ui.widgets.text import Hint, Words, breakable

if TYPE_CHECKING:
    from diary.ui.noticed.workings import Section

_WAIT = mark("Looking up the rule.")
_OPEN = mark("Open {day}")


class WhyPanel(QWidget):
    """Titled lines; says that it waits until they are there."""

    day_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(translate(mark("Why am I seeing this?")))
        self.is_filled = False
        self.days: list[Chip] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 4)
        self._column.setSpacing(12)
        self._column.addWidget(Line(self))
        self._wait = Words(translate(_WAIT), self)
        self._column.addWidget(self._wait)

    def fill(self, sections: tuple[Section, ...], days: tuple[dt.date, ...]) -> None:
        """Show the workings, once.

        Args:
            sections: titled lines.
            days: the days used; each opens its page.
        """
        self.is_filled = True
        self._wait.hide()
        for section in sections:
            part = QVBoxLayout()
            part.setSpacing(2)
            part.addWidget(Hint(section.title, self))
            for line in section.lines:
                part.addWidget(Words(breakable(line), self))
            self._column.addLayout(part)
            if section.has_days:
                self._add_days(days)
        self._column.addWidget(Line(self))

    def _add_days(self, days: tuple[dt.date, ...]) -> None:
        flow = FlowLayout()
        for day in sorted(set(days)):
            button = Chip(format_day(day, "d MMM"), parent=self)
            button.setCheckable(False)
            name = translate(_OPEN).format(day=format_day(day, "full"))
            button.setAccessibleName(name)
            button.setProperty("day", day.isoformat())
            button.clicked.connect(self._on_day)
            flow.addWidget(button)
            self.days.append(button)
        self._column.addLayout(flow)

    @Slot()
    def _on_day(self) -> None:
        self.day_wanted.emit(dt.date.fromisoformat(self.sender().property("day")))
