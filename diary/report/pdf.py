"""The sheet as a PDF by typst: tagged (PDF/UA-1), for keeping (PDF/A-2a), always the same bytes.

First only the bundled fonts are used. Where they lack a character the fonts of the computer are
asked, and what no font has is shown as a box with its code point.
"""

from __future__ import annotations

import datetime as dt
import json
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING

from diary.charts.body_map import read_body
from diary.charts.body_svg import body_svg
from diary.charts.fonts import characters
from diary.charts.place_chart import figure_height, place_figure
from diary.charts.save import save_svg
from diary.charts.theme import PRINT
from diary.report.glyphs import Missing, is_mark, is_set
from diary.report.payload import Pictures, payload
from diary.report.setting import NotShown, RefusedSheetError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diary.charts.body_map import BodyView, PlaceKey
    from diary.charts.data import ChartData
    from diary.report.model import Paper, Report
    from diary.report.setting import Setter

# The width between the margins of the page, and what page 1 leaves for the scores.
_CHART_WIDTHS = {"a4": 7.09, "letter": 7.32}
_SCORES_INCHES = 0.74
# Of thirty alerts about one place, so many rows of names stand above the chart; and of the lower
# chart for a page that is full.
_MOST_NAMES, _LOW_NAMES = 3, 1
# In units of the drawing: as large as the small text of the page, smaller where they are many.
_MAP_DIGITS, _MANY_MAP_DIGITS = 64.0, 44.0
_MANY_SCORES = 12


class SheetPrinter:
    """Makes sheets. Keep one: what it has read once makes the next sheet faster.

    Args:
        system_fonts: whether the fonts of the computer may fill in for ours.
        setter: who sets them; None for this process.
    """

    def __init__(self, *, system_fonts: bool = True, setter: Setter | None = None) -> None:
        self._system_fonts = system_fonts
        if setter is not None:
            self._setter = setter

    def pdf(self, report: Report) -> bytes:
        """Return the sheet as a PDF file; the same sheet gives the same bytes.

        Raises:
            SheetError: it could not be set.
        """
        self._setter.wake()
        pictures = self._pictures(report)
        if self._system_fonts and _foreign(report):
            # A font of the computer may itself be unfit for these standards; ours always are.
            with suppress(RefusedSheetError):
                return self._set_boxing(report, pictures, system_fonts=True)
        return self._set_boxing(report, pictures, system_fonts=False)

    def _pictures(self, report: Report) -> Pictures:
        chart: str | None = None
        low_chart: str | None = None
        maps: tuple[str, ...] = ()
        if report.pain is not None:
            chart = low_chart = _chart(report.pain.chart, report.paper, _MOST_NAMES)
            if len(report.pain.chart.spells) > _LOW_NAMES:
                low_chart = _chart(report.pain.chart, report.paper, _LOW_NAMES)
        if report.maps is not None:
            maps = tuple(
                body_svg(self._body, _short(one.scores), digits=_digits(len(one.scores)))
                for one in report.maps.maps
            )
        return Pictures(chart, low_chart, maps)

    @cached_property
    def _body(self) -> tuple[BodyView, ...]:
        return read_body()

    @cached_property
    def _setter(self) -> Setter:
        from diary.report.here import SetterHere  # noqa: PLC0415  typst

        return SetterHere()

    def _set_boxing(self, report: Report, pictures: Pictures, *, system_fonts: bool) -> bytes:
        """Set a sheet, and box what turns out not to be in any font until all can be shown.

        The typesetter names at once all it cannot show; a second round is for what only stands
        together in it.
        """
        made_at = int(dt.datetime.combine(report.made_on, dt.time(), dt.UTC).timestamp())
        missing: frozenset[str] = frozenset()
        while True:
            data = json.dumps(payload(report, pictures, Missing.of(missing)), ensure_ascii=False)
            try:
                return self._setter.set_sheet(data, made_at, system_fonts=system_fonts)
            except NotShown as refused:
                found = _to_box(refused, report)
                if found <= missing:
                    # The message of the typesetter may quote the diary; only its kind is told.
                    raise RefusedSheetError(refused.kind) from None
                missing |= found


def _chart(data: ChartData, paper: Paper, names: int) -> str:
    width = _CHART_WIDTHS[paper]
    height = figure_height(data, PRINT, width, _SCORES_INCHES, names)
    return save_svg(place_figure(data, PRINT, (width, height)))


def _digits(scores: int) -> float:
    return _MANY_MAP_DIGITS if scores > _MANY_SCORES else _MAP_DIGITS


def _short(scores: Iterable[tuple[PlaceKey, float | None]]) -> dict[PlaceKey, float | None]:
    """Return the scores as few digits as the small maps have room for: whole ones from 1 on."""
    return {key: score if score is None or score < 1 else round(score) for key, score in scores}


def _foreign(report: Report) -> frozenset[str]:
    """Return the characters of a sheet that a font has to draw and ours does not have."""
    text = json.dumps(payload(report, Pictures()), ensure_ascii=False)
    return frozenset(filter(is_set, set(text))) - characters()


_KEY_MARKS = frozenset("\ufe0f\u20e3")


def _to_box(refused: NotShown, report: Report) -> frozenset[str]:
    """Return the pieces of text to be boxed so that the typesetter takes the sheet."""
    # Of a digit in a key (U+20E3) only the digit is named. Boxing that would box every score.
    named = (_KEY_MARKS if one.isascii() else {one} for one in refused.pieces)
    found = frozenset[str]().union(*named)
    if any(set(piece) <= characters() for piece in found):
        # A letter of ours cannot bear a mark of another script: the mark is what to box.
        found |= set(filter(is_mark, _foreign(report)))
    return frozenset(piece for piece in found if not set(piece) <= characters())
