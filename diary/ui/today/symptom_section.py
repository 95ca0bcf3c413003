"""The question about other symptoms: none, the usual, or some; no default."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.domain.symptoms import SYMPTOMS
from diary.i18n import mark, translate
from diary.ui.today.states import SymptomAnswer, SymptomState
from diary.ui.today.symptom_card import SymptomCard
from diary.ui.today.symptom_finder import SymptomFinder
from diary.ui.today.usual import usual_sentence
from diary.ui.today.words import TODAY, DayWords
from diary.ui.widgets.card import Card
from diary.ui.widgets.choices import ChoiceRow
from diary.ui.widgets.tab_order import chain
from diary.ui.widgets.text import Hint, SectionTitle, Words
from diary.ui.widgets.undo_line import UndoLine

if TYPE_CHECKING:
    from collections.abc import Hashable

    from diary.domain.entry import SymptomReport
    from diary.ui.theme import Theme

_ANSWERS = (
    (SymptomAnswer.NONE, mark("None of these")),
    (SymptomAnswer.USUAL, mark("Only my usual ones")),
    (SymptomAnswer.SOME, mark("Yes, choose")),
)
_SUCH_AS = mark("Such as {list}, or anything else.")
_OTHERS_ARE_NONE = mark("Symptoms you do not choose are kept as not there.")


class SymptomSection(Card):
    """The symptom part of the page.

    Args:
        theme: tints the icons.
        parent: the owner.
    """

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._theme = theme
        self._usual: tuple[SymptomReport, ...] = ()  # for her, on this day
        self._usual_chosen: tuple[SymptomReport, ...] = ()  # what "only my usual" stands for
        self._offered: tuple[str, ...] = ()
        self._removed: list[tuple[int, SymptomReport]] = []  # where each card stood, top down
        self.cards: list[SymptomCard] = []
        self.finder: SymptomFinder | None = None
        self._title = SectionTitle("", self)
        often = [translate(term.phrase) for term in SYMPTOMS.offered() if term.whole_body]
        answers = [(answer, translate(words)) for answer, words in _ANSWERS]
        self.answer_row = ChoiceRow(translate(TODAY.symptoms), answers, theme, self)
        self.answer_row.chosen.connect(self._on_answered)
        self._usual_hint = Hint("", self)
        self._list = QWidget(self)
        self._list_column = QVBoxLayout(self._list)
        self._list_column.setContentsMargins(0, 0, 0, 0)
        self._list_column.setSpacing(8)
        self._cards_column = QVBoxLayout()
        self._cards_column.setContentsMargins(0, 8, 0, 0)
        self.body.addWidget(self._title)
        self.body.addWidget(Words(_such_as(often), self))
        self.body.addWidget(self.answer_row)
        self.body.addWidget(self._usual_hint)
        self.body.addWidget(self._list)
        self.show_state(SymptomState(), TODAY)

    def state(self) -> SymptomState:
        """Return what the section holds."""
        answer = self.answer_row.value
        if answer is SymptomAnswer.USUAL:
            return SymptomState(SymptomAnswer.USUAL, self._usual_chosen)
        reports = tuple(card.report for card in self.cards)
        return SymptomState(answer if isinstance(answer, SymptomAnswer) else None, reports)

    def set_usual(self, usual: tuple[SymptomReport, ...]) -> None:
        """Take what is usual on this day."""
        self._usual = usual
        self._show_usual()

    def set_offered(self, symptoms: tuple[str, ...]) -> None:
        """Take the symptoms to offer first."""
        self._offered = symptoms
        if self.finder is not None:
            self.finder.offer(symptoms)
            self._order_tabs()

    def show_state(self, state: SymptomState, words: DayWords) -> None:
        """Show the answers of a day without telling anybody."""
        self._title.setText(translate(words.symptoms))
        self.setAccessibleName(translate(words.symptoms))
        self.answer_row.rename(translate(words.symptoms))
        self.answer_row.set_value(state.chosen)
        is_usual = state.chosen is SymptomAnswer.USUAL
        self._usual_chosen = state.symptoms if is_usual else ()
        self._removed = []
        for card in list(self.cards):
            self._drop(card)
        if not is_usual:
            for report in state.symptoms:
                self._add(report, len(self.cards))
        self._show_usual()
        self._refresh()

    @Slot(object)
    def _on_answered(self, value: Hashable) -> None:
        self._usual_chosen = self._usual if value is SymptomAnswer.USUAL else ()
        self._removed = []
        self._show_usual()
        self._tell()

    @Slot(str)
    def _on_picked(self, symptom: str) -> None:
        from diary.domain.entry import SymptomReport  # noqa: PLC0415  brings pydantic

        self._removed = []
        cards = [card for card in self.cards if card.report.symptom == symptom]
        if cards:
            self._remove(cards)
            self._tell()
            return
        card = self._add(SymptomReport(symptom=symptom), len(self.cards))
        self._tell()
        card.grade.focus_row()

    @Slot(object)
    def _on_card_removed(self, card: SymptomCard) -> None:
        self._remove([card])
        self._tell()
        self._undo.button.setFocus()

    @Slot()
    def _on_undo(self) -> None:
        cards = [self._add(report, position) for position, report in self._removed]
        self._removed = []
        self._tell()
        for card in cards[:1]:
            card.grade.focus_row()

    @Slot()
    def _on_card_changed(self) -> None:
        self._removed = []
        self._tell()

    def _remove(self, cards: list[SymptomCard]) -> None:
        self._removed = [(self.cards.index(card), card.report) for card in cards]
        self._undo.offer(cards[0].label)
        for card in cards:
            self._drop(card)

    def _add(self, report: SymptomReport, position: int) -> SymptomCard:
        self._build_list()
        card = SymptomCard(report, self._theme, self._list)
        card.changed.connect(self._on_card_changed)
        card.removed.connect(self._on_card_removed)
        self.cards.insert(position, card)
        self._cards_column.insertWidget(position, card)
        card.show()  # now, not on the next turn: it may get the focus
        return card

    def _drop(self, card: SymptomCard) -> None:
        self.cards.remove(card)
        self._cards_column.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _build_list(self) -> None:
        if self.finder is not None:
            return
        self.finder = SymptomFinder(self._theme, self._list)
        self.finder.offer(self._offered)
        self.finder.picked.connect(self._on_picked)
        self._undo = UndoLine(self._theme, self._list)
        self._undo.undone.connect(self._on_undo)
        self._hint = Hint(translate(_OTHERS_ARE_NONE), self._list)
        self._list_column.addWidget(self.finder)
        self._list_column.addWidget(self._hint)
        self._list_column.addWidget(self._undo)
        self._list_column.addLayout(self._cards_column)

    def _tell(self) -> None:
        self._refresh()
        self.changed.emit()

    def _refresh(self) -> None:
        wanted = self.answer_row.value is SymptomAnswer.SOME
        if wanted:
            self._build_list()
        self._list.setVisible(wanted)
        if self.finder is not None:
            self.finder.set_chosen({card.report.symptom for card in self.cards})
            self._hint.setVisible(bool(self.cards))
            self._undo.setVisible(bool(self._removed))
        self._order_tabs()

    def _show_usual(self) -> None:
        self.answer_row.set_offered(SymptomAnswer.USUAL, offered=bool(self._usual))
        words = usual_sentence(self._usual_chosen or self._usual)
        self._usual_hint.setText(words)
        self._usual_hint.setVisible(bool(words))
        self.answer_row.button_of(SymptomAnswer.USUAL).setAccessibleDescription(words)

    def _order_tabs(self) -> None:
        if self.finder is None:
            return
        cards = [stop for card in self.cards for stop in card.tab_stops]
        finder = self.finder.tab_stops
        chain((*self.answer_row.tab_stops, *finder, self._undo.button, *cards))


def _such_as(phrases: list[str]) -> str:
    return translate(_SUCH_AS).format(list=", ".join(phrases))
