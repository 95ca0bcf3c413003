"""What is measured in this process: the rules, the cohort, and what the window's worker does."""

from __future__ import annotations

import datetime as dt
import os
import statistics
from collections import deque
from typing import TYPE_CHECKING

from clocks import Took, took, under_95_of_100
from diaries import LAST_DAY, ONE_PLACE, SIX_PLACES, TODAY, long_diary, write_cohort
from results import Result

from diary.charts.look import ChartWanted, Look
from diary.charts.picture import chart_picture
from diary.charts.text import chart_text
from diary.domain.entry import DayEntry, Pain
from diary.evaluation.run import evaluate_lines
from diary.rules.engine import history
from diary.services.open import Services, open_services

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from diary.domain.diary import Diary
    from diary.paths import AppPaths

NOW = dt.datetime(2026, 3, 23, 20, tzinfo=dt.UTC)
EVALUATE_RUNS, GROWTH_RUNS = 3, 7
# People of the cohort, a year each.
COHORT = 400


def judge_ten_years() -> list[Result]:
    """All rules over ten years of daily entries, without reading the file."""
    results = []
    for words, places in (("1 place", ONE_PLACE), ("6 places", SIX_PLACES)):
        diary = long_diary(10, places)
        history(diary, LAST_DAY)
        times = [took(lambda diary=diary: history(diary, LAST_DAY)) for _ in range(9)]
        results += both(f"all rules over 10 years, {words}, median", *middle(times), 250)
    return results


def evaluate(folder: Path) -> list[Result]:
    """A cohort as ``daymark evaluate`` judges it: read, judged on all cores, told as JSON."""
    file = folder / "cohort.jsonl"
    write_cohort(file, COHORT)
    cores = len(os.sched_getaffinity(0))
    times = []
    for _ in range(EVALUATE_RUNS):
        with file.open("rb") as lines:
            times.append(took(lambda lines=lines: deque(evaluate_lines(lines, TODAY), maxlen=0)))
    clock, processor = middle(times)
    # Two cores are to judge 200 a second.
    return both(
        f"evaluate, person-years a second on {cores} cores, median",
        COHORT / clock * 1000,
        cores * COHORT / processor * 1000,
        100 * cores,
        unit="/s",
        at_least=True,
    )


def both(
    what: str,
    clock: float,
    processor: float,
    budget: float | None,
    unit: str = "ms",
    *,
    at_least: bool = False,
) -> list[Result]:
    """Return two rows: as the clock says, and as it would be if nothing else ran here."""
    return [
        Result(what, clock, budget, unit, at_least),
        Result("  the same by processor time", processor, budget, unit, at_least),
    ]


def middle(times: list[Took]) -> tuple[float, float]:
    """Return the medians: by the clock and by processor time."""
    return (
        statistics.median(one.clock for one in times),
        statistics.median(one.processor for one in times),
    )


def make_diary(paths: AppPaths, diary: Diary) -> None:
    """Make a diary file."""
    services = open_services(paths)
    file = paths.folder / "import.json"
    file.write_text(diary.model_dump_json(), encoding="utf-8")
    services.transfer.import_file(file, TODAY, NOW)
    services.close()
    file.unlink()


def growth(paths: AppPaths, places: Mapping[str, float]) -> dict[str, float]:
    """Return what the worker takes with a diary, in ms of processor time; no budget."""
    opening = [took(lambda: open_services(paths).close()) for _ in range(GROWTH_RUNS)]
    services = open_services(paths)
    first = services.journal.first_day() or TODAY
    columns = {"open the file, median": middle(opening)[1]}
    columns["read a day, median"] = middle(
        [took(lambda: services.journal.day(LAST_DAY)) for _ in range(GROWTH_RUNS)]
    )[1]
    columns["first judgement of all days"] = took(
        lambda: services.monitoring.standing(TODAY)
    ).processor
    columns["save to alerts, 95 of 100"] = _saves(services)
    columns["chart of four places, 8 weeks"] = _chart(services, places, TODAY - dt.timedelta(55))
    columns["chart of four places, all"] = _chart(services, places, first)
    out = paths.folder / "sheet.pdf"

    def write() -> None:
        services.reporting.write(out, today=TODAY)

    write()
    columns["sheet for 8 weeks, median"] = middle([took(write) for _ in range(3)])[1]
    services.close()
    return columns


def _saves(services: Services) -> float:
    times = []
    for run in range(2 * GROWTH_RUNS):
        entry = DayEntry(date=TODAY, pains=(Pain(region="lower_back", worst=run % 11),), signs=())

        def save(entry: DayEntry = entry) -> None:
            services.journal.save(entry, NOW, TODAY)
            services.monitoring.standing(TODAY)

        times.append(took(save).processor)
    return under_95_of_100(times[1:])


def _chart(services: Services, places: Mapping[str, float], start: dt.date) -> float:
    look = Look(theme="light", width=1100, height=420 + 235 * (len(places) - 1))
    first = min(start, TODAY - dt.timedelta(days=13))
    wanted = tuple(ChartWanted(place, first, TODAY) for place in places)

    def switch() -> None:
        charts = services.reporting.charts(wanted)
        for chart in charts:
            chart_text(chart)
        chart_picture(charts, look)

    switch()
    return middle([took(switch) for _ in range(GROWTH_RUNS)])[1]
