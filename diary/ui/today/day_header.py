"""The head of the page: which day this is, whether it is recorded, and the way to other days."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from diary.i18n import mark, sentence_case, translate
from diary.ui.local import day_in_full, day_in_words
from diary.ui.widgets.buttons import IconButton, QuietButton
from diary.ui.widgets.text import Hint, PageTitle

if TYPE_CHECKING:
    from diary.domain.entry import DayEntry
    from diary.ui.theme import Theme

_BEFORE = mark("The day before (Alt+Left)")
_AFTER = mark("The day after (Alt+Right)")
_TO_TODAY = mark("Go to today")
_TODAY = mark("Today")
_YESTERDAY = mark("Yesterday")
_NOT_RECORDED = mark("not yet recorded")
_NOT_SAVED = mark("changed, not saved yet")
_SAVED_AT = mark("saved at {time}")
_SAVED_TODAY = mark("saved today at {time}")
_SAVED_ON = mark("saved on {day}")
_RECORDED = mark("recorded without a time")
ONE_DAY = dt.timedelta(days=1)


class DayHeader(QWidget):
    """The date with its arrows.

    Args:
        theme: tints the icons.
        parent: the owner.
    """

    day_requested = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day = self._today = dt.date.min
        # Made as they stand in the row: that is the order of Tab.
        self.to_today = QuietButton(translate(_TO_TODAY), parent=self)
        self.before = IconButton(translate(_BEFORE), theme, "chevron-left", self)
        self.after = IconButton(translate(_AFTER), theme, "chevron-right", self)
        self.title = PageTitle("", self)
        self.status = Hint("", self)
        self.before.clicked.connect(self._on_before)
        self.after.clicked.connect(self._on_after)
        self.to_today.clicked.connect(self._on_today)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.status)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addLayout(words, 1)
        row.addWidget(self.to_today)
        for arrow in (self.before, self.after):
            arrow.setProperty("kind", "outlined")
            row.addWidget(arrow)

    def show_day(self, day: dt.date, today: dt.date) -> None:
        """Show a day."""
        self._day, self._today = day, today
        self.title.setText(sentence_case(day_in_full(day)))
        self.after.setEnabled(day < today)
        self.to_today.setVisible(day != today)

    def show_status(
        self,
        entry: DayEntry | None,
        saved_at: dt.datetime | None,
        *,
        is_changed: bool,
        is_loaded: bool = True,
    ) -> None:
        """Say whether the day is recorded, and when it was saved.

        Args:
            entry: what the file holds; None if nothing.
            saved_at: when it was last saved; None: at the time that the entry tells, if any.
            is_changed: whether the form says something else.
            is_loaded: whether it was looked up what the file holds; until then nothing is said.
        """
        status = ""
        if is_changed:
            status = translate(_NOT_SAVED)
        elif entry is not None:
            status = saved_words(self._day, saved_at or entry.entered_at, self._today)
        elif is_loaded:
            status = translate(_NOT_RECORDED)
        near = {self._today: _TODAY, self._today - ONE_DAY: _YESTERDAY}.get(self._day)
        said = ("" if near is None else translate(near), status)
        self.status.setText(sentence_case(", ".join(filter(None, said))))

    @Slot()
    def _on_before(self) -> None:
        self.day_requested.emit(self._day - ONE_DAY)

    @Slot()
    def _on_after(self) -> None:
        self.day_requested.emit(self._day + ONE_DAY)

    @Slot()
    def _on_today(self) -> None:
        self.day_requested.emit(self._today)


def saved_words(day: dt.date, saved_at: dt.datetime | None, today: dt.date) -> str:
    """Return when a day was saved: the time on the day itself and on this one, else the date.

    Args:
        day: the day.
        saved_at: the moment; None where it is not known, as of a day that was imported.
        today: what today is: its date beside an earlier day would be taken for that day's.
    """
    if saved_at is None:
        return translate(_RECORDED)
    local = saved_at.astimezone()
    if local.date() in (day, today):
        words = _SAVED_AT if local.date() == day else _SAVED_TODAY
        return translate(words).format(time=f"{local:%H:%M}")
    return translate(_SAVED_ON).format(day=day_in_words(local.date()))
