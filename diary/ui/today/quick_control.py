"""Has the three large buttons answer the form of a day, and take it back without a loss."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from diary.ui.today.quick import (
    nothing_at_all,
    only_no_pain,
    same_as,
    says_nothing_at_all,
    says_the_same,
    still_copied,
    taken_back,
    without_copy,
    without_nothing,
)

if TYPE_CHECKING:
    from diary.domain.care import Profile
    from diary.domain.copying import Copied
    from diary.domain.entry import DayEntry
    from diary.ui.today.draft import Draft
    from diary.ui.today.quick_answers import QuickAnswers
    from diary.ui.today.words import DayAsked


class QuickControl(QObject):
    """Stands between the buttons and the page that holds the draft.

    Args:
        buttons: the buttons.
        draft: the form as it stands.
        asked: which day is asked about.
        parent: the owner.
    """

    answered = Signal(object)  # the draft as a button leaves it

    def __init__(
        self, buttons: QuickAnswers, draft: Draft, asked: DayAsked, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._buttons = buttons
        self._draft, self._asked = draft, asked
        # The form as it was when a button was pressed, and which one; the last press last.
        self._before: list[tuple[str, Draft]] = []
        self._source: Copied | None = None
        self._profile: Profile | None = None
        buttons.offer_nothing_yet(asked)
        buttons.nothing_chosen.connect(self._on_nothing)
        buttons.only_no_pain_chosen.connect(self._on_only_no_pain)
        buttons.same_chosen.connect(self._on_same)

    def show_draft(self, draft: Draft, asked: DayAsked) -> None:
        """Show which of the buttons the form says now."""
        if draft.day != self._draft.day:
            self._before, self._source = [], None
            self._buttons.offer_nothing_yet(asked)
        self._draft, self._asked = draft, asked
        source = self._source
        self._buttons.show_said(
            nothing=says_nothing_at_all(draft),
            no_pain=draft.pain.no_pain,
            same=source is not None and says_the_same(draft, source),
        )

    def set_profile(self, profile: Profile) -> None:
        """Take what is usual for her."""
        self._profile = profile
        if self._source is not None:
            self._offer()

    def set_previous(self, previous: DayEntry | None) -> None:
        """Take the last recorded day before the one shown; None if there is none."""
        if previous is not None:
            from diary.domain.copying import copied  # noqa: PLC0415  brings pydantic

            self._source = copied(previous)
        else:
            self._source = None
        self._offer()

    def checked(self, draft: Draft) -> Draft:
        """Return the form without the mark of a copy once nothing of the copy is left on it."""
        return still_copied(draft, self._source)

    @Slot(bool)
    def _on_nothing(self, chosen: bool) -> None:
        if chosen:
            self._press("nothing", nothing_at_all(self._draft))
        else:
            self._take_back("nothing")

    @Slot()
    def _on_only_no_pain(self) -> None:
        self.answered.emit(only_no_pain(self._draft, self._source))

    @Slot(bool)
    def _on_same(self, chosen: bool) -> None:
        if not chosen:
            self._take_back("same")
        elif self._source is not None:
            self._press("same", same_as(self._draft, self._source))

    def _press(self, button: str, draft: Draft) -> None:
        self._before.append((button, self._draft))
        self.answered.emit(draft)

    def _take_back(self, button: str) -> None:
        """Show what was there before the press; nothing, if the day came with these answers."""
        if self._before and self._before[-1][0] == button:
            self.answered.emit(taken_back(self._draft, self._before.pop()[1]))
        elif button == "nothing":
            self.answered.emit(without_nothing(self._draft))
        elif self._source is not None:
            self.answered.emit(without_copy(self._draft, self._source))

    def _offer(self) -> None:
        self._buttons.offer_copy(self._source, self._profile, self._asked)
        self.show_draft(self._draft, self._asked)
