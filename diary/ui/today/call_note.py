"""What to do at once about an emergency sign, with her own numbers, shown before any saving."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.i18n import mark, translate
from diary.ui.widgets.card import Card
from diary.ui.widgets.text import Hint, Words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from diary.domain.care import Contact
    from diary.rules.book import CallCard

EMERGENCY = "emergency"
_TITLE = mark("Call now")
_NO_NUMBER = mark(
    "No number is stored yet. Use the 24-hour number of your hospital, "
    "or the emergency number of your country."
)


class CallNote(Card):
    """The call card: what to do first, whom to call, then why.

    Args:
        card: the sentences of the rule book.
        contacts: her numbers; those for an emergency come first.
        parent: the owner.
    """

    def __init__(
        self, card: CallCard, contacts: tuple[Contact, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(kind="emergency", parent=parent)
        title = Words(translate(_TITLE), self)
        title.setProperty("kind", "call")
        self.body.addWidget(title)
        self.body.addWidget(Words(card.what_to_do, self))
        for line in _numbers(contacts):
            number = Words(line, self)
            number.setProperty("kind", "figure")
            self.body.addWidget(number)
        if not _numbers(contacts):
            self.body.addWidget(Words(translate(_NO_NUMBER), self))
        self.body.addWidget(Hint(card.noticed, self))
        self.setAccessibleName(f"{translate(_TITLE)}. {card.what_to_do}")


def _numbers(contacts: tuple[Contact, ...]) -> list[str]:
    reachable = [contact for contact in contacts if contact.phone]
    reachable.sort(key=lambda contact: contact.for_ != EMERGENCY)
    return [
        ", ".join(part for part in (contact.name, contact.phone, contact.hours) if part)
        for contact in reachable
    ]
