from __future__ import annotations

import pytest

from diary.charts.data import place_data
from diary.charts.marks import MOON, MarkStyles, lone_medians
from diary.charts.theme import LIGHT, THEMES
from tests.report.small import back_days, day


def styles(per_day=0.1, count=56, scale=1.0):
    return MarkStyles(LIGHT, per_day, count, scale)


def test_the_moon_is_a_crescent():
    assert MOON.contains_point((-0.8, -0.3))
    assert not MOON.contains_point((0.5, 0.25))
    low, high = MOON.vertices.min(axis=0), MOON.vertices.max(axis=0)
    assert low.min() == pytest.approx(-1, abs=0.02)
    assert high.max() <= 1.01


def test_a_late_day_differs_in_shape_and_not_in_colour_alone():
    on_time, late = styles().dot(late=False), styles().dot(late=True)
    assert on_time["markerfacecolor"] == LIGHT.dot
    assert late["markerfacecolor"] == LIGHT.paper
    assert late["markeredgewidth"] > 0


def test_dots_shrink_with_their_days_and_stay_visible():
    sizes = [styles(per_day).dot(late=False)["markersize"] for per_day in (1, 0.1, 0.001)]
    assert sizes[0] > sizes[1] > sizes[2] >= 2


def test_marks_grow_with_the_text():
    assert styles(scale=2).dot(late=False)["markersize"] > styles().dot(late=False)["markersize"]
    assert styles(scale=2).median["linewidth"] > styles().median["linewidth"]


def test_rings_of_many_days_have_a_thinner_line():
    many = styles(count=365).dot(late=True)["markeredgewidth"]
    assert many < styles().dot(late=True)["markeredgewidth"]


def test_a_bad_night_is_a_moon_and_another_a_point():
    assert styles().night(bad=True)["marker"] is MOON
    assert styles().night(bad=False)["marker"] == "o"


def test_a_median_between_gaps_is_found():
    data = place_data(back_days([1, 2, None, 3, None, 4, 5]), "lower_back", day(0), day(6))
    assert data.median == (None, None, None, 2, None, 2.5, 3)
    assert lone_medians(data) == (3,)


def test_themes_are_found_by_name():
    assert list(THEMES) == ["light", "dark", "contrast-light", "contrast-dark", "print"]
    assert all(theme.name == name for name, theme in THEMES.items())
