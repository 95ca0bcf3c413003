"""What is made later stands where it is seen, for Tab too."""

from __future__ import annotations

import re

import pytest
import shiboken6
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from diary.ui.widgets.tab_order import chain_before, stops_within


def order(top):
    """Return the names of what can have the focus, in the order of Tab."""
    names, widget = [], top.nextInFocusChain()
    while widget is not top:
        if isinstance(widget, QPushButton):
            names.append(widget.text())
        widget = widget.nextInFocusChain()
    return names


def part_of(top, *names):
    part = QWidget(top)
    for name in names:
        QLabel("words", part)
        QPushButton(name, part)
    return part


def owner(widget):
    """Return the kind of what takes the widget along when Python clears it away."""
    told = shiboken6.dump(widget)
    return re.search(r"^parent\.* <PySide6\.QtWidgets\.(\w+)", told, re.MULTILINE)[1]


@pytest.fixture
def top(qtbot):
    top = QWidget()
    qtbot.addWidget(top)
    return top


def test_the_stops_of_a_part_leave_out_its_words(top):
    part_of(top, "head")
    part = part_of(top, "one", "two")
    assert [stop.text() for stop in stops_within(part)] == ["one", "two"]


def test_the_window_does_not_go_with_a_part_that_was_looked_through(top):
    stops_within(part_of(top, "one", "two"))
    assert shiboken6.ownedByPython(top)


def test_no_control_is_the_child_of_the_one_before_or_after_it(top):
    head = part_of(top, "head").findChild(QPushButton)
    below = part_of(top, "save").findChild(QPushButton)
    one, two = stops_within(part_of(top, "one", "two"))
    chain_before((one, two), below)
    assert {owner(widget) for widget in (head, one, two, below)} == {"QWidget"}


def test_a_part_made_last_is_visited_before_what_stands_below_it(top):
    part_of(top, "head")
    below = part_of(top, "save").findChild(QPushButton)
    chain_before(stops_within(part_of(top, "one", "two")), below)
    assert order(top) == ["head", "one", "two", "save"]
    chain_before(stops_within(part_of(top, "three")), below)
    assert order(top) == ["head", "one", "two", "three", "save"]
