"""The questions below pain, each built when it is needed, or once nothing else is to be done.

They are out of sight at first, so that the first paint, and the moment at which she can write, need
not wait for them. Until one is built it holds nothing of its own: what the day says stays in the
draft, and is shown by the question as it is built.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.ui.widgets.tab_order import chain_before, stops_within

if TYPE_CHECKING:
    from collections.abc import Mapping

    from diary.domain.care import Contact
    from diary.domain.entry import Medicine, SignReport, SymptomReport
    from diary.ui.theme import Theme
    from diary.ui.today.draft import Draft
    from diary.ui.today.extras_card import ExtrasCard
    from diary.ui.today.sign_section import SignSection
    from diary.ui.today.symptom_section import SymptomSection
    from diary.ui.today.words import DayWords

# Where the diary takes long to open, or is locked, they come after so many milliseconds.
_AT_LAST_MS = 1500


class LowerHalf(QWidget):
    """Signs, symptoms, and what may stay closed.

    Args:
        theme: tints the icons.
        next_stop: where Tab goes on after the last of them.
        parent: the owner.
    """

    changed = Signal()
    sign_chosen = Signal(str)  # ticked just now: does it call for a call?
    call_shown = Signal(object)  # the call card, to bring into view
    completed = Signal()  # once, when every question is there

    def __init__(self, theme: Theme, next_stop: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._next_stop = theme, next_stop
        self._signs: SignSection | None = None
        self._symptoms: SymptomSection | None = None
        self._extras: ExtrasCard | None = None
        self._shown: tuple[Draft, DayWords, Mapping[str, bool]] | None = None
        self._contacts: tuple[Contact, ...] = ()
        self._usual_signs: tuple[SignReport, ...] = ()
        self._asked_signs: frozenset[str] = frozenset()
        self._usual_symptoms: tuple[SymptomReport, ...] = ()
        self._offered_symptoms: tuple[str, ...] = ()
        self._offered_medicines: tuple[Medicine, ...] = ()
        self._first_stops: dict[int, QWidget] = {}  # of each question that is there, by its place
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_turn)
        self._timer.start(_AT_LAST_MS)

    @property
    def is_complete(self) -> bool:
        """Whether every question is there."""
        return None not in (self._signs, self._symptoms, self._extras)

    @property
    def signs(self) -> SignSection:
        """The question about signs."""
        if self._signs is None:
            from diary.ui.today.sign_section import SignSection  # noqa: PLC0415  not at the start

            signs = self._signs = SignSection(self._theme, self)
            self._put_in(signs, 0)
            signs.set_contacts(self._contacts)
            signs.set_usual(self._usual_signs, self._asked_signs)
            signs.sign_chosen.connect(self.sign_chosen)
            signs.call_shown.connect(self.call_shown)
            if self._shown is not None:
                draft, words, answers = self._shown
                signs.show_state(draft.sign, words, answers)
            signs.changed.connect(self.changed)
        return self._signs

    @property
    def symptoms(self) -> SymptomSection:
        """The question about symptoms."""
        if self._symptoms is None:
            from diary.ui.today.symptom_section import (  # noqa: PLC0415  not at the start
                SymptomSection,
            )

            symptoms = self._symptoms = SymptomSection(self._theme, self)
            self._put_in(symptoms, 1)
            symptoms.set_usual(self._usual_symptoms)
            symptoms.set_offered(self._offered_symptoms)
            if self._shown is not None:
                draft, words, _answers = self._shown
                symptoms.show_state(draft.symptom, words)
            symptoms.changed.connect(self.changed)
        return self._symptoms

    @property
    def extras(self) -> ExtrasCard:
        """What may stay closed."""
        if self._extras is None:
            from diary.ui.today.extras_card import ExtrasCard  # noqa: PLC0415  not at the start

            extras = self._extras = ExtrasCard(self._theme, self)
            self._put_in(extras, 2)
            extras.medicines.set_offered(self._offered_medicines)
            if self._shown is not None:
                draft, words, _answers = self._shown
                extras.show_draft(draft, words, None)
            extras.changed.connect(self.changed)
        return self._extras

    @Slot()
    def complete_soon(self) -> None:
        """Build what is not there yet, one question a turn: the window never stands still."""
        if not self.is_complete:
            self._timer.start(0)

    def set_contacts(self, contacts: tuple[Contact, ...]) -> None:
        """Take the numbers to call."""
        self._contacts = contacts
        if self._signs is not None:
            self._signs.set_contacts(contacts)

    def set_usual(
        self,
        signs: tuple[SignReport, ...],
        asked: frozenset[str],
        symptoms: tuple[SymptomReport, ...],
    ) -> None:
        """Take what is usual on this day, and the signs to ask about when they are ticked."""
        self._usual_signs, self._asked_signs, self._usual_symptoms = signs, asked, symptoms
        if self._signs is not None:
            self._signs.set_usual(signs, asked)
        if self._symptoms is not None:
            self._symptoms.set_usual(symptoms)

    def set_offered(self, symptoms: tuple[str, ...], medicines: tuple[Medicine, ...]) -> None:
        """Take the symptoms and medicines to offer first."""
        self._offered_symptoms, self._offered_medicines = symptoms, medicines
        if self._symptoms is not None:
            self._symptoms.set_offered(symptoms)
        if self._extras is not None:
            self._extras.medicines.set_offered(medicines)

    def show_draft(
        self, draft: Draft, words: DayWords, shown: Draft | None, answers: Mapping[str, bool]
    ) -> None:
        """Show the answers of a day without telling anybody.

        Args:
            draft: the answers.
            words: how the questions name their time.
            shown: what is shown already; a part that is alike is not touched.
            answers: what she said when asked whether a sign is long-standing.
        """
        self._shown = (draft, words, answers)
        if self._signs is not None and (shown is None or draft.sign != shown.sign):
            self._signs.show_state(draft.sign, words, answers)
        if self._symptoms is not None and (shown is None or draft.symptom != shown.symptom):
            self._symptoms.show_state(draft.symptom, words)
        if self._extras is not None:
            self._extras.show_draft(draft, words, shown)

    @Slot()
    def _on_turn(self) -> None:
        """Build the next question."""
        self._timer.setInterval(0)
        if self._signs is None:
            _ = self.signs
        elif self._symptoms is None:
            _ = self.symptoms
        elif self._extras is None:
            _ = self.extras

    def _put_in(self, section: QWidget, place: int) -> None:
        """Put a question where it stands among the others, also for Tab and screen readers."""
        built = (self._signs, self._symptoms, self._extras)
        below = [one for one in built[place + 1 :] if one is not None]
        self._column.insertWidget(sum(one is not None for one in built[:place]), section)
        if below:
            section.stackUnder(below[0])
        later = [number for number in self._first_stops if number > place]
        stops = stops_within(section)
        chain_before(stops, self._first_stops[min(later)] if later else self._next_stop)
        self._first_stops[place] = stops[0]
        section.show()  # now, not on the next turn: she may be brought to it
        if self.is_complete:
            self._timer.stop()
            QTimer.singleShot(0, self, self._tell_complete)

    @Slot()
    def _tell_complete(self) -> None:
        self.completed.emit()
