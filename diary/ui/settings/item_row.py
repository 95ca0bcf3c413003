"""One item of a list in words, with the buttons to change and to remove it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.i18n import mark, translate
from diary.ui.widgets.buttons import Button, QuietButton
from diary.ui.widgets.flow import FlowLayout
from diary.ui.widgets.text import Hint, Words

if TYPE_CHECKING:
    from diary.ui.settings.kinds import ItemWords
    from diary.ui.theme import Theme

_CHANGE, _REMOVE, _MOVE_UP = mark("Change"), mark("Remove"), mark("Move up")
_WHICH = mark("{do}: {what}")


class ItemRow(QWidget):
    """An item.

    Args:
        item: the item.
        words: what it says.
        theme: tints the icons.
        parent: the owner.
        changeable: whether it can be changed, not only removed.
    """

    change_wanted = Signal(object)  # the item
    removed = Signal(object)  # the item
    moved_up = Signal(object)  # the item
    confirmed = Signal(object)  # the item

    def __init__(
        self,
        item: Any,
        words: ItemWords,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        changeable: bool = True,
    ) -> None:
        super().__init__(parent)
        self.item, self.words = item, words
        self.change = QuietButton(translate(_CHANGE), theme, "pencil", self)
        self.remove = QuietButton(translate(_REMOVE), theme, "trash-2", self)
        self.move_up = QuietButton(translate(_MOVE_UP), theme, "chevron-up", self)
        self.confirm = Button(words.question_answer, theme, "check", self)
        for button in (self.confirm, self.change, self.move_up, self.remove):
            name = translate(_WHICH).format(do=button.text(), what=words.title)
            button.setAccessibleName(name)
            button.setAccessibleDescription(" ".join(words.lines))  # two may have the same title
        self.change.setVisible(changeable)
        self.move_up.hide()
        self.confirm.setVisible(bool(words.question))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(2)
        title = Words(words.title, self)
        title.setProperty("kind", "item")
        column.addWidget(title)
        for line in words.lines:
            column.addWidget(Hint(line, self))
        if words.question:
            column.addWidget(Words(words.question, self))
        flow = FlowLayout()
        for stop in self.tab_stops:
            flow.addWidget(stop)
        column.addLayout(flow)
        self.change.clicked.connect(self._on_change)
        self.remove.clicked.connect(self._on_remove)
        self.move_up.clicked.connect(self._on_move_up)
        self.confirm.clicked.connect(self._on_confirm)

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """What Tab visits, in order."""
        return (self.confirm, self.change, self.move_up, self.remove)

    def take_focus(self, *, moved: bool = False) -> None:
        """Give the focus to the first button that can have it; once moved, to move it further."""
        button = self.remove if self.change.isHidden() else self.change
        if moved and not self.move_up.isHidden():
            button = self.move_up
        button.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_change(self) -> None:
        self.change_wanted.emit(self.item)

    @Slot()
    def _on_remove(self) -> None:
        self.removed.emit(self.item)

    @Slot()
    def _on_move_up(self) -> None:
        self.moved_up.emit(self.item)

    @Slot()
    def _on_confirm(self) -> None:
        self.confirmed.emit(self.item)
