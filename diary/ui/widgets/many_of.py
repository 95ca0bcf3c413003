"""Chips of which any number is chosen, each a check box to a screen reader; none at first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot

from diary.ui.widgets.buttons import Chip
from diary.ui.widgets.flow import FlowLayout
from diary.ui.widgets.group import Group

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget


class WordChip(Chip):
    """One answer of the row; in a button group Qt would take it out of the Tab order.

    Args:
        value: what it stands for.
        words: the answer.
        question: what is asked, for the screen reader.
        parent: the owner.
    """

    word_clicked = Signal(str)

    def __init__(self, value: str, words: str, question: str, parent: QWidget) -> None:
        super().__init__(words, parent=parent)
        self._value = value
        self.setAccessibleDescription(question)
        self.switched.connect(self._on_clicked)

    @Slot()
    def _on_clicked(self) -> None:
        self.word_clicked.emit(self._value)


class ManyRow(Group):
    """A question with answers that may all be true.

    Args:
        question: what is asked, for the screen reader; it stands in words above the row.
        answers: pairs of a value and its words.
        parent: the owner.
    """

    chosen = Signal(object)  # the values; only when the person did it

    def __init__(
        self, question: str, answers: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(question, parent)
        self._chosen: tuple[str, ...] = ()
        flow = FlowLayout(self)
        self.chips = {value: WordChip(value, words, question, self) for value, words in answers}
        for chip in self.chips.values():
            chip.word_clicked.connect(self._on_word)
            flow.addWidget(chip)

    @property
    def values(self) -> tuple[str, ...]:
        """The values chosen: those given at first in their order, then as they were chosen."""
        return self._chosen

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """What can have the focus, in order."""
        return tuple(self.chips.values())

    def set_values(self, values: tuple[str, ...]) -> None:
        """Show answers without telling anybody; one that is not offered any more is kept."""
        self._chosen = values
        for value, chip in self.chips.items():
            chip.setChecked(value in values)

    @Slot(str)
    def _on_word(self, value: str) -> None:
        if value in self._chosen:
            self._chosen = tuple(word for word in self._chosen if word != value)
        else:
            self._chosen = (*self._chosen, value)
        self.chosen.emit(self._chosen)
