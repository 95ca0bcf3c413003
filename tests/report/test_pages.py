from __future__ import annotations

import pytest
import typst

from diary.report.pages import page_pictures

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


def test_all_pages_are_drawn_in_order_at_the_wanted_size(pdf):
    pages = page_pictures(pdf, 100)
    assert pages.count == 2
    assert [(picture.width, picture.height) for picture in pages.pictures] == [(100, 200)] * 2
    first, second = pages.pictures
    assert pixel(first, 20, 100) == RED
    assert pixel(first, 80, 100) == WHITE
    assert pixel(second, 20, 100) == WHITE
    assert len(first.rgbx) == 4 * 100 * 200


def test_only_the_first_is_drawn_where_only_it_is_wanted_and_all_are_counted(pdf):
    pages = page_pictures(pdf, 50, only_first=True)
    assert pages.count == 2
    ((picture),) = pages.pictures
    assert (picture.width, picture.height) == (50, 100)
    assert pixel(picture, 10, 50) == RED
