"""The alerts as a text for a terminal: what was noticed, why, what to do, and what is not known."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from diary.cli.paragraphs import listed, titled, wrapped
from diary.domain.choices import ALERT_ACTIONS
from diary.domain.subjects import subject_label
from diary.i18n import format_day, plural, translate
from diary.rules.book import rule_of
from diary.rules.keeping import keeping_lines
from diary.rules.model import Tier
from diary.rules.steps import steps_in_words
from diary.rules.wording import NOTHING_MATCHED, silence_in_words

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from diary.domain.care import Contact
    from diary.rules.model import Alert, AlertReport, NotEnoughDays


def alerts_text(
    report: AlertReport,
    contacts: Sequence[Contact],
    *,
    history: bool,
    today: dt.date | None = None,
) -> str:
    """Return the text of the alerts.

    Args:
        report: the alerts and what could not be judged.
        contacts: whom to call, shown with an emergency.
        history: whether ``report`` holds every alert ever raised, newest first; else the alerts
            that stand, of which the most urgent is told first.
        today: the day up to which silence is told; None: the day of the report.
    """
    alerts = list(report.alerts)
    if not history:
        alerts.sort(key=lambda alert: alert.tier, reverse=True)
    parts = [_head(report, history=history)]
    silence = silence_in_words(report if today is None else replace(report, as_of=today))
    if silence:
        parts.append(wrapped(silence))
    parts += [_alert(number, alert, contacts) for number, alert in enumerate(alerts, 1)]
    if not alerts:
        parts.append(wrapped(translate(NOTHING_MATCHED)))
    unjudged = listed(translate("Not enough days to tell"), _unjudged(report.not_enough_days), 0)
    if unjudged:
        parts.append("\n".join(unjudged))
    return "\n\n".join(parts)


def nothing_recorded(report: AlertReport) -> str:
    """Return the text for a diary without a single day up to the day asked for."""
    return wrapped(
        translate(
            "No day is recorded up to {day}, so there is nothing to judge. "
            "If you are worried, call your team."
        ).format(day=format_day(report.as_of))
    )


def _head(report: AlertReport, *, history: bool) -> str:
    title = translate("Every alert up to {day}") if history else translate("Alerts on {day}")
    return translate("{title} (rule book {version})").format(
        title=title.format(day=format_day(report.as_of)), version=report.rule_book
    )


def _alert(number: int, alert: Alert, contacts: Sequence[Contact]) -> str:
    words = alert.wording
    quiet = rule_of(alert.spoken_by).words.kept_quiet
    calls = [line for contact in contacts if (line := contact.in_one_line)]
    lines = [
        wrapped(f"{translate(alert.tier.label)}: {words.title}", hanging=f"{number}. "),
        wrapped(_facts(alert), 1),
        *listed(translate("Grew"), list(steps_in_words(alert))),
    ]
    to_do = titled(translate("What to do"), words.ordinary, words.what_to_do)
    if alert.tier is Tier.EMERGENCY and alert.stands:
        lines += [*to_do, *listed(translate("Your numbers"), calls)]
        to_do = []
    lines += [
        *titled(translate("What was noticed"), words.noticed),
        *titled(translate("How it was worked out"), words.worked_out, _days(alert)),
        *to_do,
        *titled(translate("What would have kept it quiet"), translate(quiet)),
        *titled(translate("What this cannot tell"), words.cannot_tell),
        *listed(translate("What you did"), _actions(alert)),
        *listed(
            translate("Sources"),
            [
                f"{source.citation} ({source.locator}): {translate(source.basis.label)}"
                for source in alert.sources
            ],
        ),
    ]
    return "\n".join(lines)


def _facts(alert: Alert) -> str:
    rule = alert.spoken_by
    if alert.rule != alert.spoken_by:
        rule = translate("{now} (opened by {first})").format(now=rule, first=alert.rule)
    text = translate("Rule {rule}, {place}. Raised on {raised}, last true on {true}.").format(
        rule=rule,
        place=subject_label(alert.place),
        raised=format_day(alert.raised_on),
        true=format_day(alert.last_true_on),
    )
    if alert.ended_on is not None:
        text += " " + translate("Ended on {day}.").format(day=format_day(alert.ended_on))
    return text + " " + translate("State: {state}.").format(state=translate(alert.state.label))


def _days(alert: Alert) -> str:
    return " ".join((_used(alert), *keeping_lines(alert.evidence.keeping)))


def _used(alert: Alert) -> str:
    evidence = alert.evidence
    recorded = translate("{recorded} of {days} recorded.").format(
        recorded=evidence.days_recorded,
        days=plural("{n} day", "{n} days", evidence.days_in_window),
    )
    if not evidence.days_used:
        return recorded
    used = ", ".join(day.isoformat() for day in evidence.days_used)
    return f"{recorded} " + translate("Days used: {days}.").format(days=used)


def _actions(alert: Alert) -> list[str]:
    told = []
    for action in alert.actions:
        text = f"{format_day(action.on)}: {translate(ALERT_ACTIONS[action.action].label)}"
        if action.with_:
            text = translate("{what}, with {whom}").format(what=text, whom=action.with_)
        told.append(f"{text}. {action.note}" if action.note else text)
    return told


def _unjudged(gaps: Sequence[NotEnoughDays]) -> list[str]:
    by_place: dict[str | None, list[str]] = {}
    for gap in gaps:
        rule = translate("{rule}: {recorded} {counted}, {needed} needed").format(
            rule=gap.rule,
            recorded=gap.recorded,
            counted=translate(gap.counted),
            needed=gap.needed,
        )
        by_place.setdefault(gap.place, []).append(rule)
    return [f"{subject_label(place)}. {'; '.join(rules)}" for place, rules in by_place.items()]
