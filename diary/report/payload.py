"""The sheet as plain data for the page: texts in settable pieces, the pictures as SVG texts.

The page receives everything as data and reads nothing of it as markup.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any

from diary.charts.data import ChartData
from diary.report.glyphs import NOTHING_MISSING, paragraphs, plain, reads_right_to_left, rich
from diary.report.model import Note, Report, Table

if TYPE_CHECKING:
    from diary.report.glyphs import Missing

# Read by the page itself, not set as they are.
_NOT_TEXT = {"paper", "language", "page_of", "urgency"}
_LONGEST_IN_A_CELL = 15


@dataclass(frozen=True, slots=True)
class Pictures:
    """The pictures of a sheet as SVG texts.

    Attributes:
        chart: of the main pain, if there is one.
        low_chart: the same with fewer names of alerts, for a page that is full.
        maps: of the body, in their order; none where no pain was recorded.
    """

    chart: str | None = None
    low_chart: str | None = None
    maps: tuple[str, ...] = ()


def payload(
    report: Report, pictures: Pictures, missing: Missing = NOTHING_MISSING
) -> dict[str, Any]:
    """Return the sheet as data for the page.

    Args:
        report: the sheet.
        pictures: its chart and its maps.
        missing: pieces of text that no font has.
    """
    data = {
        field.name: _value(field.name, getattr(report, field.name), missing)
        for field in fields(report)
    }
    data["title"] = plain(report.title)
    data["made_on"] = [report.made_on.year, report.made_on.month, report.made_on.day]
    data["chart_svg"] = pictures.chart
    data["low_chart_svg"] = pictures.low_chart
    data["map_svgs"] = list(pictures.maps)
    if report.pain is not None:
        data["pain"]["chart_text"] = plain(report.pain.chart_text)
    if report.maps is not None:
        for one, body_map in zip(data["maps"]["maps"], report.maps.maps, strict=True):
            one["text"] = plain(body_map.text)
    return data


def _value(name: str, value: Any, missing: Missing) -> Any:
    if isinstance(value, str):
        return value if name in _NOT_TEXT else rich(value, missing)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [_value(name, item, missing) for item in value]
    if isinstance(value, Note | Table):
        return _note(value, missing) if isinstance(value, Note) else _table(value, missing)
    if is_dataclass(value) and not isinstance(value, ChartData | type):
        return {
            field.name: _value(field.name, getattr(value, field.name), missing)
            for field in fields(value)
        }
    return value if isinstance(value, bool) else None


def _table(table: Table, missing: Missing) -> dict[str, Any]:
    return {
        "heading": rich(table.heading, missing),
        "lead": rich(table.lead, missing),
        "widths": list(table.widths),
        "columns": [rich(name, missing, _LONGEST_IN_A_CELL) for name in table.columns],
        "rows": [[rich(cell, missing, _LONGEST_IN_A_CELL) for cell in row] for row in table.rows],
    }


def _note(note: Note, missing: Missing) -> dict[str, Any]:
    return {
        "day": rich(note.day, missing),
        "label": rich(note.label, missing),
        "lines": [
            {"rtl": reads_right_to_left(line), "text": rich(line, missing)}
            for line in paragraphs(note.text)
        ],
    }
