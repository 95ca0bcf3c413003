from __future__ import annotations

import io
import re

import matplotlib as mpl
import pytest
from PIL import Image

from diary.charts.data import place_data
from diary.charts.place_chart import place_figure
from diary.charts.save import save_png, save_svg
from diary.charts.theme import DARK, PRINT
from tests.report.small import back_days, day


def figure(theme=PRINT):
    data = place_data(back_days([3, None, 0, 4]), "lower_back", day(0), day(6))
    return place_figure(data, theme, (5, 2))


@pytest.mark.parametrize("save", [save_svg, save_png])
def test_the_same_figure_gives_the_same_bytes(save):
    assert save(figure()) == save(figure())


def test_an_svg_holds_outlines_and_neither_date_nor_program():
    svg = save_svg(figure())
    assert "<text" not in svg
    assert "<metadata" not in svg
    assert not re.search(r"\d{4}-\d{2}-\d{2}T", svg)


def test_a_png_says_nothing_of_the_program_and_has_its_size_and_ground():
    with Image.open(io.BytesIO(save_png(figure(DARK), dpi=100))) as picture:
        assert picture.size == (500, 200)
        assert "Software" not in picture.info
        assert "#{:02x}{:02x}{:02x}".format(*picture.convert("RGB").getpixel((0, 0))) == DARK.paper


def test_the_settings_of_matplotlib_stay_as_they_were():
    before = dict(mpl.rcParams)
    save_svg(figure())
    assert dict(mpl.rcParams) == before
