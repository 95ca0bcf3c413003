"""The frame of a chart: title, axes, dates, at fixed inches whatever the size of the text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.charts.fonts import text_width
from diary.charts.head import HINT_SIZE, draw_head, head_rows
from diary.charts.plane import Plane
from diary.domain.choices import PAIN_HIGHEST, PAIN_LOWEST
from diary.i18n import translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.figure import Figure

    from diary.charts.data import ChartData
    from diary.charts.dates import DateTick
    from diary.charts.head import Piece
    from diary.charts.theme import ChartTheme

TEXT_SIZE = 7.5  # points at 100 %
BELOW_ZERO, ABOVE_TEN = 0.55, 0.45  # so that a dot at 0 or 10 is whole
HALF_DAY = 0.5
LINE = 0.165  # inches of a row of text at 100 %
LEAST_PANEL = 0.7
_SCORES, _FEWER_SCORES = (0, 2, 4, 6, 8, 10), (0, 5, 10)
_RIGHT, _EDGE = 0.1, 0.04
_LANE, _FURTHER_LANE = 1.15, 1.0  # rows


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the parts stand, in inches; from the top: title, spells, panel, lanes, dates, legend.

    Attributes:
        figure: the figure they stand in.
        theme: its colours.
        scale: of the text.
        head_rows: rows of the head.
        spell_rows: rows of names over the panel.
        date_rows: lines of the dates.
        legend_rows: rows of the legend.
        lanes: the labels of the lanes under that of the nights.
        margin: the least room at the left, so that panels below each other begin alike.
        base: the foot of this frame above that of the figure, in inches.
        height: of this frame in inches; 0 for the whole figure.
    """

    figure: Figure
    theme: ChartTheme
    scale: float
    head_rows: int = 1
    spell_rows: int = 0
    date_rows: int = 1
    legend_rows: int = 0
    lanes: tuple[str, ...] = ()
    margin: float = 0.0
    base: float = 0.0
    height: float = 0.0

    @property
    def row(self) -> float:
        """The height of a row of text in inches."""
        return LINE * self.scale

    @property
    def spell_row(self) -> float:
        """The height of a row of names of alerts in inches."""
        return 1.3 * self.row

    @property
    def text_size(self) -> float:
        """The size of small text in points."""
        return TEXT_SIZE * self.scale

    @property
    def left(self) -> float:
        """What the numbers and words beside the panel take, in inches."""
        labels = (translate("Nights"), *self.lanes)
        return max(self.margin, max(text_width(label, self.text_size) for label in labels) + 0.13)

    @property
    def panel_width(self) -> float:
        """The width of panel, lane and legend in inches."""
        return float(self.figure.get_figwidth()) - self.left - _RIGHT

    @property
    def panel_bottom(self) -> float:
        """The panel's foot, in inches from below: under it lanes, dates and legend."""
        return self._lanes_bottom + (_LANE + _FURTHER_LANE * len(self.lanes)) * self.row

    @property
    def _lanes_bottom(self) -> float:
        return _EDGE + (self.legend_rows + 0.9 * self.date_rows + 0.45) * self.row

    @property
    def panel_height(self) -> float:
        """What the other parts leave, in inches."""
        return max(LEAST_PANEL, self._free_height - self.spell_rows * self.spell_row)

    @property
    def most_spell_rows(self) -> int:
        """How many rows of names leave enough of the panel."""
        # A hair more: the height may have been made for so many rows.
        return max(0, int((self._free_height - LEAST_PANEL) / self.spell_row + 1e-6))

    @property
    def fixed_height(self) -> float:
        """What all but the panel and the names of alerts take, in inches."""
        head = (1.55 + 1.2 * (self.head_rows - 1)) * self.row + _EDGE
        return self.panel_bottom + head

    @property
    def _free_height(self) -> float:
        return self._full_height - self.fixed_height

    @property
    def _full_height(self) -> float:
        return self.height or float(self.figure.get_figheight())

    def panel(self, data: ChartData) -> Plane:
        """Add the panel of scores."""
        heights = PAIN_LOWEST - BELOW_ZERO, PAIN_HIGHEST + ABOVE_TEN
        panel = self._plane(self.panel_bottom, self.panel_height, _days(data), heights)
        scores = _SCORES if self.panel_height > len(_SCORES) * self.row else _FEWER_SCORES
        panel.label_scale(
            scores,
            [str(score) for score in scores],
            color=self.theme.muted,
            size=HINT_SIZE * self.scale,
        )
        for score in scores:
            foot = score == PAIN_LOWEST
            panel.level(
                score,
                color=self.theme.muted if foot else self.theme.hairline,
                linewidth=0.8 if foot else 0.6,
                zorder=1.5,
            )
        return panel

    def nights(self, data: ChartData) -> Plane:
        """Add the lane of nights."""
        height = _LANE * self.row
        return self._lane(data, self.panel_bottom - height, height, translate("Nights"))

    def further_lane(self, data: ChartData, number: int) -> Plane:
        """Add a lane under that of the nights, 0 being the first."""
        height = _FURTHER_LANE * self.row
        bottom = self._lanes_bottom + (len(self.lanes) - 1 - number) * height
        return self._lane(data, bottom, height, self.lanes[number])

    def dates(self, lane: Plane, ticks: Sequence[DateTick]) -> None:
        """Write the dates under the last lane."""
        lane.label_dates(
            [tick.position for tick in ticks],
            [tick.label for tick in ticks],
            color=self.theme.muted,
            size=self.text_size,
        )

    def _lane(self, data: ChartData, bottom: float, height: float, label: str) -> Plane:
        lane = self._plane(bottom, height, _days(data), (0, 1))
        lane.label_scale((0.5,), (label,), color=self.theme.muted, size=self.text_size)
        lane.level(0, color=self.theme.hairline, linewidth=1.2)
        return lane

    def spell_ground(self) -> Plane:
        """Add a plane in inches behind the panel, up to the last row of names."""
        height = self.panel_height + self.spell_rows * self.spell_row
        return self._plane(self.panel_bottom, height, (0, self.panel_width), (0, height), layer=0)

    def legend_ground(self) -> Plane:
        """Add a plane in inches under the dates; its origin is the top left."""
        height = self.legend_rows * self.row
        return self._plane(_EDGE, height, (0, self.panel_width), (-height, 0), layer=0)

    def head(self, data: ChartData) -> None:
        """Write the place, what 10 means, and the period."""
        draw_head(
            self.figure,
            self._head(data),
            self.theme,
            edges=(_EDGE, _RIGHT, _EDGE + self._above),
            row_height=self.row,
            scale=self.scale,
        )

    def count_head_rows(self, data: ChartData) -> int:
        """Return how many rows the head needs."""
        return len(self._head(data))

    def _head(self, data: ChartData) -> tuple[tuple[Piece, ...], ...]:
        room = float(self.figure.get_figwidth()) - _EDGE - _RIGHT
        return head_rows(data, room, self.scale)

    @property
    def _above(self) -> float:
        """What stands above this frame."""
        return float(self.figure.get_figheight()) - self.base - self._full_height

    def _plane(
        self,
        bottom: float,
        height: float,
        x_range: tuple[float, float],
        y_range: tuple[float, float],
        *,
        layer: int = 1,
    ) -> Plane:
        width, full = self.figure.get_size_inches()
        box = (
            self.left / width,
            (self.base + bottom) / full,
            self.panel_width / width,
            height / full,
        )
        return Plane(self.figure, box, x_range, y_range, layer=layer)


def _days(data: ChartData) -> tuple[float, float]:
    return -HALF_DAY, len(data.answered) - HALF_DAY
