"""What to do at once about an emergency sign, with her own numbers, shown before any saving."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.i18n import mark, translate
from diary.ui.widgets.card import Card
from diary.ui.widgets.contacts import ContactLines
from diary.ui.widgets.text import Hint, Words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from diary.domain.care import Contact
    from diary.rules.book import CallCard

_TITLE = mark("Call now")


class CallNote(Card):
    """The call card: to call and whom first, then the rest of what to do, and why.

    The numbers stand right below the title: in large text, what comes after the sentences would
    be out of sight below.

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
        self.body.addWidget(ContactLines(contacts, self))
        self.body.addWidget(Words(card.what_to_do, self))
        self.body.addWidget(Hint(card.noticed, self))
        self.setAccessibleName(f"{translate(_TITLE)}. {card.what_to_do}")
