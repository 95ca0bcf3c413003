"""Two ways to a day: by its date, and by words in what was written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from diary.domain.fields import FIRST_DAY
from diary.domain.limits import SHORT_TEXT
from diary.i18n import mark, plural, translate
from diary.ui.calendar.month import MONTHS_OF_YEAR, shifted
from diary.ui.calendar.note_hits import NoteHits
from diary.ui.widgets.announce import announce
from diary.ui.widgets.buttons import Button, IconButton
from diary.ui.widgets.date_field import DateField
from diary.ui.widgets.flow import FlowLayout
from diary.ui.widgets.text import Hint

if TYPE_CHECKING:
    import datetime as dt

    from diary.services.looking_back import FoundNotes
    from diary.ui.theme import Theme

_TO_COME = mark("That day has not come yet. A day can be recorded from its own date on.")
_SEARCH_WIDTH = 230
_YEARS_TO_TYPE = 100  # a day to come can be typed, and is then answered kindly


class FindBar(QWidget):
    """Above the calendar: a date to open, words to look for, and what was found.

    Args:
        today: the date shown first.
        theme: the colours and sizes.
        parent: the owner.
    """

    day_wanted = Signal(object)
    search_wanted = Signal(str)

    def __init__(self, today: dt.date, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._today = theme, today
        self._looked_for = ""
        far = shifted(today, _YEARS_TO_TYPE * MONTHS_OF_YEAR)
        self.date = DateField(theme, today, FIRST_DAY, far, self)
        self.date.set_is_answer(is_answer=False)
        self.date.setAccessibleName(translate(mark("Day to open")))
        self.open = Button(translate(mark("Open")), parent=self)
        self.open.setAccessibleName(translate(mark("Open this day")))
        self.words = QLineEdit(self)
        self.words.setMaxLength(SHORT_TEXT)
        self.words.setAccessibleName(translate(mark("Words to look for in your notes")))
        self.words.setPlaceholderText(translate(mark("Words in your notes")))
        self.search = Button(translate(mark("Search")), theme, "search", self)
        self.close_hits = IconButton(translate(mark("Put what was found away")), theme, "x", self)
        self.said = Hint("", self)
        self.hits = NoteHits(theme, self)
        self._build()
        self._fit()
        self._show_found(shown=False)
        theme.changed.connect(self._fit)
        self.date.entered.connect(self._on_open)
        self.open.clicked.connect(self._on_open)
        self.words.returnPressed.connect(self._on_search)
        self.search.clicked.connect(self._on_search)
        self.close_hits.clicked.connect(self.put_away)
        self.hits.day_chosen.connect(self.day_wanted)

    def show_today(self, today: dt.date) -> None:
        """Know what day it is."""
        self._today = today

    def refuse_day_to_come(self) -> None:
        """Say that a day cannot be opened yet."""
        self._say(translate(_TO_COME))

    def show_found(self, typed: str, found: FoundNotes) -> None:
        """Show what was found, unless something else was looked for since."""
        if typed != self._looked_for:
            return
        self._show_found(shown=True)
        self.hits.show_hits(found.hits)
        self._say(_in_words(found))

    def search_again(self) -> None:
        """Look again for what is shown, because days have changed."""
        if self._looked_for:
            self.search_wanted.emit(self._looked_for)

    @Slot()
    def put_away(self) -> None:
        """Show the calendar alone again."""
        had_focus = self.close_hits.hasFocus() or self.hits.hasFocus()
        self._looked_for = ""
        self.words.clear()
        self.hits.show_hits(())
        self._say("")
        self._show_found(shown=False)
        if had_focus:
            self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        line = QWidget(self)
        flow = FlowLayout(line)
        for widget in (self.date, self.open, self.words, self.search, self.close_hits):
            flow.addWidget(widget)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        line.setSizePolicy(policy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(line)
        column.addWidget(self.said)
        column.addWidget(self.hits)

    def _show_found(self, *, shown: bool) -> None:
        self.hits.setVisible(shown and self.hits.isEnabled())
        self.close_hits.setVisible(shown)

    def _say(self, words: str) -> None:
        self.said.setText(words)
        self.said.setVisible(bool(words))
        if words:
            announce(self.said, words)

    @Slot()
    def _fit(self) -> None:
        self.words.setFixedWidth(self._theme.px(_SEARCH_WIDTH))

    @Slot()
    def _on_open(self) -> None:
        self._say("")
        if self.date.check():
            self.day_wanted.emit(self.date.day)

    @Slot()
    def _on_search(self) -> None:
        typed = self.words.text().strip()
        if not typed:
            self.put_away()
            return
        self._looked_for = typed
        self.search_wanted.emit(typed)


def _in_words(found: FoundNotes) -> str:
    if found.count == 0:
        return translate(mark("No note has all of these words."))
    words = plural("Written on {n} day.", "Written on {n} days.", found.count)
    if len(found.hits) < found.count:
        newest = translate(mark("The newest {shown} are shown; one more word finds fewer."))
        words = f"{words} {newest.format(shown=len(found.hits))}"
    return words
