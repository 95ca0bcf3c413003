"""The fields of a small form: each with its question above and what to mend below.

A field has an answer only once she gave one; what is typed stays as it was typed.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from diary.domain.limits import SHORT_TEXT
from diary.i18n import mark, translate
from diary.ui.today import typed
from diary.ui.widgets.drop_down import DropDown
from diary.ui.widgets.field_note import FieldNote
from diary.ui.widgets.text import Hint, Question
from diary.ui.widgets.typed_line import TypedLine

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from diary.ui.theme import Theme

_NOT_CHOSEN = mark("Choose")
_NOT_SAID = mark("Not said")
_NEEDED = mark("This one is needed.")
_STAYS = mark("Until then, {answer} stays.")
_MOST_SHOWN = 10


class Asked(QWidget):
    """The common ground of the fields: a question, a hint, a control, and what to mend.

    Args:
        question: what is asked.
        theme: colours and sizes.
        parent: the owner.
        hint: said below the question.
        needed: whether there must be an answer.
    """

    changed = Signal()  # only when the person did it

    def __init__(
        self,
        question: str,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        hint: str = "",
        needed: bool = False,
    ) -> None:
        super().__init__(parent)
        self.question = question
        self._theme, self._needed = theme, needed
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(Question(question, self))
        if hint:
            self._column.addWidget(Hint(hint, self))

    @property
    def kept(self) -> Any:
        """What to keep while she is still answering, None if there is no answer."""
        return self.value

    def _add(self, control: QWidget) -> None:
        self._column.addWidget(control)
        self._note = FieldNote(self._first_stop(), self._theme, self)
        self._column.addWidget(self._note)

    def tell(self, problem: str | None) -> None:
        """Say what to mend."""
        self._note.tell(problem)

    def check(self) -> bool:
        """Say what to mend, if anything, and return whether there is nothing."""
        missing = self._needed and self.value is None
        self.tell(translate(_NEEDED) if missing else None)
        return not missing

    @property
    def value(self) -> Any:
        """The answer, None if there is none."""
        raise NotImplementedError

    def set_value(self, value: Any) -> None:
        """Show an answer without telling anybody."""
        raise NotImplementedError

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """What can have the focus, in order."""
        raise NotImplementedError

    def _first_stop(self) -> QWidget:
        return self.tab_stops[0]


class LineField(Asked):
    """One line of text.

    Args:
        question: what is asked.
        theme: colours and sizes.
        parent: the owner.
        hint: said below the question.
        needed: whether there must be an answer.
        keeps: whether its answer is kept at every letter; then the one before stays while
            there is something to mend, and that is said.
        longest: how many characters it can have.
        problem_of: returns what to mend in a text; None: only what no text can have.
    """

    def __init__(
        self,
        question: str,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        hint: str = "",
        needed: bool = False,
        keeps: bool = False,
        longest: int = SHORT_TEXT,
        problem_of: Callable[[str], str | None] | None = None,
    ) -> None:
        super().__init__(question, theme, parent, hint=hint, needed=needed)
        self._keeps = keeps
        self._earlier: Any = None  # the answer that stays while there is something to mend
        # No method of its own: the line would keep it, and both would wait for each other to go.
        self._problem_of = problem_of or functools.partial(typed.text_problem, longest=longest)
        self.line = TypedLine(question, theme, self._problem_of, parent=self)
        self._add(self.line)
        self.line.changed.connect(self._on_changed)
        self.line.field.editingFinished.connect(self._on_left)

    @property
    def value(self) -> Any:
        """The text without the blanks around it, None if there is none."""
        return self.line.text.strip() or None

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """The field."""
        return (self.line.field,)

    def set_value(self, value: Any) -> None:
        """Show a text without telling anybody."""
        self.line.show_text("" if value is None else str(value))
        self._take(value)
        self.tell(None)

    @property
    def is_right(self) -> bool:
        """Whether what stands in the field can be kept."""
        return self._problem_of(self.line.text) is None

    @property
    def kept(self) -> Any:
        """The answer; while there is something to mend in it, the one before."""
        return self.value if self.is_right else self._earlier

    def check(self) -> bool:
        """Say what to mend, if anything, and return whether there is nothing."""
        self.line.tell_problem()
        return super().check() and self.is_right

    def _take(self, answer: Any) -> None:
        self._earlier = answer
        if self._keeps:
            stays = answer is not None
            self.line.set_stays(translate(_STAYS).format(answer=answer) if stays else "")

    @Slot()
    def _on_changed(self) -> None:
        # An empty field on the way to another answer does not end the one before.
        if self.is_right and self.value is not None:
            self._take(self.value)
        self.changed.emit()

    @Slot()
    def _on_left(self) -> None:
        if self.is_right:
            self._take(self.value)


class NumberField(LineField):
    """A whole number that is typed.

    Args:
        question: what is asked.
        theme: colours and sizes.
        limits: the lowest and the highest number, and an example.
        parent: the owner.
        keeps: whether its answer is kept at every figure.
    """

    def __init__(
        self,
        question: str,
        theme: Theme,
        limits: typed.NumberField,
        parent: QWidget | None = None,
        *,
        keeps: bool = False,
    ) -> None:
        self._limits = limits
        problem_of = functools.partial(_number_problem, limits)
        super().__init__(question, theme, parent, keeps=keeps, problem_of=problem_of)

    @property
    def value(self) -> Any:
        """The number, None if there is none that can be kept."""
        return typed.read_number(self.line.text, self._limits).value


class ListField(Asked):
    """One of a list that drops down; at first none.

    Args:
        question: what is asked.
        options: pairs of a value and its words; a pair of None and words is a heading.
        theme: colours and sizes.
        parent: the owner.
        hint: said below the question.
        needed: whether there must be an answer.
    """

    def __init__(
        self,
        question: str,
        options: Sequence[tuple[str | None, str]],
        theme: Theme,
        parent: QWidget | None = None,
        *,
        hint: str = "",
        needed: bool = False,
    ) -> None:
        super().__init__(question, theme, parent, hint=hint, needed=needed)
        self.list = DropDown(self)
        self.list.setAccessibleName(question)
        self.list.setMaxVisibleItems(_MOST_SHOWN)
        self.list.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.list.setMinimumContentsLength(12)
        self.list.addItem(translate(_NOT_CHOSEN if needed else _NOT_SAID), None)
        for value, words in options:
            if value is None:
                self.list.insertSeparator(self.list.count())
            else:
                self.list.addItem(words, value)
        self._add(self.list)
        self.list.activated.connect(self._on_activated)

    @property
    def value(self) -> str | None:
        """The value chosen, None if none."""
        data = self.list.currentData()
        return None if data is None else str(data)

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """The list."""
        return (self.list,)

    def set_value(self, value: Any) -> None:
        """Show a value without telling anybody; one that is not in the list is added as it is."""
        if value is not None and self.list.findData(value) < 0:
            self.list.addItem(str(value), value)
        self.list.setCurrentIndex(0 if value is None else self.list.findData(value))
        self.tell(None)

    @Slot(int)
    def _on_activated(self, _position: int) -> None:
        self.tell(None)
        self.changed.emit()


def _number_problem(limits: typed.NumberField, text: str) -> str | None:
    return typed.read_number(text, limits).problem
