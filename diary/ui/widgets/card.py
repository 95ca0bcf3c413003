"""A card: a bordered ground with a column of widgets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtWidgets import QFrame, QVBoxLayout

from diary.ui.widgets.text import SectionTitle

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

CARD_MARGIN = 20


class Card(QFrame):
    """A card.

    Args:
        title: its title; none if empty.
        kind: ``card``, or ``emergency`` for the one that asks to call now.
        parent: the owner.

    Attributes:
        body: the column to add to.
    """

    def __init__(
        self,
        title: str = "",
        kind: Literal["card", "emergency", "problem"] = "card",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", kind)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(CARD_MARGIN, 16, CARD_MARGIN, CARD_MARGIN)
        self.body.setSpacing(12)
        if title:
            self.body.addWidget(SectionTitle(title, self))
            self.setAccessibleName(title)


class Line(QFrame):
    """A hairline across a card."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "line")
