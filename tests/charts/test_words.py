from __future__ import annotations

import matplotlib as mpl
import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from diary.charts.save import save_svg
from diary.charts.words import Screen, Words

SIZE, DPI = (3, 1), 100


def figure_of(*words):
    figure = Figure(figsize=SIZE, dpi=DPI, facecolor="#fffdfa")
    for one in words:
        figure.add_artist(one)
    return figure


def on_screen(*words, dpi=DPI):
    width, height = (round(inches * dpi) for inches in SIZE)
    rgba = Screen(width, height, dpi).show(figure_of(*words))
    return np.frombuffer(rgba, np.uint8).reshape(height, width, 4)


def set_each_time(*words):
    """The same words as matplotlib draws them."""
    canvas = FigureCanvasAgg(figure_of(*words))
    with mpl.rc_context({"text.hinting": "none"}):
        canvas.draw()
    return np.asarray(canvas.buffer_rgba())


def words(text="Lower back", at=(0.5, 0.5), **style):
    return Words(*at, text, size=style.pop("size", 9), **{"color": "#22303a", **style})


@pytest.mark.parametrize("across", ["left", "center", "right"])
@pytest.mark.parametrize("upright", ["baseline", "center_baseline", "top"])
def test_on_a_screen_they_are_what_they_are_when_set_each_time(across, upright):
    """At a whole pixel: else they stand beside it, but by less than a pixel."""
    text = "Mano, muñeca\no dedos (10)"
    as_set = set_each_time(words(text, ha=across, va=upright))
    for _ in range(2):  # set, and stamped
        shown = on_screen(words(text, ha=across, va=upright))
        assert np.abs(shown.astype(int) - as_set).max() <= 1
    assert (shown[..., 0] < 128).any()


def test_the_same_words_stand_wherever_they_are_wanted_in_the_colour_they_are_wanted():
    left = words("10", (0.1, 0.5))
    right = words("10", (0.6, 0.5), color="#6f2a63")
    shown = on_screen(left, right)
    first, second = shown[:, :150], shown[:, 150:]
    assert ((first != second).any(axis=2)).any()
    plain, plum = (one[50 - 12 : 50 + 2].reshape(-1, 4).min(axis=0) for one in (first, second))
    assert plain[:3].tolist() != plum[:3].tolist()
    cover = [(one != one[0, 0]).any(axis=2) for one in (first, second)]
    assert (cover[0] == cover[1]).all()


@pytest.mark.parametrize("other", [{"size": 10}, {"bold": True}, {"text": "Lower neck"}])
def test_other_words_another_size_and_bold_are_not_taken_for_them(other):
    assert (on_screen(words()) != on_screen(words(**other))).any()


def test_more_pixels_an_inch_are_more_pixels():
    small, large = on_screen(words()), on_screen(words(), dpi=2 * DPI)
    dark = [(one[..., 0] < 128).sum() for one in (small, large)]
    assert 3 < dark[1] / dark[0] < 5


def test_words_that_reach_over_the_edge_are_cut_there():
    shown = on_screen(words(at=(0.98, 0.99)), words(at=(0.0, 0.0), ha="right", va="top"))
    assert (shown[..., 0] < 128).any()
    # Nothing of it comes in again at the other side.
    assert (shown[:, :100, 0] > 200).all()


def test_words_with_a_ground_of_their_own_cover_what_is_under_them():
    grounded = words("not recorded", bbox={"facecolor": "#f4efe7", "edgecolor": "none", "pad": 1.5})
    assert [244, 239, 231] in on_screen(grounded)[50, :, :3].tolist()


def test_a_dollar_is_a_dollar_on_a_screen_and_in_a_file():
    one, two = on_screen(words("$5 and $6")), on_screen(words("5 and 6"))
    assert (one[..., 0] < 128).sum() > (two[..., 0] < 128).sum()
    same_glyphs = save_svg(figure_of(words("$$")))
    assert "<!-- $$ -->" in same_glyphs
    assert same_glyphs.count("<use ") == 2


def test_words_of_nothing_that_shows_leave_nothing():
    assert (on_screen(words("")) == on_screen()).all()
    assert (on_screen(words("\u2060")) == on_screen()).all()
