"""One symptom she chose: how strong, whether new, and where if that matters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from diary.domain.choices import GRADES, NEWNESS
from diary.domain.symptoms import SYMPTOMS, asks_where, symptom_label
from diary.i18n import mark, translate
from diary.ui.today.words import HOW_STRONG, NEW_OR_WORSE
from diary.ui.widgets.buttons import QuietButton
from diary.ui.widgets.card import Line
from diary.ui.widgets.choices import ChoiceRow
from diary.ui.widgets.place_choice import PlaceChoice
from diary.ui.widgets.text import Hint, Question

if TYPE_CHECKING:
    from diary.domain.entry import SymptomReport
    from diary.ui.theme import Theme

_REMOVE = mark("Remove")
_REMOVE_THIS = mark("Remove {what}")
_WHERE = mark("Where?")


class SymptomCard(QWidget):
    """Asks about one symptom.

    Args:
        report: the answers so far.
        theme: tints the icons.
        parent: the owner.
    """

    changed = Signal()
    removed = Signal(object)  # this card

    def __init__(self, report: SymptomReport, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.report = report
        self.label = symptom_label(report.symptom)
        self._theme = theme
        self.setAccessibleName(self.label)
        self.remove_button = QuietButton(translate(_REMOVE), theme, "x", self)
        self.remove_button.setAccessibleName(translate(_REMOVE_THIS).format(what=self.label))
        self.remove_button.clicked.connect(self._on_remove)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 8)
        self._column.setSpacing(6)
        self._column.addWidget(Line(self))
        self._column.addLayout(self._head())
        grades = [(int(term.id), translate(term.label)) for term in GRADES.offered()]
        answers = [(term.id, translate(term.label)) for term in NEWNESS.offered()]
        self.grade = self._row(translate(HOW_STRONG), grades)
        self.new = self._row(translate(NEW_OR_WORSE), answers)
        self.grade.set_value(report.grade)
        self.new.set_value(report.new)
        self.grade.chosen.connect(self._on_grade)
        self.new.chosen.connect(self._on_new)
        self.where: PlaceChoice | None = None
        if asks_where(report.symptom) or report.where is not None:
            self._ask_where()

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """What can have the focus: the questions first, Remove last."""
        where = () if self.where is None else (self.where,)
        return (*self.grade.tab_stops, *self.new.tab_stops, *where, self.remove_button)

    @Slot(object)
    def _on_grade(self, grade: int | None) -> None:
        self._change(grade=grade)

    @Slot(object)
    def _on_new(self, new: str | None) -> None:
        self._change(new=new)

    @Slot(object)
    def _on_where(self, where: str | None) -> None:
        self._change(where=where)

    @Slot()
    def _on_remove(self) -> None:
        self.removed.emit(self)

    def _change(self, **said: str | int | None) -> None:
        self.report = self.report.model_copy(update=said)
        self.changed.emit()

    def _head(self) -> QHBoxLayout:
        titles = QVBoxLayout()
        titles.setSpacing(0)
        title = Question(self.label, self)
        title.setProperty("kind", "figure")
        titles.addWidget(title)
        term = SYMPTOMS.get(self.report.symptom)
        if term is not None and term.help:
            titles.addWidget(Hint(translate(term.help), self))
        head = QHBoxLayout()
        head.addLayout(titles, 1)
        head.addWidget(self.remove_button, 0, Qt.AlignmentFlag.AlignTop)
        return head

    def _row(
        self, question: str, answers: list[tuple[str, str]] | list[tuple[int, str]]
    ) -> ChoiceRow:
        row = ChoiceRow(f"{self.label}: {question}", answers, self._theme, self)
        self._column.addWidget(Question(question, self))
        self._column.addWidget(row)
        self._column.addSpacing(2)
        return row

    def _ask_where(self) -> None:
        question = translate(_WHERE)
        self.where = PlaceChoice(f"{self.label}: {question}", self)
        self.where.set_value(self.report.where)
        self.where.chosen.connect(self._on_where)
        self._column.addWidget(Question(question, self))
        self._column.addWidget(self.where, 0, Qt.AlignmentFlag.AlignLeft)
