"""The one bridge between the window and the program: requests go in, facts come out.

Below it is plain Python. A request returns at once; its answer is a signal, on the UI thread.
Pages get the bridge in their constructor. Tests derive a fake from it and emit the signals.
"""

from __future__ import annotations

import functools
import sys
import weakref
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from diary.errors import DiaryError, FileProblem, RequestError
from diary.i18n import mark, translate
from diary.ui import facts
from diary.ui.desk import Desk
from diary.ui.requests.archive import ArchiveRequests
from diary.ui.requests.backups import BackupRequests
from diary.ui.requests.care import CareRequests
from diary.ui.requests.charts import ChartRequests
from diary.ui.requests.drafts import DraftRequests
from diary.ui.requests.protection import ProtectionRequests
from diary.ui.requests.reports import ReportRequests
from diary.ui.requests.rescue import RescueRequests
from diary.ui.requests.sheets import SheetRequests
from diary.ui.requests.whole import WholeRequests

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from pathlib import Path

    from diary.domain.care import UsualLevel
    from diary.domain.entry import DayEntry
    from diary.rules.model import Alert
    from diary.rules.questions import Question
    from diary.services.open import Services
    from diary.services.rescue import Rescue
    from diary.ui.clock import Clock
    from diary.ui.tasks import Tasks

T = TypeVar("T")
_WRITING = frozenset({"save", "care"})
UNEXPECTED = mark(
    "Something in the program did not work. What you saved is still there. "
    "A report was written on this computer; it holds nothing from your diary."
)


class Bridge(QObject):
    """Requests to the services, and the facts that answer them.

    Args:
        tasks: the worker.
        open_services: opens the diary, with a passphrase if one is typed; None where it needs one.
            Called on the worker.
        clock: tells today and now.
        parent: the owner.
        logs: the folder of the reports of what did not work.
        make_rescue: finds the ways out where the diary file does not open.

    Signals, each with one object of :mod:`diary.ui.facts` unless said otherwise:
        opened: the diary is open (``DiaryOpened``); told again after each save and on request.
        day_loaded: ``DayLoaded``. saved: ``DaySaved``.
        entries_changed: days changed (a tuple of dates).
        alerts_changed: ``AlertsNow``. history_loaded: every alert ever raised (``AlertReport``).
        stretch_loaded, glance_loaded, notes_found: ``StretchLoaded``, ``GlanceLoaded``,
        ``NotesFound``, for the calendar.
        call_card_found, days_loaded, rule_loaded: as named.
        finished: the diary is closed and backed up (what did not work: a text, or None).
        failed: ``Failed``.

    Attributes:
        care: what surrounds the days.
        drafts: the days that are not saved yet.
        archive: the bin and the earlier versions of days.
        backups: the copies of the diary.
        charts: the charts.
        sheets: the sheet for the doctor.
        whole: the settings, and the diary as a whole.
        protection: the passphrase.
        reports: the reports of what did not work.
        rescue: the ways out where the diary file does not open.
    """

    opened = Signal(object)
    day_loaded = Signal(object)
    saved = Signal(object)
    entries_changed = Signal(object)
    alerts_changed = Signal(object)
    history_loaded = Signal(object)
    call_card_found = Signal(object)
    days_loaded = Signal(object)
    stretch_loaded = Signal(object)
    glance_loaded = Signal(object)
    notes_found = Signal(object)
    rule_loaded = Signal(object)
    finished = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        tasks: Tasks,
        open_services: Callable[..., Services | None],
        clock: Clock,
        parent: QObject | None = None,
        logs: Path | None = None,
        *,
        make_rescue: Callable[[], Rescue] | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._desk = Desk(open_services, clock)
        self.clock = clock
        # Not a method of this object: its parts would keep it alive in a circle, and whoever
        # clears circles away may be the worker, where no timer of the window can be stopped.
        ask = functools.partial(_ask_of, weakref.ref(self))
        self.care = CareRequests(ask, self._desk, self)
        self.drafts = DraftRequests(ask, self._desk, clock, self)
        self.archive = ArchiveRequests(ask, self._desk, clock, self)
        self.care.kept.connect(self._on_care_kept)
        self.archive.changed.connect(self._on_archive_changed)
        self.failed.connect(self.drafts.on_failed)
        self.failed.connect(self.care.on_failed)
        write_all = functools.partial(_write_all, self.drafts, self.care)
        self.backups = BackupRequests(ask, self._desk, clock, write_all, self)
        self.backups.put_back.connect(self._on_put_back)
        self.charts = ChartRequests(ask, self._desk, self)
        self.sheets = SheetRequests(ask, self._desk, self)
        self.whole = WholeRequests(ask, self._desk, self)
        self.protection = ProtectionRequests(ask, self._desk, self)
        self.protection.code_told.connect(self.open_diary)
        self.protection.turned_off.connect(self.open_diary)
        self.protection.unlocked.connect(self.open_diary)
        self.failed.connect(self.protection.on_failed)
        self.reports = ReportRequests(ask, logs, self)
        self.rescue = RescueRequests(ask, self._desk, make_rescue, self)
        self.rescue.done.connect(self.open_diary)

    @property
    def busy(self) -> bool:
        """Whether a request is not answered yet."""
        return self._tasks.busy

    @Slot()
    def open_diary(self) -> None:
        """Open the diary, or tell again what an open one says; answers with ``opened``."""
        self._ask("open", self._desk.open, self._on_opened)

    def load_day(self, day: dt.date) -> None:
        """Ask for the answers of a day; answers with ``day_loaded``."""
        self.drafts.write_all()
        self.care.write_all()
        self._ask("day", functools.partial(self._desk.load_day, day), self.day_loaded.emit)

    def save(self, entry: DayEntry, usual: tuple[UsualLevel, ...] = ()) -> None:
        """Save a day, and with it what she said is long-standing and known to her team.

        Answers with ``saved`` and ``entries_changed``, then ``alerts_changed``.
        """
        self.drafts.let_go(entry.date)
        self._ask("save", functools.partial(self._desk.save, entry, usual), self._on_saved)

    def look_for_changes(self) -> None:
        """Look whether another program changed the diary; if so, tell all pages again.

        Answers with ``entries_changed`` without any day, ``opened`` and ``alerts_changed``.
        """
        self._ask("look", self._desk.look_for_changes, self._on_looked)

    def load_alerts(self) -> None:
        """Ask for the alerts that stand today; answers with ``alerts_changed``."""
        self._ask("alerts", functools.partial(self._desk.alerts, None), self.alerts_changed.emit)

    def load_history(self) -> None:
        """Ask for every alert ever raised; answers with ``history_loaded``."""
        self._ask("alerts", self._desk.history, self.history_loaded.emit)

    def act(
        self,
        alert: Alert,
        action: str,
        with_: str | None = None,
        note: str | None = None,
        on: dt.date | None = None,
    ) -> None:
        """Keep what she did about an alert; answers with ``alerts_changed``.

        Args:
            alert: the alert she acted on.
            action: an id of ``ALERT_ACTIONS``.
            with_: whom she spoke to.
            note: what was said.
            on: the day she did it; None: today.
        """
        job = functools.partial(
            self._desk.act, alert, action, on or self.clock.today(), with_, note
        )
        self._ask("act", job, self.alerts_changed.emit)

    def put_away(self, question: Question) -> None:
        """Keep that a question was asked; answers with ``alerts_changed``."""
        job = functools.partial(self._desk.put_away, question)
        self._ask("act", job, self.alerts_changed.emit)

    def find_call_card(self, signs: tuple[str, ...]) -> None:
        """Ask whether chosen signs call for a call at once; answers with ``call_card_found``."""
        self._ask(
            "alerts", functools.partial(self._desk.call_card, signs), self.call_card_found.emit
        )

    def load_days(self, start: dt.date, end: dt.date) -> None:
        """Ask for the recorded days of a month or so; answers with ``days_loaded``."""
        self._ask(
            "days", functools.partial(self._desk.load_days, start, end), self.days_loaded.emit
        )

    def load_stretch(self, start: dt.date, end: dt.date) -> None:
        """Ask for some days and all that lies on them; answers with ``stretch_loaded``."""
        job = functools.partial(self._desk.load_stretch, start, end)
        self._ask("days", job, self.stretch_loaded.emit)

    def load_glance(self, start: dt.date, end: dt.date) -> None:
        """Ask for the worst pain of each day; answers with ``glance_loaded``."""
        job = functools.partial(self._desk.load_glance, start, end)
        self._ask("glance", job, self.glance_loaded.emit)

    def search_notes(self, typed: str) -> None:
        """Ask for the days on which words were written; answers with ``notes_found``."""
        job = functools.partial(self._desk.search_notes, typed)
        self._ask("search", job, self.notes_found.emit)

    def load_rule(self, rule: str) -> None:
        """Ask for a rule of the rule book; answers with ``rule_loaded``."""
        self._ask("rule", functools.partial(self._desk.load_rule, rule), self.rule_loaded.emit)

    def finish(self) -> None:
        """Finish what was asked for, back the diary up and let it go; answers with ``finished``.

        Where it does not work, it is ``failed`` with ``close``; the diary is let go all the same.
        """
        _write_all(self.drafts, self.care)
        self._ask("close", self._desk.finish, self.finished.emit)

    def close(self) -> None:
        """Finish what was asked for and close the diary."""
        _write_all(self.drafts, self.care)
        self._ask("close", self._desk.close, self._on_closed)
        self._tasks.close()

    def _ask(self, what: str, job: Callable[[], T], done: Callable[[T], Any]) -> None:
        # Logged on the worker: once the window closes, nobody hears of an outcome.
        logged = functools.partial(_logged, job)
        self._tasks.run(logged, done, functools.partial(self._tell_failure, what))

    def _on_opened(self, fact: facts.DiaryOpened | None) -> None:
        if fact is None:
            self.protection.locked.emit()
        else:
            self.opened.emit(fact)

    def _on_closed(self, _nothing: None) -> None:
        """Nobody waits for this."""

    def _on_saved(self, fact: facts.DaySaved) -> None:
        job = functools.partial(self._desk.alerts, fact.day)
        # Asked before the pages hear of it, show it and ask for their days: she waits for this.
        self._ask("alerts", job, self.alerts_changed.emit)
        self.saved.emit(fact)
        if fact.days_changed:
            self.entries_changed.emit(fact.days_changed)
        self._ask("open", self._desk.open, self._on_opened)

    def _on_looked(self, is_changed: bool) -> None:
        if is_changed:
            self.entries_changed.emit(())
            self.open_diary()
            self.care.load()
            self.load_alerts()

    @Slot(object)
    def _on_put_back(self, _fact: object) -> None:
        """Tell all pages again: nothing is as it was."""
        self._on_looked(is_changed=True)

    @Slot()
    def _on_care_kept(self) -> None:
        """Tell all pages again: usual levels and treatments change what the rules see."""
        self.open_diary()
        self.load_alerts()

    @Slot(object)
    def _on_archive_changed(self, day: dt.date) -> None:
        """Tell all pages again, as after a save."""
        self.entries_changed.emit((day,))
        self.load_alerts()
        self.open_diary()

    def _tell_failure(self, what: str, error: Exception) -> None:
        if isinstance(error, DiaryError):
            problems = error.problems if isinstance(error, RequestError) else ()
            of_content = isinstance(error, FileProblem) and error.is_of_content
            told = facts.Failed(
                what=what,
                message=error.user_message,
                problems=problems,
                is_of_content=of_content,
            )
            self.failed.emit(told)
            if what in _WRITING:
                self.look_for_changes()  # that may be why
            return
        self.failed.emit(facts.Failed(what=what, message=translate(UNEXPECTED)))
        sys.excepthook(type(error), error, error.__traceback__)


def _ask_of(
    to_bridge: weakref.ref[Bridge], what: str, job: Callable[[], T], done: Callable[[T], Any]
) -> None:
    bridge = to_bridge()
    if bridge is not None:
        bridge._ask(what, job, done)  # noqa: SLF001  the bridge's own parts ask


def _write_all(drafts: DraftRequests, care: CareRequests) -> None:
    drafts.write_all()
    care.write_all()


def _logged(job: Callable[[], T]) -> T:
    try:
        return job()
    except Exception as error:
        import logging  # noqa: PLC0415  seldom needed, and never early

        from diary.logs import line  # noqa: PLC0415  seldom needed, and never early

        log = logging.getLogger(__name__)
        log.error(line("request failed"), exc_info=error)  # noqa: TRY400  as given
        raise
