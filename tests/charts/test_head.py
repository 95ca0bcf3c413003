from __future__ import annotations

import datetime as dt

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from diary.charts.data import place_data
from diary.charts.head import draw_head, head_rows
from diary.charts.theme import LIGHT
from diary.domain.diary import Diary
from tests.charts.planes import head_words

DATA = place_data(Diary(), "lower_back", dt.date(2026, 1, 24), dt.date(2026, 3, 20))
TITLE, HINT, PERIOD = "Lower back", "10 = worst pain", "24 January to 20 March 2026"


@pytest.mark.parametrize(
    ("width", "rows"),
    [
        (7.0, [[TITLE, HINT, PERIOD]]),
        (2.7, [[TITLE], [HINT, PERIOD]]),
        (1.6, [[TITLE], [HINT], [PERIOD]]),
    ],
)
def test_the_head_takes_as_few_rows_as_it_needs(width, rows):
    found = head_rows(DATA, width, 1.0)
    assert [[piece.words for piece in row] for row in found] == rows


def test_larger_text_needs_more_rows():
    assert len(head_rows(DATA, 4.0, 1.0)) == 1
    assert len(head_rows(DATA, 4.0, 2.0)) == 3


@pytest.mark.parametrize("width", [7.0, 2.7, 1.6])
def test_no_two_pieces_of_the_head_touch(width):
    figure = Figure(figsize=(width, 2.0))
    edge = 0.04
    rows = head_rows(DATA, width - 2 * edge, 1.0)
    draw_head(figure, rows, LIGHT, edges=(edge, edge, edge), row_height=0.165, scale=1.0)
    renderer = FigureCanvasAgg(figure).get_renderer()
    boxes = [text.get_window_extent(renderer) for text in head_words(figure)]
    assert len(boxes) == 3
    for number, box in enumerate(boxes):
        assert box.x0 >= 0
        assert box.x1 <= figure.bbox.width
        assert not any(box.overlaps(other) for other in boxes[:number])
