"""At the start: an earlier day whose answers were not saved, because rules see only saved days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout

from diary.i18n import mark, translate
from diary.ui.local import day_in_full, day_in_words
from diary.ui.widgets.announce import announce
from diary.ui.widgets.buttons import Button, QuietButton
from diary.ui.widgets.flow import FlowLayout
from diary.ui.widgets.text import Words

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

    from diary.ui.facts import DraftDiscarded
    from diary.ui.theme import Theme

_BEGUN = mark("You began to write down {day} and have not saved it yet.")
_GO = mark("Go to that day")
_DISCARD = mark("Discard")
_DISCARDED = mark("What you had begun for {day} is discarded.")
_UNDO = mark("Undo")


class DraftOffer(QFrame):
    """Offers one day after another, the newest first; hidden when there is none.

    Args:
        theme: tints the icons.
        parent: the owner.
    """

    day_requested = Signal(object)
    discard_requested = Signal(object)  # a day
    undo_requested = Signal(object)  # DraftDiscarded: what is to be kept again

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "banner")
        self._days: list[dt.date] = []
        self._discarded: DraftDiscarded | None = None
        self.words = Words("", self)
        self.go = Button(translate(_GO), theme, "notebook-pen", self)
        self.discard = QuietButton(translate(_DISCARD), theme, "trash-2", self)
        self.undo = QuietButton(translate(_UNDO), theme, "undo-2", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(self.words)
        buttons = FlowLayout()
        for button in (self.go, self.discard, self.undo):
            buttons.addWidget(button)
        column.addLayout(buttons)
        self.go.clicked.connect(self._on_go)
        self.discard.clicked.connect(self._on_discard)
        self.undo.clicked.connect(self._on_undo)
        self.hide()

    def offer(self, days: Iterable[dt.date]) -> None:
        """Offer these days instead of those before."""
        self._days = sorted(days)
        self._show()

    def leave_out(self, day: dt.date) -> None:
        """Offer a day no more, because she is there, and put the last message away."""
        self._days = [one for one in self._days if one != day]
        self._discarded = None
        self._show()

    def tell_discarded(self, fact: DraftDiscarded) -> None:
        """Say that the draft of a day is gone, and how to have it back."""
        self._days = [day for day in self._days if day != fact.day]
        self._discarded = fact if fact.body is not None else None
        self._show()

    def _show(self) -> None:
        discarded = self._discarded
        if discarded is not None:
            self.words.setText(translate(_DISCARDED).format(day=day_in_words(discarded.day)))
        elif self._days:
            self.words.setText(translate(_BEGUN).format(day=day_in_full(self._days[-1])))
        self.undo.setVisible(discarded is not None)
        self.go.setVisible(discarded is None)
        self.discard.setVisible(discarded is None)
        self.setAccessibleName(self.words.text())
        self.setVisible(discarded is not None or bool(self._days))
        if self.isVisible():
            announce(self, self.words.text())

    @Slot()
    def _on_go(self) -> None:
        self.day_requested.emit(self._days[-1])

    @Slot()
    def _on_discard(self) -> None:
        self.discard_requested.emit(self._days[-1])

    @Slot()
    def _on_undo(self) -> None:
        fact, self._discarded = self._discarded, None
        if fact is not None:
            self.undo_requested.emit(fact)
            self.offer([*self._days, fact.day])
