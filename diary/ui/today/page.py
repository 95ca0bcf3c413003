"""The Today page: one day's questions, Save, and what was noticed because of it.

The page paints unanswered questions at once; when the diary opens, the answers it holds are
filled in around whatever was touched meanwhile. Drafts are kept for each day until saved.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut

from diary.i18n import mark, translate
from diary.ui.today.begun_days import BegunDays, filled
from diary.ui.today.day_header import ONE_DAY
from diary.ui.today.draft import Draft, entry_of, saved
from diary.ui.today.form import NOT_SAVED, DayForm
from diary.ui.today.problems import problems_of
from diary.ui.today.quick_control import QuickControl
from diary.ui.today.words import DayAsked
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
        self._begun = BegunDays(bridge)
        self._saved_at: dict[dt.date, dt.datetime] = {}
        self._places: tuple[str, ...] | None = None
        self._opened: facts.DiaryOpened | None = None
        self._wanted: set[dt.date] = set()  # days to save once they are loaded
        self._deleted: Draft | None = None  # the form of the day as it was deleted
        self._open_problem: str | None = None
        self._follows_others = False  # she changed what she follows
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_AT_CLOCK_MS)
        self._timer.start()
        asked = DayAsked(self._today, self._today)
        self._quick = QuickControl(self.pain.quick, self._draft, asked, self)
        self._wire()
        self.pain.chip_row.wait()
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
        self._begun.keep(self._draft)
        self.unsaved.leave_out(day)
        self.results.clear()
        if self._open_problem is None:
            self.banner.hide()
        if self._places is not None:
            self.pain.set_followed(self._places)
        if self._opened is not None:
            self.set_known(self._opened, day)
        self.pain.places.set_known(None)  # until this day is loaded
        self._show(self._begun.take(day))
        self.column.to_top()
        self._load(day)

    @Slot()
    def save(self) -> None:
        """Save the day as it stands, once it is known what the file holds for it."""
        if not self.is_loaded:
            self._load_and_save(self._draft)
        elif problems := problems_of(self._draft):
            self.show_problems(problems)
            self.tell(problems[0].words, self._draft)
        elif self._draft.is_blank:
            self.tell(translate(_NOTHING_TO_SAVE), self._draft)
        else:
            self._bridge.save(entry_of(self._draft), self._draft.usual)

    def unsaved_days(self) -> tuple[dt.date, ...]:
        """Return the days with answers that are not in the file."""
        return tuple(sorted({one.day for one in (*self._begun, self._draft) if one.is_changed}))

    def keep_again(self) -> None:
        """Try once more to keep what is not in the file yet."""
        if self._open_problem is not None:
            self._bridge.open_diary()
            return
        for draft in (*self._begun, self._draft):
            if draft.is_loaded:
                self._begun.keep_in_file(draft)
            else:
                self._load(draft.day)

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
        self.set_profile(fact.profile)
        self._quick.set_profile(fact.profile)
        is_first, self._places = self._places is None, fact.places
        self._opened = fact
        self._open_problem = None
        if self._follows_others and self.pain.is_untouched:
            self.pain.set_followed(fact.places)
        self._follows_others = False
        if is_first:
            # Later the row waits for another day: buttons must not move while she uses them.
            self.pain.set_followed(fact.places)
            self.set_known(fact, self.day)
            self.unsaved.offer(day for day in fact.drafts if day != self.day)
            for draft in (self._draft, *self._begun):
                self._load(draft.day)

    @Slot(object)
    def _on_day_loaded(self, fact: facts.DayLoaded) -> None:
        is_wanted = fact.day in self._wanted
        self._wanted.discard(fact.day)
        self._saved_at.pop(fact.day, None)  # another program may have taken the day away
        if fact.saved_at is not None:
            self._saved_at[fact.day] = fact.saved_at
        if fact.day == self.day:
            self.pain.places.set_known(fact.known)
            self._show(filled(self._draft, fact), shown=self._draft)
            self._quick.set_previous(fact.previous)
            self._begun.keep_loaded(self._draft, fact)
            if is_wanted:
                self.save()
        elif fact.day in self._begun:
            kept = filled(self._begun.take(fact.day), fact)
            self._begun.keep(kept)
            self._begun.keep_loaded(kept, fact)
            if is_wanted and kept.is_changed and not problems_of(kept):
                self._bridge.save(entry_of(kept), kept.usual)

    @Slot(object)
    def _on_saved(self, fact: facts.DaySaved) -> None:
        self._saved_at[fact.day] = fact.saved_at
        if fact.day == self.day:
            self._draft = saved(self._draft, fact.entry, fact.usual)
            self.signs.usual_kept(fact.usual)
            self.pain.places.usual_kept({level.of: level.level for level in fact.usual})
            self._begun.keep_in_file(self._draft)
            self.banner.hide()
            self.results.clear()
            self._refresh()
            announce(self.bar, self.bar.words.text())
        elif fact.day in self._begun:
            kept = saved(self._begun.take(fact.day), fact.entry, fact.usual)
            self._begun.keep(kept)
            self._begun.keep_in_file(kept)

    @Slot(object)
    def _on_delete_requested(self, day: dt.date) -> None:
        self._bridge.drafts.let_go(day)  # or it would be written after the day is gone
        self._bridge.archive.delete(day)

    @Slot(object)
    def _on_deleted(self, day: dt.date) -> None:
        """Show the day empty; what was not saved in it comes back with an undo."""
        self._begun.take(day)
        self._saved_at.pop(day, None)
        if day == self.day:
            self._deleted = self._draft
            self.results.clear()
            self._show(Draft(day, is_loaded=True))
            self.deletion.tell_deleted()
            self.column.bring_into_view(self.deletion.banner)

    @Slot(object)
    def _on_put_back(self, day: dt.date) -> None:
        deleted, self._deleted = self._deleted, None
        if day == self.day:
            if deleted is not None and deleted.day == day and not self._draft.is_changed:
                self._show(deleted)
            self._load(day)

    @Slot(object)
    def _on_entries_changed(self, days: tuple[dt.date, ...]) -> None:
        """Look again what an earlier day says: it is offered as about the same.

        Without any day named, any may be different.
        """
        if not days or any(day != self.day for day in days):
            self._load(self.day)

    @Slot()
    def _on_care_kept(self) -> None:
        self._follows_others = True

    @Slot(object)
    def _on_undiscarded(self, fact: facts.DraftDiscarded) -> None:
        self._bridge.drafts.keep(fact.day, lambda: fact.body)

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
            self.pain.chip_row.end_waiting()
            if self._wanted:
                self._tell_open_problem(message)
        elif fact.what in ("save", "day"):
            self.tell_problem(message)
        if fact.what in ("save", "archive") and self._draft.is_changed:
            self._begun.keep_in_file(self._draft)  # the request that failed had taken its place
        if fact.what == "save":
            # The banner may be far above where she writes.
            self.tell(message, self._draft)

    @Slot(str)
    def _on_sign_chosen(self, sign: str) -> None:
        self._bridge.find_call_card((sign,))

    @Slot()
    def _on_changed(self) -> None:
        self._draft = self._quick.checked(self.said(self._draft))
        self._begun.keep_in_file(self._draft)
        self._refresh()
        self.draft_changed.emit()

    @Slot(object)
    def _on_quick(self, draft: Draft) -> None:
        """Show what one of the large buttons answers, or takes back."""
        self._show(draft, shown=self._draft)
        self._on_changed()

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
        draft, today = self._draft, self._bridge.clock.today()
        self.tell_state(draft, today, self._saved_at.get(draft.day))
        self._quick.show_draft(draft, DayAsked(draft.day, today))

    def _wire(self) -> None:
        self._timer.timeout.connect(self._on_clock)
        self.header.day_requested.connect(self.show_day)
        for part in (self.pain, self.lower_half):
            part.changed.connect(self._on_changed)
        self._quick.answered.connect(self._on_quick)
        self.lower_half.sign_chosen.connect(self._on_sign_chosen)
        self.results.noticed_requested.connect(self.noticed_requested)
        self.bar.save_requested.connect(self.save)
        self._bridge.rescue.done.connect(self.keep_again)
        self._bridge.opened.connect(self._on_opened)
        self._bridge.day_loaded.connect(self._on_day_loaded)
        self._bridge.day_loaded.connect(self.lower_half.complete_soon)
        # She does not wait for the drawing: the day is there first.
        self.lower_half.completed.connect(self.pain.allow_map)
        self._bridge.saved.connect(self._on_saved)
        self._bridge.entries_changed.connect(self._on_entries_changed)
        self._bridge.care.kept.connect(self._on_care_kept)
        self._wire_keeping()
        self._bridge.alerts_changed.connect(self._on_alerts_changed)
        self._bridge.call_card_found.connect(self._on_call_card_found)
        self._bridge.failed.connect(self._on_failed)
        self._bridge.failed.connect(self.lower_half.complete_soon)
        for keys, slot in (
            ("Ctrl+Return", self.save),
            ("Ctrl+Enter", self.save),
            ("Alt+Left", self._on_before),
            ("Alt+Right", self._on_after),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    def _wire_keeping(self) -> None:
        drafts, archive = self._bridge.drafts, self._bridge.archive
        self.unsaved.day_requested.connect(self.show_day)
        self.unsaved.discard_requested.connect(drafts.discard)
        self.unsaved.undo_requested.connect(self._on_undiscarded)
        drafts.discarded.connect(self.unsaved.tell_discarded)
        self.deletion.delete_requested.connect(self._on_delete_requested)
        self.deletion.undo_requested.connect(archive.take_out)
        archive.deleted.connect(self._on_deleted)
        archive.put_back.connect(self._on_put_back)
