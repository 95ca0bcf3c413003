"""Whom to call: her own numbers, those for an emergency first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.i18n import mark, translate
from diary.ui.widgets.text import Words

if TYPE_CHECKING:
    from diary.domain.care import Contact

EMERGENCY = "emergency"
_NO_NUMBER = mark(
    "No number is stored yet. Use the 24-hour number of your hospital, "
    "or the emergency number of your country."
)


class ContactLines(QWidget):
    """Her numbers, one a line, large; what to do where none is stored.

    Args:
        contacts: her contacts.
        parent: the owner.
        large: as large as the title of a page.
    """

    def __init__(
        self, contacts: tuple[Contact, ...], parent: QWidget | None = None, *, large: bool = False
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(4)
        lines = contact_lines(contacts)
        for line in lines:
            number = Words(line, self)
            number.setProperty("kind", "number" if large else "figure")
            number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(number)
        if not lines:
            column.addWidget(Words(translate(_NO_NUMBER), self))


def contact_lines(contacts: tuple[Contact, ...]) -> list[str]:
    """Return those that can be called, as "name, number, hours"."""
    reachable = [contact for contact in contacts if contact.phone]
    reachable.sort(key=lambda contact: contact.for_ != EMERGENCY)
    return [contact.in_one_line for contact in reachable]
