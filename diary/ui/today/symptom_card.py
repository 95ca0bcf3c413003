"""One symptom she chose: how strong, whether new, and where if that matters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from diary.domain.symptoms import SYMPTOMS, asks_where, symptom_label
from diary.i18n import mark, translate
from diary.ui.today.graded import Graded
from diary.ui.widgets.buttons import QuietButton
from diary.ui.widgets.card import Line
from diary.ui.widgets.place_choice import PlaceChoice
from diary.ui.widgets.text import Hint, Question

if TYPE_CHECKING:
    from diary.domain.entry import SymptomReport
    from diary.ui.theme import Theme

_REMOVE = mark("Remove")
_REMOVE_THIS = mark("Remove {what}")
_WHERE = mark("Where?")


class SymptomCard(Graded):
    """Asks about one symptom.

    Args:
        report: the answers so far.
        theme: tints the icons.
        parent: the owner.
    """

    report: SymptomReport
    removed = Signal(object)  # this card

    def __init__(self, report: SymptomReport, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(report, theme, parent)
        self.label = symptom_label(report.symptom)
        self.setAccessibleName(self.label)
        self.remove_button = QuietButton(translate(_REMOVE), theme, "x", self)
        self.remove_button.setAccessibleName(translate(_REMOVE_THIS).format(what=self.label))
        self.remove_button.clicked.connect(self._on_remove)
        self._column.setContentsMargins(0, 0, 0, 8)
        self._column.addWidget(Line(self))
        self._column.addLayout(self._head())
        self._ask_grade_and_newness()
        self.where: PlaceChoice | None = None
        if asks_where(report.symptom) or report.where is not None:
            self._ask_where()

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """What can have the focus: the questions first, Remove last."""
        where = () if self.where is None else (self.where,)
        return (*self.grade.tab_stops, *self.new.tab_stops, *where, self.remove_button)

    @Slot(object)
    def _on_where(self, where: str | None) -> None:
        self._change(where=where)

    @Slot()
    def _on_remove(self) -> None:
        self.removed.emit(self)

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

    def _named(self, question: str) -> str:
        return f"{self.label}: {question}"

    def _ask_where(self) -> None:
        question = translate(_WHERE)
        self.where = PlaceChoice(self._named(question), self)
        self.where.set_value(self.report.where)
        self.where.chosen.connect(self._on_where)
        self._column.addWidget(Question(question, self))
        self._column.addWidget(self.where, 0, Qt.AlignmentFlag.AlignLeft)
