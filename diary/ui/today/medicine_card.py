"""One medicine she took: its name, its kind, how many doses, and how much it helped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from diary.domain.choices import MEDICINE_KINDS, RELIEFS
from diary.i18n import mark, translate
from diary.ui.today.problems import NAME_IT
from diary.ui.today.states import MedicineLine
from diary.ui.widgets.buttons import QuietButton
from diary.ui.widgets.card import Line
from diary.ui.widgets.choices import ChoiceRow
from diary.ui.widgets.text import Question, in_short
from diary.ui.widgets.typed_line import TypedLine

if TYPE_CHECKING:
    from diary.domain.catalogue import Catalogue, Term
    from diary.ui.theme import Theme

_MEDICINE = mark("Medicine {n}")
_REMOVE = mark("Remove")
_REMOVE_THIS = mark("Remove {what}")
_NAME = mark("Name")
_KIND = mark("What kind is it?")
_DOSES = mark("How many doses?")
_RELIEF = mark("How much did it help?")
_DOSES_WIDTH = 90


class MedicineCard(QWidget):
    """Asks about one medicine.

    Args:
        line: the answers so far.
        theme: tints the icons.
        parent: the owner.
    """

    changed = Signal()
    removed = Signal(object)  # this card

    def __init__(self, line: MedicineLine, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._given = line.given
        self._theme = theme
        self._number = ""
        self.title = Question("", self)
        self.title.setProperty("kind", "figure")
        self.remove_button = QuietButton(translate(_REMOVE), theme, "x", self)
        self.remove_button.clicked.connect(self._on_remove)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 8)
        self._column.setSpacing(6)
        self._column.addWidget(Line(self))
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.remove_button)
        self._column.addLayout(head)
        self.name = TypedLine(translate(_NAME), theme, self._name_problem, parent=self)
        self._ask(_NAME, self.name)
        self.kind = self._choices(_KIND, MEDICINE_KINDS)
        self.doses = TypedLine(
            translate(_DOSES), theme, self._doses_problem, width=_DOSES_WIDTH, parent=self
        )
        self._ask(_DOSES, self.doses)
        self.relief = self._choices(_RELIEF, RELIEFS)
        self.name.show_text(line.name)
        self.kind.set_value(line.kind)
        self.doses.show_text(line.doses)
        self.relief.set_value(line.relief)
        for typed in (self.name, self.doses):
            typed.changed.connect(self._on_changed)
        for row in (self.kind, self.relief):
            row.chosen.connect(self._on_chosen)

    @property
    def line(self) -> MedicineLine:
        """The answers now."""
        kind, relief = self.kind.value, self.relief.value
        return MedicineLine(
            name=self.name.text,
            kind=None if kind is None else str(kind),
            doses=self.doses.text,
            relief=None if relief is None else str(relief),
            given=self._given,
        )

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """What can have the focus: the questions first, Remove last."""
        kinds, reliefs = self.kind.tab_stops, self.relief.tab_stops
        return (self.name.field, *kinds, self.doses.field, *reliefs, self.remove_button)

    def set_number(self, number: int) -> None:
        """Take the number of the card on the page, from 1: fields and problems are named by it."""
        self._number = translate(_MEDICINE).format(n=number)
        self._name_it()
        for asked, field in ((_NAME, self.name.field), (_DOSES, self.doses.field)):
            field.setAccessibleName(f"{self._number}: {translate(asked)}")
        for asked, row in ((_KIND, self.kind), (_RELIEF, self.relief)):
            row.rename(f"{self._number}: {translate(asked)}")

    def focus_first(self) -> None:
        """Go to the first field that is still empty."""
        (self.doses if self.name.text else self.name).field.setFocus()

    def tell_problems(self) -> None:
        """Say beside the fields what to mend."""
        self.doses.tell_problem()
        lacks = translate(NAME_IT) if self.line.lacks_name else None
        self.name.note.tell(lacks or self.line.name_problem)

    @Slot()
    def _on_changed(self) -> None:
        self._name_it()
        self.changed.emit()

    @Slot(object)
    def _on_chosen(self, _value: object) -> None:
        self.changed.emit()

    @Slot()
    def _on_remove(self) -> None:
        self.removed.emit(self)

    def _name_it(self) -> None:
        name = in_short(self.name.text)
        self.title.setText(name or self._number)
        self.setAccessibleName(name or self._number)
        words = translate(_REMOVE_THIS).format(what=name or self._number)
        self.remove_button.setAccessibleName(words)

    def _name_problem(self, text: str) -> str | None:
        return MedicineLine(name=text, given=self._given).name_problem

    def _doses_problem(self, text: str) -> str | None:
        return MedicineLine(doses=text).doses_problem

    def _choices(self, question: str, catalogue: Catalogue[Term]) -> ChoiceRow:
        answers = [(term.id, translate(term.label)) for term in catalogue.offered()]
        row = ChoiceRow(translate(question), answers, self._theme, self)
        self._ask(question, row)
        return row

    def _ask(self, question: str, widget: QWidget) -> None:
        self._column.addWidget(Question(translate(question), self))
        self._column.addWidget(widget)
        self._column.addSpacing(2)
