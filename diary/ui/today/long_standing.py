"""Asked once about a place never recorded before: is it old, and does the team know?

Without the answer every old pain would look new to the rules in the first weeks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.i18n import mark, translate
from diary.ui.today.words import HIGHEST, LOWEST
from diary.ui.widgets.choices import ChoiceRow, ScoreRow
from diary.ui.widgets.text import Hint, Question

if TYPE_CHECKING:
    from collections.abc import Hashable

    from diary.ui.theme import Theme

_QUESTION = mark("Is this long-standing, and does your team know?")
_YES, _NO = mark("Yes"), mark("No")
_HOW_BAD = mark("How bad is it usually?")
_WHAT_FOR = mark(
    "It will be kept as usual for you, so that only more than that counts as new. "
    "You can change it in Settings."
)


class LongStanding(QWidget):
    """Yes or no, and after yes the usual score; there is no default.

    Args:
        place: the place in words, for the screen reader.
        theme: tints the icons.
        parent: the owner.
    """

    changed = Signal()

    def __init__(self, place: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        question, how_bad = translate(_QUESTION), translate(_HOW_BAD)
        answers = [(True, translate(_YES)), (False, translate(_NO))]
        self.answer_row = ChoiceRow(f"{place}: {question}", answers, theme, self)
        self._level_room = QWidget(self)
        self.level_row = ScoreRow(
            f"{place}: {how_bad}", theme, translate(LOWEST), translate(HIGHEST), self._level_room
        )
        room = QVBoxLayout(self._level_room)
        room.setContentsMargins(0, 4, 0, 0)
        room.setSpacing(6)
        for widget in (
            Question(how_bad, self),
            self.level_row,
            Hint(translate(_WHAT_FOR), self),
        ):
            room.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(8)
        column.addWidget(Question(question, self))
        column.addWidget(self.answer_row)
        column.addWidget(self._level_room)
        self.answer_row.chosen.connect(self._on_chosen)
        self.level_row.chosen.connect(self._on_chosen)
        self._show()

    @property
    def level(self) -> int | None:
        """The usual score, None unless she said that it is long-standing and how bad."""
        level = self.level_row.value
        return level if self.answer_row.value is True and isinstance(level, int) else None

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """What can have the focus, in order."""
        return (*self.answer_row.tab_stops, *self.level_row.tab_stops)

    @property
    def answer(self) -> bool | None:
        """Whether it is long-standing and known; None if not answered."""
        answer = self.answer_row.value
        return answer if isinstance(answer, bool) else None

    def set_answer(self, *, answer: bool | None, level: int | None) -> None:
        """Show whether it is long-standing, and its usual level, without telling anybody."""
        self.answer_row.set_value(answer)
        self.level_row.set_value(level)
        self._show()

    def rename(self, place: str) -> None:
        """Name the place otherwise: its side was told."""
        self.answer_row.rename(f"{place}: {translate(_QUESTION)}")
        self.level_row.rename(f"{place}: {translate(_HOW_BAD)}")

    @Slot(object)
    def _on_chosen(self, _value: Hashable) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        self._level_room.setVisible(self.answer_row.value is True)
