"""What else can be said about a pain, in the order in which a doctor asks: SOCRATES.

Site, onset, character, radiation, time, what makes it worse or better, and severity. Associated
signs and symptoms have questions of their own on the page. Every answer may stay open.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.domain.choices import PAIN_MANY, PAIN_ONE, SIDES
from diary.domain.places import PLACES
from diary.i18n import mark, translate
from diary.ui.today.missing import place_title
from diary.ui.today.pain_fields import FIELDS, QUESTIONS
from diary.ui.today.words import HIGHEST, LOWEST
from diary.ui.widgets.buttons import QuietButton
from diary.ui.widgets.choices import ChoiceRow, ScoreRow
from diary.ui.widgets.many_of import ManyRow
from diary.ui.widgets.optional_day import OptionalDay
from diary.ui.widgets.text import Hint, Question

if TYPE_CHECKING:
    from typing import TypeAlias

    from diary.domain.catalogue import Catalogue, Term
    from diary.domain.entry import Pain
    from diary.ui.theme import Theme
    from diary.ui.today.words import DayWords

    Row: TypeAlias = ChoiceRow | ManyRow | OptionalDay

FIRST_DAY = dt.date(1900, 1, 1)  # as in the models, whose module is not needed yet
_OPEN_EACH = mark("Answer only what you want to. All of it may stay open.")
_OTHER_SIDE = mark("Record the other side as well")
_ON_ONE_SIDE = frozenset({"left", "right"})
_PAIRED_SIDES = ("left", "right", "both")
_NO_SIDES = frozenset({"all_over"})


class MoreAbout(QWidget):
    """The rest of the questions about one pain.

    Args:
        pain: the answers so far.
        words: how the questions name their time.
        day: the day that is recorded; a pain began on it or before.
        theme: tints the icons.
        parent: the owner.
    """

    answered = Signal(str, object)  # the field of the pain, and its value
    other_side_wanted = Signal()

    def __init__(
        self,
        pain: Pain,
        words: DayWords,
        day: dt.date,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._pain, self._words, self._theme = pain, words, theme
        self.rows: dict[str, Row] = {}
        self.other_side = QuietButton(translate(_OTHER_SIDE), theme, "plus", self)
        self.other_side.clicked.connect(self.other_side_wanted)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(Hint(translate(_OPEN_EACH), self))
        for field in FIELDS:
            self._add(field, day)
        self._show_other_side()

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """What can have the focus, in order."""
        stops: list[QWidget] = []
        for field, row in self.rows.items():
            stops += row.tab_stops
            if field == "side":
                stops.append(self.other_side)
        return tuple(stops)

    @Slot(str, object)
    def _on_answered(self, field: str, value: object) -> None:
        self._pain = self._pain.model_copy(update={field: value})
        if field == "side":
            self._show_other_side()
            for other, row in self.rows.items():
                row.rename(self._named(other))
        self.answered.emit(field, value)

    def _add(self, field: str, day: dt.date) -> None:
        row = self._row(field, day)
        if row is None:
            return
        teller = _Teller(field, row)
        teller.told.connect(self._on_answered)
        self.rows[field] = row
        self._column.addSpacing(6)
        self._column.addWidget(Question(self._question(field), self))
        self._column.addWidget(row)
        if field == "side":
            self._column.addWidget(self.other_side, 0, Qt.AlignmentFlag.AlignLeft)

    def _row(self, field: str, day: dt.date) -> Row | None:
        name, value = self._named(field), getattr(self._pain, field)
        if field == "average":
            score = ScoreRow(name, self._theme, translate(LOWEST), translate(HIGHEST), self)
            score.set_value(value)
            return score
        if field == "started_on":
            began = OptionalDay(name, self._theme, FIRST_DAY, day, self)
            began.set_value(value)
            return began
        if field in PAIN_MANY:
            many = ManyRow(name, _answers(PAIN_MANY[field]), self)
            many.set_values(value)
            return many
        answers = self._sides() if field == "side" else _answers(PAIN_ONE[field])
        if not answers:
            return None
        row = ChoiceRow(name, answers, self._theme, self)
        row.set_value(value)
        return row

    def _sides(self) -> list[tuple[str, str]]:
        """Return the sides that make sense for the place, and the one that a file has."""
        place, told = PLACES[self._pain.region], self._pain.side
        return [
            (side, words)
            for side, words in _answers(SIDES)
            if side == told
            or (place.id not in _NO_SIDES and (not place.paired or side in _PAIRED_SIDES))
        ]

    def _question(self, field: str) -> str:
        words = self._words.average if field == "average" else QUESTIONS[field]
        return translate(words)

    def _named(self, field: str) -> str:
        return f"{place_title(self._pain)}: {self._question(field)}"

    def _show_other_side(self) -> None:
        place = PLACES[self._pain.region]
        self.other_side.setVisible(place.paired and self._pain.side in _ON_ONE_SIDE)


class _Teller(QObject):
    """Adds to the answer of a row which question it was; a slot must not be a lambda."""

    told = Signal(str, object)

    def __init__(self, field: str, row: Row) -> None:
        super().__init__(row)
        self._field = field
        row.chosen.connect(self._on_chosen)

    @Slot(object)
    def _on_chosen(self, value: object) -> None:
        self.told.emit(self._field, value)


def _answers(catalogue: Catalogue[Term]) -> list[tuple[str, str]]:
    return [(term.id, translate(term.label)) for term in catalogue.offered()]
