"""One number to call, stored where it is needed first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.domain.care import Contact
from diary.i18n import mark, translate
from diary.ui.settings.fields import LineField
from diary.ui.widgets.buttons import Button
from diary.ui.widgets.contacts import EMERGENCY

if TYPE_CHECKING:
    from diary.ui.theme import Theme

_ASKED = mark("Store the number for next time")
_KEEP = mark("Keep this number")


class NumberForm(QWidget):
    """A field and a button.

    Args:
        theme: colours and sizes.
        parent: the owner.
    """

    kept = Signal(object)  # a Contact

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = LineField(translate(_ASKED), theme, self, needed=True)
        self.keep = Button(translate(_KEEP), theme, "check", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.number)
        column.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignLeft)
        self.keep.clicked.connect(self._on_keep)
        self.number.line.field.returnPressed.connect(self._on_keep)

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """What Tab visits, in order."""
        return (*self.number.tab_stops, self.keep)

    @Slot()
    def _on_keep(self) -> None:
        if self.number.check():
            self.kept.emit(Contact(phone=self.number.value, for_=EMERGENCY))
