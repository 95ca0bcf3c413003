from __future__ import annotations

import pytest
import typst

from diary.report.pages import page_picture

RED = (255, 0, 0)
WHITE = (255, 255, 255)


@pytest.fixture(scope="module")
def pdf():
    """Two pages of one inch by two: the first is red at the left half, the second is white."""
    page = b"""#set page(width: 1in, height: 2in, margin: 0pt)
#rect(width: 0.5in, height: 2in, fill: rgb("#ff0000"), stroke: none)
#pagebreak()
"""
    return typst.compile(page)


def pixel(picture, x, y):
    at = 4 * (y * picture.width + x)
    return tuple(picture.rgbx[at : at + 3])


def test_the_first_page_is_drawn_at_the_wanted_size_and_all_are_counted(pdf):
    picture = page_picture(pdf, 100)
    assert (picture.pages, picture.width, picture.height) == (2, 100, 200)
    assert pixel(picture, 20, 100) == RED
    assert pixel(picture, 80, 100) == WHITE
    assert len(picture.rgbx) == 4 * 100 * 200


def test_another_page_is_drawn_by_its_number(pdf):
    picture = page_picture(pdf, 50, 1)
    assert (picture.pages, picture.width, picture.height) == (2, 50, 100)
    assert pixel(picture, 10, 50) == WHITE
