"""The Today page: one day's questions, Save, and what was noticed because of it.

The page paints unanswered questions at once; when the diary opens, the answers it holds are
filled in around whatever was touched meanwhile. Drafts are kept for each day until saved.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut

from diary.i18n import mark, translate
from diary.ui.today.day_header import ONE_DAY
from diary.ui.today.draft import Draft, entry_of, rebased, saved
from diary.ui.today.form import NOT_SAVED, DayForm
from diary.ui.today.missing import left_open_sentence
from diary.ui.today.problems import problems_of
from diary.ui.widgets.announce import announce

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtWidgets import QWidget

    from diary.ui import facts
    from diary.ui.bridge import Bridge
    from diary.ui.theme import Theme

LOOK_AT_CLOCK_MS = 30_000
_NOTHING_TO_SAVE = mark("Nothing is answered yet, so there is nothing to save.")


class TodayPage(DayForm):
    """One day of the diary.

    Args:
        bridge: the way to the program.
        theme: colours and icons.
        parent: the owner.
    """

    noticed_requested = Signal()  # she wants to see everything that was noticed
    draft_changed = Signal()

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._bridge = bridge
        self._today = bridge.clock.today()
        self._draft = Draft(self._today)
        self._drafts: dict[dt.date, Draft] = {}
        self._saved_at: dict[dt.date, dt.datetime] = {}
        self._places: tuple[str, ...] | None = None
        self._wanted: set[dt.date] = set()  # days to save once they are loaded
        self._open_problem: str | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_AT_CLOCK_MS)
        self._timer.start()
        self._wire()
        self._show(self._draft)

    @property
    def day(self) -> dt.date:
        """The day shown."""
        return self._draft.day

    @property
    def draft(self) -> Draft:
        """What the form holds."""
        return self._draft

    @property
    def is_loaded(self) -> bool:
        """Whether the answers in the file are filled in."""
        return self._draft.is_loaded

    @Slot(object)
    def show_day(self, day: dt.date) -> None:
        """Show another day; days to come are not shown."""
        if day > self._bridge.clock.today():
            return
        self._keep(self._draft)
        self.results.clear()
        if self._open_problem is None:
            self.banner.hide()
        if self._places is not None:
            self.pain.set_followed(self._places)
        self._show(self._drafts.pop(day, Draft(day)))
        self.column.to_top()
        self._load(day)

    @Slot()
    def save(self) -> None:
        """Save the day as it stands, once it is known what the file holds for it."""
        if not self.is_loaded:
            self._load_and_save(self._draft)
        elif problems := problems_of(self._draft):
            self.show_problems(problems)
            self.bar.tell(problems[0].words, left_open_sentence(self._draft))
        elif self._draft.is_blank:
            self.bar.tell(translate(_NOTHING_TO_SAVE), left_open_sentence(self._draft))
        else:
            self._bridge.save(entry_of(self._draft), self._draft.usual)

    def unsaved_days(self) -> tuple[dt.date, ...]:
        """Return the days with answers that are not in the file."""
        kept = {**self._drafts, self.day: self._draft}
        return tuple(sorted(day for day, draft in kept.items() if draft.is_changed))

    def save_all(self) -> None:
        """Save every day with answers that are not in the file."""
        for draft in self._drafts.values():
            if draft.is_loaded:
                self._bridge.save(entry_of(draft), draft.usual)
            else:
                self._load_and_save(draft)
        if self._draft.is_changed:
            self.save()

    @Slot()
    def _on_clock(self) -> None:
        """Go on to the new day after midnight, unless she is in the middle of the old one."""
        today = self._bridge.clock.today()
        if today == self._today:
            return
        was_today, self._today = self.day == self._today, today
        if was_today and not self._draft.is_changed:
            self.show_day(today)
        else:
            self._refresh()

    @Slot(object)
    def _on_opened(self, fact: facts.DiaryOpened) -> None:
        self.signs.set_contacts(fact.profile.contacts)
        self.results.set_contacts(fact.profile.contacts)
        is_first, self._places = self._places is None, fact.places
        self._open_problem = None
        if is_first:
            # Later the row waits for another day: buttons must not move while she uses them.
            self.pain.set_followed(fact.places)
            for day in (self.day, *self._drafts):
                self._load(day)

    @Slot(object)
    def _on_day_loaded(self, fact: facts.DayLoaded) -> None:
        is_wanted = fact.day in self._wanted
        self._wanted.discard(fact.day)
        if fact.day == self.day:
            self._show(rebased(self._draft, fact.entry), shown=self._draft)
            if is_wanted:
                self.save()
        elif fact.day in self._drafts:
            kept = rebased(self._drafts.pop(fact.day), fact.entry)
            self._keep(kept)
            if is_wanted and kept.is_changed:
                self._bridge.save(entry_of(kept), kept.usual)

    @Slot(object)
    def _on_saved(self, fact: facts.DaySaved) -> None:
        self._saved_at[fact.day] = fact.saved_at
        if fact.day == self.day:
            self._draft = saved(self._draft, fact.entry, fact.usual)
            self.banner.hide()
            self.results.clear()
            self._refresh()
            announce(self.bar, self.bar.words.text())
        elif fact.day in self._drafts:
            kept = self._drafts.pop(fact.day)
            self._keep(saved(kept, fact.entry, fact.usual))

    @Slot(object)
    def _on_alerts_changed(self, fact: facts.AlertsNow) -> None:
        if fact.saved_day != self.day:
            return
        has_fault = bool(fact.standing.failures)
        self.results.show_alerts(fact.speaking, has_fault=has_fault)
        if has_fault:
            announce(self.results.fault, self.results.fault.text())
        if fact.speaking:
            self.column.bring_into_view(self.results)
            for card in self.results.cards:
                announce(card, card.accessibleName())

    @Slot(object)
    def _on_call_card_found(self, fact: facts.CallCardFound) -> None:
        for sign in fact.signs:
            self.signs.set_call_card(sign, fact.card)

    @Slot(object)
    def _on_failed(self, fact: facts.Failed) -> None:
        message = " ".join((fact.message, *fact.problems))
        if fact.what == "open":
            self._open_problem = message
            if self._wanted:
                self._tell_open_problem(message)
        elif fact.what in ("save", "day"):
            self.tell_problem(message)
        if fact.what == "save":
            # The banner may be far above where she writes.
            self.bar.tell(message, left_open_sentence(self._draft))

    @Slot(str)
    def _on_sign_chosen(self, sign: str) -> None:
        self._bridge.find_call_card((sign,))

    @Slot()
    def _on_changed(self) -> None:
        self._draft = self.said(self._draft)
        self._refresh()
        self.draft_changed.emit()

    @Slot()
    def _on_before(self) -> None:
        self.show_day(self.day - ONE_DAY)

    @Slot()
    def _on_after(self) -> None:
        self.show_day(self.day + ONE_DAY)

    def _show(self, draft: Draft, shown: Draft | None = None) -> None:
        self._draft = draft
        self.show_draft(draft, self._bridge.clock.today(), shown)
        self._refresh()

    def _keep(self, draft: Draft) -> None:
        if draft.is_changed:
            self._drafts[draft.day] = draft

    def _load(self, day: dt.date) -> None:
        if self._places is not None:
            self._bridge.load_day(day)  # otherwise it is asked for as the diary opens

    def _load_and_save(self, draft: Draft) -> None:
        """Save a day only over what the file holds: saved blindly it would wipe that."""
        self._wanted.add(draft.day)
        if self._open_problem is None:
            self._load(draft.day)
            return
        self._tell_open_problem(self._open_problem)
        self._bridge.open_diary()

    def _tell_open_problem(self, message: str) -> None:
        self.tell_problem(f"{translate(NOT_SAVED)} {message}")

    def _refresh(self) -> None:
        draft = self._draft
        self.tell_state(draft, self._bridge.clock.today(), self._saved_at.get(draft.day))

    def _wire(self) -> None:
        self._timer.timeout.connect(self._on_clock)
        self.header.day_requested.connect(self.show_day)
        for section in (self.pain, self.signs, self.note):
            section.changed.connect(self._on_changed)
        self.signs.sign_chosen.connect(self._on_sign_chosen)
        self.results.noticed_requested.connect(self.noticed_requested)
        self.bar.save_requested.connect(self.save)
        self._bridge.opened.connect(self._on_opened)
        self._bridge.day_loaded.connect(self._on_day_loaded)
        self._bridge.saved.connect(self._on_saved)
        self._bridge.alerts_changed.connect(self._on_alerts_changed)
        self._bridge.call_card_found.connect(self._on_call_card_found)
        self._bridge.failed.connect(self._on_failed)
        for keys, slot in (
            ("Ctrl+Return", self.save),
            ("Ctrl+Enter", self.save),
            ("Alt+Left", self._on_before),
            ("Alt+Right", self._on_after),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)
