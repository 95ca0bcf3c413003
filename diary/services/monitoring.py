"""Use cases of the alerts: what stands, what was ever raised, what speaks, what she did about it.

Alerts are worked out from the entries each time and never stored; only her actions are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.domain.care import AlertAction
from diary.i18n import language
from diary.rules.announce import calm_subjects, speaking
from diary.rules.book import call_card, rule_json, rule_of
from diary.rules.engine import Judge
from diary.rules.questions import how_are_you, put_away

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from diary.domain.diary import Diary
    from diary.rules.announce import Subject
    from diary.rules.book import CallCard
    from diary.rules.model import Alert, AlertReport
    from diary.rules.questions import Question
    from diary.store.database import Database


class Monitoring:
    """The rules over the diary of a database.

    Args:
        database: the open diary file.
        judge: who judges the same diary for others too; None: one of its own.
    """

    def __init__(self, database: Database, judge: Judge | None = None) -> None:
        self._database = database
        # The calendar day of the calm cards shown last, and what they were about.
        self._calm_on: dt.date | None = None
        self._calm: frozenset[Subject] = frozenset()
        # It looks only into the days that changed since it judged last.
        self._judge = Judge() if judge is None else judge
        self._judged: tuple[Diary, dt.date, str, AlertReport] | None = None

    def standing(self, as_of: dt.date) -> AlertReport:
        """Return the alerts that stand on a day, from the entries up to that day.

        Raises:
            FileProblem: the diary file cannot be read.
        """
        with self._database.unit() as unit:
            return self._standing(unit.diary(), as_of)

    def history(self, as_of: dt.date) -> AlertReport:
        """Return every alert ever raised up to a day, from the entries up to that day.

        Raises:
            FileProblem: the diary file cannot be read.
        """
        with self._database.unit() as unit:
            return self._judge.history(unit.diary(), as_of)

    def new_on(self, day: dt.date, today: dt.date) -> tuple[Alert, ...]:
        """Return the alerts that speak because of the entry of ``day``, highest first.

        Of the calm ones one a calendar day: who fills in three days at a sitting sees one card,
        and the others wait in the list. The same one may come again when a day is saved again.

        Args:
            day: the day just saved.
            today: the present day.

        Raises:
            FileProblem: the diary file cannot be read.
        """
        with self._database.unit() as unit:
            diary = unit.diary()
        if self._calm_on != today:
            self._calm_on, self._calm = today, frozenset()
        report = self._standing(diary, day)
        spoken = speaking(report, day, today, diary.quiet_periods, self._calm)
        self._calm |= calm_subjects(spoken)
        return spoken

    def _standing(self, diary: Diary, as_of: dt.date) -> AlertReport:
        # The file gives the same diary until somebody writes: the day just saved is mostly today,
        # and what stands today says also what speaks because of it.
        known, spoken = self._judged, language()
        if known is not None and known[0] is diary and known[1:3] == (as_of, spoken):
            return known[3]
        report = self._judge.standing(diary, as_of)
        self._judged = (diary, as_of, spoken, report)
        return report

    def question(self, report: AlertReport, today: dt.date) -> Question | None:
        """Return the one question to ask after a silence, or None.

        Args:
            report: the alerts that stand today.
            today: the present day.

        Raises:
            FileProblem: the diary file cannot be read.
        """
        with self._database.unit() as unit:
            diary = unit.diary()
        return how_are_you(diary, report.alerts, today)

    def put_away(self, question: Question, today: dt.date) -> None:
        """Keep that a question was asked, so that it is asked once.

        Raises:
            FileProblem: the diary file cannot be written.
        """
        self._keep(put_away(question, today))

    def act(
        self,
        alert: Alert,
        action: str,
        on: dt.date,
        with_: str | None = None,
        note: str | None = None,
    ) -> None:
        """Keep what she did about an alert; an action is added and never changed.

        Args:
            alert: the alert she acted on.
            action: an id of ``ALERT_ACTIONS``.
            on: the day she did it.
            with_: whom she spoke to.
            note: what was said.

        Raises:
            FileProblem: the diary file cannot be written.
        """
        kept = AlertAction(
            rule=alert.rule,
            place=alert.place,
            raised_on=alert.raised_on,
            action=action,
            on=on,
            with_=with_,
            note=note,
        )
        self._keep(kept)

    def _keep(self, action: AlertAction) -> None:
        with self._database.unit(writing=True) as unit:
            unit.actions.add(action)
            unit.commit()

    def rule(self, rule_id: str) -> dict[str, object]:
        """Return a rule of the rule book as plain, translated data.

        Raises:
            KeyError: there is no such rule.
        """
        return rule_json(rule_of(rule_id))

    def call_card(self, signs: Sequence[str]) -> CallCard | None:
        """Return what to say at once when these signs are chosen, or None."""
        return call_card(signs)
