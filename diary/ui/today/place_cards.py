"""The cards of the places with pain, one below the other, and the way back for one removed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from diary.i18n import mark, translate
from diary.ui.today.missing import place_title
from diary.ui.today.place_card import PlaceCard
from diary.ui.widgets.announce import announce
from diary.ui.widgets.buttons import QuietButton
from diary.ui.widgets.text import Hint

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from diary.domain.entry import Pain
    from diary.ui.theme import Theme
    from diary.ui.today.words import DayAsked

_REMOVED = mark("{place} was removed.")
_UNDO = mark("Undo")


class PlaceCards(QWidget):
    """A column of cards; every change of them by the person is told.

    Args:
        theme: tints the icons.
        asked: which day is asked about.
        parent: the owner.
    """

    changed = Signal()  # an answer, or which cards there are
    stops_changed = Signal()  # what can have the focus is another than before

    def __init__(self, theme: Theme, asked: DayAsked, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._asked = theme, asked
        self._usual: Mapping[str, int] = {}
        self._known: frozenset[str] | None = None
        # Where each card stood, top down, with what was said to be usual.
        self._removed: list[tuple[int, Pain, int | None]] = []
        self.cards: list[PlaceCard] = []
        self._build_undo()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._column.addWidget(self._undo)
        self._show()

    @property
    def pains(self) -> tuple[Pain, ...]:
        """The answers, from the top down."""
        return tuple(card.pain for card in self.cards)

    @property
    def usual_levels(self) -> dict[str, int]:
        """The scores she said are usual and known to her team, by place."""
        return {
            card.pain.region: card.usual_level
            for card in self.cards
            if card.usual_level is not None
        }

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """What can have the focus, in order."""
        return (self.undo_button, *(stop for card in self.cards for stop in card.tab_stops))

    def ask(self, asked: DayAsked) -> None:
        """Ask about another day from the next cards on."""
        self._asked = asked

    def show_pains(self, pains: Sequence[Pain], levels: Mapping[str, int] | None = None) -> None:
        """Show these pains instead, without telling anybody; nothing is left to undo.

        Args:
            pains: the answers.
            levels: the scores she said are usual, by place, not saved yet.
        """
        for card in list(self.cards):
            self._drop(card)
        left = dict(levels or {})
        for pain in pains:
            self._add(pain, len(self.cards), left.pop(pain.region, None))
        self.forget_removed()

    def set_usual(self, usual: Mapping[str, int]) -> None:
        """Take the usual scores that the diary holds, by place."""
        self._usual = usual
        self._show_usual()

    def usual_kept(self, levels: Mapping[str, int]) -> None:
        """Take usual scores that were just saved: they are not asked about any more."""
        self.set_usual({**self._usual, **levels})

    def set_known(self, known: frozenset[str] | None) -> None:
        """Take what was recorded on other days; a pain anywhere else is asked about once.

        Args:
            known: the places, and whatever else; None while that is not known.
        """
        self._known = known
        self._show_usual()

    def card_of(self, region: str) -> PlaceCard | None:
        """Return the first card of a place."""
        return next((card for card in self.cards if card.pain.region == region), None)

    def add(self, pain: Pain) -> PlaceCard:
        """Add a card below the others."""
        self.forget_removed()
        card = self._add(pain, len(self.cards))
        self.changed.emit()
        return card

    def change_side(self, number: int, side: str | None) -> None:
        """Give a pain another side; its card is shown anew."""
        self.forget_removed()
        before = self.cards[number]
        self._drop(before)
        self._add(before.pain.model_copy(update={"side": side}), number, before.usual_level)
        self.changed.emit()

    def remove(self, cards: Sequence[PlaceCard]) -> None:
        """Take cards away so that it can be undone: they may hold more than they show."""
        self._removed = [(self.cards.index(card), card.pain, card.usual_level) for card in cards]
        for card in cards:
            self._drop(card)
        if cards:
            words = translate(_REMOVED).format(place=place_title(cards[0].pain))
            self._undo_words.setText(words)
            announce(self._undo_words, words)
        self._show()
        self.changed.emit()

    def forget_removed(self) -> None:
        """Let what was removed go: something else was said since."""
        self._removed = []
        self._show()

    @Slot()
    def _on_changed(self) -> None:
        self.forget_removed()
        self.changed.emit()

    @Slot()
    def _on_opened(self) -> None:
        self.stops_changed.emit()

    @Slot(object)
    def _on_removed(self, card: PlaceCard) -> None:
        self.remove([card])
        self.undo_button.setFocus()

    @Slot(object)
    def _on_other_side(self, card: PlaceCard) -> None:
        """Go to the card of the other side; there is a new one unless there was one."""
        pain = card.pain
        side = {"left": "right", "right": "left"}.get(pain.side or "")
        there = [
            one for one in self.cards if (one.pain.region, one.pain.side) == (pain.region, side)
        ]
        if not there and side is not None:
            self.forget_removed()
            other = type(pain)(region=pain.region, side=side)
            there = [self._add(other, self.cards.index(card) + 1)]
            self.changed.emit()
        for one in there[:1]:
            one.score.focus_row()

    @Slot()
    def _on_undo(self) -> None:
        cards = [self._add(pain, position, level) for position, pain, level in self._removed]
        self.forget_removed()
        self.changed.emit()
        for card in cards[:1]:
            card.score.focus_row()

    def _add(self, pain: Pain, position: int, level: int | None = None) -> PlaceCard:
        card = PlaceCard(pain, self._asked, self._theme, self)
        card.changed.connect(self._on_changed)
        card.opened.connect(self._on_opened)
        card.removed.connect(self._on_removed)
        card.other_side_wanted.connect(self._on_other_side)
        self.cards.insert(position, card)
        self._column.insertWidget(1 + position, card)
        card.show()  # now, not on the next turn: it may get the focus
        card.set_usual_level(level)
        self._show_usual()
        self._show()
        return card

    def _drop(self, card: PlaceCard) -> None:
        self.cards.remove(card)
        self._column.removeWidget(card)
        card.hide()
        card.deleteLater()
        self._show_usual()

    def _show_usual(self) -> None:
        """Ask once a place, on its first card, however many sides it has."""
        asked: set[str] = set()
        for card in self.cards:
            region = card.pain.region
            is_new = self._known is not None and region not in self._known
            card.show_usual(self._usual.get(region), asks=is_new and region not in asked)
            asked.add(region)
        self.stops_changed.emit()

    def _show(self) -> None:
        self._undo.setVisible(bool(self._removed))
        self.setVisible(bool(self._removed or self.cards))

    def _build_undo(self) -> None:
        self._undo = QWidget(self)
        self._undo_words = Hint("", self._undo)
        self.undo_button = QuietButton(translate(_UNDO), self._theme, "rotate-ccw", self._undo)
        self.undo_button.clicked.connect(self._on_undo)
        row = QHBoxLayout(self._undo)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._undo_words, 1)
        row.addWidget(self.undo_button)
