"""Three large buttons that answer the whole page: nothing at all, no pain, about the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from diary.i18n import mark, translate
from diary.ui.today.copy_words import copy_title, copy_words
from diary.ui.today.words import SIGNS_ARE
from diary.ui.widgets.large_button import LargeButton

if TYPE_CHECKING:
    from diary.domain.care import Profile
    from diary.domain.copying import Copied
    from diary.ui.theme import Theme
    from diary.ui.today.words import DayAsked

_NARROWEST = 640  # the width at 100 % at which three buttons stand side by side
_GAP = 12
_NOTHING = mark("No pain, none of the signs")
_NOTHING_MEANS = mark("{pain}: none. {signs} {list} None of these.")
_NO_PAIN_MEANS = mark("{pain}: none, anywhere. The signs are asked below.")
_NO_EARLIER = mark("There is no earlier day to take answers from.")
_NOTHING_TO_COPY = mark("That day has no answers about pain, signs or symptoms.")


class QuickAnswers(QWidget):
    """The three buttons; down is the one that says the most of what the page says.

    One at the most: two that are down look like two answers, and to take one back would take
    back both.

    Args:
        theme: colours and icons.
        parent: the owner.
    """

    nothing_chosen = Signal(bool)  # chosen or taken back, by the person
    no_pain_chosen = Signal(bool)
    only_no_pain_chosen = Signal()  # no more of what another of them says
    same_chosen = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_covered = False  # whether another one that is down says no pain too
        self.nothing = LargeButton(theme, self)
        self.no_pain = LargeButton(theme, self)
        self.same = LargeButton(theme, self)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_GAP)
        for button in self.tab_stops:
            self._row.addWidget(button, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.nothing.switched.connect(self.nothing_chosen)
        self.no_pain.switched.connect(self._on_no_pain)
        self.same.switched.connect(self.same_chosen)

    @property
    def tab_stops(self) -> tuple[LargeButton, ...]:
        """What can have the focus, in order."""
        return (self.nothing, self.no_pain, self.same)

    def ask(self, asked: DayAsked) -> None:
        """Name the day that is asked about."""
        words = asked.words
        pain = translate(words.pain)
        self.nothing.set_words(
            translate(_NOTHING),
            translate(_NOTHING_MEANS).format(
                pain=pain, signs=translate(words.signs), list=translate(SIGNS_ARE)
            ),
        )
        self.no_pain.set_words(
            translate(words.no_pain), translate(_NO_PAIN_MEANS).format(pain=pain)
        )

    def offer_nothing_yet(self, asked: DayAsked) -> None:
        """Wait until it is known what an earlier day says."""
        self.same.setEnabled(False)
        self.same.set_words(copy_title(None, asked), "")

    def offer_copy(self, source: Copied | None, profile: Profile | None, asked: DayAsked) -> None:
        """Offer what an earlier day says, all of it shown before it is accepted.

        Args:
            source: what would be taken over; None if there is no earlier day.
            profile: what is usual for her.
            asked: the day that is recorded.
        """
        self.same.setEnabled(source is not None and not source.is_empty)
        if source is None:
            words = translate(_NO_EARLIER)
        elif source.is_empty:
            words = translate(_NOTHING_TO_COPY)
        else:
            words = copy_words(source, profile, asked.day)
        self.same.set_words(copy_title(None if source is None else source.day, asked), words)

    def show_said(self, *, nothing: bool, no_pain: bool, same: bool) -> None:
        """Show which of them the page says, the one that says the most of it."""
        self.same.setChecked(same)
        self.nothing.setChecked(nothing and not same)
        self._is_covered = no_pain and (nothing or same)
        self.no_pain.setChecked(no_pain and not self._is_covered)

    @Slot(bool)
    def _on_no_pain(self, chosen: bool) -> None:
        if chosen and self._is_covered:
            self.only_no_pain_chosen.emit()
        else:
            self.no_pain_chosen.emit(chosen)

    def event(self, event: QEvent) -> bool:
        """Let the buttons stand side by side where there is room."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._stand()
        return super().event(event)

    def _stand(self) -> None:
        beside = self.width() >= self._theme.px(_NARROWEST)
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._row.direction() != direction:
            self._row.setDirection(direction)
