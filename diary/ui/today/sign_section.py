"""The question about nerve and cord signs: none, the usual, some, not said; no default."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.domain.signs import SIGNS, SignGroup
from diary.i18n import mark, translate
from diary.ui.today.call_note import CallNote
from diary.ui.today.draft import SignAnswer, SignState
from diary.ui.today.sign_row import SignRow
from diary.ui.today.usual import usual_sentence
from diary.ui.today.words import SIGNS_ARE, TODAY, DayWords
from diary.ui.widgets.announce import announce
from diary.ui.widgets.card import Card
from diary.ui.widgets.choices import ChoiceRow
from diary.ui.widgets.tab_order import chain
from diary.ui.widgets.text import Hint, Question, SectionTitle, Words

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Hashable, Mapping

    from diary.domain.care import Contact, UsualLevel
    from diary.domain.entry import SignReport
    from diary.rules.book import CallCard
    from diary.ui.theme import Theme

_ANSWERS = (
    (SignAnswer.NONE, mark("None of these")),
    (SignAnswer.USUAL, mark("Only my usual ones")),
    (SignAnswer.SOME, mark("Yes, choose")),
    (SignAnswer.NOT_SAID, mark("Rather not say")),
)


class SignSection(Card):
    """The sign part of the page.

    Args:
        theme: tints the icons.
        parent: the owner.
    """

    changed = Signal()
    sign_chosen = Signal(str)  # ticked just now: does it call for a call?
    call_shown = Signal(object)  # the call card, to bring into view

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._theme = theme
        self._contacts: tuple[Contact, ...] = ()
        self._usual: tuple[SignReport, ...] = ()  # for her, on this day
        self._usual_chosen: tuple[SignReport, ...] = ()  # what "only my usual ones" stands for
        self._asks_usual: frozenset[str] = frozenset()
        self._kept: set[UsualLevel] = set()
        self._cards: dict[str, CallCard | None] = {}
        self._order: list[str] = []  # as the file has them
        self._ticked: list[str] = []  # the latest last
        self._untouched: set[str] = set()  # of those, what the day held when it was shown
        self.call_note: CallNote | None = None
        self.rows: dict[str, SignRow] = {}
        self._title = SectionTitle("", self)
        question = translate(TODAY.signs)
        answers = [(answer, translate(words)) for answer, words in _ANSWERS]
        self.answer_row = ChoiceRow(question, answers, theme, self)
        self.answer_row.chosen.connect(self._on_answered)
        self._usual_hint = Hint("", self)
        self._list = QWidget(self)
        self._list_column = QVBoxLayout(self._list)
        self._list_column.setContentsMargins(0, 0, 0, 0)
        self._list_column.setSpacing(2)
        self.body.addWidget(self._title)
        self.body.addWidget(Words(translate(SIGNS_ARE), self))
        self.body.addWidget(self.answer_row)
        self.body.addWidget(self._usual_hint)
        self.body.addWidget(self._list)
        self.show_state(SignState(), TODAY)

    def state(self) -> SignState:
        """Return what the section holds."""
        answer = self.answer_row.value
        if answer is SignAnswer.USUAL:
            return SignState(SignAnswer.USUAL, self._usual_chosen)
        return SignState(answer if isinstance(answer, SignAnswer) else None, self._reports())

    def usual_levels(self, today: dt.date) -> tuple[UsualLevel, ...]:
        """Return what she said is long-standing and known to her team."""
        if self.answer_row.value is not SignAnswer.SOME:
            return ()
        details = [one for row in self.rows.values() for one in row.details]
        levels = (one.usual_level(today) for one in details)
        return tuple(level for level in levels if level is not None and level not in self._kept)

    @property
    def long_standing(self) -> dict[str, bool]:
        """What she answered when asked whether a sign is long-standing, by sign."""
        answers = {sign: row.is_long_standing for sign, row in self.rows.items()}
        return {sign: answer for sign, answer in answers.items() if answer is not None}

    def usual_kept(self, levels: tuple[UsualLevel, ...]) -> None:
        """Take what is kept as usual now: it is not to be kept once more."""
        self._kept |= set(levels)

    def set_usual(self, usual: tuple[SignReport, ...], asked: frozenset[str]) -> None:
        """Take what is usual on this day, and the signs to ask about when they are ticked."""
        self._usual = usual
        self._asks_usual = asked
        for sign, row in self.rows.items():
            row.asks_usual = sign in asked
        self._show_usual()

    def show_state(
        self, state: SignState, words: DayWords, answers: Mapping[str, bool] | None = None
    ) -> None:
        """Show the answers of a day without telling anybody but who looks after calls.

        Args:
            state: the answers.
            words: how the questions name their time.
            answers: what she said when asked whether a sign is long-standing.
        """
        self._title.setText(translate(words.signs))
        self.setAccessibleName(translate(words.signs))
        self.answer_row.rename(translate(words.signs))
        self.answer_row.set_value(state.chosen)
        self._kept = set()
        is_usual = state.chosen is SignAnswer.USUAL
        self._usual_chosen = state.signs if is_usual else ()
        signs = () if is_usual else state.signs
        self._order = [report.sign for report in signs]
        self._ticked = list(dict.fromkeys(report.sign for report in signs))
        self._untouched = set(self._ticked)
        if self._ticked:
            self._build_rows()
        for sign, row in self.rows.items():
            row.set_reports(tuple(report for report in signs if report.sign == sign))
        for sign, answer in (answers or {}).items():
            for details in self.rows[sign].details[:1] if sign in self.rows else ():
                details.set_long_standing(answer=answer)
        self._show_list()
        self._show_usual()
        self._order_tabs()
        for sign in self._ticked:
            self.sign_chosen.emit(sign)
        self._place_call_note()

    def set_contacts(self, contacts: tuple[Contact, ...]) -> None:
        """Take the numbers to call."""
        self._contacts = contacts

    def set_call_card(self, sign: str, card: CallCard | None) -> None:
        """Take what the rules say about a sign by itself; None if it can wait for Save."""
        self._cards[sign] = card
        self._place_call_note()

    @Slot(object)
    def _on_answered(self, value: Hashable) -> None:
        self._usual_chosen = self._usual if value is SignAnswer.USUAL else ()
        self._show_list()
        self._show_usual()
        self._place_call_note()
        self.changed.emit()

    @Slot(str)
    def _on_sign_changed(self, sign: str) -> None:
        self._untouched.discard(sign)
        if not self.rows[sign].reports:
            self._ticked.remove(sign)
        elif sign not in self._ticked:
            self._ticked.append(sign)
            self.sign_chosen.emit(sign)
        self._order_tabs()
        self._place_call_note()
        self.changed.emit()

    def _reports(self) -> tuple[SignReport, ...]:
        """Return the reports: those of the file in its order, then as they were chosen."""
        left = {sign: list(self.rows[sign].reports) for sign in self._ticked}
        ordered = [left[sign].pop(0) for sign in self._order if left.get(sign)]
        return (*ordered, *(report for reports in left.values() for report in reports))

    def _show_list(self) -> None:
        wanted = self.answer_row.value is SignAnswer.SOME
        if wanted:
            self._build_rows()
        self._list.setVisible(wanted)

    def _show_usual(self) -> None:
        self.answer_row.set_offered(SignAnswer.USUAL, offered=bool(self._usual))
        words = usual_sentence(self._usual_chosen or self._usual)
        self._usual_hint.setText(words)
        self._usual_hint.setVisible(bool(words))
        self.answer_row.button_of(SignAnswer.USUAL).setAccessibleDescription(words)

    def _build_rows(self) -> None:
        if self.rows:
            return
        for group in SignGroup:
            signs = [sign.id for sign in SIGNS.offered() if sign.group is group]
            self._list_column.addSpacing(6)
            self._list_column.addWidget(Question(translate(group.label), self._list))
            for sign in signs:
                row = SignRow(sign, self._theme, self._list)
                row.asks_usual = sign in self._asks_usual
                row.changed.connect(self._on_sign_changed)
                self.rows[sign] = row
                self._list_column.addWidget(row)
        self._order_tabs()

    def _order_tabs(self) -> None:
        stops = [stop for row in self.rows.values() for stop in row.tab_stops]
        chain((*self.answer_row.tab_stops, *stops))

    def _calling_sign(self) -> str | None:
        if self.answer_row.value is not SignAnswer.SOME:
            return None
        for sign in reversed(self._ticked):
            if self._cards.get(sign) is not None and self.rows[sign].may_be_new:
                return sign
        return None

    def _place_call_note(self) -> None:
        sign = self._calling_sign()
        if self.call_note is not None:
            if sign is not None and self.call_note.parent() is self.rows[sign]:
                return
            self.call_note.hide()
            self.call_note.deleteLater()
            self.call_note = None
        card = None if sign is None else self._cards[sign]
        if sign is None or card is None:
            return
        self.call_note = CallNote(card, self._contacts, self.rows[sign])
        self.rows[sign].room.addWidget(self.call_note)
        self.call_note.show()  # now, not on the next turn: it is brought into view
        announce(self.call_note, self.call_note.accessibleName())
        if sign not in self._untouched:  # a day that is shown again begins at its head
            self.call_shown.emit(self.call_note)
