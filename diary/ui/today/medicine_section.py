"""Medicines: one quiet line with those of late to tap; none taken, these, or not answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.i18n import mark, translate
from diary.ui.today.medicine_card import MedicineCard
from diary.ui.today.quiet_line import QuietLine
from diary.ui.today.states import MedicineAnswer, MedicineLine, MedicineState
from diary.ui.widgets.buttons import Button, Chip
from diary.ui.widgets.choices import ChoiceRow
from diary.ui.widgets.flow import FlowLayout
from diary.ui.widgets.tab_order import chain
from diary.ui.widgets.text import in_short
from diary.ui.widgets.undo_line import UndoLine

if TYPE_CHECKING:
    from collections.abc import Hashable

    from diary.domain.entry import Medicine
    from diary.ui.theme import Theme
    from diary.ui.today.words import DayWords

MOST_CHIPS = 6
_LABEL = mark("Medicines")
_ANOTHER = mark("Another medicine")
_ANSWERS = (
    (MedicineAnswer.NONE, mark("I took none")),
    (MedicineAnswer.SOME, mark("I took some")),
)


class MedicineChip(Chip):
    """The chip of a medicine of late; in a button group Qt would take it out of the Tab order."""

    medicine_clicked = Signal(object)

    def __init__(self, medicine: Medicine, parent: QWidget) -> None:
        super().__init__(in_short(medicine.name), parent=parent)
        self.setAccessibleName(medicine.name)
        self.medicine = medicine
        self.clicked.connect(self._on_clicked)

    @Slot()
    def _on_clicked(self) -> None:
        self.medicine_clicked.emit(self.medicine)


class MedicineSection(QuietLine):
    """The medicine part of the page.

    Args:
        theme: tints the icons.
        parent: the owner.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._removed: list[tuple[int, MedicineLine]] = []  # where each card stood, top down
        self.cards: list[MedicineCard] = []
        self.chips: list[MedicineChip] = []
        super().__init__(translate(_LABEL), theme, parent)
        self._chip_row = FlowLayout()
        self.room.removeWidget(self.open_button)
        self._chip_row.addWidget(self.open_button)
        self.room.addLayout(self._chip_row)

    @property
    def answer_row(self) -> ChoiceRow:
        """None, or some; it is built when it is first asked for."""
        self.ensure_built()
        return self._answer_row

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """What can have the focus once it is open, in order."""
        cards = [stop for card in self.cards for stop in card.tab_stops]
        row = self.answer_row.tab_stops
        return (*row, *self.chips, self.another, self.undo.button, *cards)

    def state(self) -> MedicineState:
        """Return what the section holds."""
        if not self._is_built:
            return MedicineState()
        answer = self._answer_row.value
        lines = tuple(card.line for card in self.cards)
        return MedicineState(answer if isinstance(answer, MedicineAnswer) else None, lines)

    def show_state(self, state: MedicineState, words: DayWords) -> None:
        """Show the answers of a day without telling anybody."""
        self.title.setText(translate(words.medicines))
        self._removed = []
        is_said = state != MedicineState()
        if self._is_built or is_said:
            self.answer_row.set_value(state.chosen)
            self.answer_row.rename(translate(words.medicines))
            for card in list(self.cards):
                self._drop(card)
            for line in state.lines:
                self._add(line, len(self.cards))
        self.set_open(is_open=is_said)
        self._refresh()

    def set_offered(self, medicines: tuple[Medicine, ...]) -> None:
        """Take the medicines of late, most used first."""
        for chip in self.chips:
            chip.hide()
            chip.setParent(None)
            chip.deleteLater()
        self.chips = []
        for position, medicine in enumerate(medicines[:MOST_CHIPS]):
            chip = MedicineChip(medicine, self)
            chip.medicine_clicked.connect(self._on_chip)
            self.chips.append(chip)
            self._chip_row.insert(1 + position, chip)
        self._refresh()

    def tell_problems(self) -> None:
        """Say beside the fields what to mend."""
        for card in self.cards:
            card.tell_problems()

    def focus_problem(self, line: int, part: str) -> None:
        """Go to a field that has to be mended."""
        card = self.cards[line]
        (card.doses if part == "doses" else card.name).field.setFocus()

    def build(self) -> None:
        """Make the question, and room for the medicines."""
        answers = [(answer, translate(words)) for answer, words in _ANSWERS]
        self._answer_row = ChoiceRow(self.title.text(), answers, self.theme, self)
        self._answer_row.chosen.connect(self._on_answered)
        self.another = Button(translate(_ANOTHER), self.theme, "plus", self)
        self.another.clicked.connect(self._on_another)
        self._chip_row.addWidget(self.another)
        self.undo = UndoLine(self.theme, self)
        self.undo.undone.connect(self._on_undo)
        self._cards_room = QWidget(self)
        self._cards_column = QVBoxLayout(self._cards_room)
        self._cards_column.setContentsMargins(0, 0, 0, 0)
        self.room.insertWidget(1, self._answer_row)
        self.room.addWidget(self.undo)
        self.room.addWidget(self._cards_room)

    def show_open(self, *, is_open: bool) -> None:
        """Show or hide what belongs to the question."""
        self._answer_row.setVisible(is_open)
        self._refresh()

    def focus_first(self) -> None:
        """Go to the question."""
        self.answer_row.focus_row()

    @Slot(object)
    def _on_answered(self, _value: Hashable) -> None:
        self._removed = []
        if self._answer_row.value is MedicineAnswer.SOME and not self.cards and not self.chips:
            self._add(MedicineLine(), 0).focus_first()
        self._tell()

    @Slot(object)
    def _on_chip(self, medicine: Medicine) -> None:
        self.set_open(is_open=True)
        self.answer_row.set_value(MedicineAnswer.SOME)
        self._removed = []
        cards = [card for card in self.cards if card.line.name == medicine.name]
        if cards:
            self._remove(cards)
            self._tell()
            return
        line = MedicineLine(name=medicine.name, kind=medicine.kind, given=medicine.name)
        card = self._add(line, len(self.cards))
        self._tell()
        card.focus_first()

    @Slot()
    def _on_another(self) -> None:
        self._removed = []
        card = self._add(MedicineLine(), len(self.cards))
        self._tell()
        card.focus_first()

    @Slot(object)
    def _on_card_removed(self, card: MedicineCard) -> None:
        self._remove([card])
        self._tell()
        self.undo.button.setFocus()

    @Slot()
    def _on_undo(self) -> None:
        cards = [self._add(line, position) for position, line in self._removed]
        self._removed = []
        self._tell()
        for card in cards[:1]:
            card.focus_first()

    @Slot()
    def _on_card_changed(self) -> None:
        self._removed = []
        self._tell()

    def _remove(self, cards: list[MedicineCard]) -> None:
        self._removed = [(self.cards.index(card), card.line) for card in cards]
        self.undo.offer(cards[0].title.text())
        for card in cards:
            self._drop(card)

    def _add(self, line: MedicineLine, position: int) -> MedicineCard:
        card = MedicineCard(line, self.theme, self._cards_room)
        card.changed.connect(self._on_card_changed)
        card.removed.connect(self._on_card_removed)
        self.cards.insert(position, card)
        self._cards_column.insertWidget(position, card)
        self._refresh()
        card.show()  # now, not on the next turn: it may get the focus
        return card

    def _drop(self, card: MedicineCard) -> None:
        self.cards.remove(card)
        self._cards_column.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _tell(self) -> None:
        self._refresh()
        self.changed.emit()

    def _refresh(self) -> None:
        names = {card.line.name for card in self.cards} if self.is_open else set()
        some = self._is_built and self._answer_row.value is MedicineAnswer.SOME
        for chip in self.chips:
            chip.setChecked(some and chip.medicine.name in names)
            chip.setVisible(some or not self.is_open)
        if not self._is_built:
            return
        shown = some and self.is_open
        self.another.setVisible(shown)
        self._cards_room.setVisible(shown)
        self.undo.setVisible(shown and bool(self._removed))
        for number, card in enumerate(self.cards, start=1):
            card.set_number(number)
        chain(self.tab_stops)
