"""Asks on the page Today, twice in a diary's life, whether she wants to protect it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

if TYPE_CHECKING:
    from diary.ui import facts
    from diary.ui.bridge import Bridge
    from diary.ui.lock.offer_card import OfferCard
    from diary.ui.theme import Theme
    from diary.ui.today.page import TodayPage


class Offer(QObject):
    """Shows the card once it is time, after a save on a day on which nothing was noticed.

    Args:
        bridge: tells whether it is time, and what was noticed.
        theme: colours and sizes.
        today: the page it is shown on.
        parent: the owner.
    """

    wanted = Signal()  # she wants to see how

    def __init__(self, bridge: Bridge, theme: Theme, today: TodayPage, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge, self._theme, self._today = bridge, theme, today
        self._is_due = self._has_asked = False
        self.card: OfferCard | None = None
        bridge.opened.connect(self._on_opened)
        bridge.alerts_changed.connect(self._on_alerts_changed)

    @Slot(object)
    def _on_opened(self, fact: facts.DiaryOpened) -> None:
        # The diary was asked before the card was kept in it: it may say once more that it is time.
        self._is_due = fact.offers_passphrase and not self._has_asked
        if fact.is_protected:
            self._put_away()

    @Slot(object)
    def _on_alerts_changed(self, fact: facts.AlertsNow) -> None:
        if fact.standing.alerts or fact.speaking:
            self._put_away()
        elif self._is_due and self.card is None and fact.saved_day is not None:
            self._show()

    def _show(self) -> None:
        from diary.ui.lock.offer_card import OfferCard  # noqa: PLC0415  twice in a diary's life

        self._is_due, self._has_asked = False, True
        self.card = OfferCard(self._theme, self._today)
        self.card.wanted.connect(self._on_wanted)
        self.card.refused.connect(self._put_away)
        self._today.add_below(self.card, self.card.tab_stops)
        self._bridge.protection.keep_offered()

    @Slot()
    def _on_wanted(self) -> None:
        self._put_away()
        self.wanted.emit()

    @Slot()
    def _put_away(self) -> None:
        card, self.card = self.card, None
        if card is not None:
            self._today.take_away(card)
