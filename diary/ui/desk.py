"""What the worker does for the bridge: plain calls of the services, each returning a fact.

No Qt. Everything here runs on the worker thread, one call after another.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from diary.errors import FileProblem, RequestError
from diary.i18n import mark, translate
from diary.ui import facts
from diary.ui.tries import Tries

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from pathlib import Path
    from typing import TypeAlias

    from diary.domain.care import Profile, UsualLevel
    from diary.domain.entry import DayEntry
    from diary.rules.model import Alert, AlertReport
    from diary.rules.questions import Question
    from diary.services.care import CareNow, Part
    from diary.services.open import Services
    from diary.services.transfer import Format
    from diary.settings import Settings
    from diary.ui.clock import Clock

    Progress: TypeAlias = Callable[[int, int], object]

_NOT_OPEN = mark("The diary is not open yet.")
_BESIDE = mark(
    "Another program changed this diary just now, so nothing was saved. "
    "Look at your answers once more, and save them again."
)


class Desk:
    """The services of the open diary, asked in the words of the window.

    Args:
        open_services: opens the diary, with a passphrase if one is typed; None where it needs one.
        clock: tells today and now.
    """

    def __init__(self, open_services: Callable[..., Services | None], clock: Clock) -> None:
        self._open_services = open_services
        self._clock = clock
        self._opened: Services | None = None
        self.tries = Tries()

    @property
    def services(self) -> Services:
        """The services.

        Raises:
            RequestError: the diary is not open.
        """
        if self._opened is None:
            raise RequestError(translate(_NOT_OPEN))
        return self._opened

    def open(self) -> facts.DiaryOpened | None:
        """Open the diary if it is not, and say what it holds; None where it is locked."""
        if self._opened is None:
            self._opened = self._open_services()
            if self._opened is None:
                return None
        journal = self._opened.journal
        first_day, drafts = journal.first_day(), self._opened.drafts.days()
        settings = self._opened.settings()
        is_untouched = first_day is None and not drafts
        return facts.DiaryOpened(
            first_day=first_day,
            last_day=journal.last_day(),
            places=journal.followed_places(),
            profile=journal.profile(),
            events=journal.events(),
            symptoms=journal.followed_symptoms(),
            medicines=journal.followed_medicines(),
            signs_ever=journal.signs_ever(),
            drafts=drafts,
            is_judging=settings.alerts_on,
            paper=settings.paper,
            report_language=settings.report_language,
            is_first_run=is_untouched and not self._opened.care.is_first_run_done(),
            is_protected=self._opened.is_protected,
            lock_after=settings.minutes_to_lock if self._opened.is_protected else None,
            offers_passphrase=self._opened.offering.is_due(self._clock.today()),
        )

    def empty_bin(self) -> None:
        """Let go of the days that were in the bin long enough; where that fails, another day."""
        with suppress(FileProblem):
            self.services.archive.empty(self._clock.now())

    def unlock(self, typed: str) -> facts.UnlockRefused | None:
        """Open a locked diary with what she typed; None where that opened it."""
        if self._opened is None:
            try:
                self.tries.check()
            except RequestError as error:
                wait = self.tries.seconds_left
                return facts.UnlockRefused(message=error.user_message, wait=wait)
            try:
                self._opened = self._open_services(typed)
            except RequestError as error:
                wait = self.tries.count_wrong()
                return facts.UnlockRefused(message=_to_mend(error), wait=wait)
            self.tries.forget()
        return None

    def turn_on(self, passphrase: str, progress: Progress) -> facts.CodeTold:
        """Protect the diary and its backups."""
        done = self.services.protection.turn_on(passphrase, self._clock.now(), progress)
        return facts.CodeTold(code=done.code, is_new=True, missed=done.missed)

    def change(self, present: str, new: str, progress: Progress) -> facts.CodeTold:
        """Change the passphrase of the diary and its backups."""
        self._check_passphrase(present)
        done = self.services.protection.change(present, new, self._clock.now(), progress)
        return facts.CodeTold(code=done.code, is_new=True, is_another=True, missed=done.missed)

    def turn_off(self, passphrase: str, progress: Progress) -> tuple[Path, ...]:
        """Take the passphrase off; return the backups that keep it."""
        self._check_passphrase(passphrase)
        return self.services.protection.turn_off(passphrase, self._clock.now(), progress)

    def code(self, passphrase: str) -> facts.CodeTold:
        """Return the recovery code once more."""
        self._check_passphrase(passphrase)
        return facts.CodeTold(code=self.services.protection.code(passphrase), is_new=False)

    def keep_code(self, out: Path, content: bytes) -> Path:
        """Write the page with the recovery code into a file."""
        from diary.services.outputs import write_output  # noqa: PLC0415  seldom

        write_output(out, content, self.services.paths.diary)
        return out

    def keep_offered(self) -> None:
        """Keep that she was asked whether she wants a passphrase."""
        self.services.offering.keep(self._clock.today())

    def look_for_changes(self) -> bool:
        """Return whether another program changed the diary since the last look."""
        return self._opened is not None and self._opened.look_for_changes()

    def today(self) -> dt.date:
        """Return the present day."""
        return self._clock.today()

    def close(self) -> None:
        """Let the diary go."""
        if self._opened is not None:
            self._opened.close()
            self._opened = None

    def give_up(self) -> dt.datetime:
        """Let a diary go that turned out to be damaged, and return the present moment."""
        if self._opened is not None:
            self._opened.give_up()
            self._opened = None
        return self._clock.now()

    def finish(self) -> str | None:
        """Back the diary up where it changed and let it go; return what did not work."""
        if self._opened is None:
            return None
        opened, self._opened = self._opened, None
        try:
            return opened.closing_backup.keep(self._clock.now()).told
        finally:
            opened.close()

    def rest(self) -> None:
        """Let go of what is kept in memory for the next sheet, if a diary is open."""
        if self._opened is not None:
            self._opened.rest()

    def load_day(self, day: dt.date) -> facts.DayLoaded:
        """Return the answers of a day, and what the days around it say."""
        journal = self.services.journal
        entry = journal.day(day)
        return facts.DayLoaded(
            day=day,
            entry=entry,
            saved_at=None if entry is None else journal.saved_at(entry),
            previous=journal.previous(day),
            known=journal.names_besides(day),
            draft=self.services.drafts.body(day),
        )

    def save(self, entry: DayEntry, usual: tuple[UsualLevel, ...] = ()) -> facts.DaySaved:
        """Keep a day, and with it what she said is usual for her."""
        self._check_nobody_changed_it()
        journal = self.services.journal
        changed = journal.save(entry, self._clock.now(), self._clock.today(), usual)
        kept = journal.day(entry.date)
        return facts.DaySaved(
            day=entry.date,
            entry=entry if kept is None else kept,
            saved_at=changed.saved_at,
            days_changed=changed.days,
            usual=usual,
        )

    def alerts(self, saved_day: dt.date | None) -> facts.AlertsNow:
        """Return the alerts that stand today, and those that speak because of a day."""
        monitoring, today = self.services.monitoring, self._clock.today()
        if not self.services.is_judging():
            return facts.AlertsNow(standing=_unjudged(today), saved_day=saved_day)
        standing = _logged(monitoring.standing(today))
        return facts.AlertsNow(
            standing=standing,
            question=monitoring.question(standing, today),
            saved_day=saved_day,
            speaking=() if saved_day is None else monitoring.new_on(saved_day, today),
        )

    def history(self) -> AlertReport:
        """Return every alert ever raised; none where the rules are switched off."""
        if not self.services.is_judging():
            return _unjudged(self._clock.today())
        return _logged(self.services.monitoring.history(self._clock.today()))

    def act(
        self, alert: Alert, action: str, on: dt.date, with_: str | None, note: str | None
    ) -> facts.AlertsNow:
        """Keep what she did about an alert, and return the alerts as they stand then.

        Args:
            alert: the alert she acted on.
            action: an id of ``ALERT_ACTIONS``.
            on: the day she did it.
            with_: whom she spoke to.
            note: what was said.

        Raises:
            FileProblem: the diary file cannot be written.
        """
        self.services.monitoring.act(alert, action, on, with_, note)
        return self.alerts(None)

    def put_away(self, question: Question) -> facts.AlertsNow:
        """Keep that a question was asked, and return the alerts without it."""
        self.services.monitoring.put_away(question, self._clock.today())
        return self.alerts(None)

    def call_card(self, signs: tuple[str, ...]) -> facts.CallCardFound:
        """Return whether chosen signs call for a call at once."""
        services = self.services
        card = services.monitoring.call_card(signs) if services.is_judging() else None
        return facts.CallCardFound(signs=signs, card=card)

    def settings(self) -> Settings:
        """Return the settings."""
        return self.services.settings()

    def folder(self) -> Path:
        """Return the folder that holds the diary and all that goes with it."""
        return self.services.paths.folder

    def export(self, out: Path, format_: Format) -> facts.Exported:
        """Write the whole diary into a file."""
        self.services.transfer.export_file(out, format_, now=self._clock.now())
        return facts.Exported(path=out)

    def care(self) -> CareNow:
        """Return what surrounds the days."""
        return self.services.care.now()

    def set_person(self, person: Profile) -> CareNow:
        """Keep who she is."""
        self._check_nobody_changed_it()
        return self.services.care.set_person(person, self._clock.today())

    def replace_care(self, part: Part, items: tuple[Any, ...]) -> CareNow:
        """Keep one of the lists that surround the days."""
        self._check_nobody_changed_it()
        return self.services.care.replace(part, items, self._clock.today())

    def finish_first_run(self) -> CareNow:
        """Keep that the first screens were finished or skipped."""
        return self.services.care.finish_first_run()

    def load_days(self, start: dt.date, end: dt.date) -> facts.DaysLoaded:
        """Return the recorded days of a stretch of time."""
        entries = self.services.journal.recorded(start, end)
        return facts.DaysLoaded(start=start, end=end, entries=entries)

    def load_stretch(self, start: dt.date, end: dt.date) -> facts.StretchLoaded:
        """Return some days and all that lies on them."""
        stretch = self.services.looking_back.stretch(start, end)
        return facts.StretchLoaded(start=start, end=end, stretch=stretch)

    def load_glance(self, start: dt.date, end: dt.date) -> facts.GlanceLoaded:
        """Return the worst pain of each day of a stretch of time."""
        days = self.services.looking_back.at_a_glance(start, end)
        return facts.GlanceLoaded(start=start, end=end, days=days)

    def search_notes(self, typed: str) -> facts.NotesFound:
        """Return the days on which words were written."""
        found = self.services.looking_back.search(typed, self._clock.today())
        return facts.NotesFound(typed=typed, found=found)

    def load_rule(self, rule: str) -> facts.RuleLoaded:
        """Return a rule of the rule book."""
        return facts.RuleLoaded(rule=rule, data=self.services.monitoring.rule(rule))

    def _check_passphrase(self, typed: str) -> None:
        """Check a passphrase that is asked for although the diary is open.

        Raises:
            RequestError: it does not fit, or comes too soon after one that did not.
        """
        self.tries.check()
        try:
            self.services.protection.check(typed)
        except RequestError:
            self.tries.count_wrong()
            raise
        self.tries.forget()

    def _check_nobody_changed_it(self) -> None:
        """Refuse to write over what another program wrote and the window does not show yet.

        Raises:
            RequestError: another program changed the diary since the last look.
        """
        if self.services.is_changed_beside():
            raise RequestError(translate(_BESIDE))


def _to_mend(error: RequestError) -> str:
    """Return what to mend in what she typed; a key that the file refuses just does not fit."""
    return error.user_message if error.detail == error.user_message else ""


def _unjudged(as_of: dt.date) -> AlertReport:
    """Return the report of a day on which the rules are switched off."""
    from diary.rules.model import AlertReport  # noqa: PLC0415  as late as the rules themselves

    return AlertReport(as_of, (), ())


def _logged(report: AlertReport) -> AlertReport:
    """Log the rules that failed: faults of ours, which must not stop the others."""
    for failure in report.failures:
        import logging  # noqa: PLC0415  seldom needed

        from diary.logs import line  # noqa: PLC0415  seldom needed

        logging.getLogger(__name__).error(line("a rule failed"), exc_info=failure.error)
    return report
