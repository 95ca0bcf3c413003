"""The small form of one item of a list: its fields, *Keep* and *Cancel*."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from diary.i18n import mark, translate
from diary.ui.widgets.buttons import PrimaryButton, QuietButton
from diary.ui.widgets.escape import leave_by_escape
from diary.ui.widgets.field_note import FieldNote

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from diary.ui.settings.fields import Asked
    from diary.ui.theme import Theme

_KEEP, _CANCEL = mark("Keep"), mark("Cancel")


class ItemForm(QWidget):
    """The fields one below the other.

    Args:
        fields: the fields by the keys of the item.
        theme: colours and sizes.
        parent: the owner.
    """

    kept = Signal(object)  # the answers by their keys
    cancelled = Signal()

    def __init__(
        self, fields: dict[str, Asked], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.fields = fields
        self.keep = PrimaryButton(translate(_KEEP), theme, "check", self)
        self.cancel = QuietButton(translate(_CANCEL), parent=self)
        self.note = FieldNote(self.keep, theme, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(16)
        for field in fields.values():
            column.addWidget(field)
        column.addWidget(self.note)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.keep)
        row.addWidget(self.cancel)
        row.addStretch(1)
        column.addLayout(row)
        self.keep.clicked.connect(self._on_keep)
        self.cancel.clicked.connect(self.cancelled)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Escape."""
        if not leave_by_escape(self.cancel, event):
            super().keyPressEvent(event)

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """What Tab visits, in order."""
        stops = [stop for field in self.fields.values() for stop in field.tab_stops]
        return (*stops, self.keep, self.cancel)

    def start(self, answers: dict[str, Any]) -> None:
        """Show the answers of an item, or none of a new one, and begin at the first field."""
        for key, field in self.fields.items():
            field.set_value(answers.get(key))
        self.note.tell(None)
        first = next(iter(self.fields.values()))
        stop = next(stop for stop in first.tab_stops if not stop.isHidden())
        stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell(self, key: str | None, problem: str) -> None:
        """Say what to mend, beside its field, or above the buttons if it is about several."""
        if key in self.fields:
            self.fields[key].tell(problem)
        else:
            self.note.tell(problem)

    @Slot()
    def _on_keep(self) -> None:
        self.note.tell(None)
        wrong = [field for field in self.fields.values() if not field.check()]
        if wrong:
            stop = next(stop for stop in wrong[0].tab_stops if not stop.isHidden())
            stop.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.kept.emit({key: field.value for key, field in self.fields.items()})
