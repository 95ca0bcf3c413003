from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from diary.ui.widgets.flow import GAP, FlowLayout


def sized(width, height=40):
    button = QFrame()
    button.setFixedSize(width, height)
    return button


@pytest.fixture
def ground(qtbot):
    ground = QWidget()
    qtbot.addWidget(ground)
    return ground


def filled(ground, *widths, **options):
    flow = FlowLayout(ground, **options)
    widgets = [sized(width) for width in widths]
    for widget in widgets:
        flow.addWidget(widget)
    return flow, widgets


def places(flow, width):
    flow.setGeometry(flow.geometry().adjusted(0, 0, 0, 0).__class__(0, 0, width, 500))
    return [
        (item.geometry().x(), item.geometry().y())
        for item in (flow.itemAt(i) for i in range(flow.count()))
    ]


def test_it_goes_on_in_the_next_line(ground):
    flow, _ = filled(ground, 100, 100, 100)
    assert places(flow, 210) == [(0, 0), (100 + GAP, 0), (0, 40 + GAP)]
    assert flow.heightForWidth(210) == 40 + GAP + 40
    assert flow.heightForWidth(400) == 40
    assert flow.hasHeightForWidth()


def test_hidden_ones_take_no_room(ground):
    flow, widgets = filled(ground, 100, 100, 100)
    widgets[1].hide()
    assert places(flow, 210)[2] == (100 + GAP, 0)
    assert flow.sizeHint().width() == 200 + GAP


def test_one_that_python_cleared_away_is_empty(ground):
    flow, _ = filled(ground, 100)
    vars(flow).clear()
    assert flow.itemAt(0) is None
    assert flow.count() == 0


def test_columns_of_several_layouts_are_alike(ground, qtbot):
    columns = []
    filled(ground, 60, 60, columns=columns)
    other = QWidget()
    qtbot.addWidget(other)
    flow, _ = filled(other, 90, 90, columns=columns)
    assert places(flow, 500)[1] == (90 + GAP, 0)
    assert places(columns[0], 500)[1] == (90 + GAP, 0)


def test_a_widget_can_be_put_in_between(ground):
    flow, widgets = filled(ground, 100, 100)
    new = sized(50)
    flow.insert(1, new)
    assert [flow.itemAt(i).widget() for i in range(3)] == [widgets[0], new, widgets[1]]


def test_items_can_be_taken_out_and_past_the_end_there_is_none(ground):
    flow, widgets = filled(ground, 100)
    assert flow.itemAt(1) is None
    assert flow.takeAt(0).widget() is widgets[0]
    assert flow.takeAt(0) is None
    assert flow.count() == 0
    assert flow.sizeHint().height() == 0
    assert flow.expandingDirections() == Qt.Orientation(0)


def test_one_that_is_too_wide_is_cut_to_what_it_can_be(ground):
    flow = FlowLayout(ground)
    button = QPushButton("a")
    button.setMinimumWidth(30)
    flow.addWidget(button)
    flow.setGeometry(flow.geometry().__class__(0, 0, 40, 100))
    assert button.width() <= max(40, button.minimumSizeHint().width())
    assert flow.minimumSize().width() >= 30
