"""What is asked of every sign and symptom: how strong, and whether it is new."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.domain.choices import GRADES, NEWNESS
from diary.i18n import translate
from diary.ui.today.words import HOW_STRONG, NEW_OR_WORSE
from diary.ui.widgets.choices import ChoiceRow
from diary.ui.widgets.text import Question

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from diary.domain.entry import Report
    from diary.ui.theme import Theme


class Graded(QWidget):
    """A column of questions about one report; a kind of report adds its own.

    Args:
        report: the answers so far.
        theme: tints the icons.
        parent: the owner.
    """

    changed = Signal()
    report: Report
    grade: ChoiceRow
    new: ChoiceRow

    def __init__(self, report: Report, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.report = report
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setSpacing(6)

    def _ask_grade_and_newness(self) -> None:
        """Add the two questions below what stands in the column."""
        grades = [(int(term.id), translate(term.label)) for term in GRADES.offered()]
        answers = [(term.id, translate(term.label)) for term in NEWNESS.offered()]
        self.grade = self._row(translate(HOW_STRONG), grades)
        self.new = self._row(translate(NEW_OR_WORSE), answers)
        self.grade.set_value(self.report.grade)
        self.new.set_value(self.report.new)
        self.grade.chosen.connect(self._on_grade)
        self.new.chosen.connect(self._on_new)

    def _row(self, question: str, answers: Sequence[tuple[Hashable, str]]) -> ChoiceRow:
        row = self._named_row(question, answers)
        self._column.addWidget(Question(question, self))
        self._column.addWidget(row)
        self._column.addSpacing(2)
        return row

    def _named_row(self, question: str, answers: Sequence[tuple[Hashable, str]]) -> ChoiceRow:
        return ChoiceRow(self._named(question), answers, self._theme, self)

    def _named(self, question: str) -> str:
        """Return a question with what it is about, for who hears it alone."""
        raise NotImplementedError

    @Slot(object)
    def _on_grade(self, grade: int | None) -> None:
        self._change(grade=grade)

    @Slot(object)
    def _on_new(self, new: str | None) -> None:
        self._change(new=new)

    def _change(self, **said: str | int | None) -> None:
        self.report = self.report.model_copy(update=said)
        self._follow()
        self.changed.emit()

    def _follow(self) -> None:
        """Show what follows from the answers, before anybody hears of them."""
