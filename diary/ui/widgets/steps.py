"""The size of the text, smaller and larger by steps: what is pressed stays under the pointer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from diary.i18n import mark, translate
from diary.ui.look import TEXT_LARGEST, TEXT_SMALLEST, TEXT_STEP
from diary.ui.widgets.buttons import Button
from diary.ui.widgets.text import SectionTitle

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from diary.ui.theme import Theme

_SMALLER, _LARGER = mark("Smaller"), mark("Larger")
_PERCENT = mark("{n} %")
_GAP = 16


class Steps(QWidget):
    """A number that goes up and down by steps.

    Both buttons take half of the width there is. The column around them stands in the middle of
    the page and grows with the text to both sides, and so do they: the one that was pressed is
    still there for the next press. Where there is no room they stand one below the other.

    Args:
        name: what it is, for the screen reader.
        theme: tints the icons.
        parent: the owner.
    """

    chosen = Signal(object)  # the number

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value = TEXT_SMALLEST
        self.smaller = Button(translate(_SMALLER), theme, "a-arrow-down", self)
        self.larger = Button(translate(_LARGER), theme, "a-arrow-up", self)
        self.shown = SectionTitle("", self)
        self.shown.setWordWrap(False)
        self.shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row = self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        for widget, share in ((self.smaller, 1), (self.shown, 0), (self.larger, 1)):
            row.addWidget(widget, share)
        for button in (self.smaller, self.larger):
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.setAccessibleName(f"{name}: {button.text()}")
        self.smaller.clicked.connect(self._on_smaller)
        self.larger.clicked.connect(self._on_larger)
        self.set_value(TEXT_SMALLEST)

    @property
    def value(self) -> int:
        """The number."""
        return self._value

    def set_value(self, value: int) -> None:
        """Show a number without telling anybody."""
        self._value = value
        self.shown.setText(translate(_PERCENT).format(n=value))
        for button in (self.smaller, self.larger):
            button.setAccessibleDescription(self.shown.text())
        # A button that was just pressed keeps the focus, so it is not switched off at the end.
        self.smaller.setEnabled(value > TEXT_SMALLEST or self.smaller.hasFocus())
        self.larger.setEnabled(value < TEXT_LARGEST or self.larger.hasFocus())

    def minimumSizeHint(self) -> QSize:
        """Return the least size: as wide as the widest of the three."""
        height = super().minimumSizeHint().height()
        return QSize(max(part.minimumSizeHint().width() for part in self._three()), height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand side by side where there is room."""
        super().resizeEvent(event)
        room = sum(part.sizeHint().width() + _GAP for part in self._three()) - _GAP
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(across if self.width() >= room else down)

    def _three(self) -> tuple[QWidget, ...]:
        return self.smaller, self.shown, self.larger

    @Slot()
    def _on_smaller(self) -> None:
        self._step(-TEXT_STEP)

    @Slot()
    def _on_larger(self) -> None:
        self._step(TEXT_STEP)

    def _step(self, by: int) -> None:
        value = min(TEXT_LARGEST, max(TEXT_SMALLEST, self._value + by))
        if value != self._value:
            self.chosen.emit(value)
