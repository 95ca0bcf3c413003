"""A row of buttons of which exactly one is down: a setting of a page, never an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from diary.ui.widgets.buttons import Chip
from diary.ui.widgets.flow import FlowLayout
from diary.ui.widgets.group import Group

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence


class OneOfRow(Group):
    """Buttons of which one is always chosen; one stop for Tab, arrows choose.

    Args:
        name: what is chosen, for the screen reader.
        options: pairs of a value and its words; the first is chosen.
        parent: the owner.
    """

    chosen = Signal(object)  # the value; only when the person chose another one

    def __init__(
        self,
        name: str,
        options: Sequence[tuple[Hashable, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, parent)
        self._values = tuple(value for value, _ in options)
        flow = FlowLayout(self)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        for number, (_, words) in enumerate(options):
            button = Chip(words, parent=self)
            button.setAutoExclusive(True)  # a radio button to a screen reader
            button.setAccessibleName(words)
            button.setAccessibleDescription(name)
            self._group.addButton(button, number)
            flow.addWidget(button)
        own = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        own.setHeightForWidth(True)
        self.setSizePolicy(own)
        self._last = 0
        self._choose(0)
        self._group.idToggled.connect(self._on_toggled)

    @property
    def value(self) -> Hashable:
        """The value chosen."""
        return self._values[self._group.checkedId()]

    def set_value(self, value: Hashable) -> None:
        """Choose a value without telling anybody."""
        had_focus = any(button.hasFocus() for button in self._group.buttons())
        self._last = self._values.index(value)
        self._choose(self._last)
        if had_focus:
            self._group.button(self._last).setFocus(Qt.FocusReason.OtherFocusReason)

    def set_offered(self, value: Hashable, *, offered: bool) -> None:
        """Show or hide one of the values."""
        self._group.button(self._values.index(value)).setVisible(offered)

    def button_of(self, value: Hashable) -> Chip:
        """Return the button of a value."""
        button = self._group.button(self._values.index(value))
        assert isinstance(button, Chip)  # noqa: S101  only chips are added
        return button

    @Slot(int, bool)
    def _on_toggled(self, number: int, checked: bool) -> None:
        if checked and number != self._last:
            self._last = number
            self._choose(number)
            self.chosen.emit(self._values[number])

    def _choose(self, number: int) -> None:
        self._group.button(number).setChecked(True)
        # Tab comes to the chosen one; Qt sees to that only once the focus has been here.
        for button in self._group.buttons():
            chosen = button is self._group.button(number)
            policy = Qt.FocusPolicy.StrongFocus if chosen else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)
