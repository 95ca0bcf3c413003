"""Three made-up diaries for the test of a reader who sees page 1 for sixty seconds."""

from __future__ import annotations

import datetime as dt

from diary.domain.care import Profile, Treatment, UsualLevel
from diary.domain.diary import Diary
from diary.domain.entry import DayEntry, Medicine, Pain, SignReport, SymptomReport

END = dt.date(2026, 6, 14)
_WORSE = (1, 0, -1, 0)  # from day to day, so that no two weeks are alike


def _entry(ago, **fields):
    day = END - dt.timedelta(days=ago)
    return DayEntry(date=day, entered_at=dt.datetime.combine(day, dt.time(19), dt.UTC), **fields)


def harriet():
    """Return new weak legs with band-like pain of the upper back that wakes her."""
    silent = (60, 47, 33, 32, 18)
    return Diary(
        profile=Profile(
            name="Harriet Q. (made up)",
            birth_year=1955,
            cancer="breast",
            diagnosed_on=dt.date(2017, 3, 2),
            bone_metastases=False,
            osteoporosis=True,
            usual=(
                UsualLevel(
                    of="upper_back",
                    level=2,
                    since=dt.date(2024, 1, 1),
                    confirmed_on=dt.date(2026, 5, 1),
                ),
            ),
        ),
        entries=tuple(_harriets_day(ago) for ago in range(69, -1, -1) if ago not in silent),
    )


def _harriets_day(ago):
    pain = Pain(
        region="upper_back",
        side="centre",
        worst=2 if ago > 20 else 3 + (20 - ago) // 5,
        night="woke_me" if ago < 12 and ago % 2 == 0 else "none",
        pattern="constant" if ago < 15 else "comes_and_goes",
        quality=("band_like",) if ago < 7 else ("dull",),
        spreads_to=("around_chest",) if ago < 7 else (),
        worse_with=("lying_flat",) if ago < 14 else ("lifting",),
        better_with=("heat_cold",) if ago % 3 else (),
        onset="gradual",
        trigger="none_known",
        started_on=dt.date(2026, 5, 24) if ago < 21 else None,
        relief="little" if ago < 10 else None,
    )
    weak = SignReport(sign="leg_weakness", side="both", grade=1, new="yes")
    tired = SymptomReport(symptom="fatigue", grade=1, new="no")
    drug = Medicine(name="paracetamol", kind="paracetamol", doses=3, relief="little")
    return _entry(
        ago,
        pains=(pain,),
        signs=(weak,) if ago < 3 else (),
        symptoms=() if ago % 4 else (tired,),
        medicines=(drug,) if ago < 10 else (),
    )


def ivy():
    """Return hip pain that grows, in a diary with gaps and nerve signs hardly ever asked."""
    return Diary(
        profile=Profile(
            name="Ivy R. (made up)",
            birth_year=1948,
            cancer="prostate",
            diagnosed_on=dt.date(2021, 9, 1),
        ),
        entries=tuple(_ivys_day(ago) for ago in range(55, -1, -1) if ago % 5 != 4),
    )


def _ivys_day(ago):
    pain = Pain(
        region="hip",
        side="left",
        worst=2 if ago > 28 else 3 + (28 - ago) // 10,
        night="none",
        pattern="comes_and_goes",
        timing=("evening",),
        worse_with=("standing_walking",),
        better_with=("rest",),
        quality=("sharp",) if ago % 2 else ("dull",),
        onset="gradual",
        trigger="none_known",
    )
    return _entry(
        ago,
        pains=(pain,) if ago < 40 else (),
        signs=() if ago in (41, 36) else None,
        symptoms=None if ago % 3 else (),
        walking=2 if ago < 10 else 0,
    )


def mona():
    """Return joint pain of both hands on a tablet, lessening, and a knee after a fall."""
    return Diary(
        profile=Profile(
            name="Mona S. (made up)",
            birth_year=1970,
            cancer="breast",
            diagnosed_on=dt.date(2023, 1, 9),
            bone_metastases=False,
            osteoporosis=False,
            usual=(
                UsualLevel(
                    of="tingling_hand_foot",
                    level=1,
                    since=dt.date(2023, 9, 1),
                    confirmed_on=dt.date(2026, 6, 1),
                ),
            ),
        ),
        treatments=(
            Treatment(kind="aromatase_inhibitor", name="anastrozole", start=dt.date(2026, 3, 1)),
        ),
        entries=tuple(_monas_day(ago) for ago in range(83, -1, -1) if ago % 7 != 5),
    )


def _monas_day(ago):
    level = 5 if ago > 40 else 4 if ago > 20 else 2
    hands = Pain(
        region="hand_wrist_fingers",
        side="both",
        worst=level + _WORSE[ago % 4],
        night="felt" if ago > 40 and ago % 6 == 0 else "none",
        timing=("early_morning",),
        better_with=("movement",),
        quality=("dull",),
        trigger="none_known",
    )
    knee = Pain(region="knee", side="right", worst=6, trigger="fall", night="woke_me")
    tingling = SignReport(sign="tingling_hand_foot", side="both", grade=1, new="no")
    return _entry(
        ago,
        pains=(hands, knee) if ago in (30, 31) else (hands,),
        signs=(tingling,) if ago % 2 else (),
        symptoms=(),
        medicines=(),
        walking=0,
    )
