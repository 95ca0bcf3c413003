"""Data of a chart with every kind of day."""

from __future__ import annotations

import datetime as dt

from diary.charts.data import ChartData
from tests.ui.fakes import TODAY

WORST = (3, None, 0, None, 6, 5)


def chart_data(place="lower_back", start=None, end=TODAY, worst=WORST):
    """Return days that end today: 3, silent, 0, pain without a score, 6 at night, 5 late."""
    size = len(worst)
    nights = (False, None, False, None, True, False) + (None,) * size
    return ChartData(
        place=place,
        label="Lower back",
        start=end - dt.timedelta(days=size - 1) if start is None else start,
        end=end,
        answered=tuple(position != 1 for position in range(size)),
        worst=worst,
        late=tuple(position == 5 for position in range(size)),
        bad_night=nights[:size],
        usual=(None,) * size,
        median=((None, None, None, None, 3.5) + (None,) * size)[:size],
    )
