"""The question about pain: none, or a card for each place, or not answered.

The chips, the list and the body map are three views of the same cards.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from diary.i18n import mark, translate
from diary.ui.today.draft import PainState, new_pain
from diary.ui.today.place_cards import PlaceCards
from diary.ui.today.place_chips import PlaceChips
from diary.ui.today.place_toggle import place_toggle
from diary.ui.today.quick_answers import QuickAnswers
from diary.ui.today.words import DayAsked
from diary.ui.widgets.card import Card
from diary.ui.widgets.tab_order import chain
from diary.ui.widgets.text import Hint, Question, SectionTitle

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from PySide6.QtGui import QResizeEvent

    from diary.domain.care import UsualLevel
    from diary.domain.entry import Pain
    from diary.ui.theme import Theme
    from diary.ui.today.body_map import BodyMap
    from diary.ui.today.place_card import PlaceCard
    from diary.ui.today.place_chips import PlaceChip
    from diary.ui.today.place_list import PlaceList

# At 100 %: eleven scores stand in one line of a card, and the map takes what is left.
BESIDE = 1070
_CARD_WIDTH, _MAP_NARROWEST, _MAP_WIDEST = 674, 380, 480
_GAP = 12
_UNBOUND = 16_777_215  # Qt's own for "as wide as you like"
_OTHERS_ARE_ZERO = mark("Places you do not choose are kept as no pain.")


class PainSection(QWidget):
    """The pain part of the page.

    Args:
        theme: tints the icons.
        parent: the owner.
    """

    changed = Signal()
    card_added = Signal(object)  # a card that may be out of sight

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        asked = DayAsked(dt.date.min, dt.date.min)  # until a day is shown
        self._set_aside: tuple[tuple[Pain, ...], dict[str, int], dict[str, bool]] | None = None
        self._list_is_open = self._map_is_wanted = self._map_is_allowed = False
        self._says_no_pain = False  # its button is not down where another one says that too
        self.place_list: PlaceList | None = None
        self.body_map: BodyMap | None = None
        self._title = SectionTitle("", self)
        self.quick = QuickAnswers(theme, self)
        self.no_pain = self.quick.no_pain
        self.chip_row = PlaceChips(theme, self)
        self.more = self.chip_row.more
        self._hint = Hint(translate(_OTHERS_ARE_ZERO), self)
        self.places = PlaceCards(theme, asked, self)
        self._map_card, self._question = Card(parent=self), Card(parent=self)
        self._list_room, self._left, self._right = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        self._where = Question("", self._question)
        self._stands_beside: bool | None = None
        self._lay_out()
        self._wire()
        self.show_state(PainState(), asked)

    @property
    def cards(self) -> list[PlaceCard]:
        """The cards, from the top down."""
        return self.places.cards

    @property
    def chips(self) -> dict[str, PlaceChip]:
        """The chips of the places she follows."""
        return self.chip_row.chips

    @property
    def is_beside(self) -> bool:
        """Whether there is room for the map beside the cards."""
        return self.width() >= self._theme.px(BESIDE)

    @property
    def is_untouched(self) -> bool:
        """Whether nothing is chosen, nor about to be with the keys."""
        in_use = any(chip.hasFocus() for chip in self.chips.values())
        return self.state() == PainState() and not in_use

    def state(self) -> PainState:
        """Return what the section holds."""
        return PainState(no_pain=self._says_no_pain, pains=self.places.pains)

    def usual_levels(self, today: dt.date) -> tuple[UsualLevel, ...]:
        """Return what she said is long-standing and known to her team."""
        levels = self.places.usual_levels
        if not levels:
            return ()
        from diary.domain.care import UsualLevel  # noqa: PLC0415  brings pydantic

        return tuple(
            UsualLevel(of=region, level=level, confirmed_on=today)
            for region, level in levels.items()
        )

    def show_state(
        self,
        state: PainState,
        asked: DayAsked,
        levels: Iterable[UsualLevel] = (),
        answers: Mapping[str, bool] | None = None,
    ) -> None:
        """Show the answers of a day without telling anybody.

        Args:
            state: the answers.
            asked: which day is asked about.
            levels: what she said is long-standing, not saved yet.
            answers: what she said when asked whether a place is long-standing.
        """
        self._set_aside = None
        self._title.setText(translate(asked.words.pain))
        self._where.setText(translate(asked.words.where))
        self.quick.ask(asked)
        self.places.ask(asked)
        self._set_no_pain(chosen=state.no_pain)
        usual = {level.of: level.level for level in levels}
        self.places.show_pains(state.pains, usual, answers)
        self._refresh()

    def set_followed(self, regions: tuple[str, ...]) -> None:
        """Offer the places she follows first, most used first."""
        self.chip_row.offer(regions)
        self._order_tabs()
        self._refresh()

    @Slot()
    def allow_map(self) -> None:
        """Draw the body map from now on; before the first paint it would hold that up."""
        self._map_is_allowed = True
        self._stand()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the map beside the cards where there is room."""
        super().resizeEvent(event)
        self._stand()

    @Slot(bool)
    def _on_no_pain(self, chosen: bool) -> None:
        self._says_no_pain = chosen
        if chosen:
            places = self.places
            self._set_aside = (places.pains, places.usual_levels, places.long_standing)
            places.show_pains(())
        else:
            self.places.show_pains(*(self._set_aside or ((),)))
        self._tell()

    @Slot(str, bool)
    def _on_chip(self, region: str, chosen: bool) -> None:
        self._choose(region, chosen=chosen)
        self._go_to_score(self.places.card_of(region))

    @Slot(str, bool)
    def _on_listed(self, region: str, chosen: bool) -> None:
        """Go on to how bad it is; the list, which stands above that, has done its work."""
        self._choose(region, chosen=chosen)
        if chosen and self.place_list is not None:
            self._go_to_score(self.places.card_of(region))
            self.place_list.search.clear()
            self._open_list(is_open=False)

    @Slot(str, object)
    def _on_map(self, region: str, side: str | None) -> None:
        meant = place_toggle(self.places.pains, region, side)
        self._set_no_pain(chosen=False)
        if meant.remove:
            self.places.remove([self.cards[number] for number in meant.remove])
        elif meant.change is not None:
            self.places.change_side(meant.change, meant.side)
        else:
            card = self.places.add(new_pain(region, meant.side))
            # With the keys she goes on on the map; Tab comes to the card.
            if self.body_map is not None and self.body_map.is_pointed_at:
                self._go_to_score(card)
            elif not self._map_card.isAncestorOf(self.window().focusWidget()):
                self.card_added.emit(card)

    @Slot()
    def _on_list_wanted(self) -> None:
        if self.place_list is None:
            from diary.ui.today.place_list import PlaceList  # noqa: PLC0415  not for the first paint

            self.place_list = PlaceList(self)
            self.place_list.toggled.connect(self._on_listed)
            self._list_room.addWidget(self.place_list)
            self._order_tabs()
        self._open_list(is_open=not self._list_is_open)
        if self._list_is_open:
            self.place_list.search.setFocus()

    @Slot()
    def _on_map_wanted(self) -> None:
        self._map_is_wanted = not self._map_is_wanted
        self._stand()

    @Slot()
    def _tell(self) -> None:
        self._refresh()
        self.changed.emit()

    def _open_list(self, *, is_open: bool) -> None:
        self._list_is_open = is_open
        if self.place_list is not None:
            self.place_list.setVisible(is_open)
        self._refresh()

    def _go_to_score(self, card: PlaceCard | None) -> None:
        """Bring her to the numbers of a card, if there is one: a digit typed is the score."""
        if card is not None:
            card.score.focus_row()
            self.card_added.emit(card)  # all of it, not the numbers alone

    def _choose(self, region: str, *, chosen: bool) -> None:
        self._set_no_pain(chosen=False)
        there = [card for card in self.cards if card.pain.region == region]
        if not chosen:
            self.places.remove(there)
        elif not there:
            self.places.add(new_pain(region))

    def _set_no_pain(self, *, chosen: bool) -> None:
        self._says_no_pain = chosen
        with QSignalBlocker(self.no_pain):
            self.no_pain.setChecked(chosen)

    def _refresh(self) -> None:
        pains = self.places.pains
        regions = {pain.region for pain in pains}
        self.chip_row.show_chosen(regions)
        if self.place_list is not None:
            self.place_list.set_chosen(regions)
        if self.body_map is not None:
            self.body_map.set_pains(_scores(pains))
        self._name_buttons()
        self._hint.setVisible(bool(pains))

    def _name_buttons(self) -> None:
        self.chip_row.show_state(
            has_places=bool(self.cards),
            list_is_open=self._list_is_open,
            map_is_open=not self._map_card.isHidden(),
        )

    def _order_tabs(self) -> None:
        places = () if self.place_list is None else self.place_list.tab_stops
        body = () if self.body_map is None else (self.body_map,)
        before, after = (body, ()) if self.is_beside else ((), body)
        chain(
            (
                *self.quick.tab_stops,
                *before,
                *self.chip_row.tab_stops,
                *places,
                *after,
                *self.places.tab_stops,
            )
        )

    def _stand(self) -> None:
        """Set the map beside the cards, or above them if she wants it there."""
        beside = self.is_beside
        self.chip_row.show_map_button(shown=not beside)
        was_hidden = self._map_card.isHidden()
        self._map_card.setVisible(beside or self._map_is_wanted)
        if self._map_card.isHidden() != was_hidden:
            self._name_buttons()
        if self._map_is_allowed and not self._map_card.isHidden():
            self._build_map()
        if beside:
            room = self.width() - _GAP - self._theme.px(_CARD_WIDTH)
            least, most = self._theme.px(_MAP_NARROWEST), self._theme.px(_MAP_WIDEST)
            self._map_card.setFixedWidth(min(most, max(least, room)))
        if beside == self._stands_beside:
            return
        self._stands_beside = beside
        for column in (self._left, self._right):
            column.removeWidget(self._map_card)
        if beside:
            self._left.insertWidget(0, self._map_card)
        else:
            self._map_card.setMinimumWidth(0)
            self._map_card.setMaximumWidth(_UNBOUND)
            self._right.insertWidget(1, self._map_card)
        self._order_tabs()

    def _build_map(self) -> None:
        if self.body_map is not None:
            return
        from diary.ui.today.body_map import BodyMap  # noqa: PLC0415  after the first paint

        self.body_map = BodyMap(self._theme, self._map_card)
        self.body_map.place_toggled.connect(self._on_map)
        self.body_map.setMaximumWidth(self._theme.px(_MAP_WIDEST))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.body_map, 1000)
        row.addStretch(1)
        self._map_card.body.addLayout(row)
        self.body_map.show()  # now, not on the next turn: it may get the focus
        self._order_tabs()
        self._refresh()

    def _lay_out(self) -> None:
        top = Card(parent=self)
        top.body.addWidget(self._title)
        top.body.addWidget(self.quick)
        self._question.body.addWidget(self._where)
        self._question.body.addWidget(self.chip_row)
        self._question.body.addLayout(self._list_room)
        self._question.body.addWidget(self._hint)
        self._map_card.body.setContentsMargins(8, 12, 8, 12)
        self._left.addStretch(1)
        self._right.setSpacing(_GAP)
        self._right.addWidget(self._question)
        self._right.addWidget(self.places)
        self._right.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(_GAP)
        row.addLayout(self._left)
        row.addLayout(self._right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        column.addWidget(top)
        column.addLayout(row)

    def _wire(self) -> None:
        self.quick.no_pain_chosen.connect(self._on_no_pain)
        self.chip_row.place_clicked.connect(self._on_chip)
        self.chip_row.list_wanted.connect(self._on_list_wanted)
        self.chip_row.map_wanted.connect(self._on_map_wanted)
        self.places.changed.connect(self._tell)
        self.places.stops_changed.connect(self._order_tabs)
        self._theme.changed.connect(self._on_theme_changed)

    @Slot()
    def _on_theme_changed(self) -> None:
        if self.body_map is not None:
            self.body_map.setMaximumWidth(self._theme.px(_MAP_WIDEST))
        self._stands_beside = None
        self._stand()


def _scores(pains: Iterable[Pain]) -> dict[tuple[str, str | None], int | None]:
    """Return the highest score of each place and side, as the map shows it."""
    scores: dict[tuple[str, str | None], int | None] = {}
    for pain in pains:
        key = (pain.region, pain.side)
        before = scores.get(key)
        known = [score for score in (before, pain.worst) if score is not None]
        scores[key] = max(known, default=None)
    return scores
