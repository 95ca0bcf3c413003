"""What the rules say: ``alerts``, ``rules``."""

from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING, Final

import click

from diary.cli.alerts_text import alerts_text, nothing_recorded
from diary.cli.output import emit, say
from diary.cli.paragraphs import wrapped
from diary.cli.parameters import day_option
from diary.cli.spoken import Command, Option
from diary.errors import DiaryError
from diary.exchange import alerts_json
from diary.i18n import mark, translate
from diary.logs import line

if TYPE_CHECKING:
    import datetime as dt

    from diary.cli.world import World
    from diary.rules.model import AlertReport
    from diary.services.open import Services

_log = logging.getLogger(__name__)
SWITCHED_OFF: Final = mark(
    "The rules are switched off in Settings: the window and the sheet do not judge. "
    "You asked for them here, so this is what they say."
)
RULES_FAILED: Final = mark(
    "A fault in the program kept these rules from being worked out: {rules}."
)


@click.command(cls=Command)
@day_option("--as-of", "as_of", mark("The day to judge; the last recorded day if not given."))
@click.option(
    "--history", is_flag=True, help=mark("Every alert ever raised up to that day."), cls=Option
)
@click.option(
    "--json", "as_json", is_flag=True, help=mark("As data for another program."), cls=Option
)
@click.pass_obj
def alerts(world: World, as_of: dt.date | None, *, history: bool, as_json: bool) -> None:
    """Show the alerts that stand on a day."""
    with world.services_to_look() as services:
        day = as_of or services.journal.last_day() or world.today()
        report = services.monitoring.history(day) if history else services.monitoring.standing(day)
        if as_json:
            emit(alerts_json.write(report))
        else:
            # Asked for no day, she asks today: then say how long nothing was recorded.
            today = world.today() if as_of is None else None
            say(report_text(services, report, history=history, today=today))
    check_failures(report)


@click.command(cls=Command)
@click.option(
    "--json", "as_json", is_flag=True, help=mark("As data for another program."), cls=Option
)
def rules(*, as_json: bool) -> None:
    """Show every rule, its numbers, why, and its sources."""
    from diary.cli.rules_text import rules_text  # noqa: PLC0415  the rules bring numpy
    from diary.rules.book import rule_book_json  # noqa: PLC0415

    if as_json:
        emit(json.dumps(rule_book_json(), ensure_ascii=False, indent=2) + "\n")
    else:
        say(rules_text())


def report_text(
    services: Services, report: AlertReport, *, history: bool, today: dt.date | None = None
) -> str:
    """Return the text of a report, or that there is nothing to judge.

    Args:
        services: of the open diary.
        report: the alerts.
        history: whether it holds every alert ever raised.
        today: the day up to which silence is told; None: the day of the report.
    """
    first_day = services.journal.first_day()
    if first_day is None or first_day > report.as_of:
        return nothing_recorded(report)
    text = alerts_text(report, services.journal.profile().contacts, history=history, today=today)
    return text if services.is_judging() else f"{wrapped(translate(SWITCHED_OFF))}\n\n{text}"


def check_failures(report: AlertReport) -> None:
    """Say that rules failed, after what the others found was shown.

    Raises:
        DiaryError: a rule could not be worked out.
    """
    for failure in report.failures:
        _log.error(line("a rule failed"), exc_info=failure.error)
    if report.failures:
        failed = ", ".join(failure.rule for failure in report.failures)
        raise DiaryError(translate(RULES_FAILED).format(rules=failed))
