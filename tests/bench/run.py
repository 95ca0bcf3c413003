"""Measures every budget on this machine, at this moment; prints a table, writes it as JSON.

    make bench                      the JSON goes to bench.json
    make bench BENCH=somewhere.json

It fails for none. Ratios are taken against a reference that runs in turn with what is measured, so
that a busy machine slows both. What has no reference is given twice: by the clock, and by the
processor time used, which says what the clock would say if nothing else ran here.

A switch of chart is two rows: the first, as after a save, and those to charts that are kept until
the diary changes.
"""

from __future__ import annotations

import json
import os
import platform
import statistics
import sys
import tempfile
from pathlib import Path

from clocks import HERE, in_turns, python, run, under_95_of_100
from diaries import FOUR_PLACES, long_diary
from results import (
    FIRST_ONE_PLACE,
    FIRST_SEVERAL_PLACES,
    ONE_PLACE,
    REPORT,
    SAVE,
    SEVERAL_PLACES,
    Result,
    growth_lines,
    head,
    say,
    write,
)
from work import both, evaluate, growth, judge_ten_years, make_diary

from diary.paths import AppPaths

OUT = "bench.json"
YEARS = (0, 1, 10, 20)
START_RUNS, COLD_RUNS = 21, 5


def start(folders: dict[int, Path]) -> list[Result]:
    """The window as a process against a bare window of Qt, with an empty and a full diary."""
    ours = str(HERE / "daymark_window.py")
    kinds = {
        "bare": python(str(HERE / "bare_window.py")),
        "frame": python(ours, "frame", str(folders[0])),
        "usable": python(ours, "usable", str(folders[0])),
        "full": python(ours, "usable", str(folders[20])),
    }
    times = in_turns(kinds, START_RUNS)
    results = []
    for what, kind, reference, budget in (
        ("first paint, against a bare window", "frame", "bare", 2),
        ("day on the page, against a bare window", "usable", "bare", 4),
        ("day on the page, 20 years against none", "full", "usable", 1.15),
    ):
        ours, theirs = times[kind], times[reference]
        results += both(
            what,
            ours.clock / theirs.clock,
            ours.processor / theirs.processor,
            budget,
            unit="times",
        )
    return results


def report_cold(folder: Path) -> list[Result]:
    """``daymark report`` as a process, against the import of matplotlib as a process."""
    command = python("main.py", "--data-dir", str(folder), "report", str(folder / "cold.pdf"))
    kinds = {"theirs": python("-c", "import matplotlib.figure"), "ours": command}
    times = in_turns(kinds, COLD_RUNS)
    ours, theirs = times["ours"], times["theirs"]
    return both(
        "daymark report, cold, against import matplotlib.figure",
        ours.clock / theirs.clock,
        ours.processor / theirs.processor,
        6,
        unit="times",
    )


def window(saved: Path, looked_at: Path) -> list[Result]:
    """What she waits for in the window, and how long it stands still meanwhile.

    Args:
        saved: the diary in which days are saved.
        looked_at: the diary whose charts and sheets are looked at.
    """
    told: dict[str, list[dict[str, float]]] = {}
    for folder, work in ((saved, "saves"), (looked_at, "looks")):
        told |= json.loads(run(python(str(HERE / "window_work.py"), str(folder), work)))
    results = []
    for what, kind, budget in (
        ("Save to alerts in the window, 95 of 100", SAVE, 100),
        ("first switch of chart, one place, 95 of 100", FIRST_ONE_PLACE, 150),
        ("first switch of chart, four places, 95 of 100", FIRST_SEVERAL_PLACES, 150),
        ("switch of chart, one place, 95 of 100", ONE_PLACE, 150),
        ("switch of chart, four places, 95 of 100", SEVERAL_PLACES, 150),
    ):
        clock = under_95_of_100([one["clock"] for one in told[kind]])
        processor = under_95_of_100([one["processor"] for one in told[kind]])
        results += both(what, clock, processor, budget)
    clock = statistics.median(one["clock"] for one in told[REPORT])
    processor = statistics.median(one["processor"] for one in told[REPORT])
    results += both("sheet for 8 weeks, click to file, warm, median", clock, processor, 700)
    # There is a budget for the stop while saving; the same is asked of the others.
    for kind, runs in told.items():
        longest = max(one["freeze"] for one in runs)
        used = max(one["freeze_processor"] for one in runs)
        results += both(f"window frozen, longest in {len(runs)} ({kind})", longest, used, 50)
    return results


def every_page(folder: Path) -> list[Result]:
    """The memory of the window once every page was opened."""
    held, most = map(float, run(python(str(HERE / "every_page.py"), str(folder))).split())
    return [
        Result("memory with every page opened once", held, 260, "MB"),
        Result("  the most when a page was done, with the process of the sheet", most, None, "MB"),
    ]


def measure(folder: Path) -> tuple[list[Result], dict[int, dict[str, float]]]:
    """Measure everything; each row is printed as soon as it is known."""
    results: list[Result] = []

    def tell(more: list[Result]) -> None:
        results.extend(more)
        for result in more:
            say(result.line())

    folders = {years: folder / f"{years}-years" for years in YEARS}
    for years, place in folders.items():
        make_diary(AppPaths(place), long_diary(years, FOUR_PLACES))
    say(head())
    tell(start(folders))
    say("With a diary of ten years:")
    usual = folder / "three-places"
    make_diary(AppPaths(usual), long_diary(10))
    tell(window(usual, folders[10]))
    tell(every_page(folders[10]))
    tell(report_cold(folders[10]))
    tell(judge_ten_years())
    tell(evaluate(folder))
    say("\nHow it grows, in ms of processor time:")
    grown = {years: growth(AppPaths(place), FOUR_PLACES) for years, place in folders.items()}
    for line in growth_lines(grown):
        say(line)
    return results, grown


def main() -> None:
    """Measure, print and write."""
    out = Path(sys.argv[1] if len(sys.argv) > 1 else OUT)
    machine = {
        "python": platform.python_version(),
        "machine": platform.machine(),
        "cores": os.cpu_count(),
        "load": os.getloadavg()[0],
    }
    say("Windows are drawn offscreen. " + ", ".join(f"{k} {v}" for k, v in machine.items()))
    with tempfile.TemporaryDirectory() as name:
        results, grown = measure(Path(name))
    missed = sum(result.is_reached is False for result in results)
    say(f"\n{missed} of {len(results)} figures are beyond their budget.")
    write(out, machine, results, grown)


if __name__ == "__main__":
    main()
