"""The rule book once more, slow and obvious: plain Python over entries, one day at a time.

Written from the words of sections 1 and 3 and not from the program: no vectors, no shared code,
exact fractions instead of floats. The tests compare both on random diaries.
"""

from __future__ import annotations

import math
from fractions import Fraction
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from tests.rules.diaries import day, number_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from diary.domain.diary import Diary
    from diary.domain.entry import DayEntry, Pain, SignReport

SPINE = ("neck", "upper_back", "lower_back", "sacrum")
LIMBS = ("thigh", "shoulder_upper_arm", "hip", "buttock")
BAND = (*SPINE, "ribs", "sternum", "chest", "abdomen_upper")
E1_SIGNS = (
    "bladder_difficulty",
    "bladder_leak",
    "bladder_feeling_lost",
    "bowel_control_lost",
    "saddle_numbness",
)
E2_SIGNS = ("leg_weakness", "arm_weakness", "trouble_walking", "heavy_legs")
E3_SIGNS = ("numbness_trunk", "numbness_limb", "tingling_limb", "electric_shocks")
NOT_ENOUGH, FALSE, NEXT_VISIT, SOON, URGENT, EMERGENCY = -1, 0, 1, 2, 3, 4
BAD_NIGHTS = {"woke_me", "kept_awake"}


def last7(d: int) -> range:
    return range(d - 6, d + 1)


def prior7(d: int) -> range:
    return range(d - 13, d - 6)


def last14(d: int) -> range:
    return range(d - 13, d + 1)


def base28(d: int) -> range:
    return range(d - 41, d - 13)


def base56(d: int) -> range:
    return range(d - 69, d - 13)


def last56(d: int) -> range:
    return range(d - 55, d + 1)


def mean(values: Iterable[int]) -> Fraction:
    known = list(values)
    return Fraction(sum(known), len(known))


class Slow:
    """One diary, asked day by day."""

    def __init__(self, diary: Diary) -> None:
        self.diary = diary
        self.entries: dict[int, DayEntry] = {number_of(e.date): e for e in diary.entries}
        self.judged = sorted(self.entries)

    # Answered, late, recorded, p(r,d), usual levels.

    def late(self, d: int) -> bool:
        """More than 48 hours after the end of the day."""
        entered = self.entries[d].entered_at
        if entered is None:
            return False
        whole = entered.date() - day(d + 1)
        hours = whole.days * 24 + entered.hour + entered.minute / 60 + entered.second / 3600
        return hours > 48

    def pains_recorded(self, d: int) -> bool:
        return d in self.entries and self.entries[d].pains is not None and not self.late(d)

    def items(self, r: str, d: int) -> list[Pain]:
        """The reports of a place on a day, late ones too."""
        if d not in self.entries:
            return []
        return [pain for pain in self.entries[d].pains or () if pain.region == r]

    def p(self, r: str, d: int) -> int | None:
        """The worst pain at a place on a recorded day; None where it is not known."""
        if not self.pains_recorded(d):
            return None
        items = self.items(r, d)
        if not items:
            return 0
        known = [pain.worst for pain in items if pain.worst is not None]
        return max(known) if known else None

    def scores(self, r: str, window: Iterable[int]) -> list[int]:
        return [score for d in window if (score := self.p(r, d)) is not None]

    def usual(self, of: str, d: int) -> int:
        """The level in force on a day: of several the one that began last, then said last."""
        in_force = [
            (-math.inf if level.since is None else number_of(level.since), level.level)
            for level in self.diary.profile.usual
            if level.of == of and (level.since is None or number_of(level.since) <= d)
        ]
        return sorted(in_force, key=lambda pair: pair[0])[-1][1] if in_force else 0

    def spread_known(self) -> bool:
        return self.diary.profile.bone_metastases is True

    # NEW.

    def reports(self, s: str, d: int) -> list[SignReport]:
        if d not in self.entries:
            return []
        return [report for report in self.entries[d].signs or () if report.sign == s]

    def new_sign(self, s: str, d: int, *, yes_beats_usual: bool) -> bool:
        for report in self.reports(s, d):
            grade = report.grade or 1
            if report.new == "yes" and yes_beats_usual:
                return True
            if report.new == "no" or grade <= self.usual(s, d):
                continue
            if report.new in {"yes", "not_sure"}:
                return True
            known_days = 0
            for before in base28(d):
                grades = [one.grade or 1 for one in self.reports(s, before)]
                if grades and not self.late(before) and max(grades) >= grade:
                    known_days += 1
            if known_days < 2:
                return True
        return False

    def new_feature(self, has: Callable[[Pain], bool], places: Iterable[str], d: int) -> bool:
        def with_it(on: int) -> list[Pain]:
            return [pain for r in places for pain in self.items(r, on) if has(pain)]

        if not with_it(d):
            return False
        if sum(self.pains_recorded(before) for before in base28(d)) < 7:
            return any(
                pain.worst is None
                or max(p.worst for p in self.items(pain.region, d) if p.worst is not None)
                > self.usual(pain.region, d)
                for pain in with_it(d)
            )
        return sum(self.pains_recorded(b) and bool(with_it(b)) for b in base28(d)) <= 1

    # The rules.

    def sign_rule(self, s: str, d: int) -> int:
        """E1 and E2."""
        if self.entries[d].signs is None:
            return NOT_ENOUGH
        return EMERGENCY if self.new_sign(s, d, yes_beats_usual=True) else FALSE

    def e3(self, d: int) -> int:
        entry = self.entries[d]
        hurt = any(
            pain.worst is None or pain.worst >= 1
            for b in last14(d)
            for r in SPINE
            for pain in self.items(r, b)
        )
        if hurt and (self._nerve_feature(d) or self._nerve_sign(d)):
            return EMERGENCY
        told = entry.pains is not None and (entry.signs is not None or not hurt)
        return FALSE if told else NOT_ENOUGH

    def _nerve_feature(self, d: int) -> bool:
        anywhere = {pain.region for e in self.diary.entries for pain in e.pains or ()}
        return self.new_feature(lambda pain: "band_like" in pain.quality, BAND, d) or any(
            self.new_feature(lambda pain, to=to: to in pain.spreads_to, anywhere, d)
            for to in ("around_chest", "both_arms", "both_legs")
        )

    def _nerve_sign(self, d: int) -> bool:
        for s in E3_SIGNS:
            if not self.new_sign(s, d, yes_beats_usual=False):
                continue
            reports = self.reports(s, d)
            sides = {report.side for report in reports}
            both = "both" in sides or ("left" in sides and "right" in sides)
            if s != "tingling_limb" or both or any((one.grade or 1) >= 2 for one in reports):
                return True
        return False

    def e3_place(self, d: int) -> str:
        """The worst region of last14; of equals the latest, then the first of the list."""
        best: tuple[int, int] = (-1, -1)
        place = ""
        for r in SPINE:
            on = [b for b in last14(d) if self.items(r, b)]
            worst = max((pain.worst or 0 for b in on for pain in self.items(r, b)), default=-1)
            if (worst, max(on, default=-1)) > best:
                best, place = (worst, max(on)), r
        return place

    def night(self, r: str, d: int) -> bool | None:
        """Such a night at a place: pain of 4 or more, and it woke her or kept her awake."""
        score = self.p(r, d)
        if score is None:
            return None
        if score < 4:
            return False
        told = [pain.night for pain in self.items(r, d) if pain.night is not None]
        return any(night in BAD_NIGHTS for night in told) if told else None

    def spine_night(self, d: int) -> bool | None:
        nights = [self.night(r, d) for r in SPINE]
        if True in nights:
            return True
        return None if None in nights else False

    def u1(self, d: int) -> int:
        needed = 2 if self.spread_known() else 3
        nights = [self.spine_night(b) for b in last7(d)].count(True)
        before = [night for b in base28(d) if (night := self.spine_night(b)) is not None]
        # n counts the recorded days of what the rule reads: nights that are known.
        if len(before) < 7:
            quiet_before = all(self.usual(r, d) < 4 for r in SPINE)
        else:
            quiet_before = before.count(True) * 7 < len(before)
        if sum(self.spine_night(b) is not None for b in last7(d)) < needed:
            return NOT_ENOUGH
        return URGENT if nights >= needed and quiet_before else FALSE

    def u3(self, r: str, d: int) -> int:
        pain, rise = (5, 2) if self.spread_known() else (6, 3)
        this, prior, base = (self.scores(r, window(d)) for window in (last7, prior7, base56))
        if len(this) < 4 or len(prior) < 3 or len(base) < 7:
            return NOT_ENOUGH
        usually = median(base)
        last = [b for b in range(d + 1) if self.p(r, b) is not None][-3:]
        within = len(last) == 3 and last[0] >= d - 4
        high = all(self.p(r, b) >= pain and self.p(r, b) >= usually + rise for b in last)
        week = sum(score >= usually + 2 for score in this)
        nearly_all = week >= 4 and 5 * week >= 4 * len(this)
        if not (within and high and nearly_all and mean(prior) - usually >= 1):
            return FALSE
        on_drug = any(
            one.kind == "aromatase_inhibitor"
            and (one.start is None or number_of(one.start) <= d)
            and (one.end is None or d <= number_of(one.end))
            for one in self.diary.treatments
        )
        mild = on_drug and self.both_limbs(r, d) and not self.bad_night(r, last7(d))
        return SOON if mild and not self.spread_known() else URGENT

    def long_standing(self, r: str, d: int) -> bool:
        scores = self.scores(r, range(d - 60, d - 13))
        if len(scores) < 7:
            return self.usual(r, d) >= 2
        return 2 * sum(score >= 2 for score in scores) >= len(scores)

    def w1_true(self, r: str, d: int) -> bool | None:
        counted = self.scores(r, last14(d))
        if (
            len(counted) < 8
            or len(self.scores(r, last7(d))) < 3
            or len(self.scores(r, prior7(d))) < 3
        ):
            return None
        hurting = sum(score >= 2 for score in counted)
        lasts = 4 * hurting >= 3 * len(counted) and any(
            score >= 2 for score in self.scores(r, range(d - 16, d - 11))
        )
        worse = (
            5 * hurting >= 2 * len(counted)
            and any(score >= 2 for score in self.scores(r, range(d - 16, d - 8)))
            and mean(self.scores(r, last7(d))) - mean(self.scores(r, prior7(d))) >= 1
            and not any(
                pain.trigger in {"injury", "strain", "fall"}
                for b in last14(d)
                for pain in self.items(r, b)
            )
        )
        return (lasts or worse) and not self.long_standing(r, d)

    def bad_night(self, r: str, window: Iterable[int]) -> bool:
        return any(
            pain.night in BAD_NIGHTS and pain.worst != 0
            for b in window
            if self.pains_recorded(b)
            for pain in self.items(r, b)
        )

    def w1b(self, r: str, d: int) -> bool:
        fell = median(self.scores(r, prior7(d))) - median(self.scores(r, last7(d)))
        if fell >= 1 and self._trigger(r, d):
            return True
        last = [score for b in range(d + 1) if (score := self.p(r, b)) is not None][-1]
        return fell >= 2 and last <= 2 and not self.bad_night(r, last7(d))

    def _trigger(self, r: str, d: int) -> bool:
        hurting = [b for b in range(d + 1) if (self.p(r, b) or 0) >= 2]
        begins = [b for b in hurting if not set(range(b - 14, b)) & set(hurting)]
        spell = [b for b in range(begins[-1], d + 1) if self.p(r, b) is not None]
        return any(
            pain.trigger in {"injury", "strain", "fall"}
            for b in spell[:7]
            for pain in self.items(r, b)
        )

    def both_limbs(self, r: str, d: int) -> bool:
        both, told = 0, 0
        for b in last14(d):
            sides = {pain.side for pain in self.items(r, b)} - {None}
            if (self.p(r, b) or 0) >= 2 and sides:
                told += 1
                both += "both" in sides or sides >= {"left", "right"}
        return r in LIMBS and told > 0 and 4 * both >= 3 * told

    def w1c(self, r: str, d: int) -> bool:
        return (
            self.both_limbs(r, d)
            and not self.bad_night(r, last7(d))
            and median(self.scores(r, last7(d))) < 5
        )

    def w1(self, r: str, d: int) -> int:
        true = self.w1_true(r, d)
        if not true:
            return NOT_ENOUGH if true is None else FALSE
        if self.w1c(r, d):
            return NEXT_VISIT
        if not self.w1b(r, d):
            return SOON
        # Since when does it fall, in this run of days on which the rule is true?
        since = d
        for before in reversed([b for b in self.judged if b < d]):
            was_true = self.w1_true(r, before)
            if was_true is False:
                break
            if was_true and self.w1b(r, before):
                since = before
        return NEXT_VISIT if d - since < 7 else SOON

    def w2(self, r: str, d: int) -> int:
        week, prior, base = (self.scores(r, window(d)) for window in (last7, prior7, base56))
        if len(week) < 3 or len(prior) < 3 or len(base) < 10:
            return NOT_ENOUGH
        up = mean(week) - mean(base) >= 2 and mean(prior) - mean(base) >= 2
        return SOON if up and mean(base) >= 1 and mean(week) >= 3 else FALSE

    def w3(self, r: str, d: int) -> int:
        points = [(b, score) for b in last56(d) if (score := self.p(r, b)) is not None]
        week = self.scores(r, last7(d))
        if len(points) < 24 or len(week) < 3:
            return NOT_ENOUGH
        rises = rise(points) >= 2 and steadiness(points) > 3.1 and median(week) >= 3
        return SOON if rises else FALSE


def slope(points: list[tuple[int, int]]) -> Fraction:
    """Theil-Sen: the middle one of the slopes of all pairs."""
    return median(
        Fraction(later - earlier, b - a)
        for i, (a, earlier) in enumerate(points)
        for b, later in points[i + 1 :]
    )


def rise(points: list[tuple[int, int]]) -> Fraction:
    """The rise of the line over the recorded span."""
    return slope(points) * (points[-1][0] - points[0][0])


def steadiness(points: list[tuple[int, int]]) -> float:
    """Mann-Kendall with tie correction, lag-1 corrected."""
    values = [value for _, value in points]
    n = len(values)
    s = sum((b > a) - (b < a) for i, a in enumerate(values) for b in values[i + 1 :])
    ties = sum(t * (t - 1) * (2 * t + 5) for t in (values.count(v) for v in set(values)))
    variance = (n * (n - 1) * (2 * n + 5) - ties) / 18
    if s == 0 or variance == 0:
        return 0.0
    z0 = (s - (1 if s > 0 else -1)) / math.sqrt(variance)
    line = slope(points)
    residuals = [value - line * number for number, value in points]
    below = {one: sum(other < one for other in residuals) for one in set(residuals)}
    ranks = [below[one] + Fraction(residuals.count(one) + 1, 2) for one in residuals]
    middle = Fraction(sum(ranks), n)
    squares = sum((rank - middle) ** 2 for rank in ranks)
    products = sum((a - middle) * (b - middle) for a, b in pairwise(ranks))
    r1 = max(Fraction(0), products / squares) if squares else Fraction(0)
    correction = 9 if r1 == 1 else min(Fraction(9), (1 + r1) / (1 - r1))
    return z0 / math.sqrt(correction)
