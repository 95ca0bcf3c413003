"""Fields whose answer is not typed: a day, yes or no, how much is usual."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Slot

from diary.domain.choices import GRADES, PAIN_HIGHEST
from diary.i18n import mark, translate
from diary.ui.settings.fields import Asked
from diary.ui.widgets.choices import ChoiceRow, ScoreRow
from diary.ui.widgets.optional_day import OptionalDay

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtWidgets import QWidget

    from diary.ui.theme import Theme

_YES_NO = ((True, mark("Yes")), (False, mark("No")))
_NO_PAIN, _NONE = mark("no pain"), mark("None")
_WORST = mark("worst pain")


class DayField(Asked):
    """A day that may be left out.

    Args:
        question: what is asked.
        theme: colours and sizes.
        days: the first day that can be chosen, the one shown when it opens, and the last.
        parent: the owner.
        hint: said below the question.
        needed: whether there must be an answer.
    """

    def __init__(
        self,
        question: str,
        theme: Theme,
        days: tuple[dt.date, dt.date, dt.date],
        parent: QWidget | None = None,
        *,
        hint: str = "",
        needed: bool = False,
    ) -> None:
        super().__init__(question, theme, parent, hint=hint, needed=needed)
        first, shown, last = days
        self.day = OptionalDay(question, theme, first, last, self, shown=shown)
        self._add(self.day)
        self.day.chosen.connect(self._on_chosen)

    @property
    def value(self) -> dt.date | None:
        """The day, None if not said."""
        return self.day.value

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """The button that opens it, the field, and those beside it."""
        return self.day.tab_stops

    def set_last(self, day: dt.date) -> None:
        """Let this be the last day that can be chosen."""
        self.day.set_last(day)

    def set_value(self, value: Any) -> None:
        """Show a day without telling anybody."""
        self.day.set_value(value)
        self.tell(None)

    def check(self) -> bool:
        """Say what to mend, if anything, and return whether there is nothing."""
        return self.day.check() and super().check()

    def _first_stop(self) -> QWidget:
        return self.day.field.field

    @Slot(object)
    def _on_chosen(self, _day: object) -> None:
        self.tell(None)
        self.changed.emit()


class YesNoField(Asked):
    """Yes, no, or not answered.

    Args:
        question: what is asked.
        theme: tints the icons.
        parent: the owner.
        hint: more words below the question.
    """

    def __init__(
        self, question: str, theme: Theme, parent: QWidget | None = None, *, hint: str = ""
    ) -> None:
        super().__init__(question, theme, parent, hint=hint)
        answers = [(value, translate(words)) for value, words in _YES_NO]
        self.row = ChoiceRow(question, answers, theme, self)
        self._add(self.row)
        self.row.chosen.connect(self._on_chosen)

    @property
    def value(self) -> bool | None:
        """True, False, or None if not answered."""
        return None if self.row.value is None else bool(self.row.value)

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """The answers and the cross."""
        return self.row.tab_stops

    def set_value(self, value: Any) -> None:
        """Show an answer without telling anybody."""
        self.row.set_value(value)

    @Slot(object)
    def _on_chosen(self, _answer: object) -> None:
        self.changed.emit()


class LevelField(Asked):
    """How much is usual: 0 to 10 for a place, none to severe for a sign or a symptom.

    Args:
        question: what is asked.
        theme: tints the icons.
        parent: the owner.
    """

    def __init__(self, question: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(question, theme, parent, needed=True)
        self.score = ScoreRow(question, theme, translate(_NO_PAIN), translate(_WORST), self)
        grades = [(0, translate(_NONE))]
        grades += [(int(grade.id), translate(grade.label)) for grade in GRADES.values()]
        self.grade = ChoiceRow(question, grades, theme, self)
        self._row: ChoiceRow = self.score
        self._column.addWidget(self.score)
        self._add(self.grade)
        self.set_highest(PAIN_HIGHEST)
        for row in (self.score, self.grade):
            row.chosen.connect(self._on_chosen)

    @property
    def value(self) -> int | None:
        """The level, None if not answered."""
        level = self._row.value
        return level if isinstance(level, int) else None

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """The buttons of both rows; one of them is hidden."""
        return (*self.score.tab_stops, *self.grade.tab_stops)

    def set_highest(self, highest: int) -> None:
        """Ask on the scale that ends with this level; another scale begins unanswered."""
        row = self.score if highest == PAIN_HIGHEST else self.grade
        if row is not self._row:
            row.set_value(None)
        self._row = row
        self.score.setVisible(row is self.score)
        self.grade.setVisible(row is self.grade)

    def set_value(self, value: Any) -> None:
        """Show a level without telling anybody."""
        self._row.set_value(value)
        self.tell(None)

    @Slot(object)
    def _on_chosen(self, _level: object) -> None:
        self.tell(None)
        self.changed.emit()
