"""The card that asks whether to protect the diary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from diary.i18n import mark, translate
from diary.ui.widgets.buttons import Button, QuietButton
from diary.ui.widgets.card import Card
from diary.ui.widgets.flow import FlowLayout
from diary.ui.widgets.text import Hint, Question

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from diary.ui.theme import Theme

_ASKS = mark("Do you want to protect this diary with a passphrase?")
_ABOUT = mark(
    "Then nobody who uses this computer can read it without you. You can also do it later, in "
    "the settings."
)
_SHOW, _NOT_NOW = mark("Show me how"), mark("Not now")


class OfferCard(Card):
    """Asks.

    Args:
        theme: tints the icon.
        parent: the owner.
    """

    wanted = Signal()
    refused = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName(translate(_ASKS))
        self.show_how = Button(translate(_SHOW), theme, "lock", self)
        self.not_now = QuietButton(translate(_NOT_NOW), parent=self)
        flow = FlowLayout()
        flow.addWidget(self.show_how)
        flow.addWidget(self.not_now)
        self.body.addWidget(Question(translate(_ASKS), self))
        self.body.addWidget(Hint(translate(_ABOUT), self))
        self.body.addLayout(flow)
        self.show_how.clicked.connect(self.wanted)
        self.not_now.clicked.connect(self.refused)

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """What Tab visits, in order."""
        return (self.show_how, self.not_now)
