"""What was noticed because of the day just saved: the cards that speak, below the form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.i18n import mark, translate
from diary.ui.widgets.buttons import Button
from diary.ui.widgets.tab_order import chain_before
from diary.ui.widgets.text import Words

if TYPE_CHECKING:
    from diary.domain.care import Contact
    from diary.rules.model import Alert
    from diary.ui.theme import Theme
    from diary.ui.widgets.alert_card import AlertCard

_CALLING = frozenset({"emergency", "urgent"})  # the rules' module is not imported at the start
_FAULT = mark(
    "A rule did not work because of a fault in the program, so something may be missing here. "
    "The Noticed page names it. If you are worried, call your team."
)
_SEE_ALL = mark("See how this was worked out")


class Results(QWidget):
    """A column of alert cards; empty most days, and then it takes no room.

    Args:
        theme: colours and icons.
        next_stop: where Tab goes on after the last of the cards.
        parent: the owner.
    """

    noticed_requested = Signal()

    def __init__(self, theme: Theme, next_stop: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._next_stop = theme, next_stop
        self._contacts: tuple[Contact, ...] = ()
        self.cards: list[AlertCard] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self.fault = Words(translate(_FAULT), self)
        self._column.addWidget(self.fault)
        self.clear()

    def set_contacts(self, contacts: tuple[Contact, ...]) -> None:
        """Take the numbers to call."""
        self._contacts = contacts

    def show_alerts(self, alerts: tuple[Alert, ...], *, has_fault: bool = False) -> None:
        """Show these alerts instead of those before, and whether a rule could not say anything."""
        from diary.ui.widgets.alert_card import AlertCard  # noqa: PLC0415  most days there is none
        from diary.ui.widgets.contacts import ContactLines  # noqa: PLC0415  likewise

        self.clear()
        self.fault.setVisible(has_fault)
        for alert in alerts:
            card = AlertCard(alert, self._theme, self)
            if alert.tier.id in _CALLING:
                card.add_to_do(ContactLines(self._contacts, card))
            button = Button(translate(_SEE_ALL), self._theme, "eye", card)
            button.clicked.connect(self.noticed_requested)
            card.add_action(button)
            chain_before((button,), self._next_stop)
            self._column.addWidget(card)
            self.cards.append(card)
        self.setVisible(has_fault or bool(self.cards))

    def clear(self) -> None:
        """Show none."""
        for card in self.cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = []
        self.fault.hide()
        self.hide()
