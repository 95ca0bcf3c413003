"""The question about pain: none, or a card for each place, or not answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from diary.domain.places import PLACES
from diary.i18n import mark, translate
from diary.ui.today.draft import PainState, new_pain
from diary.ui.today.missing import place_title
from diary.ui.today.place_card import PlaceCard
from diary.ui.today.place_list import PlaceList
from diary.ui.today.words import TODAY, DayWords
from diary.ui.widgets.buttons import Button, Chip, QuietButton
from diary.ui.widgets.card import Card
from diary.ui.widgets.flow import FlowLayout
from diary.ui.widgets.tab_order import chain
from diary.ui.widgets.text import Hint, SectionTitle

if TYPE_CHECKING:
    from diary.domain.entry import Pain
    from diary.ui.theme import Theme

MOST_CHIPS = 6
_CHOOSE = mark("Choose where it hurts")
_ANOTHER = mark("Another place")
_CLOSE_LIST = mark("Close the list")
_OTHERS_ARE_ZERO = mark("Places you do not choose are kept as no pain.")
_REMOVED = mark("{place} was removed.")
_UNDO = mark("Undo")


class PlaceChip(Chip):
    """The chip of one place; in a button group Qt would take it out of the Tab order."""

    place_clicked = Signal(str)

    def __init__(self, region: str, parent: QWidget) -> None:
        super().__init__(translate(PLACES[region].label), parent=parent)
        self._region = region
        self.clicked.connect(self._on_clicked)

    @Slot()
    def _on_clicked(self) -> None:
        self.place_clicked.emit(self._region)


class PainSection(QWidget):
    """The pain part of the page.

    Args:
        theme: tints the icons.
        parent: the owner.
    """

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = TODAY
        self._set_aside: tuple[Pain, ...] = ()
        self._removed: list[tuple[int, Pain]] = []  # where each card stood, top down
        self.cards: list[PlaceCard] = []
        self.chips: dict[str, PlaceChip] = {}
        self.place_list: PlaceList | None = None
        self._list_is_open = False
        self._title = SectionTitle("", self)
        self.no_pain = Chip("", parent=self)
        self.no_pain.toggled.connect(self._on_no_pain)
        self.more = Button(translate(_CHOOSE), theme, "plus", self)
        self.more.clicked.connect(self._on_more)
        self._chip_row = FlowLayout()
        self._chip_row.addWidget(self.no_pain)
        self._chip_row.addWidget(self.more)
        self._hint = Hint(translate(_OTHERS_ARE_ZERO), self)
        self._build_undo()
        self._list_room = QVBoxLayout()
        self._card_room = QVBoxLayout()
        self._card_room.setSpacing(12)
        question = Card(parent=self)
        for item in (self._title, self._chip_row, self._list_room, self._hint, self._undo):
            if isinstance(item, QWidget):
                question.body.addWidget(item)
            else:
                question.body.addLayout(item)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(question)
        column.addLayout(self._card_room)
        self.show_state(PainState(), TODAY)

    def state(self) -> PainState:
        """Return what the section holds."""
        pains = tuple(card.pain for card in self.cards)
        return PainState(no_pain=self.no_pain.isChecked(), pains=pains)

    def show_state(self, state: PainState, words: DayWords) -> None:
        """Show the answers of a day without telling anybody."""
        self._words = words
        self._set_aside = ()
        self._removed = []
        self._title.setText(translate(words.pain))
        self.no_pain.setText(translate(words.no_pain))
        self._set_no_pain(chosen=state.no_pain)
        self._replace_cards(state.pains)
        self._refresh()

    def set_followed(self, regions: tuple[str, ...]) -> None:
        """Offer the places she follows first, most used first."""
        for chip in self.chips.values():
            chip.setParent(None)
            chip.deleteLater()
        self.chips = {}
        for position, region in enumerate(regions[:MOST_CHIPS]):
            chip = PlaceChip(region, self)
            chip.place_clicked.connect(self._on_chip)
            self.chips[region] = chip
            self._chip_row.insert(1 + position, chip)
        self._order_tabs()
        self._refresh()

    def card_of(self, region: str) -> PlaceCard | None:
        """Return the first card of a place."""
        return next((card for card in self.cards if card.pain.region == region), None)

    @Slot(bool)
    def _on_no_pain(self, chosen: bool) -> None:
        if chosen:
            self._set_aside = tuple(card.pain for card in self.cards)
            self._replace_cards(())
        else:
            self._replace_cards(self._set_aside)
        self._removed = []
        self._tell()

    @Slot(str)
    def _on_chip(self, region: str) -> None:
        self._choose(region, chosen=self.chips[region].isChecked())
        card = self.card_of(region)
        if card is not None:
            card.score.focus_row()

    @Slot()
    def _on_more(self) -> None:
        if self.place_list is None:
            self.place_list = PlaceList(self)
            self.place_list.toggled.connect(self._on_listed)
            self._list_room.addWidget(self.place_list)
            self._order_tabs()
        self._list_is_open = not self._list_is_open
        self.place_list.setVisible(self._list_is_open)
        self._refresh()
        if self._list_is_open:
            self.place_list.search.setFocus()

    @Slot(str, bool)
    def _on_listed(self, region: str, chosen: bool) -> None:
        self._choose(region, chosen=chosen)

    @Slot(object)
    def _on_card_removed(self, card: PlaceCard) -> None:
        self._remove([card])
        self._tell()
        self.undo_button.setFocus()

    @Slot()
    def _on_undo(self) -> None:
        cards = [self._add(pain, position) for position, pain in self._removed]
        self._removed = []
        self._tell()
        for card in cards[:1]:
            card.score.focus_row()

    @Slot()
    def _on_card_changed(self) -> None:
        self._removed = []
        self._tell()

    def _choose(self, region: str, *, chosen: bool) -> None:
        self._removed = []
        self._set_no_pain(chosen=False)
        if chosen and self.card_of(region) is None:
            self._add(new_pain(region), len(self.cards))
        elif not chosen:
            self._remove([card for card in self.cards if card.pain.region == region])
        self._tell()

    def _remove(self, cards: list[PlaceCard]) -> None:
        """Take cards away so that it can be undone: they may hold more than they show."""
        self._removed = [(self.cards.index(card), card.pain) for card in cards]
        for card in cards:
            self._drop(card)
        if cards:
            place = place_title(cards[0].pain)
            self._undo_words.setText(translate(_REMOVED).format(place=place))

    def _replace_cards(self, pains: tuple[Pain, ...]) -> None:
        for card in list(self.cards):
            self._drop(card)
        for pain in pains:
            self._add(pain, len(self.cards))

    def _add(self, pain: Pain, position: int) -> PlaceCard:
        card = PlaceCard(pain, self._words, self._theme, self)
        card.changed.connect(self._on_card_changed)
        card.removed.connect(self._on_card_removed)
        self.cards.insert(position, card)
        self._card_room.insertWidget(position, card)
        card.show()  # now, not on the next turn: it may get the focus
        self._order_tabs()
        return card

    def _order_tabs(self) -> None:
        places = () if self.place_list is None else self.place_list.tab_stops
        cards = [stop for card in self.cards for stop in card.tab_stops]
        chips = self.chips.values()
        chain((self.no_pain, *chips, self.more, *places, self.undo_button, *cards))

    def _drop(self, card: PlaceCard) -> None:
        self.cards.remove(card)
        self._card_room.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _set_no_pain(self, *, chosen: bool) -> None:
        with QSignalBlocker(self.no_pain):
            self.no_pain.setChecked(chosen)

    def _tell(self) -> None:
        self._refresh()
        self.changed.emit()

    def _refresh(self) -> None:
        regions = {card.pain.region for card in self.cards}
        for region, chip in self.chips.items():
            chip.setChecked(region in regions)
        is_open = self._list_is_open
        if self.place_list is not None:
            self.place_list.set_chosen(regions)
        opener = _ANOTHER if self.chips or regions else _CHOOSE
        self.more.setText(translate(_CLOSE_LIST if is_open else opener))
        self.more.set_icon("chevron-up" if is_open else "plus")
        self._hint.setVisible(bool(self.cards))
        self._undo.setVisible(bool(self._removed))

    def _build_undo(self) -> None:
        self._undo = QWidget(self)
        self._undo_words = Hint("", self._undo)
        self.undo_button = QuietButton(translate(_UNDO), self._theme, "rotate-ccw", self._undo)
        self.undo_button.clicked.connect(self._on_undo)
        row = QHBoxLayout(self._undo)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._undo_words, 1)
        row.addWidget(self.undo_button)
