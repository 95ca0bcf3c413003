"""The alerts of a diary as JSON, in the shape that scripts rely on."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from diary.rules.model import Alert, AlertReport, Evidence

FORMAT: Final = "daymark-alerts"
VERSION: Final = 1


def alerts_data(report: AlertReport) -> dict[str, Any]:
    """Return the alerts as plain data."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "as_of": report.as_of.isoformat(),
        "rule_book": report.rule_book,
        "alerts": [_alert(alert) for alert in report.alerts],
        "not_enough_days": [
            {
                "rule": gap.rule,
                "place": gap.place,
                "recorded": gap.recorded,
                "needed": gap.needed,
                "window": gap.window,
            }
            for gap in report.not_enough_days
        ],
    }


def write(report: AlertReport) -> str:
    """Return the alerts as JSON text."""
    return json.dumps(alerts_data(report), ensure_ascii=False, allow_nan=False, indent=2) + "\n"


def _alert(alert: Alert) -> dict[str, Any]:
    words = alert.wording
    return {
        "rule": alert.rule,
        "tier": alert.tier.id,
        "place": alert.place,
        "title": words.title,
        "raised_on": alert.raised_on.isoformat(),
        "tiers": [
            {
                "rule": step.rule,
                "tier": step.tier.id,
                "place": step.place,
                "on": step.on.isoformat(),
            }
            for step in alert.tiers
        ],
        "last_true_on": alert.last_true_on.isoformat(),
        "ended_on": None if alert.ended_on is None else alert.ended_on.isoformat(),
        "state": alert.state.value,
        "noticed": words.noticed,
        "worked_out": words.worked_out,
        "what_to_do": f"{words.ordinary} {words.what_to_do}"
        if words.ordinary
        else words.what_to_do,
        "cannot_tell": words.cannot_tell,
        "evidence": _evidence(alert.evidence),
        "sources": [
            {"citation": source.citation, "locator": source.locator, "basis": source.basis.value}
            for source in alert.sources
        ],
    }


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {
        "days_used": [day.isoformat() for day in evidence.days_used],
        "days_recorded": evidence.days_recorded,
        "days_in_window": evidence.days_in_window,
        "numbers": {**evidence.numbers, **_keeping(evidence)},
    }


def _keeping(evidence: Evidence) -> dict[str, int]:
    """How the days were kept stands among the numbers: the format has no other place for it."""
    kept = evidence.keeping
    if kept is None:
        return {}
    return {
        "days_before_diary": kept.before,
        "days_missing": kept.missing,
        "days_copied": kept.copied,
        "days_late": kept.late,
        "days_quiet": kept.quiet,
        "filled_in_later": int(kept.filled_in_later),
    }
