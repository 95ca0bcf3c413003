from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from diary.charts.look import ChartWanted, Picture
from diary.ui.facts import SmallChartDrawn
from diary.ui.noticed.small_chart import SmallChart, chart_of
from tests.ui.fakes import TODAY
from tests.ui.noticed.samples import CLIMB, ENDED, WEAKNESS

WANTED = ChartWanted("lower_back", TODAY - dt.timedelta(days=55), TODAY, CLIMB.rule)


@pytest.fixture
def chart(bridge, theme, qtbot):
    chart = SmallChart(WANTED, bridge, theme)
    qtbot.addWidget(chart)
    chart.resize(600, 300)
    with qtbot.waitExposed(chart):
        chart.show()
    return chart


def draw(bridge, wanted, look):
    picture = Picture(width=2, height=2, rgba=bytes(16), left=0.1, right=0.9, panels=((0.1, 0.9),))
    bridge.charts.small_drawn.emit(SmallChartDrawn(wanted, look, picture, "Lower back: pain."))


def test_an_alert_about_a_place_shows_the_eight_weeks_that_led_to_it():
    assert chart_of(CLIMB, TODAY) == WANTED


def test_an_alert_about_a_sign_or_symptom_shows_its_days_and_one_about_neither_nothing():
    assert chart_of(WEAKNESS, TODAY).place == "leg_weakness"
    weight = dataclasses.replace(WEAKNESS, place=None)
    assert chart_of(weight, TODAY) is None


def test_the_days_of_a_sign_take_less_room_than_the_scores_of_a_place(chart, bridge, theme, qtbot):
    sign = SmallChart(ChartWanted("leg_weakness", WANTED.start, TODAY), bridge, theme)
    qtbot.addWidget(sign)
    assert sign.sizeHint().height() < chart.sizeHint().height()


def test_an_older_alert_shows_the_weeks_before_it_too_but_never_years():
    old = dataclasses.replace(CLIMB, raised_on=TODAY - dt.timedelta(days=100))
    assert chart_of(old, TODAY).start == TODAY - dt.timedelta(days=128)
    oldest = dataclasses.replace(CLIMB, raised_on=TODAY - dt.timedelta(days=4000))
    assert chart_of(oldest, TODAY).start == TODAY - dt.timedelta(days=399)
    ended = dataclasses.replace(ENDED, last_true_on=dt.date(2025, 11, 20))
    assert chart_of(ended, TODAY).end == dt.date(2025, 11, 20)


def test_it_is_drawn_once_it_is_seen_and_told_in_words(chart, bridge):
    ((_desk, wanted, look),) = bridge.asked_for("small")
    assert wanted == WANTED
    assert look.width >= chart.width()
    draw(bridge, ChartWanted("hip", WANTED.start, TODAY), look)
    assert chart.pixmap().isNull()
    draw(bridge, wanted, look)
    assert not chart.pixmap().isNull()
    assert chart.accessibleName() == "Lower back: pain."
    assert bridge.asked_for("small") == []


def test_another_theme_and_another_size_are_drawn_again(chart, bridge, theme):
    bridge.asked_for("small")
    theme.set_choice("dark")
    ((_desk, _wanted, look),) = bridge.asked_for("small")
    assert look.theme == "dark"
    theme.set_choice("light")
    bridge.asked_for("small")
    chart.resize(900, 300)
    ((_desk, _wanted, look),) = bridge.asked_for("small")
    assert look.width >= 900


def test_what_is_not_shown_is_not_drawn(bridge, theme, qtbot):
    chart = SmallChart(WANTED, bridge, theme)
    qtbot.addWidget(chart)
    theme.set_text_size(110)
    theme.set_text_size(100)
    assert bridge.asked_for("small") == []


def test_it_has_room_for_the_names_of_earlier_days(bridge, theme, qtbot):
    heights = []
    for names in (0, 2):
        chart = SmallChart(chart_of(CLIMB, TODAY), bridge, theme, names=names)
        qtbot.addWidget(chart)
        heights.append(chart.minimumSizeHint().height())
    assert heights[1] >= heights[0] + 60
