"""Scores of the rules, and of the comparators, on simulated diaries. Arithmetic, not accuracy."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass, field
from statistics import median, stdev
from typing import TYPE_CHECKING

from diary.domain.record import Record
from diary.domain.signs import SIGNS
from diary.evaluation.comparators import COMPARATORS, spoken
from diary.rules.catalog import RULES
from diary.rules.engine import history
from diary.rules.model import Tier

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from diary.evaluation.person import Simulated
    from diary.rules.model import AlertReport
    from diary.rules.rule import Rule

NEVER = 10_000
CHANCE = 1.96  # standard errors that hold 95 of 100 draws
_PAIR = 2


def share_error(share: float, persons: int) -> float:
    """Return how far chance moves a share of so many people in 95 of 100 draws."""
    return CHANCE * math.sqrt(share * (1 - share) / persons)


@dataclass(slots=True)
class Scores:
    """What happened over the diaries of one course.

    Attributes:
        persons: diaries with at least one entry.
        years: calendar years they cover.
        raised: alerts by the highest tier they reached.
        kinds: the same by tier and family.
        calm: people for whom no emergency condition was simulated.
        unfounded: emergencies in their diaries.
        each: alerts of tier soon or higher, person by person.
        repeats: of them, those beyond a person's first.
        persons_urgent: people with an alert of tier urgent or higher.
        delays: days from the onset to the first alert of tier soon or higher; NEVER without.
        signed: people who recorded an emergency sign.
        same_day: of them, those with an emergency on the day of the first recorded sign.
        spoken_of: of them, those with any alert about a sign on that day.
        compared: alerts of each comparator.
        compared_delays: their delays.
    """

    persons: int = 0
    years: float = 0.0
    raised: Counter[Tier] = field(default_factory=Counter)
    kinds: Counter[tuple[Tier, str]] = field(default_factory=Counter)
    calm: int = 0
    unfounded: int = 0
    each: list[int] = field(default_factory=list)
    repeats: int = 0
    persons_urgent: int = 0
    delays: list[int] = field(default_factory=list)
    signed: int = 0
    same_day: int = 0
    spoken_of: int = 0
    compared: Counter[str] = field(default_factory=Counter)
    compared_delays: dict[str, list[int]] = field(default_factory=dict)

    def rate(self, least: Tier, highest: Tier = Tier.EMERGENCY) -> float:
        """Return alerts a person-year of the tiers from ``least`` to ``highest``."""
        number = sum(n for tier, n in self.raised.items() if least <= tier <= highest)
        return number / self.years if self.years else 0.0

    def rate_of(self, tier: Tier, family: str) -> float:
        """Return alerts a person-year of a family that reached a tier and no higher one."""
        return self.kinds[tier, family] / self.years if self.years else 0.0

    def rate_error(self) -> float:
        """Return how far chance moves the rate of soon or higher in 95 of 100 such cohorts.

        In alerts a person-year. From how much the people differ; 0 for fewer than two.
        """
        if len(self.each) < _PAIR:
            return 0.0
        return CHANCE * stdev(self.each) * math.sqrt(len(self.each)) / self.years

    def median_between(self) -> tuple[int, int]:
        """Return the days between which the median lies in 95 of 100 such cohorts.

        From the order of the delays, without any assumption about their shape.
        """
        n = len(self.delays)
        reach = CHANCE * math.sqrt(n) / 2
        places = (math.floor(n / 2 - reach) - 1, math.ceil(n / 2 + reach))
        ordered = sorted(self.delays)
        first, last = (ordered[min(max(place, 0), n - 1)] for place in places)
        return first, last

    def median_delay(self) -> float | None:
        """Return the median delay in days; None without an onset."""
        return median(self.delays) if self.delays else None

    def share_by(self, day: int) -> float | None:
        """Return the share of people whose first alert came by a day after the onset."""
        return _share(self.delays, day)


def _share(delays: list[int], day: int) -> float | None:
    return sum(1 for delay in delays if delay <= day) / len(delays) if delays else None


def measure(simulated: Iterable[Simulated], rules: Sequence[Rule] = RULES) -> Scores:
    """Return the scores of a rule book over simulated diaries."""
    result = Scores()
    for one in simulated:
        if one.diary.last_day is None:
            continue
        result.persons += 1
        result.years += one.years
        _add_alerts(result, one, history(one.diary, one.diary.last_day, rules))
        _add_comparators(result, one)
    return result


def _add_alerts(result: Scores, one: Simulated, report: AlertReport) -> None:
    tiers = [alert.tier for alert in report.alerts]
    result.raised.update(tiers)
    result.kinds.update((alert.tier, alert.family) for alert in report.alerts)
    if not one.emergency:
        result.calm += 1
        result.unfounded += tiers.count(Tier.EMERGENCY)
    result.each.append(sum(1 for tier in tiers if tier >= Tier.SOON))
    result.repeats += max(0, result.each[-1] - 1)
    result.persons_urgent += any(tier >= Tier.URGENT for tier in tiers)
    steps = [step for alert in report.alerts for step in alert.tiers]
    if one.onset is not None:
        days = [(s.on - one.onset).days for s in steps if s.tier >= Tier.SOON and s.on >= one.onset]
        result.delays.append(min(days, default=NEVER))
    if one.sign_day is not None:
        result.signed += 1
        that_day = [step for step in steps if step.on == one.sign_day]
        result.same_day += any(step.tier is Tier.EMERGENCY for step in that_day)
        result.spoken_of += any(step.place in SIGNS for step in that_day)


def _add_comparators(result: Scores, one: Simulated) -> None:
    record = Record(one.diary)
    for name, speaks in COMPARATORS.items():
        days = [
            day
            for place in record.pain_items
            for day in spoken(speaks(record.scores_on_time(place)))
        ]
        result.compared[name] += len(days)
        if one.onset is not None:
            onset = record.index(one.onset)
            after = [day - onset for day in days if day >= onset]
            result.compared_delays.setdefault(name, []).append(min(after, default=NEVER))
