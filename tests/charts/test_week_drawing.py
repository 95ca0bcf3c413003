from __future__ import annotations

import datetime as dt
import math

import pytest

from diary.charts.data import Spell, place_data
from diary.charts.lanes import lanes
from diary.charts.place_chart import chart_figure
from diary.charts.theme import DARK, LIGHT
from diary.domain.care import QuietPeriod, Treatment
from diary.domain.diary import Diary
from diary.domain.entry import SignReport
from tests.charts.planes import bars, labels, lines, panels, planes
from tests.report.small import back, day, entry

YEARS = 3
WEAK = SignReport(sign="leg_weakness", grade=1, new="no")


def years_of_pain():
    """Three years: a slow wave with single days that were bad, a silent winter, a quiet spell."""
    entries = []
    for number in range(365 * YEARS):
        if 300 <= number < 390 or number % 9 == 4:
            continue
        score = round(3 + 2 * math.sin(number / 90)) + (2 if number % 23 == 0 else 0)
        night = "woke_me" if number > 900 and number % 3 == 0 else "none"
        signs = (WEAK,) if 700 < number < 760 else ()
        entries.append(entry(number, pains=(back(score, night=night),), signs=signs))
    return Diary(
        entries=tuple(entries),
        treatments=(Treatment(kind="aromatase_inhibitor", start=day(200)),),
        quiet_periods=(QuietPeriod(start=day(500), end=day(540), reason="holiday"),),
    )


def long_chart(diary, end=365 * YEARS - 1, spells=()):
    below = lanes(diary, day(0), day(end), with_quiet=True)
    return place_data(diary, "lower_back", day(0), day(end), spells, lanes=below)


def panel_of(figure):
    return panels(figure)[0]


def dated(figure):
    return [plane for plane in planes(figure) if plane.date_labels]


def test_a_long_chart_has_a_bar_and_a_median_for_each_recorded_week_and_a_break_between():
    data = long_chart(
        Diary(entries=tuple(entry(n, pains=(back(4),)) for n in (0, 1, 300, 401))), 401
    )
    panel = panel_of(chart_figure((data,), LIGHT, (7, 3)))
    (weeks,) = bars(panel)
    assert len(weeks.get_segments()) == 3
    # A week of one score is still a mark.
    assert all(high[1] > low[1] for low, high in weeks.get_segments())
    alone = [
        line
        for line in lines(panel)
        if line.get_color() == LIGHT.accent and list(line.get_ydata()) == [4, 4]
    ]
    assert len(alone) == 3  # each week stands alone


def test_lanes_of_a_long_chart_are_marked_by_weeks_and_quiet_periods_have_one():
    data = long_chart(years_of_pain())
    assert [lane.label for lane in data.lanes] == ["Nerve signs", "Treatments", "Quiet periods"]
    figure = chart_figure((data,), LIGHT, (7, 3.4))
    words = {word for plane in planes(figure) for word in labels(plane.scale_labels)}
    assert {"Nights", "Nerve signs", "Treatments", "Quiet periods"} <= words


def test_places_below_each_other_share_one_axis_and_one_legend():
    data = long_chart(years_of_pain(), 60)
    figure = chart_figure((data, data, data), LIGHT, (7, 6))
    boxes = [panel.box for panel in panels(figure)]
    assert len(boxes) == 3
    assert len({box.x0 for box in boxes}) == 1
    assert len({round(box.height, 3) for box in boxes}) == 1
    tops = [box.y1 for box in boxes]
    assert tops == sorted(tops, reverse=True)
    assert len(dated(figure)) == 1
    shown = [word for plane in planes(figure) for word in labels(plane.words)]
    assert shown.count("worst of the day") == 1


def test_two_times_below_each_other_have_dates_of_their_own():
    diary = years_of_pain()
    now = place_data(diary, "lower_back", day(60), day(119))
    before = place_data(diary, "lower_back", day(0), day(59))
    figure = chart_figure((now, before), LIGHT, (7, 5))
    assert len(dated(figure)) == 2


@pytest.mark.baseline
def test_picture_of_three_years(same_picture):
    spells = (Spell(day(950), day(1020), "Pain in your lower back has gone up"),)
    data = long_chart(years_of_pain(), spells=spells)
    same_picture(chart_figure((data,), LIGHT, (7.1, 3)), "place-3-years")


@pytest.mark.baseline
def test_picture_of_two_places_in_the_dark(same_picture):
    diary = years_of_pain()
    start, end = day(900), day(900) + dt.timedelta(55)
    below = lanes(diary, start, end, with_quiet=True)
    charts = [place_data(diary, place, start, end, lanes=below) for place in ("lower_back", "hip")]
    same_picture(chart_figure(charts, DARK, (7.1, 3.6)), "two-places-dark")


@pytest.mark.baseline
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_picture_of_twenty_years(same_picture, theme):
    scores = (round(3 + 2 * math.sin(number / 400)) for number in range(365 * 20))
    entries = (
        entry(number, pains=(back(score, night="woke_me" if score > 4 else "none"),))
        for number, score in enumerate(scores)
        if not 3000 < number < 3200
    )
    data = long_chart(Diary(entries=tuple(entries)), 365 * 20 - 1)
    same_picture(chart_figure((data,), theme, (7.1, 2.6)), f"place-20-years-{theme.name}")


@pytest.mark.baseline
def test_picture_of_two_times(same_picture):
    diary = years_of_pain()
    charts = [place_data(diary, "lower_back", day(n), day(n + 27)) for n in (920, 892)]
    same_picture(chart_figure(charts, LIGHT, (7.1, 4)), "two-times-light")
