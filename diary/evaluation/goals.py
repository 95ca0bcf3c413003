"""What the rules should reach on the simulated cohort: each figure, its goal, and how it is read.

The goals are our own. They weigh days gained against false alerts on assumed curves.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.evaluation.tables import markdown, on_day, percent
from diary.evaluation.trials import SIGN_HABITS, USUAL_HABIT
from diary.rules.model import Tier

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from diary.evaluation.measures import Scores

    Tables = Mapping[str, Mapping[str, Scores]]

CHRONIC = "stable chronic pain"
CORD = "cord compression"


@dataclass(frozen=True, slots=True)
class Goal:
    """One figure that is looked at.

    Attributes:
        words: what it is.
        reach: the goal in words.
        figure: how it is read from the scores by habit and course; None where nothing was raised.
        shown: the figure in words.
        met: whether a figure reaches the goal.
    """

    words: str
    reach: str
    figure: Callable[[Tables], float | None]
    shown: Callable[[float | None], str]
    met: Callable[[float], bool]

    def told(self, tables: Tables) -> str:
        """Return the figure, and whether it reaches the goal."""
        try:
            value = self.figure(tables)
        except KeyError:
            return "not tried"
        if value is None:
            return "never"
        return self.shown(value) if self.met(value) else f"{self.shown(value)} (not reached)"


def _rate(value: float | None) -> str:
    return f"{value:.2f}"


def _number(value: float | None) -> str:
    return f"{value:.0f}"


def _same_day(scores: Iterable[Scores]) -> float:
    """The least share of people over several habits: the weakest counts."""
    return min(one.same_day / one.signed for one in scores)


def _false(kind: str, least: Tier) -> Callable[[Tables], float]:
    return lambda tables: tables[USUAL_HABIT][kind].rate(least)


def _median(kind: str) -> Callable[[Tables], float | None]:
    return lambda tables: tables[USUAL_HABIT][kind].median_delay()


def _by_60(kind: str) -> Callable[[Tables], float | None]:
    return lambda tables: tables[USUAL_HABIT][kind].share_by(60)


def _unfounded(tables: Tables) -> float:
    return float(sum(one.unfounded for table in tables.values() for one in table.values()))


def _sign_habits(tables: Tables) -> float:
    return _same_day(tables[habit][CORD] for habit in SIGN_HABITS)


def _ramps() -> Iterable[Goal]:
    for nights in ("without", "with"):
        kind = f"bone ramp 90 d, {nights} nights"
        yield Goal(
            f"bone ramp of 90 days {nights} nights, first alert soon or higher, median day",
            "at most 35",
            _median(kind),
            on_day,
            lambda day: day <= 35,  # noqa: PLR2004  the goal
        )
        yield Goal(
            f"the same, share by day 60, {nights} nights",
            "at least 95 %",
            _by_60(kind),
            percent,
            lambda share: share >= 0.95,  # noqa: PLR2004  the goal
        )
    for nights in ("without", "with"):
        yield Goal(
            f"bone ramp of 30 days {nights} nights, median day",
            "at most 18",
            _median(f"bone ramp 30 d, {nights} nights"),
            on_day,
            lambda day: day <= 18,  # noqa: PLR2004  the goal
        )


GOALS: tuple[Goal, ...] = (
    Goal(
        "cord compression: emergency on the recorded day of the sign",
        "at least 99 %",
        lambda tables: _same_day([tables[USUAL_HABIT][CORD]]),
        percent,
        lambda share: share >= 0.99,  # noqa: PLR2004  the goal
    ),
    Goal(
        "the same with `new` not answered or not sure, a fifth late, a quiet period, a usual level "
        "of 3 and `new` yes (the weakest of them)",
        "at least 99 %",
        _sign_habits,
        percent,
        lambda share: share >= 0.99,  # noqa: PLR2004  the goal
    ),
    Goal(
        "emergencies where no emergency condition was simulated",
        "0",
        _unfounded,
        _number,
        lambda number: number == 0,
    ),
    *_ramps(),
    Goal(
        "stable chronic pain: soon or higher, a person-year",
        "at most 0.6",
        _false(CHRONIC, Tier.SOON),
        _rate,
        lambda rate: rate <= 0.6,  # noqa: PLR2004  the goal
    ),
    Goal(
        "pain-free with colds: soon or higher, a person-year",
        "at most 0.05",
        _false("pain-free with colds", Tier.SOON),
        _rate,
        lambda rate: rate <= 0.05,  # noqa: PLR2004  the goal
    ),
    Goal(
        "stable tingling: urgent or higher, a person-year",
        "at most 0.1",
        _false("stable tingling", Tier.URGENT),
        _rate,
        lambda rate: rate <= 0.1,  # noqa: PLR2004  the goal
    ),
    Goal(
        "aromatase-inhibitor joints: people with urgent or higher",
        "at most 2 %",
        lambda tables: (
            tables[USUAL_HABIT]["aromatase-inhibitor joints"].persons_urgent
            / tables[USUAL_HABIT]["aromatase-inhibitor joints"].persons
        ),
        percent,
        lambda share: share <= 0.02,  # noqa: PLR2004  the goal
    ),
)


def reached(books: Mapping[str, Tables]) -> Iterator[str]:
    """Yield every goal, and what each rule book reaches."""
    yield from markdown(
        ("figure", "goal", *books),
        ((goal.words, goal.reach, *map(goal.told, books.values())) for goal in GOALS),
    )
