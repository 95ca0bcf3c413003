from __future__ import annotations

import datetime as dt
import gc

import pytest

from diary.charts.data import place_data
from diary.charts.look import Look
from diary.charts.picture import chart_picture
from diary.charts.theme import DARK, LIGHT
from diary.domain.diary import Diary
from diary.domain.entry import DayEntry, Pain

START, END = dt.date(2026, 3, 1), dt.date(2026, 3, 28)
DIARY = Diary(
    entries=tuple(
        DayEntry(date=dt.date(2026, 3, day), pains=(Pain(region="neck", worst=day % 11),))
        for day in range(1, 29)
    )
)
DATA = place_data(DIARY, "neck", START, END)


def corner(picture):
    return "#" + picture.rgba[:3].hex()


def test_a_picture_has_the_pixels_of_the_screen_and_the_colours_of_the_theme():
    light = chart_picture((DATA,), Look(theme="light", width=600, height=300))
    dark = chart_picture((DATA,), Look(theme="dark", width=600, height=300, ratio=2.0))
    assert (light.width, light.height, len(light.rgba)) == (600, 300, 4 * 600 * 300)
    assert (dark.width, dark.height, len(dark.rgba)) == (1200, 600, 4 * 1200 * 600)
    assert corner(light) == LIGHT.paper
    assert corner(dark) == DARK.paper


def test_the_same_chart_twice_is_the_same_picture():
    look = Look(theme="light", width=500, height=280)
    assert chart_picture((DATA,), look) == chart_picture((DATA,), look)


def test_it_tells_where_its_days_are():
    picture = chart_picture((DATA,), Look(theme="light", width=600, height=300))
    assert 0 < picture.left < 0.2
    assert 0.9 < picture.right < 1
    ((top, bottom),) = picture.panels
    assert 0 < top < bottom < 1
    # The dot of the first day stands in the middle of the first day.
    per_day = (picture.right - picture.left) * picture.width / len(DATA.answered)
    first = int(picture.left * picture.width + per_day / 2)
    rows = range(int(top * picture.height), int(bottom * picture.height))
    colors = {picture.rgba[4 * (y * picture.width + first) :][:3].hex() for y in rows}
    assert LIGHT.dot.removeprefix("#") in colors


def test_between_two_panels_stand_words_and_no_days():
    picture = chart_picture((DATA, DATA), Look(theme="light", width=600, height=600))
    (top, middle), (below, bottom) = picture.panels
    assert 0 < top < middle < below < bottom < 1
    row = 25 / 600
    assert below - middle > row


@pytest.fixture
def cleared():
    """What was cleared away so far, a generation each time."""
    seen = []

    def note(phase, told):
        if phase == "start":
            seen.append(told["generation"])

    gc.callbacks.append(note)
    yield seen
    gc.callbacks.remove(note)


def test_nobody_clears_away_while_a_picture_is_drawn(cleared):
    look = Look(theme="light", width=600, height=600)
    chart_picture((DATA, DATA), look)
    gc.collect()
    cleared.clear()
    chart_picture((DATA, DATA), look)
    assert len(cleared) <= 1, "only what is left when it is done"
    assert gc.isenabled()


@pytest.mark.parametrize("was_clearing", [True, False])
def test_what_does_not_work_leaves_it_as_it_was(was_clearing):
    (gc.enable if was_clearing else gc.disable)()
    try:
        with pytest.raises(KeyError):
            chart_picture((DATA,), Look(theme="no such theme", width=600, height=300))
        assert gc.isenabled() is was_clearing
    finally:
        gc.enable()
