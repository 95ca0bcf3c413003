"""Requests about charts: what they show, their pictures, a file of one, and the body summed up."""

from __future__ import annotations

import functools
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from diary.ui import facts

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from diary.charts.data import ChartData
    from diary.charts.look import ChartWanted, Look
    from diary.ui.desk import Desk
    from diary.ui.requests.care import Ask

CHART, PICTURE, SMALL, CHART_FILE, BODY = "chart", "picture", "small", "chart_file", "body"


class ChartRequests(QObject):
    """Loads, draws and saves charts; failures are told by the bridge.

    They are told as ``chart``, ``picture``, ``small``, ``chart_file`` and ``body``.

    Args:
        ask: has a job done on the worker.
        desk: the services.
        parent: the bridge.
    """

    loaded = Signal(object)  # ChartsLoaded
    drawn = Signal(object)  # ChartsDrawn
    small_drawn = Signal(object)  # SmallChartDrawn
    saved = Signal(object)  # the file, a Path
    body_summed = Signal(object)  # BodySummed

    def __init__(self, ask: Ask, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._ask, self._desk = ask, desk

    def load(self, wanted: tuple[ChartWanted, ...]) -> None:
        """Ask for what charts show; answers with ``loaded``."""
        self._ask(CHART, functools.partial(_load, self._desk, wanted), self.loaded.emit)

    def draw(self, charts: tuple[ChartData, ...], look: Look) -> None:
        """Ask for a picture of charts below each other; answers with ``drawn``."""
        self._ask(PICTURE, functools.partial(_draw, charts, look), self.drawn.emit)

    def draw_small(self, wanted: ChartWanted, look: Look) -> None:
        """Ask for the chart of a place without lanes, or of a sign or symptom, by its id.

        Answers with ``small_drawn``.
        """
        job = functools.partial(_draw_small, self._desk, wanted, look)
        self._ask(SMALL, job, self.small_drawn.emit)

    def save(self, charts: tuple[ChartData, ...], look: Look, out: Path) -> None:
        """Write charts into a PNG or SVG file, by its ending; answers with ``saved``."""
        job = functools.partial(_save, self._desk, charts, look, out)
        self._ask(CHART_FILE, job, self.saved.emit)

    def sum_body(self, start: dt.date, end: dt.date) -> None:
        """Ask where it hurt over some days; answers with ``body_summed``."""
        self._ask(BODY, functools.partial(_sum_body, self._desk, start, end), self.body_summed.emit)


def _load(desk: Desk, wanted: tuple[ChartWanted, ...]) -> facts.ChartsLoaded:
    charts, words = desk.services.reporting.described(wanted)
    return facts.ChartsLoaded(wanted=wanted, charts=charts, words=words)


def _draw(charts: tuple[ChartData, ...], look: Look) -> facts.ChartsDrawn:
    from diary.charts.picture import chart_picture  # noqa: PLC0415  brings matplotlib

    return facts.ChartsDrawn(charts=charts, look=look, picture=chart_picture(charts, look))


def _draw_small(desk: Desk, wanted: ChartWanted, look: Look) -> facts.SmallChartDrawn:
    from diary.charts.picture import chart_picture, subject_picture  # noqa: PLC0415  matplotlib
    from diary.charts.subject import subject_text  # noqa: PLC0415  when a chart is first asked for
    from diary.charts.text import chart_text  # noqa: PLC0415  when a chart is first asked for
    from diary.domain.places import PLACES  # noqa: PLC0415  the frame is painted without

    if wanted.place not in PLACES:
        days = desk.services.reporting.subject(wanted)
        return facts.SmallChartDrawn(wanted, look, subject_picture(days, look), subject_text(days))
    (chart,) = desk.services.reporting.charts((wanted,))
    small = replace(chart, lanes=())
    picture = chart_picture((small,), look)
    return facts.SmallChartDrawn(wanted, look, picture, chart_text(small))


def _save(desk: Desk, charts: tuple[ChartData, ...], look: Look, out: Path) -> Path:
    return desk.services.reporting.save_charts(charts, look, out)


def _sum_body(desk: Desk, start: dt.date, end: dt.date) -> facts.BodySummed:
    maps = desk.services.reporting.body(start, end)
    return facts.BodySummed(start=start, end=end, maps=maps)
