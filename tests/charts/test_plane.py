from __future__ import annotations

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from diary.charts.plane import Plane
from tests.charts.planes import labels, lines

# A plane over the right half of a figure of 4 by 2 inches, drawn with 100 pixels an inch.
BOX = (0.5, 0.25, 0.5, 0.5)


@pytest.fixture
def figure():
    return Figure(figsize=(4, 2), dpi=100)


@pytest.fixture
def plane(figure):
    return Plane(figure, BOX, (0, 10), (0, 1), layer=1)


def box_of(artist):
    box = artist.get_window_extent()
    return [round(number) for number in (box.x0, box.y0, box.x1, box.y1)]


def test_marks_stand_where_its_own_units_say(plane):
    plane.rectangle(0, 0, 5, 1, facecolor="black")
    plane.rectangles([(5, 0.5, 10, 1.0)], facecolor="black")
    one, many = plane.marks
    assert box_of(one) == [200, 50, 300, 150]
    (corners,) = many.get_paths()
    assert [tuple(corner) for corner in corners.vertices[:3]] == [(5, 0.5), (5, 1), (10, 1)]
    assert many.get_transform().transform((10, 1)).tolist() == [400, 150]


def test_a_line_ends_at_its_edges_unless_it_is_to_be_whole(plane):
    plane.line((-5, 5), (0, 0))
    plane.line((0,), (0,), cut=False, marker="o")
    short, whole = lines(plane)
    assert short.get_clip_box().bounds == (200, 50, 200, 100)
    assert whole.get_clip_box() is None


def test_labels_of_the_scale_stand_at_its_left_and_dates_under_it(plane):
    plane.label_scale((0.5,), ("ten",), color="black", size=8)
    plane.label_dates((5,), ("May",), color="black", size=8)
    (ten,), (may,) = plane.scale_labels, plane.date_labels
    assert labels([ten, may]) == ["ten", "May"]
    assert ten.get_window_extent().x1 < 200
    box = may.get_window_extent()
    assert (box.x0 + box.x1) / 2 == pytest.approx(300, abs=1)
    assert box.y1 < 50


def test_nothing_is_drawn_of_nothing(plane):
    plane.rectangles([], facecolor="black")
    plane.uprights([], [], [], color="black")
    assert plane.marks == []


def test_what_lies_on_a_higher_layer_covers_the_rest(figure, plane):
    plane.rectangle(0, 0, 10, 1, facecolor="#ff0000", zorder=3)
    plane.rectangle(0, 0, 10, 1, facecolor="#0000ff", zorder=2)
    other = Plane(figure, BOX, (0, 10), (0, 1), layer=0)
    other.rectangle(0, 0, 10, 1, facecolor="#00ff00", zorder=9)
    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    at = 4 * (100 * 400 + 300)
    assert bytes(canvas.buffer_rgba())[at : at + 3].hex() == "ff0000"
