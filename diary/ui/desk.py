"""What the worker does for the bridge: plain calls of the services, each returning a fact.

No Qt. Everything here runs on the worker thread, one call after another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.errors import RequestError
from diary.i18n import mark, translate
from diary.ui import facts

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from pathlib import Path
    from typing import Literal

    from diary.charts.data import ChartData
    from diary.charts.look import Look
    from diary.domain.entry import DayEntry
    from diary.rules.model import Alert, AlertReport
    from diary.rules.questions import Question
    from diary.services.open import Services
    from diary.ui.clock import Clock

_NOT_OPEN = mark("The diary is not open yet.")


class Desk:
    """The services of the open diary, asked in the words of the window.

    Args:
        open_services: opens the diary.
        clock: tells today and now.
    """

    def __init__(self, open_services: Callable[[], Services], clock: Clock) -> None:
        self._open_services = open_services
        self._clock = clock
        self._opened: Services | None = None

    @property
    def services(self) -> Services:
        """The services.

        Raises:
            RequestError: the diary is not open.
        """
        if self._opened is None:
            raise RequestError(translate(_NOT_OPEN))
        return self._opened

    def open(self) -> facts.DiaryOpened:
        """Open the diary if it is not, and say what it holds."""
        if self._opened is None:
            self._opened = self._open_services()
        journal = self._opened.journal
        return facts.DiaryOpened(
            first_day=journal.first_day(),
            last_day=journal.last_day(),
            places=journal.followed_places(),
            profile=journal.profile(),
            events=journal.events(),
        )

    def close(self) -> None:
        """Let the diary go."""
        if self._opened is not None:
            self._opened.close()
            self._opened = None

    def load_day(self, day: dt.date) -> facts.DayLoaded:
        """Return the answers of a day."""
        return facts.DayLoaded(day=day, entry=self.services.journal.day(day))

    def save(self, entry: DayEntry) -> facts.DaySaved:
        """Keep a day."""
        journal = self.services.journal
        changed = journal.save(entry, self._clock.now(), self._clock.today())
        kept = journal.day(entry.date)
        return facts.DaySaved(
            day=entry.date,
            entry=entry if kept is None else kept,
            saved_at=changed.saved_at,
            days_changed=changed.days,
        )

    def alerts(self, saved_day: dt.date | None) -> facts.AlertsNow:
        """Return the alerts that stand today, and those that speak because of a day."""
        monitoring, today = self.services.monitoring, self._clock.today()
        standing = _logged(monitoring.standing(today))
        return facts.AlertsNow(
            standing=standing,
            question=monitoring.question(standing, today),
            saved_day=saved_day,
            speaking=() if saved_day is None else monitoring.new_on(saved_day, today),
        )

    def history(self) -> AlertReport:
        """Return every alert ever raised."""
        return _logged(self.services.monitoring.history(self._clock.today()))

    def act(
        self, alert: Alert, action: str, on: dt.date, with_: str | None, note: str | None
    ) -> facts.AlertsNow:
        """Keep what she did about an alert, and return the alerts as they stand then."""
        self.services.monitoring.act(alert, action, on, with_, note)
        return self.alerts(None)

    def put_away(self, question: Question) -> facts.AlertsNow:
        """Keep that a question was asked, and return the alerts without it."""
        self.services.monitoring.put_away(question, self._clock.today())
        return self.alerts(None)

    def call_card(self, signs: tuple[str, ...]) -> facts.CallCardFound:
        """Return whether chosen signs call for a call at once."""
        return facts.CallCardFound(signs=signs, card=self.services.monitoring.call_card(signs))

    def load_days(self, start: dt.date, end: dt.date) -> facts.DaysLoaded:
        """Return the recorded days of a stretch of time."""
        entries = self.services.journal.recorded(start, end)
        return facts.DaysLoaded(start=start, end=end, entries=entries)

    def load_chart(self, place: str, start: dt.date, end: dt.date) -> facts.ChartLoaded:
        """Return the chart of a place."""
        data = self.services.reporting.chart(place, start, end)
        return facts.ChartLoaded(place=place, start=start, end=end, data=data)

    def draw_chart(self, data: ChartData, look: Look) -> facts.ChartDrawn:
        """Return the picture of a chart."""
        from diary.charts.picture import place_picture  # noqa: PLC0415  brings matplotlib

        return facts.ChartDrawn(data=data, look=look, picture=place_picture(data, look))

    def load_rule(self, rule: str) -> facts.RuleLoaded:
        """Return a rule of the rule book."""
        return facts.RuleLoaded(rule=rule, data=self.services.monitoring.rule(rule))

    def write_report(
        self,
        out: Path,
        start: dt.date,
        end: dt.date,
        paper: Literal["a4", "letter"],
        *,
        notes: bool,
    ) -> facts.ReportWritten:
        """Write the sheet for the doctor."""
        reporting, today = self.services.reporting, self._clock.today()
        path = reporting.write(out, start, end, paper=paper, notes=notes, today=today)
        return facts.ReportWritten(path=path)


def _logged(report: AlertReport) -> AlertReport:
    """Log the rules that failed: faults of ours, which must not stop the others."""
    for failure in report.failures:
        import logging  # noqa: PLC0415  seldom needed

        from diary.logs import line  # noqa: PLC0415  seldom needed

        logging.getLogger(__name__).error(line("a rule failed"), exc_info=failure.error)
    return report
