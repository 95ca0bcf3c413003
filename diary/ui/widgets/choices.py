"""Rows of buttons of which one is chosen, or none: an unanswered question looks unanswered.

A row is one stop for Tab. Arrows, Home and End choose, Space chooses the button with the focus,
Delete takes the answer back, and so does the cross at the end of the row.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from diary.domain.choices import PAIN_HIGHEST, PAIN_LOWEST
from diary.i18n import mark, translate
from diary.ui.widgets.buttons import Button, IconButton
from diary.ui.widgets.flow import FlowLayout
from diary.ui.widgets.group import Group
from diary.ui.widgets.text import Hint

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent

    from diary.ui.theme import Theme

_CLEAR = mark("Take this answer back")
_NEXT = (Qt.Key.Key_Right, Qt.Key.Key_Down)
_BEFORE = (Qt.Key.Key_Left, Qt.Key.Key_Up)
_TAKE_BACK = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class ChoiceButton(Button):
    """One answer of a row; a radio button to a screen reader.

    The row alone decides which one is chosen, because Qt forbids to choose none.
    """

    keyed = Signal(object)
    entered = Signal(object)

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent=parent)
        self.setCheckable(True)
        self.setAutoExclusive(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Offer the key to the row first; it accepts what it uses."""
        event.ignore()
        self.keyed.emit(event)
        if not event.isAccepted():
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell the row how the focus came here."""
        super().focusInEvent(event)
        self.entered.emit(event.reason())


class ChoiceRow(Group):
    """A question with a few answers in a row.

    Args:
        question: what is asked, for the screen reader; it stands in words above the row.
        answers: pairs of a value and its words.
        theme: tints the cross.
        parent: the owner.
    """

    chosen = Signal(object)  # the value, None when taken back; only when the person did it

    kind = "choice"

    def __init__(
        self,
        question: str,
        answers: Sequence[tuple[Hashable, str]],
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(question, parent)
        self._values = tuple(value for value, _ in answers)
        self._current: int | None = None
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self._group.idClicked.connect(self._on_clicked)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._flow = FlowLayout()
        self._column.addLayout(self._flow)
        self.buttons = tuple(self._button(words, question) for _, words in answers)
        self.clear_button = IconButton(translate(_CLEAR), theme, "x", self)
        self.clear_button.setAccessibleDescription(question)
        policy = self.clear_button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.clear_button.setSizePolicy(policy)
        self.clear_button.clicked.connect(self._on_clear)
        self._flow.addWidget(self.clear_button)
        self._show()

    @property
    def value(self) -> Hashable | None:
        """The value chosen, None if not answered."""
        return None if self._current is None else self._values[self._current]

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """What can have the focus, in order."""
        return (*self.buttons, self.clear_button)

    def button_of(self, value: Hashable) -> ChoiceButton:
        """Return the button of a value."""
        return self.buttons[self._values.index(value)]

    def set_offered(self, value: Hashable, *, offered: bool) -> None:
        """Offer one of the answers, or leave it out; one that is chosen stays."""
        position = self._values.index(value)
        self.buttons[position].setVisible(offered or position == self._current)

    def set_value(self, value: Hashable | None) -> None:
        """Show an answer without telling anybody."""
        self._current = None if value is None else self._values.index(value)
        self._show()

    def focus_row(self) -> None:
        """Give the focus to the chosen answer, else to the first."""
        self.buttons[self._current or 0].setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(int)
    def _on_clicked(self, position: int) -> None:
        self._choose(position, move_focus=False)

    @Slot()
    def _on_clear(self) -> None:
        self._choose(None)
        self.focus_row()

    @Slot(object)
    def _on_keyed(self, event: QKeyEvent) -> None:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers == Qt.KeyboardModifier.NoModifier and self._take_key(event):
            event.accept()

    @Slot(object)
    def _on_entered(self, reason: Qt.FocusReason) -> None:
        """Nothing here; a row that remembers what was typed forgets it."""

    def _take_key(self, event: QKeyEvent) -> bool:
        """Act on a key; return whether it was one of ours."""
        key = event.key()
        offered = [at for at, button in enumerate(self.buttons) if not button.isHidden()]
        if key in _TAKE_BACK:
            self._choose(None)
        elif key in _NEXT:
            after = [at for at in offered if self._current is None or at > self._current]
            self._choose(after[0] if after else self._current)
        elif key in _BEFORE:
            before = [at for at in offered if self._current is None or at < self._current]
            self._choose(before[-1] if before else self._current)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._choose(offered[0] if key == Qt.Key.Key_Home else offered[-1])
        else:
            return False
        return True

    def _choose(self, position: int | None, *, move_focus: bool = True) -> None:
        changed = position != self._current
        self._current = position
        self._show()
        if move_focus and position is not None:
            self.buttons[position].setFocus(Qt.FocusReason.OtherFocusReason)
        if changed:
            self.chosen.emit(self.value)

    def _show(self) -> None:
        stop = self._current or 0
        for position, button in enumerate(self.buttons):
            button.setChecked(position == self._current)
            policy = Qt.FocusPolicy.StrongFocus if position == stop else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)
        self.clear_button.setVisible(self._current is not None)

    def _button(self, words: str, question: str) -> ChoiceButton:
        button = ChoiceButton(words, self)
        button.setProperty("kind", self.kind)
        button.setAccessibleName(words)
        button.setAccessibleDescription(question)
        self._group.addButton(button, len(self._group.buttons()))
        button.keyed.connect(self._on_keyed)
        button.entered.connect(self._on_entered)
        self._flow.addWidget(button)
        return button


class ScoreRow(ChoiceRow):
    """Eleven buttons 0 to 10 with words at the ends.

    A digit typed chooses it at once. Ten is 1 and then 0: a 0 typed directly after a typed 1, with
    nothing done in between, turns the 1 into 10, however long it takes.

    Args:
        question: what is asked, with its time.
        theme: tints the cross.
        lowest: the words for 0.
        highest: the words for 10.
        parent: the owner.
    """

    kind = "score"

    def __init__(
        self,
        question: str,
        theme: Theme,
        lowest: str,
        highest: str,
        parent: QWidget | None = None,
    ) -> None:
        self._one_was_typed = False
        scores = range(PAIN_LOWEST, PAIN_HIGHEST + 1)
        super().__init__(question, [(score, str(score)) for score in scores], theme, parent)
        self.buttons[0].setAccessibleName(f"{PAIN_LOWEST}, {lowest}")
        self.buttons[-1].setAccessibleName(f"{PAIN_HIGHEST}, {highest}")
        self._ends = QWidget(self)
        ends = QHBoxLayout(self._ends)
        ends.setContentsMargins(0, 0, 0, 0)
        for words, side in (
            (f"{PAIN_LOWEST} = {lowest}", Qt.AlignmentFlag.AlignLeft),
            (f"{PAIN_HIGHEST} = {highest}", Qt.AlignmentFlag.AlignRight),
        ):
            hint = Hint(words, self._ends)
            hint.setAlignment(side | Qt.AlignmentFlag.AlignTop)
            ends.addWidget(hint)
        row = QHBoxLayout()
        row.addWidget(self._ends, 1000)
        row.addStretch(1)
        self._column.addLayout(row)

    def event(self, event: QEvent) -> bool:
        """Keep the words at the ends of the buttons, not of the card, whatever their size."""
        result = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._place_ends()
        return result

    def _place_ends(self) -> None:
        buttons = self._flow.sizeHint().width() - self.clear_button.sizeHint().width() - 8
        self._ends.setMaximumWidth(max(1, buttons))

    @Slot(int)
    def _on_clicked(self, position: int) -> None:
        self._one_was_typed = False
        super()._on_clicked(position)

    @Slot(object)
    def _on_entered(self, reason: Qt.FocusReason) -> None:
        if reason != Qt.FocusReason.OtherFocusReason:
            self._one_was_typed = False

    def _take_key(self, event: QKeyEvent) -> bool:
        after_one, self._one_was_typed = self._one_was_typed, False
        text = event.text()
        if len(text) != 1 or text not in "0123456789":
            return super()._take_key(event)
        ten = after_one and text == "0"
        self._one_was_typed = text == "1"
        self._choose(PAIN_HIGHEST if ten else int(text))
        return True
