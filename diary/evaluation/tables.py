"""The tables of the evaluation, as Markdown: each a function of the scores by course."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.evaluation.comparators import COMPARATORS
from diary.evaluation.person import DAYS
from diary.rules.model import Tier

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from diary.evaluation.measures import Scores

BEHAVIOUR = (
    "course",
    "soon or higher, a year",
    "urgent, a year",
    "emergency, a year",
    "repeats a person",
    "people urgent or higher",
    "first alert, median day",
    "by day 60",
    "emergency on the day of the sign",
)


def behaviour(table: Mapping[str, Scores]) -> Iterator[str]:
    """Yield what the rules did on each course kept with one habit."""
    yield from markdown(
        BEHAVIOUR,
        (
            (
                kind,
                f"{scores.rate(Tier.SOON):.2f}",
                f"{scores.rate(Tier.URGENT, Tier.URGENT):.2f}",
                f"{scores.rate(Tier.EMERGENCY):.2f}",
                f"{scores.repeats / max(1, scores.persons):.1f}",
                percent(scores.persons_urgent / max(1, scores.persons)),
                on_day(scores.median_delay()),
                percent(scores.share_by(60)),
                percent(scores.same_day / scores.signed if scores.signed else None),
            )
            for kind, scores in table.items()
        ),
    )


def comparison(table: Mapping[str, Scores]) -> Iterator[str]:
    """Yield the rules beside simpler ways to warn: alerts a year, and the median first day."""
    yield from markdown(
        ("course", "the rules", *COMPARATORS),
        (
            (
                kind,
                _rate_and_day(scores.rate(Tier.SOON), scores.median_delay()),
                *(_compared(scores, name) for name in COMPARATORS),
            )
            for kind, scores in table.items()
        ),
    )


def _compared(scores: Scores, name: str) -> str:
    delays = scores.compared_delays.get(name)
    middle = sorted(delays)[len(delays) // 2] if delays else None
    return _rate_and_day(scores.compared[name] / max(scores.years, 1.0), middle)


def markdown(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield the lines of a table."""
    yield f"| {' | '.join(head)} |"
    yield "|---" * len(head) + "|"
    for row in rows:
        yield f"| {' | '.join(row)} |"


def percent(share: float | None) -> str:
    """Return a share in words; empty where there is none."""
    return "" if share is None else f"{100 * share:.0f} %"


def on_day(day: float | None) -> str:
    """Return a median day; empty where there is none, and "never" where half were never told."""
    if day is None:
        return ""
    # Where half were never told, the median lies between a day and never.
    return "never" if day > DAYS else f"{day:.0f}"


def _rate_and_day(rate: float, delay: float | None) -> str:
    return f"{rate:.2f}" if delay is None else f"{rate:.2f}, day {on_day(delay)}"
