"""How the sheet is made: its paper, its language, and what is on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.i18n import (
    ENGLISH,
    SAME,
    known_language,
    language,
    language_in_words,
    language_name,
    languages,
    mark,
    translate,
)
from diary.report.parts import Parts
from diary.settings import AWAITS_REVIEW
from diary.ui.paper import usual_paper
from diary.ui.widgets.card import Card
from diary.ui.widgets.drop_down import DropDown
from diary.ui.widgets.group import Group
from diary.ui.widgets.one_of import OneOfRow
from diary.ui.widgets.text import Hint, Question
from diary.ui.widgets.tick_box import TickBox

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


class SheetCard(Card):
    """The choices; those of this page do not change the settings.

    Args:
        parent: the owner.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate(_TITLE), parent=parent)
        self._paper_set, self._language_set = "system", SAME
        # Made in the order in which they stand, which is that of Tab.
        wanted = Parts()
        self.boxes: dict[str, TickBox] = {}
        for part, words in _PARTS:
            box = self.boxes[part] = TickBox(translate(words), self)
            box.setChecked(getattr(wanted, part))
            box.toggled.connect(self.changed)
        self.paper = OneOfRow(
            translate(mark("Paper")), [(id_, translate(words)) for id_, words in _PAPERS], self
        )
        self.paper.set_value(usual_paper())
        self.language = DropDown(self)
        self.language.setAccessibleName(translate(mark("Language of the sheet")))
        for code in languages():
            self.language.addItem(language_name(code), code)
        self.review = Hint("", self)
        self._build()
        self._show_language(language())
        self.paper.chosen.connect(self._on_paper_chosen)
        self.language.activated.connect(self._on_language_chosen)

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

    @property
    def language_chosen(self) -> str:
        """The code of the language."""
        return str(self.language.currentData())

    def set_language(self, wanted: str) -> None:
        """Take the language of the settings; her choice here stays, as with the paper."""
        if wanted != self._language_set:
            self._language_set = wanted
            self._show_language(language() if wanted == SAME else known_language(wanted))

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
        self.body.addWidget(self.review)

    def _add(self, question: str, control: QWidget) -> None:
        pair = QVBoxLayout()
        pair.setSpacing(4)
        pair.addWidget(Question(question, self))
        pair.addWidget(control)
        self.body.addLayout(pair)

    def _show_language(self, code: str) -> None:
        self.language.setCurrentIndex(max(0, self.language.findData(code)))
        self._tell_review()

    def _tell_review(self) -> None:
        words = translate(AWAITS_REVIEW).format(language=language_in_words(self.language_chosen))
        self.review.setText(words)
        self.review.setVisible(self.language_chosen != ENGLISH)

    @Slot()
    def _on_paper_chosen(self) -> None:
        self.changed.emit()

    @Slot()
    def _on_language_chosen(self) -> None:
        self._tell_review()
        self.changed.emit()
