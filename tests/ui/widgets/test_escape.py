from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from diary.ui.noticed.told_form import ToldForm
from diary.ui.widgets.buttons import Button
from diary.ui.widgets.escape import leave_by_escape

DAY = dt.date(2026, 3, 20)


class Box(QWidget):
    """Something to leave, with a field and what else is put into it."""

    def __init__(self):
        super().__init__()
        self.leave = Button("Back", parent=self)
        self.field = QLineEdit(self)
        QVBoxLayout(self).addWidget(self.leave)
        self.layout().addWidget(self.field)
        self.left = []
        self.leave.clicked.connect(lambda: self.left.append("box"))

    def keyPressEvent(self, event):  # noqa: N802  as Qt calls it
        if not leave_by_escape(self.leave, event):
            super().keyPressEvent(event)


@pytest.fixture
def box(theme, qtbot):  # noqa: ARG001  the style of the window
    box = Box()
    qtbot.addWidget(box)
    box.show()
    return box


def test_escape_in_a_field_leaves(box, qtbot):
    qtbot.keyClick(box.field, Qt.Key.Key_Escape)
    assert box.left == ["box"]


@pytest.mark.parametrize("why", ["off", "hidden", "with Shift", "another key"])
def test_nothing_is_left_that_cannot_be(box, qtbot, why):
    box.leave.setEnabled(why != "off")
    box.leave.setVisible(why != "hidden")
    shift = Qt.KeyboardModifier.ShiftModifier
    none = Qt.KeyboardModifier.NoModifier
    key = Qt.Key.Key_F2 if why == "another key" else Qt.Key.Key_Escape
    qtbot.keyClick(box.field, key, shift if why == "with Shift" else none)
    assert box.left == []


def test_the_inner_form_is_left_first(box, theme, qtbot):
    form = ToldForm(theme, DAY, DAY, box)
    form.cancelled.connect(lambda: box.left.append("form"))
    box.layout().addWidget(form)
    form.show()
    for field in (form.whom, form.said, form.day.field, form.keep):
        qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert box.left == ["form"] * 4
