"""Which parts of the sheet she wants; what page 1 needs to stand alone is always there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from diary.i18n import SAME

if TYPE_CHECKING:
    import datetime as dt

    from diary.report.model import Paper, Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What follows page 1, and the questions on it.

    Attributes:
        questions: what she wants to ask.
        tables: the numbers week by week and day by day.
        details: the rules that matched, with their sources.
        notes: her notes, word for word.
    """

    questions: bool = True
    tables: bool = True
    details: bool = True
    notes: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetWanted:
    """A sheet as she wants it.

    Attributes:
        start: the first day; None for the 56 days up to the last one.
        end: the last day; None for the last recorded day.
        paper: ``a4`` or ``letter``.
        parts: what is on it.
        language: the code of a language, or ``same`` for that of the window.
    """

    start: dt.date | None = None
    end: dt.date | None = None
    paper: Paper = "a4"
    parts: Parts = Parts()
    language: str = SAME


def only(report: Report, parts: Parts) -> Report:
    """Return the sheet with these parts alone."""
    return replace(
        report,
        reasons=report.reasons if parts.questions else replace(report.reasons, asks=None),
        questions=report.questions if parts.questions else replace(report.questions, items=()),
        tables=report.tables if parts.tables else (),
        details=report.details
        if parts.details
        else replace(report.details, alerts=(), not_judged=()),
        notes=report.notes if parts.notes else None,
    )
