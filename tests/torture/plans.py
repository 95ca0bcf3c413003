"""What a tortured program does: which work, in which folder, and what the diary then says.

Everything follows from the kind and the seed, so that whoever looks afterwards knows what must be
there without having been told by the program that was killed.
"""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from diary.domain.diary import Diary
from diary.domain.entry import DayEntry, Pain, SignReport
from diary.paths import AppPaths

if TYPE_CHECKING:
    from pathlib import Path

NOW = dt.datetime(2026, 3, 20, 20, 4, tzinfo=dt.UTC)
TODAY = NOW.date()
FIRST = dt.date(2024, 1, 1)
PASSPHRASE = "correct horse ü"
NEW_PASSPHRASE = "battery staple"
PLACES = ("lower_back", "hip", "neck", "ribs", "thigh", "skull")


@dataclass(frozen=True)
class Plan:
    """One piece of work.

    Attributes:
        kind: its name in :data:`tests.torture.kinds.KINDS`.
        folder: the only place that is written.
        seed: what the days say, and whether the diary is protected.
    """

    kind: str
    folder: Path
    seed: int

    @property
    def paths(self) -> AppPaths:
        """Where the diary is."""
        return AppPaths(self.folder / "home")

    @property
    def aside(self) -> Path:
        """A folder of hers for files that are not the diary."""
        return self.folder / "aside"

    @property
    def passphrase(self) -> str | None:
        """The passphrase of the diary as it was prepared; every other seed has none."""
        return PASSPHRASE if self.seed % 2 else None

    def entry(self, number: int, version: int = 0) -> DayEntry:
        """Return a version of the day of this number: no two say the same."""
        chance = random.Random(f"{self.seed} {number} {version}")
        pains = tuple(
            Pain(region=place, worst=chance.randint(1, 10), timing=("night", "evening"))
            for place in chance.sample(PLACES, chance.randint(0, 4))
        )
        return DayEntry(
            date=FIRST + dt.timedelta(days=number),
            entered_at=NOW,
            pains=pains,
            signs=(SignReport(sign="heavy_legs", grade=chance.randint(1, 3)),),
            note=f"seed {self.seed}, day {number}, version {version} "
            + "ü" * chance.randint(0, 300),
        )

    def entries(self, count: int, version: int = 0) -> tuple[DayEntry, ...]:
        """Return the first days."""
        return tuple(self.entry(number, version) for number in range(count))


@dataclass(frozen=True)
class Says:
    """What a diary says, as far as the work changes it.

    Attributes:
        entries: the recorded days.
        drafts: the days that are not saved, with what is kept of them.
        versions: how many earlier versions the changed days have.
        birth_year: of the profile.
    """

    entries: tuple[DayEntry, ...] = ()
    drafts: tuple[tuple[dt.date, str], ...] = ()
    versions: tuple[tuple[dt.date, int], ...] = ()
    birth_year: int | None = None

    def with_day(self, entry: DayEntry) -> Says:
        """Return it with a day saved: its draft is gone, and what it said before is kept."""
        days = {one.date: one for one in self.entries}
        versions = dict(self.versions)
        before = days.get(entry.date)
        if before is not None and before != entry:
            versions[entry.date] = versions.get(entry.date, 0) + 1
        days[entry.date] = entry
        return replace(
            self,
            entries=tuple(days[day] for day in sorted(days)),
            drafts=tuple(pair for pair in self.drafts if pair[0] != entry.date),
            versions=tuple(sorted(versions.items())),
        )

    def with_draft(self, day: dt.date, body: str) -> Says:
        """Return it with a draft."""
        return replace(self, drafts=tuple(sorted({**dict(self.drafts), day: body}.items())))


def diary_of(entries: tuple[DayEntry, ...]) -> Diary:
    """Return a diary of these days and nothing else."""
    return Diary(entries=entries)
