"""What a walk through the accessibility tree of a page, and round it with Tab, finds wrong."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

from tests.ui.layout_walk import HANDS_ON, controls_of, say

Role, Text = QAccessible.Role, QAccessible.Text
# The roles that fit each kind of control; the first kind that it is decides.
FITTING = (
    (QAbstractButton, {Role.Button, Role.CheckBox, Role.RadioButton, Role.ButtonMenu}),
    (QComboBox, {Role.ComboBox}),
    (QLineEdit, {Role.EditableText}),
    (QPlainTextEdit, {Role.EditableText}),
    (QAbstractItemView, {Role.List, Role.Table, Role.Tree}),
)
MOST_STOPS = 400
GROUPS = {Role.Grouping, Role.Border, Role.Dialog}  # a card is a frame, read as a panel


@dataclass(frozen=True)
class Read:
    """A control as it is read: its widget, its place in the tree, and its words."""

    widget: QWidget
    node: QAccessibleInterface

    @property
    def group(self) -> str:
        """The names of the groups it is in, outermost first."""
        names: list[str] = []
        above = self.node.parent()
        while above is not None and above.isValid() and above.role() != Role.Window:
            if above.role() in GROUPS and above.text(Text.Name):
                names.insert(0, above.text(Text.Name))
            above = above.parent()
        return " > ".join(names)

    @property
    def words(self) -> str:
        """All by which it is told from others."""
        name, about = (self.node.text(text) for text in (Text.Name, Text.Description))
        return f"{self.group}: {self.node.role().name} {name!r} {about!r}"


def read_controls(page: QWidget) -> list[Read]:
    """Return the controls of a page as a screen reader has them."""
    return [
        Read(widget, QAccessible.queryAccessibleInterface(widget))
        for widget in controls_of(page)
        if type(widget).__name__ not in HANDS_ON
    ]


def misread(page: QWidget) -> list[str]:
    """Return what is read wrongly: no name, another role or state, no question, two alike."""
    controls = read_controls(page)
    found = []
    for one in controls:
        checks = (_name, _role, _state, _question)
        found += [f"{wrong}: {one.words}" for check in checks if (wrong := check(one))]
    counted = Counter(one.words for one in controls)
    return found + [f"{count} alike: {words}" for words, count in counted.items() if count > 1]


def _name(one: Read) -> str:
    return "" if one.node.text(Text.Name).strip() else "no name"


def _role(one: Read) -> str:
    fitting = next((roles for kind, roles in FITTING if isinstance(one.widget, kind)), None)
    role = one.node.role()
    return "another role" if fitting is not None and role not in fitting else ""


def _state(one: Read) -> str:
    state, widget = one.node.state(), one.widget
    told: list[tuple[Any, Any]] = [(bool(state.disabled), not widget.isEnabled())]
    if isinstance(widget, QAbstractButton) and widget.isCheckable():
        told.append((bool(state.checked), widget.isChecked()))
        told.append((bool(state.checkable), True))
    if isinstance(widget, QComboBox):
        told.append((one.node.text(Text.Value), widget.currentText()))
    if isinstance(widget, QLineEdit) and widget.echoMode() == QLineEdit.EchoMode.Normal:
        told.append((one.node.text(Text.Value), widget.text()))
    if widget.isEnabled():
        told.append((bool(state.focusable), True))
    return "" if all(said == true for said, true in told) else "another state"


def _question(one: Read) -> str:
    if one.node.role() != Role.RadioButton:
        return ""
    return "" if one.group.rsplit(" > ", 1)[-1].strip() else "no question"


def tab_round(window: QWidget) -> list[QWidget]:
    """Press Tab until the focus has been round the window; return the stops in order."""
    stops: list[QWidget] = []
    for _ in range(MOST_STOPS):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        if now is None or now in stops:
            break
        stops.append(now)
    return stops


def not_reached(page: QWidget, stops: list[QWidget]) -> list[str]:
    """Return the controls of a page that Tab should have come to."""
    return [
        f"Tab does not come to: {say(widget)}"
        for widget in controls_of(page)
        if widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and type(widget).__name__ not in HANDS_ON
        and widget not in stops
    ]


def out_of_order(page: QWidget, stops: list[QWidget]) -> list[str]:
    """Return the steps of Tab that go back up what scrolls, other than into another column.

    The greatest step up is the one from the end of the page to its head.
    """
    inside = [stop for stop in stops if page.isAncestorOf(stop) and _scrolls(stop)]
    ups = []
    for before, after in pairwise([*inside, *inside[:1]]):
        left, _, right, bottom = _box(after)
        was_left, was_top, was_right, _ = _box(before)
        if bottom <= was_top and left < was_right and right > was_left:
            ups.append((was_top - bottom, f"Tab goes up from {say(before)} to {say(after)}"))
    return [words for _, words in sorted(ups)[:-1]]


def _scrolls(widget: QWidget) -> bool:
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    return above is not None


def _box(widget: QWidget) -> tuple[int, int, int, int]:
    corner = widget.mapTo(widget.window(), QPoint(0, 0))
    return corner.x(), corner.y(), corner.x() + widget.width(), corner.y() + widget.height()
