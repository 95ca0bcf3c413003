"""What is chosen on the page of the charts, and what the bridge answers."""

from __future__ import annotations

import datetime as dt

from diary.charts.look import ChartWanted, Picture
from diary.charts.text import chart_text
from diary.ui.facts import ChartsDrawn, ChartsLoaded
from tests.ui.charts.samples import chart_data
from tests.ui.fakes import TODAY

START = dt.date(2026, 1, 24)


def choose(places, place):
    """Choose in a list as a person does."""
    row = places.findData(place)
    places.setCurrentIndex(row)
    places.activated.emit(row)


def asked_charts(bridge):
    """Return the charts asked for, one list of (place, first day, last day) a request."""
    return [
        [(one.place, one.start, one.end) for one in wanted]
        for _desk, wanted in bridge.asked_for("chart")
    ]


def tell_charts(bridge, *wanted, charts=None):
    asked = tuple(ChartWanted(*one) for one in wanted)
    charts = tuple(chart_data(place=one.place) for one in asked) if charts is None else charts
    bridge.charts.loaded.emit(
        ChartsLoaded(wanted=asked, charts=charts, words=tuple(map(chart_text, charts)))
    )


def tell_chart(bridge, place="lower_back", start=START, end=TODAY, data=None):
    charts = (chart_data() if data is None else data,)
    tell_charts(bridge, (place, start, end), charts=charts)


def answer_drawing(bridge):
    """Draw what was asked for, in one colour; return how often that was."""
    asked = bridge.asked_for("picture")
    for charts, look in asked:
        size = (round(look.width * look.ratio), round(look.height * look.ratio))
        picture = Picture(
            width=size[0],
            height=size[1],
            rgba=bytes(4 * size[0] * size[1]),
            left=0.1,
            right=0.9,
            panels=((0.1, 0.9),),
        )
        bridge.charts.drawn.emit(ChartsDrawn(charts=charts, look=look, picture=picture))
    return len(asked)
