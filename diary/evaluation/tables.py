"""The tables of the evaluation, as Markdown: each a function of the scores by course."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.evaluation.comparators import COMPARATORS
from diary.evaluation.person import DAYS
from diary.i18n import translate
from diary.rules.model import Tier

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from diary.evaluation.measures import Scores

_HIGHEST_FIRST = tuple(sorted(Tier, reverse=True))
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
    "any word of the sign that day",
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
                percent(scores.spoken_of / scores.signed if scores.signed else None),
            )
            for kind, scores in table.items()
        ),
    )


def bought(books: Mapping[str, Mapping[str, Scores]], kinds: Sequence[str]) -> Iterator[str]:
    """Yield, for each book, alerts a person-year and the median first day of some courses."""
    yield from markdown(
        ("rule book", *kinds),
        (
            (
                name,
                *(
                    _rate_and_day(table[kind].rate(Tier.SOON), table[kind].median_delay())
                    for kind in kinds
                ),
            )
            for name, table in books.items()
        ),
    )


def false_alerts(table: Mapping[str, Scores]) -> Iterator[str]:
    """Yield alerts a person-year by tier and kind, for the courses without an onset."""
    yield from markdown(
        ("course", "kind", *(translate(tier.label).lower() for tier in _HIGHEST_FIRST)),
        (
            (kind, family, *(f"{scores.rate_of(tier, family):.2f}" for tier in _HIGHEST_FIRST))
            for kind, scores in table.items()
            if not scores.delays
            for family in (sorted({family for _tier, family in scores.kinds}) or ("none",))
        ),
    )


def emergencies(tables: Iterable[Mapping[str, Scores]]) -> str:
    """Return how many emergencies there were where no emergency condition was simulated."""
    every = [scores for table in tables for scores in table.values()]
    return (
        "Emergencies in diaries in which no emergency condition was simulated, over all tables "
        f"of this page: {sum(scores.unfounded for scores in every)} "
        f"in {sum(scores.calm for scores in every)} diaries."
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
