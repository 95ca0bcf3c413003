"""The form of one day as widgets: it shows a draft and gives back what was said, no more."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.domain.signs import SIGNS
from diary.i18n import mark, sentence_case, translate
from diary.ui.today.day_deletion import DayDeletion
from diary.ui.today.day_header import DayHeader, saved_words
from diary.ui.today.draft_offer import DraftOffer
from diary.ui.today.lower_half import LowerHalf
from diary.ui.today.missing import left_open_sentence
from diary.ui.today.pain_section import PainSection
from diary.ui.today.results import Results
from diary.ui.today.save_bar import SaveBar
from diary.ui.today.usual import usual_scores, usual_signs, usual_symptoms
from diary.ui.today.words import EARLIER, TODAY, DayAsked
from diary.ui.widgets.banner import Banner
from diary.ui.widgets.bottom_bar import BottomBar
from diary.ui.widgets.scroll_column import ScrollColumn
from diary.ui.widgets.tab_order import chain_before

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent

    from diary.domain.care import Profile
    from diary.ui import facts
    from diary.ui.theme import Theme
    from diary.ui.today.draft import Draft
    from diary.ui.today.extras_card import ExtrasCard
    from diary.ui.today.problems import Problem
    from diary.ui.today.sign_section import SignSection
    from diary.ui.today.symptom_section import SymptomSection

DAY_WIDTH = 1180  # at 100 %: the body map beside the cards
NOT_SAVED = mark("Not saved yet.")


class DayForm(QWidget):
    """Header, questions, what was noticed, and the bar with Save.

    Args:
        theme: colours and icons.
        parent: the owner.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.dress(self)
        self._shown_on = dt.date.min
        self._profile: Profile | None = None
        self.column = ScrollColumn(theme, DAY_WIDTH, self)
        self.header = DayHeader(theme, self.column)
        self.banner = Banner(theme, parent=self.column)
        self.unsaved = DraftOffer(theme, self.column)
        self.deletion = DayDeletion(theme, self.column)
        self.pain = PainSection(theme, self.column)
        self.lower_half = LowerHalf(theme, self.deletion.button, self.column)
        self.results = Results(theme, self.deletion.button, self.column)
        self.bar = SaveBar(theme, self)
        for widget in (
            self.header,
            self.banner,
            self.unsaved,
            self.deletion.banner,
            self.pain,
            self.lower_half,
            self.results,
        ):
            self.column.body.addWidget(widget)
        self.column.body.addWidget(self.deletion.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.body.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.column, 1)
        rows.addWidget(BottomBar(self.bar, theme, DAY_WIDTH, self))
        chain_before((self.deletion.button,), self.bar.button)
        self.pain.card_added.connect(self.column.bring_into_view)
        self.lower_half.call_shown.connect(self.column.bring_into_view)

    @property
    def signs(self) -> SignSection:
        """The question about signs."""
        return self.lower_half.signs

    @property
    def symptoms(self) -> SymptomSection:
        """The question about other symptoms."""
        return self.lower_half.symptoms

    @property
    def extras(self) -> ExtrasCard:
        """What may stay closed."""
        return self.lower_half.extras

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin with the first question; as a proxy it would keep Tab from the header."""
        super().focusInEvent(event)
        self.column.begin(self.pain.quick.nothing, event.reason())

    def said(self, draft: Draft) -> Draft:
        """Return the draft with what the form holds now."""
        return dataclasses.replace(
            draft,
            pain=self.pain.state(),
            sign=self.signs.state(),
            symptom=self.symptoms.state(),
            medicine=self.extras.medicines.state(),
            extras=self.extras.extras(),
            note=self.extras.note.text,
            usual=(
                *self.pain.usual_levels(self._shown_on),
                *self.signs.usual_levels(self._shown_on),
            ),
            long_standing={**self.pain.places.long_standing, **self.signs.long_standing},
        )

    def add_below(self, card: QWidget, stops: tuple[QWidget, ...]) -> None:
        """Show a card below the questions and what was noticed, for Tab too.

        Args:
            card: made just now.
            stops: what can have the focus in it, from the top down.
        """
        body = self.column.body
        body.insertWidget(body.indexOf(self.results) + 1, card)
        chain_before(stops, self.deletion.button)
        self.column.bring_into_view(card)

    def take_away(self, card: QWidget) -> None:
        """Remove a card that was added below; who was in it goes on with Save.

        Qt would go on with what comes next, and that deletes the day.
        """
        if card.isAncestorOf(self.focusWidget()):
            self.bar.button.setFocus(Qt.FocusReason.OtherFocusReason)
        card.hide()
        card.deleteLater()

    def set_profile(self, profile: Profile) -> None:
        """Take whom to call and what is usual for her."""
        self._profile = profile
        self.lower_half.set_contacts(profile.contacts)
        self.results.set_contacts(profile.contacts)

    def set_known(self, opened: facts.DiaryOpened, day: dt.date) -> None:
        """Offer what is usual for her and what she used lately."""
        profile = opened.profile
        known = {*opened.signs_ever, *(level.of for level in profile.usual)}
        self.pain.places.set_usual(usual_scores(profile, day))
        asked = frozenset(SIGNS) - known
        self.lower_half.set_usual(usual_signs(profile, day), asked, usual_symptoms(profile, day))
        self.lower_half.set_offered(opened.symptoms, opened.medicines)

    def show_draft(self, draft: Draft, today: dt.date, shown: Draft | None = None) -> None:
        """Show the answers of a draft without telling anybody.

        Args:
            draft: the draft.
            today: what today is; other days are asked about as such.
            shown: what is on the form already; a part that is alike is not touched, so that she
                can go on where she is.
        """
        self._shown_on = today
        words = TODAY if draft.day == today else EARLIER
        answers = {level.of: True for level in draft.usual} | draft.long_standing
        if shown is None or draft.pain != shown.pain:
            asked = DayAsked(draft.day, today)
            self.pain.show_state(draft.pain, asked, draft.usual, answers)
        self.lower_half.show_draft(draft, words, shown, answers)

    def tell_state(self, draft: Draft, today: dt.date, saved_at: dt.datetime | None) -> None:
        """Say which day this is, how it stands, and what is left open."""
        changed = draft.is_changed
        self.header.show_day(draft.day, today)
        self.header.show_status(draft.base, saved_at, is_changed=changed, is_loaded=draft.is_loaded)
        self.deletion.show_day(draft.day, is_recorded=draft.base is not None)
        words = translate(NOT_SAVED) if changed else ""
        if not changed and saved_at is not None:
            saved = saved_words(draft.day, saved_at, today)
            words = f"{sentence_case(saved)}."
        self.tell(words, draft)

    def tell(self, words: str, draft: Draft) -> None:
        """Say something in the bar, and what is left open."""
        self.bar.tell(words, left_open_sentence(draft, self._profile))

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Say beside each field what to mend, and go to the first of them."""
        self.extras.show_problems(problems[0])

    def tell_problem(self, message: str) -> None:
        """Say that something about this day did not work."""
        self.banner.tell(message, kind="problem")
        self.column.bring_into_view(self.banner)
