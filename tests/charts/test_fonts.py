from __future__ import annotations

import matplotlib as mpl
import pytest
from matplotlib import font_manager
from matplotlib.textpath import TextPath

from diary.charts.fonts import FALLBACK, FAMILY, font, text_width
from diary.resources import resource


@pytest.mark.parametrize(("bold", "file"), [(False, "Regular"), (True, "Bold")])
def test_the_bundled_file_is_used(bold, file):
    found = font_manager.findfont(font(10, bold=bold))
    assert found == str(resource(f"fonts/AtkinsonHyperlegible-{file}.ttf"))


def test_the_settings_of_matplotlib_stay_as_they_were():
    before = dict(mpl.rcParams)
    font(10)
    assert dict(mpl.rcParams) == before


def test_characters_that_ours_lacks_have_a_font_that_comes_along():
    assert font(10).get_family() == [FAMILY, FALLBACK]
    assert "matplotlib" in font_manager.findfont(FALLBACK)


def test_width_grows_with_size_weight_and_text():
    assert 0 < text_width("pain", 8) < text_width("pain", 9) < text_width("pains", 9)
    assert text_width("pain", 8) < text_width("pain", 8, bold=True)


@pytest.mark.parametrize("text", ["30 Sept", "la parte baja de su vientre", "(10)", "W", "日本"])
@pytest.mark.parametrize("bold", [False, True])
def test_the_width_is_that_of_the_ink(text, bold):
    ink = TextPath((0, 0), text, prop=font(9, bold=bold)).get_extents()
    room = text_width(text, 9, bold=bold) * 72 / ink.width
    assert room == pytest.approx(1.03, abs=0.003)


@pytest.mark.parametrize("text", ["", "  ", "\u200b", "\u2060"])
def test_nothing_has_no_width(text):
    assert text_width(text, 8) == 0
