"""Random diaries in which much happens: levels that step, climb and fall, gaps, nights, signs.

Drawn as a few stretches of days, so that hypothesis can make a failing one short; the noise of
the single days comes from one seed.
"""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from diary.domain.care import Profile, Treatment, UsualLevel
from diary.domain.diary import Diary
from diary.domain.entry import DayEntry, Pain, SignReport
from tests.rules.diaries import day

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

PLACES = ("lower_back", "neck", "hip", "ribs", "knee", "abdomen_upper")
SIGNS = (
    "leg_weakness",
    "heavy_legs",
    "bladder_leak",
    "saddle_numbness",
    "numbness_limb",
    "tingling_limb",
    "electric_shocks",
    "hand_stiffness",
)
NEWNESS = (None, None, "yes", "no", "no", "not_sure")
LONGEST = 120


@dataclass(frozen=True)
class Stretch:
    """Some days in which pain goes from one level to another.

    Attributes:
        days: how many.
        level: the level at its begin.
        slope: points a day.
        kept: share of the days with an entry.
        nights: share of the days with an answer about the night that are bad.
        trouble: share of the days with a sign or a feature of the nerves.
    """

    days: int
    level: int
    slope: float
    kept: float
    nights: float
    trouble: float


STRETCHES: SearchStrategy[Stretch] = st.builds(
    Stretch,
    days=st.integers(1, 30),
    level=st.integers(0, 9),
    slope=st.sampled_from((-0.2, -0.1, 0, 0, 0.05, 0.1, 0.2)),
    kept=st.sampled_from((1, 1, 0.9, 0.7, 0.4)),
    nights=st.sampled_from((0, 0.1, 0.5)),
    trouble=st.sampled_from((0, 0.02, 0.1, 0.4)),
)


def eventful(*, most: int = 7) -> SearchStrategy[Diary]:
    """Return a strategy of diaries of at most ``most`` stretches with at least one entry."""
    return st.builds(
        diary_of, st.lists(STRETCHES, min_size=1, max_size=most), st.integers(0, 2**32)
    )


def seeded(seed: int) -> Diary:
    """Return the same diary for the same seed, of some months."""
    rng = random.Random(seed)
    stretches = [
        Stretch(
            days=rng.randint(5, 30),
            level=rng.randint(0, 9),
            slope=rng.choice((-0.2, -0.1, 0, 0.05, 0.1, 0.2)),
            kept=rng.choice((1, 1, 0.9, 0.7)),
            nights=rng.choice((0, 0.1, 0.5)),
            trouble=rng.choice((0, 0.02, 0.1)),
        )
        for _ in range(rng.randint(2, 6))
    ]
    return diary_of(stretches, seed)


def diary_of(stretches: list[Stretch], seed: int) -> Diary:
    """Return the diary of some stretches; its first day always has an entry."""
    rng = random.Random(seed)
    share = {place: rng.choice((0, 0.3, 1)) for place in PLACES} | {rng.choice(PLACES[:4]): 1}
    lift = {place: rng.choice((0, 0, -1, 1, -3)) for place in PLACES}
    entries: list[DayEntry] = []
    number = 0
    for stretch in stretches:
        for at in range(stretch.days):
            if number < LONGEST and (not entries or rng.random() < stretch.kept):
                level = stretch.level + stretch.slope * at
                pains = [
                    pain
                    for place in PLACES
                    for pain in _pains(rng, place, level + lift[place], share[place], stretch)
                ]
                entries.append(_entry(rng, number, pains, stretch))
            number += 1
    profile = _profile(rng)
    # Three of four on a drug that is known for aching joints.
    drug = Treatment(kind="aromatase_inhibitor", start=day(rng.randint(0, 20)))
    return Diary(
        profile=profile,
        treatments=(drug,) if rng.random() < 0.75 else (),
        entries=tuple(entries),
    )


def _pains(
    rng: random.Random, place: str, level: float, share: float, stretch: Stretch
) -> list[Pain]:
    if rng.random() >= share:
        return []
    worst = min(10, max(0, round(level + rng.gauss(0, 0.7))))
    sides = rng.choice((("both",), (None,), ("left", "right"), ("both",)))
    return [
        Pain(
            region=place,
            side=side,
            worst=None if rng.random() < 0.03 else max(0, worst - position * rng.randint(0, 3)),
            night=_night(rng, stretch),
            quality=("band_like",) if rng.random() < stretch.trouble else (),
            spreads_to=(rng.choice(("both_legs", "around_chest", "one_leg")),)
            if rng.random() < stretch.trouble
            else (),
            trigger=rng.choice((None, None, "none_known", "strain")),
        )
        for position, side in enumerate(sides)
        if worst or rng.random() < 0.1
    ]


def _night(rng: random.Random, stretch: Stretch) -> str | None:
    if rng.random() < 0.1:
        return None
    bad = rng.random() < stretch.nights
    return rng.choice(("woke_me", "kept_awake") if bad else ("none", "felt"))


def _entry(rng: random.Random, number: int, pains: list[Pain], stretch: Stretch) -> DayEntry:
    signs = [
        SignReport(
            sign=rng.choice(SIGNS),
            side=rng.choice((None, "left", "right", "both")),
            grade=rng.choice((None, 1, 1, 2, 3)),
            new=rng.choice(NEWNESS),
        )
        for _ in range(3)
        if rng.random() < stretch.trouble
    ]
    entered = None
    if rng.random() < 0.2:
        end = dt.datetime.combine(day(number + 1), dt.time(), dt.UTC)
        entered = end + dt.timedelta(hours=rng.choice((-2, 47, 48, 49, 200)))
    return DayEntry(
        date=day(number),
        entered_at=entered,
        pains=None if rng.random() < 0.06 else tuple(pains),
        signs=None if rng.random() < 0.1 else tuple(signs),
    )


def _profile(rng: random.Random) -> Profile:
    known = [
        UsualLevel(
            of=rng.choice(PLACES[:3]),
            level=rng.randint(0, 6),
            since=rng.choice((None, day(rng.randint(0, 60)))),
        )
        for _ in range(rng.choice((0, 0, 1, 3)))
    ]
    known += [
        UsualLevel(of=rng.choice(SIGNS), level=rng.randint(1, 2), since=rng.choice((None, day(20))))
        for _ in range(rng.choice((0, 1, 2)))
    ]
    return Profile(bone_metastases=rng.choice((None, False, False, True)), usual=tuple(known))
