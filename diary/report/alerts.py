"""What the rules said: the reasons at the top, the alerts in full, and what was not judged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.domain.choices import ALERT_ACTIONS
from diary.i18n import format_day, mark, plural, translate
from diary.report.guideline import clinician_line
from diary.report.model import AlertDetails, Details, Fact, Reason, Reasons, Section
from diary.report.spells import named_since, names_before
from diary.report.weight import WEIGHTLESS
from diary.report.words import of_days, own_words
from diary.rules.keeping import keeping_lines
from diary.rules.model import State
from diary.rules.steps import steps_in_words

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from diary.domain.care import AlertAction
    from diary.report.judged import Judged
    from diary.report.weight import Weight
    from diary.rules.model import Alert, AlertReport, Tier

MOST_REASONS = 3
MOST_ALSO = 5
_DAYS_TOLD = 14
# Numbers of the time before the days judged, by what stands in their names.
_BEFORE = ("base", "before")
# The words of the rules speak to her: a reader who is not she must know who "you" is.
LEAD = mark("What Daymark, my diary program, told me (\u201cyou\u201d is me, the patient):")
NOTHING_OPEN = mark("No alert is open on {day}. This is not an all-clear.")


def during(report: AlertReport, start: dt.date, end: dt.date) -> tuple[Alert, ...]:
    """Return the alerts that stood on any of these days, newest first.

    Args:
        report: every alert raised up to the last day.
        start: the first day.
        end: the last day, included.
    """
    alerts = (
        alert
        for alert in report.alerts
        if alert.raised_on <= end and (alert.ended_on is None or alert.ended_on > start)
    )
    return tuple(sorted(alerts, key=lambda alert: (alert.raised_on, alert.tier), reverse=True))


def asking(alerts: Iterable[Alert], weight: Mapping[str, Weight] | None = None) -> list[Alert]:
    """Return the alerts she brings: standing and not closed, highest tier first.

    Of one tier the worst pain stands first, then the newest.

    Args:
        alerts: of the period.
        weight: of the places that hurt.
    """
    of_place = weight or {}
    brought = [alert for alert in alerts if alert.stands and alert.state is not State.CLOSED]

    def rank(alert: Alert) -> tuple[Tier, Weight, dt.date]:
        return alert.tier, of_place.get(alert.place or "", WEIGHTLESS), alert.raised_on

    return sorted(brought, key=rank, reverse=True)


def reasons(
    shown: Sequence[Alert],
    end: dt.date,
    judged: Judged,
    questions: Sequence[str] = (),
    weight: Mapping[str, Weight] | None = None,
) -> Reasons:
    """Return why she is contacting the doctor.

    Args:
        shown: the alerts of the period.
        end: its last day.
        judged: how far the rules could judge it.
        questions: what she wants to ask; where no alert is open the first is her reason.
        weight: of the places that hurt.
    """
    brought = asking(shown, weight)
    rest = len(brought) - MOST_REASONS
    return Reasons(
        heading=translate("Why I am contacting you"),
        lead=translate(LEAD) if brought else "",
        items=tuple(_reason(alert) for alert in brought[:MOST_REASONS]),
        more=plural("and {n} more, below", "and {n} more, below", rest) if rest > 0 else "",
        clinician=clinician_line(brought),
        nothing="" if brought else _nothing(shown, end, judged),
        own_reason="" if brought else translate("My own reason:"),
        asks=Fact(translate("My first question"), questions[0])
        if questions and not brought
        else None,
    )


def _reason(alert: Alert) -> Reason:
    return Reason(
        rule=translate("rule {rule}").format(rule=alert.spoken_by),
        tier=translate(alert.tier.label),
        urgency=alert.tier.id,
        title=alert.wording.title,
        text=_told(alert),
        state=_noticed_and_state(alert),
    )


def _told(alert: Alert) -> str:
    """Return what was noticed; where the rule compared it with before, from what it rose too."""
    compared = any(part in name for name in alert.evidence.numbers for part in _BEFORE)
    words = alert.wording
    return f"{words.noticed} {words.worked_out}" if compared else words.noticed


def _nothing(shown: Sequence[Alert], end: dt.date, judged: Judged) -> str:
    if shown:
        return translate(NOTHING_OPEN).format(day=format_day(end))
    return translate(judged.value)


def also_noticed(
    shown: Sequence[Alert],
    weight: Mapping[str, Weight] | None = None,
    *,
    most: int = MOST_ALSO,
) -> Section:
    """Return the alerts of the period that are not among the reasons, in one line each.

    Args:
        shown: the alerts of the period.
        weight: of the places that hurt.
        most: how many are told; the others are counted.
    """
    told = asking(shown, weight)[:MOST_REASONS]
    others = [alert for alert in shown if alert not in told]
    facts = [
        Fact(
            alert.wording.title,
            f"{_rules_in_short(alert)}, {translate(alert.tier.label)}; {_noticed_and_state(alert)}",
        )
        for alert in others[:most]
    ]
    rest = len(others) - most
    if rest > 0:
        facts.append(Fact(plural("{n} more, in full below", "{n} more, in full below", rest), ""))
    return Section(translate("Also noticed in this period"), tuple(facts))


def details(shown: Sequence[Alert]) -> Details:
    """Return the alerts of the period in full."""
    return Details(
        heading=translate("What the diary noticed, in full"),
        sources_label=translate("Sources of the rule"),
        alerts=tuple(
            AlertDetails(_rules(alert), alert.wording.title, tuple(_facts(alert)), _sources(alert))
            for alert in shown
        ),
    )


def _facts(alert: Alert) -> Iterator[Fact]:
    yield Fact(translate("How soon"), translate(alert.tier.label))
    yield Fact(translate("When"), _noticed_and_state(alert))
    grew = "; ".join(steps_in_words(alert))
    if grew:
        yield Fact(translate("Rules in turn"), grew)
    before = names_before(alert)
    if before:
        yield Fact(translate("Named before"), before)
    yield Fact(translate("What I was told"), f"{alert.wording.noticed} {alert.wording.what_to_do}")
    yield Fact(translate("How it was worked out"), alert.wording.worked_out)
    yield Fact(translate("Days used"), _days_used(alert))
    kept = " ".join(keeping_lines(alert.evidence.keeping))
    if kept:
        yield Fact(translate("How these days were kept"), kept)
    for action in alert.actions:
        yield Fact(translate("What I did"), _action(action))


def _sources(alert: Alert) -> tuple[str, ...]:
    return tuple(
        f"{source.citation} ({translate(source.basis.label)}), {source.locator}"
        for source in alert.sources
    )


def _rules(alert: Alert) -> str:
    """Return the rule that opened it, and those that joined."""
    return ", ".join(dict.fromkeys(step.rule for step in alert.tiers))


def _rules_in_short(alert: Alert) -> str:
    """Return the rule that speaks now, and how many others stand beside it."""
    others = {step.rule for step in alert.tiers} - {alert.spoken_by}
    words = translate("rule {rule}").format(rule=alert.spoken_by)
    if not others:
        return words
    more = plural("and {n} other", "and {n} others", len(others))
    return f"{words} {more}"


def _noticed_and_state(alert: Alert) -> str:
    return f"{_noticed(alert)}; {_state(alert)}"


def _noticed(alert: Alert) -> str:
    """Return when it was noticed, never "since": that would be read as the onset of the pain."""
    began = named_since(alert)
    if began == alert.raised_on:
        return translate("noticed {day}").format(day=format_day(began))
    return translate("first noticed {first}, under this name from {day}").format(
        first=format_day(alert.raised_on, "d MMM y"), day=format_day(began, "d MMM y")
    )


def _state(alert: Alert) -> str:
    if alert.ended_on is not None:
        ended = translate("ended {day}").format(day=format_day(alert.ended_on))
        discussed = _last(alert, "discussed")
        return ended if discussed is None else f"{ended}; {_discussed(discussed)}"
    action = _last(alert, alert.state.value)
    if action is None:
        return translate("new, not yet discussed")
    if action.action == "discussed":
        return _discussed(action)
    return f"{translate(alert.state.label)}, {format_day(action.on)}"


def _discussed(action: AlertAction) -> str:
    day = format_day(action.on)
    if not action.with_:
        return translate("discussed {day}").format(day=day)
    return translate("discussed {day} with {whom}").format(day=day, whom=own_words(action.with_))


def _last(alert: Alert, action: str) -> AlertAction | None:
    found = [one for one in alert.actions if one.action == action]
    return max(found, key=lambda one: one.on) if found else None


def _action(action: AlertAction) -> str:
    words = (
        _discussed(action)
        if action.action == "discussed"
        else f"{translate(ALERT_ACTIONS[action.action].label)}, {format_day(action.on)}"
    )
    return f"{words}: {own_words(action.note)}" if action.note else words


def _days_used(alert: Alert) -> str:
    evidence = alert.evidence
    counted = translate("{days} of the window recorded").format(
        days=of_days(evidence.days_recorded, evidence.days_in_window)
    )
    told = [format_day(day, "d MMM") for day in evidence.days_used[-_DAYS_TOLD:]]
    left_out = len(evidence.days_used) - len(told)
    if left_out:
        told.insert(0, plural("{n} earlier day", "{n} earlier days", left_out))
    return f"{', '.join(told)} ({counted})" if told else counted
