"""How the sheet is made: its paper, its language, and what is on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from diary.i18n import mark, translate
from diary.report.parts import Parts
from diary.settings import CHOICES
from diary.ui.paper import usual_paper
from diary.ui.widgets.card import Card
from diary.ui.widgets.drop_down import DropDown
from diary.ui.widgets.group import Group
from diary.ui.widgets.one_of import OneOfRow
from diary.ui.widgets.text import Hint, Question

if TYPE_CHECKING:
    from typing import Literal

_TITLE = mark("The sheet")
_PAPERS = (("a4", mark("A4")), ("letter", mark("Letter")))
_PARTS = (
    ("questions", mark("My questions")),
    ("tables", mark("Weekly and daily numbers")),
    ("details", mark("Rules that matched, with sources")),
    ("notes", mark("My notes, word for word")),
)
_ALWAYS = mark("Page 1 is always there, and is complete without the others.")
_ONLY_ENGLISH = mark("English is the only language so far.")


class SheetCard(Card):
    """The choices; those of this page do not change the settings.

    Args:
        parent: the owner.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate(_TITLE), parent=parent)
        self._paper_set = "system"
        # Made in the order in which they stand, which is that of Tab.
        wanted = Parts()
        self.boxes: dict[str, QCheckBox] = {}
        for part, words in _PARTS:
            box = self.boxes[part] = QCheckBox(translate(words), self)
            box.setChecked(getattr(wanted, part))
            box.toggled.connect(self.changed)
        self.paper = OneOfRow(
            translate(mark("Paper")), [(id_, translate(words)) for id_, words in _PAPERS], self
        )
        self.paper.set_value(usual_paper())
        self.language = DropDown(self)
        self.language.setAccessibleName(translate(mark("Language of the sheet")))
        for id_, words in CHOICES["report_language"].items():
            self.language.addItem(translate(words), id_)
        self._build()
        self.paper.chosen.connect(self._on_paper_chosen)

    @property
    def parts(self) -> Parts:
        """What she wants on the sheet."""
        return Parts(**{part: box.isChecked() for part, box in self.boxes.items()})

    @property
    def paper_chosen(self) -> Literal["a4", "letter"]:
        """The paper."""
        return "letter" if self.paper.value == "letter" else "a4"

    def set_paper(self, paper: str) -> None:
        """Take the paper of the settings; told again after each save, her choice here stays."""
        if paper != self._paper_set:
            self._paper_set = paper
            self.paper.set_value(usual_paper() if paper == "system" else paper)

    def _build(self) -> None:
        inside = Group(translate(mark("What is on it")), self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Question(translate(mark("What is on it")), inside))
        column.addWidget(Hint(translate(_ALWAYS), inside))
        for box in self.boxes.values():
            column.addWidget(box)
        self.body.addWidget(inside)
        self._add(translate(mark("Paper")), self.paper)
        self._add(translate(mark("Language of the sheet")), self.language)
        if self.language.count() == 1:
            self.body.addWidget(Hint(translate(_ONLY_ENGLISH), self))

    def _add(self, question: str, control: QWidget) -> None:
        pair = QVBoxLayout()
        pair.setSpacing(4)
        pair.addWidget(Question(question, self))
        pair.addWidget(control)
        self.body.addLayout(pair)

    @Slot()
    def _on_paper_chosen(self) -> None:
        self.changed.emit()
