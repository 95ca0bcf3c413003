from __future__ import annotations

import datetime as dt
import math

import pytest

from diary.charts.data import Spell, place_data
from diary.charts.lanes import lanes
from diary.charts.place_chart import chart_figure, place_figure
from diary.charts.save import save_png
from diary.charts.theme import LIGHT, PRINT, THEMES
from diary.domain.care import Event, Profile, UsualLevel
from diary.domain.diary import Diary
from tests.charts.planes import boxes, head_words, labels, lines, panels, planes
from tests.report.lively import FIRST, LAST, lively_diary
from tests.report.small import back, back_days, day, entry, late

SIZE = (7.1, 2.3)
SPELLS = (
    Spell(dt.date(2026, 3, 5), LAST, "Pain in your lower back has gone up"),
    Spell(dt.date(2026, 3, 18), LAST, "Night pain in your lower back"),
)


def drawn(diary, end=6, spells=(), size=SIZE, scale=1.0):
    data = place_data(diary, "lower_back", day(0), day(end), spells)
    return place_figure(data, LIGHT, size, scale)


def panel_of(figure):
    (panel,) = panels(figure)
    return panel


def lane_of(figure):
    (lane,) = [one for one in planes(figure) if "Nights" in labels(one.scale_labels)]
    return lane


def all_words(figure):
    return labels(
        [*head_words(figure), *(text for plane in planes(figure) for text in plane.words)]
    )


def dots(plane, *, filled):
    color = LIGHT.dot if filled else LIGHT.paper
    return [
        (int(x), int(y))
        for line in lines(plane)
        if line.get_marker() == "o" and line.get_markerfacecolor() == color
        for x, y in zip(line.get_xdata(), line.get_ydata(), strict=True)
    ]


def median_of(panel):
    (line,) = [
        one for one in lines(panel) if one.get_color() == LIGHT.accent and len(one.get_xdata()) > 2
    ]
    return [None if math.isnan(value) else value for value in line.get_ydata()]


def test_one_dot_a_day_at_its_score_and_none_for_silence():
    panel = panel_of(drawn(back_days([3, None, 0, 10]), 3))
    assert dots(panel, filled=True) == [(0, 3), (2, 0), (3, 10)]


def test_a_late_day_is_hollow():
    diary = Diary(entries=(entry(0, pains=(back(3),)), late(1, pains=(back(5),))))
    panel = panel_of(drawn(diary))
    assert dots(panel, filled=True) == [(0, 3)]
    assert dots(panel, filled=False) == [(1, 5)]


def test_a_dot_at_0_or_10_is_whole_inside_the_panel():
    low, high = panel_of(drawn(back_days([0, 10]))).y_range
    assert low < -0.4
    assert high > 10.4


def test_the_median_breaks_at_gaps_and_a_lone_one_is_still_seen():
    panel = panel_of(drawn(back_days([1, 2, None, 3, None, 4, 5])))
    assert median_of(panel) == [None, None, None, 2, None, 2.5, 3]
    dashes = [
        [float(x) for x in line.get_xdata()]
        for line in lines(panel)
        if line.get_color() == LIGHT.accent and len(line.get_xdata()) == 2
    ]
    assert dashes == [[2.65, 3.35]]


def test_pain_without_a_score_is_a_question_mark():
    figure = drawn(Diary(entries=(entry(2, pains=(back(None),)),)))
    marks = [text for text in panel_of(figure).words if text.get_text() == "?"]
    assert [text.get_position()[0] for text in marks] == [2]
    assert dots(panel_of(figure), filled=True) == []


def test_the_band_is_a_point_either_side_of_the_usual_level_and_inside_the_scale():
    usual = (
        UsualLevel(of="lower_back", level=3),
        UsualLevel(of="lower_back", level=10, since=day(4)),
    )
    panel = panel_of(drawn(Diary(profile=Profile(usual=usual))))
    bands = [box for box in boxes(panel) if box.get_zorder() == 1.2]
    assert [(b.get_x(), b.get_width(), b.get_y(), b.get_height()) for b in bands] == [
        (-0.5, 4, 2, 2),
        (3.5, 3, 9, 1),
    ]


def test_gaps_of_three_days_are_shaded_and_named_where_there_is_room():
    figure = drawn(back_days([1, None, None, 1, None, None, None, 1]), 7)
    gaps = [box for box in boxes(panel_of(figure)) if box.get_zorder() == 1]
    assert [(box.get_x(), box.get_width()) for box in gaps] == [(3.5, 3)]
    assert all_words(figure).count("not recorded") == 1
    # Where the gaps are too narrow for the words, the line under the chart has them once.
    narrow = all_words(drawn(back_days([1, None, None, None] * 75 + [1]), 300))
    assert narrow.count("not recorded") == 1
    assert narrow[-1] == "not recorded"


def test_a_silent_chart_says_so():
    assert "No pain scores were recorded on these days." in all_words(drawn(Diary()))
    assert "No pain scores were recorded on these days." in all_words(drawn(Diary(), 0))


def test_nights_are_moons_points_or_nothing():
    nights = ("none", "woke_me", None, "kept_awake")
    diary = Diary(
        entries=tuple(entry(n, pains=(back(4, night=night),)) for n, night in enumerate(nights))
    )
    lane = lane_of(drawn(diary, 3))
    found = [list(line.get_xdata()) for line in lines(lane) if line.get_linestyle() == "None"]
    assert found == [[0], [1, 3]]


def test_the_axis_says_which_end_is_worst():
    figure = drawn(back_days([3]))
    assert "10 = worst pain" in all_words(figure)
    assert labels(panel_of(figure).scale_labels) == ["0", "2", "4", "6", "8", "10"]


def test_a_low_panel_has_fewer_numbers():
    panel = panel_of(drawn(back_days([3]), size=(7, 1.6)))
    assert labels(panel.scale_labels) == ["0", "5", "10"]


def test_names_of_alerts_are_left_out_where_they_would_take_the_panel_away():
    spells = tuple(Spell(day(0), day(6), f"Alert {number}") for number in range(5))
    high, low = drawn(Diary(), spells=spells, size=(7, 4)), drawn(Diary(), spells=spells)
    assert [word for word in all_words(high) if word.startswith("Alert")] == [
        f"Alert {number}" for number in range(5)
    ]
    assert "Alert 4" not in all_words(low)
    assert panel_of(low).box.height * SIZE[1] >= 0.69


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_no_words_leave_the_figure_at_any_text_size(scale):
    data = place_data(lively_diary(), "lower_back", LAST - dt.timedelta(55), LAST, SPELLS)
    figure = place_figure(data, LIGHT, (9, 4), scale)
    save_png(figure, 100)
    edge = figure.bbox
    for plane in planes(figure):
        for text in [*plane.words, *plane.date_labels, *plane.scale_labels]:
            box = text.get_window_extent()
            assert edge.x0 - 1 <= box.x0, text.get_text()
            assert box.x1 <= edge.x1 + 1, text.get_text()
            assert edge.y0 - 1 <= box.y0, text.get_text()
            assert box.y1 <= edge.y1 + 1, text.get_text()


@pytest.mark.baseline
@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("name", "days"), [("2-weeks", 14), ("8-weeks", 56), ("1-year", 365)])
def test_it_looks_as_it_did(same_picture, theme, name, days):
    start = LAST - dt.timedelta(days=days - 1)
    data = place_data(lively_diary(), "lower_back", start, LAST, SPELLS)
    same_picture(place_figure(data, THEMES[theme], SIZE), f"place-{name}-{theme}")


@pytest.mark.baseline
def test_it_looks_as_it_did_with_large_text(same_picture):
    data = place_data(lively_diary(), "lower_back", FIRST, LAST, SPELLS)
    same_picture(place_figure(data, LIGHT, (9, 4), 2.0), "place-16-weeks-large-text")


@pytest.mark.baseline
def test_it_looks_as_it_did_with_nothing_recorded(same_picture):
    data = place_data(Diary(), "lower_back", day(0), day(55))
    same_picture(place_figure(data, PRINT, SIZE), "place-nothing-recorded")


@pytest.mark.baseline
@pytest.mark.parametrize("theme", ["dark", "print"])
def test_it_looks_as_before_with_lanes(same_picture, theme):
    start = LAST - dt.timedelta(days=55)
    events = (
        Event(date=start + dt.timedelta(days=9), kind="scan"),
        Event(date=start + dt.timedelta(days=11), kind="appointment"),
        Event(date=LAST, kind="fall"),
    )
    diary = lively_diary().model_copy(update={"events": events})
    data = place_data(diary, "lower_back", start, LAST, SPELLS, lanes=lanes(diary, start, LAST))
    same_picture(place_figure(data, THEMES[theme], (7.1, 3.1)), f"place-lanes-{theme}")


def test_a_point_is_as_high_in_every_panel_of_a_picture():
    start = LAST - dt.timedelta(55)
    data = place_data(lively_diary(), "lower_back", start, LAST, SPELLS)
    before = place_data(lively_diary(), "lower_back", FIRST, FIRST + dt.timedelta(55))
    figure = chart_figure((data, before), LIGHT, (7.1, 5))
    first, second = (plane.box.height for plane in panels(figure))
    assert first == pytest.approx(second)
