"""Measures the budgets on this machine, at this moment, and prints them; it fails for none.

Ratios are taken against a reference that runs in turn with what is measured, so that a busy
machine slows both. Times without a reference say little about another machine.

    make bench
"""

from __future__ import annotations

import datetime as dt
import math
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections import deque
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from diaries import FOUR_PLACES, LAST_DAY, ONE_PLACE, SIX_PLACES, long_diary, write_cohort

from diary.charts.look import ChartWanted, Look
from diary.charts.picture import chart_picture
from diary.charts.text import chart_text
from diary.domain.entry import DayEntry, Pain
from diary.evaluation.run import evaluate_lines
from diary.paths import AppPaths
from diary.rules.engine import history
from diary.services.open import Services, open_services

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from diary.domain.diary import Diary

HERE = Path(__file__).parent
NOW = dt.datetime(2026, 3, 23, 20, tzinfo=dt.UTC)
TODAY = NOW.date()
COLD_RUNS, WARM_RUNS, EVALUATE_RUNS = 5, 20, 3
# People of the cohort, a year each.
COHORT = 400


@dataclass(frozen=True)
class Result:
    """One line of the table; numbers in milliseconds, or what ``unit`` says.

    ``at_least`` says that the budget is the least that is wanted, not the most.
    """

    what: str
    measured: float
    budget: float
    unit: str
    at_least: bool = False

    def line(self) -> str:
        """Return the line."""
        beyond = self.measured - self.budget
        if self.at_least:
            word = "UNDER" if beyond < 0 else "within"
        else:
            word = "OVER" if beyond > 0 else "within"
        return f"{self.what:<56}{self.measured:>9.2f}{self.budget:>9.2f} {self.unit:<5} {word}"


def say(text: str) -> None:
    """Print a line at once."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def milliseconds(work: Callable[[], object]) -> float:
    """Return how long a piece of work takes."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def under_95_of_100(times: list[float]) -> float:
    """Return the time that 95 of 100 runs stay under."""
    return sorted(times)[math.ceil(0.95 * len(times)) - 1]


def judge_ten_years() -> list[Result]:
    """All rules over ten years of daily entries, without reading the file."""
    results = []
    for words, places in (("1 place", ONE_PLACE), ("6 places", SIX_PLACES)):
        diary = long_diary(10, places)
        history(diary, LAST_DAY)
        times = [milliseconds(lambda diary=diary: history(diary, LAST_DAY)) for _ in range(9)]
        what = f"all rules over 10 years, {words}, median"
        results.append(Result(what, statistics.median(times), 250, "ms"))
    return results


def evaluate(folder: Path) -> list[Result]:
    """A cohort as ``daymark evaluate`` judges it: read, judged on all cores, told as JSON.

    By the clock, and by the processor time used, as it would be if nothing else ran here.
    """
    file = folder / "cohort.jsonl"
    write_cohort(file, COHORT)
    cores = len(os.sched_getaffinity(0))
    by_clock, by_processor = [], []
    for _ in range(EVALUATE_RUNS):
        used = processor_seconds()
        with file.open("rb") as lines:
            took = milliseconds(lambda lines=lines: deque(evaluate_lines(lines, TODAY), maxlen=0))
        by_clock.append(COHORT / took * 1000)
        by_processor.append(cores * COHORT / (processor_seconds() - used))
    # Two cores are to judge 200 a second.
    budget = 100 * cores
    return [
        Result(
            "evaluate, person-years a second, median",
            statistics.median(by_clock),
            budget,
            "/s",
            at_least=True,
        ),
        Result(
            f"the same by processor time, x {cores} cores",
            statistics.median(by_processor),
            budget,
            "/s",
            at_least=True,
        ),
    ]


def processor_seconds() -> float:
    """Return the processor time used so far by this process and those that it has waited for."""
    return sum(os.times()[:4])


def save_to_alerts(services: Services) -> Result:
    """A day is saved and the alerts are worked out anew, in a diary of ten years."""
    times = []
    for run in range(WARM_RUNS):
        entry = DayEntry(date=TODAY, pains=(Pain(region="lower_back", worst=run % 11),), signs=())

        def save(entry: DayEntry = entry) -> None:
            services.journal.save(entry, NOW, TODAY)
            services.monitoring.standing(TODAY)

        times.append(milliseconds(save))
    return Result("Save to alerts, 10 years, 95 of 100", under_95_of_100(times), 100, "ms")


def report_warm(services: Services, folder: Path) -> Result:
    """The sheet for eight weeks, once the libraries are in memory."""
    out = folder / "warm.pdf"

    def write() -> None:
        services.reporting.write(out, today=TODAY)

    write()
    times = [milliseconds(write) for _ in range(5)]
    return Result("report for 8 weeks, warm, median", statistics.median(times), 700, "ms")


def switch_of_chart(services: Services, places: Mapping[str, float]) -> Result:
    """Another range or place: what it shows worked out, and the picture drawn at window size."""
    what = f"switch of chart, 10 years, {len(places)} place(s), 95 of 100"
    look = Look(theme="light", width=1100, height=420 + 235 * (len(places) - 1))
    times = []
    for days in (14, 28, 56, 182, 365, 3650):
        start = TODAY - dt.timedelta(days=days - 1)
        wanted = tuple(ChartWanted(place, start, TODAY) for place in places)

        def switch(wanted: tuple[ChartWanted, ...] = wanted) -> None:
            charts = services.reporting.charts(wanted)
            for chart in charts:
                chart_text(chart)
            chart_picture(charts, look)

        switch()
        times += [milliseconds(switch) for _ in range(4)]
    return Result(what, under_95_of_100(times), 150, "ms")


def switch_of_four_places(folder: Path) -> Result:
    """The same with as many places as the page shows below each other."""
    services = open_services(AppPaths(folder / "four-places"))
    services.transfer.import_file(written(long_diary(10, FOUR_PLACES), folder), TODAY, NOW)
    result = switch_of_chart(services, FOUR_PLACES)
    services.close()
    return result


def every_page(paths: AppPaths) -> Result:
    """The memory of the window once every page was opened, with a diary of ten years."""
    held = float(run([sys.executable, str(HERE / "every_page.py"), str(paths.folder)]))
    return Result("memory with every page opened once, 10 years", held, 260, "MB")


def written(diary: Diary, folder: Path) -> Path:
    """Return a file with a diary in it."""
    file = folder / "diary.json"
    file.write_text(diary.model_dump_json(), encoding="utf-8")
    return file


def report_cold(paths: AppPaths, folder: Path) -> Result:
    """``daymark report`` as a process, against the import of matplotlib as a process."""
    command = [sys.executable, "main.py", "--data-dir", str(paths.folder)]
    command += ["report", str(folder / "cold.pdf")]
    reference = [sys.executable, "-c", "import matplotlib.figure"]
    ours, theirs = [], []
    for _ in range(COLD_RUNS):
        theirs.append(milliseconds(lambda: run(reference)))
        ours.append(milliseconds(lambda: run(command)))
    ratio = statistics.median(ours) / statistics.median(theirs)
    return Result("daymark report, cold, against import matplotlib.figure", ratio, 6, "times")


def start(folder: Path) -> list[Result]:
    """The window as a process, against a bare window of Qt, with an empty and a full diary."""
    folders = {years: folder / f"{years}-years" for years in (0, 20)}
    for years, place in folders.items():
        services = open_services(AppPaths(place))
        file = folder / f"{years}.json"
        file.write_text(long_diary(years).model_dump_json(), encoding="utf-8")
        services.transfer.import_file(file, TODAY, NOW)
        services.close()
    kinds = {
        "bare": ["bare_window.py"],
        "frame": ["daymark_window.py", "frame", str(folders[0])],
        "usable": ["daymark_window.py", "usable", str(folders[0])],
        "full": ["daymark_window.py", "usable", str(folders[20])],
    }
    times: dict[str, list[float]] = {kind: [] for kind in kinds}
    for _ in range(COLD_RUNS):
        for kind, (script, *arguments) in kinds.items():
            begun = time.monotonic_ns()
            shown = int(run([sys.executable, str(HERE / script), *arguments]))
            times[kind].append((shown - begun) / 1e6)
    took = {kind: statistics.median(each) for kind, each in times.items()}
    return [
        Result("first paint, against a bare window", took["frame"] / took["bare"], 2, "times"),
        Result("day on the page, against a bare window", took["usable"] / took["bare"], 4, "times"),
        Result("the same, 20 years against no years", took["full"] / took["usable"], 1.15, "times"),
    ]


def run(command: list[str]) -> str:
    """Run a process to its end, on the day of the measurement; return what it printed."""
    environment = os.environ | {
        "DAYMARK_TODAY": TODAY.isoformat(),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(HERE.parents[1]),
    }
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
    return done.stdout


def main() -> None:
    """Measure and print."""
    say(f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} cores")
    say(f"{'':<56}{'measured':>9}{'budget':>9}")
    for result in judge_ten_years():
        say(result.line())
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for result in evaluate(folder):
            say(result.line())
        paths = AppPaths(folder / "data")
        services = open_services(paths)
        file = written(long_diary(10), folder)
        say(f"reading in 10 years: {import_time(services, file):.0f} ms (no budget)")
        say(save_to_alerts(services).line())
        say(report_warm(services, folder).line())
        say(switch_of_chart(services, ONE_PLACE).line())
        services.close()
        say(switch_of_four_places(folder).line())
        say(every_page(paths).line())
        say(report_cold(paths, folder).line())
        for result in start(folder):
            say(result.line())
    say("Windows are drawn offscreen.")


def import_time(services: Services, file: Path) -> float:
    """Read a diary into an empty one."""
    return milliseconds(lambda: services.transfer.import_file(file, TODAY, NOW))


if __name__ == "__main__":
    main()
