"""An alert that has ended: one quiet card that opens to all its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from diary.i18n import mark, translate
from diary.ui.noticed.words import actions_in_words, time_in_words
from diary.ui.widgets.buttons import QuietButton
from diary.ui.widgets.card import Card
from diary.ui.widgets.text import Hint, Question

if TYPE_CHECKING:
    from collections.abc import Callable

    from diary.rules.model import Alert
    from diary.ui.noticed.noticed_card import NoticedCard

_SHOW, _HIDE = mark("Show"), mark("Hide")


class EarlierRow(QWidget):
    """The title, the days and the state of an ended alert; the full card on demand.

    Args:
        alert: the alert.
        make_card: makes its full card when it is first wanted.
        parent: the owner.
    """

    card_made = Signal()

    def __init__(
        self,
        alert: Alert,
        make_card: Callable[[Alert, QWidget], NoticedCard],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.alert = alert
        self._make_card = make_card
        self.full: NoticedCard | None = None
        self.button = QuietButton(translate(_SHOW), parent=self)
        self.button.setAccessibleDescription(alert.wording.title)
        self.button.clicked.connect(self.toggle)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Question(alert.wording.title, self))
        for line in (time_in_words(alert), *actions_in_words(alert)):
            words.addWidget(Hint(line, self))
        head = Card(parent=self)
        head.setAccessibleName(alert.wording.title)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addLayout(words, 1)
        row.addWidget(self.button)
        head.body.addLayout(row)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(head)

    @property
    def is_open(self) -> bool:
        """Whether the full card is shown."""
        return self.full is not None and not self.full.isHidden()

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """What Tab visits, in order."""
        return (self.button, *(() if self.full is None else self.full.tab_stops))

    @Slot()
    def toggle(self) -> None:
        """Show or hide the full card."""
        wanted = not self.is_open
        if self.full is None:
            self.full = self._make_card(self.alert, self)
            self._column.addWidget(self.full)
            self.card_made.emit()
        self.full.setVisible(wanted)
        self.button.setText(translate(_HIDE if wanted else _SHOW))
