"""What was measured, beside its budget: as a table for the eye and as JSON for a program."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

_WORDS = 64
# The work that is done in the window.
SAVE, REPORT = "save", "report"
ONE_PLACE, SEVERAL_PLACES = "switch, one place", "switch, four places"
# A chart that was not drawn since the diary changed: nothing of it is kept.
FIRST_ONE_PLACE, FIRST_SEVERAL_PLACES = "first switch, one place", "first switch, four places"


@dataclass(frozen=True)
class Result:
    """One row of the table.

    Attributes:
        what: what was measured.
        measured: the figure.
        budget: what is allowed; None where there is no budget for it.
        unit: what both are in: ``times`` of a reference that ran in turn with it, ms, MB, or /s.
        at_least: whether the budget is the least that is wanted, not the most.
    """

    what: str
    measured: float
    budget: float | None = None
    unit: str = "ms"
    at_least: bool = False

    @property
    def is_reached(self) -> bool | None:
        """Whether the budget is kept; None where there is none."""
        if self.budget is None:
            return None
        return self.measured >= self.budget if self.at_least else self.measured <= self.budget

    def line(self) -> str:
        """Return the row."""
        budget = "" if self.budget is None else f"{self.budget:.2f}"
        word = {None: "", True: "reached", False: "MISSED"}[self.is_reached]
        return f"{self.what:<{_WORDS}}{self.measured:>9.2f}{budget:>9} {self.unit:<5} {word}"


def say(text: str) -> None:
    """Print a line at once."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def head() -> str:
    """Return the head of the table."""
    return f"{'':<{_WORDS}}{'measured':>9}{'budget':>9}"


def growth_lines(growth: dict[int, dict[str, float]]) -> list[str]:
    """Return what was measured for diaries of so many years as a table, a column each."""
    first = next(iter(growth.values()))
    years = "".join(f"{years:>9}" for years in growth)
    return [f"{'years of daily entries':<{_WORDS}}{years}"] + [
        f"{what:<{_WORDS}}" + "".join(f"{column[what]:>9.2f}" for column in growth.values())
        for what in first
    ]


def write(
    out: Path,
    machine: dict[str, Any],
    results: list[Result],
    growth: dict[int, dict[str, float]],
) -> None:
    """Write everything as JSON."""
    rows = [asdict(result) | {"reached": result.is_reached} for result in results]
    document = {"machine": machine, "budgets": rows, "growth_by_years": growth}
    out.write_text(json.dumps(document, indent=1) + "\n", encoding="utf-8")
