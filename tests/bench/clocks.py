"""How long work takes: by the clock, and by the processor time used, which nobody else changes."""

from __future__ import annotations

import math
import os
import resource
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from diaries import TODAY

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Took:
    """How long something took, in milliseconds."""

    clock: float
    processor: float


def took(work: Callable[[], object]) -> Took:
    """Return how long a piece of work in this process takes, with the processes it waits for."""
    clock, used = time.perf_counter(), processor_seconds()
    work()
    return Took(
        (time.perf_counter() - clock) * 1000,
        (processor_seconds() - used) * 1000,
    )


def processor_seconds() -> float:
    """Return the processor time used so far by this process and those that it has waited for."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def under_95_of_100(times: Sequence[float]) -> float:
    """Return the time that 95 of 100 runs stay under."""
    return sorted(times)[math.ceil(0.95 * len(times)) - 1]


def run(command: list[str]) -> str:
    """Run a process to its end, on the day of the measurement; return what it printed."""
    done = subprocess.run(
        command, check=True, capture_output=True, text=True, env=_environment(), cwd=HERE.parents[1]
    )
    return done.stdout


def in_turns(kinds: Mapping[str, list[str]], runs: int) -> dict[str, Took]:
    """Run processes in turn, so that a busy machine slows all; return the medians.

    The first round is left out: it fills the caches of the disk and of compiled modules.
    """
    every: dict[str, list[Took]] = {kind: [] for kind in kinds}
    for number in range(runs + 1):
        for kind, command in kinds.items():
            one = took(lambda command=command: run(command))
            if number:
                every[kind].append(one)
    return {
        kind: Took(
            statistics.median(one.clock for one in each),
            statistics.median(one.processor for one in each),
        )
        for kind, each in every.items()
    }


def python(*arguments: str) -> list[str]:
    """Return the command that runs this Python."""
    return [sys.executable, *arguments]


def _environment() -> dict[str, str]:
    # Compiled modules are kept, as by every installed program, whatever this shell says.
    kept = {name: text for name, text in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {
        "DAYMARK_TODAY": TODAY.isoformat(),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(HERE.parents[1]),
    }
