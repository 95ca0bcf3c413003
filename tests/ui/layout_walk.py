"""What a walk over all widgets of a page finds wrong with its layout and its accessibility."""

from __future__ import annotations

import re
from itertools import combinations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QWidget,
)

from tests.ui.pseudo import untranslated

TARGET = 44
SLACK = 1  # a pixel is rounding
RING = 6  # pixels around a control where its ring may be
BREAKS = re.compile(r"[\s\u200b]+")  # a path may break where it has a space without width
CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
)
# Children of these are Qt's own parts, which Qt lays out.
WHOLE = (QAbstractSpinBox, QComboBox, QAbstractItemView, QPlainTextEdit, QLineEdit)
# The places of the body lie as they lie. A click goes to the nearest within 22 pixels, by a rule
# with its own tests, and the list beside the figure has each of them as a full target.
BODY = {"PlaceSpot"}
# It takes Tab only to hand the focus to the place where she was last.
HANDS_ON = {"BodyMap"}
NO_ROLE = {
    QAccessible.Role.NoRole,
    QAccessible.Role.Client,
    QAccessible.Role.Window,
    QAccessible.Role.Pane,
}


def widgets_of(page):
    """Return the visible widgets of a page, parents first; none of Qt's own parts."""
    found, entered = [page], {page}  # the second: whose children are looked at, too
    if isinstance(page, WHOLE):
        return found
    for widget in page.findChildren(QWidget):  # parents come before their children
        if widget.parentWidget() not in entered:
            continue
        if not isinstance(widget, WHOLE) or not widget.isVisible():
            entered.add(widget)
        if widget.isVisible() and not widget.isWindow():
            found.append(widget)
    return found


def controls_of(page):
    """Return what can be pressed, chosen or written in."""
    return [
        widget
        for widget in widgets_of(page)
        if isinstance(widget, CONTROLS)
        or (
            widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and widget.focusProxy() is None
            and not isinstance(widget, QAbstractSlider | QScrollArea)  # these only scroll
        )
    ]


def say(widget):
    """Return what a finding calls a widget."""
    words = ""
    for ask in ("text", "title", "currentText"):
        if hasattr(widget, ask):
            words = str(getattr(widget, ask)())
            break
    words = words or widget.accessibleName()
    return f"{type(widget).__name__} {words[:40]!r} {widget.width()}x{widget.height()}"


def cut_texts(page):
    """Return the widgets whose words have too little room."""
    return [
        f"cut: {say(widget)} needs {needed.width()}x{needed.height()}"
        for widget in widgets_of(page)
        if (needed := needed_by(widget)) is not None
        and (needed.width() > widget.width() + SLACK or needed.height() > widget.height() + SLACK)
    ]


def needed_by(widget):
    """Return the least room that the words of a widget need; None if it has none."""
    if isinstance(widget, QLabel):
        return needed_by_label(widget)
    if isinstance(widget, QAbstractButton):
        return widget.minimumSizeHint()
    if isinstance(widget, QComboBox | QAbstractSpinBox):
        return widget.minimumSizeHint()
    if isinstance(widget, QLineEdit) and widget.placeholderText():
        words = widget.fontMetrics().horizontalAdvance(widget.placeholderText())
        return widget.minimumSizeHint().expandedTo(QRect(0, 0, words + 24, 0).size())
    return None


def needed_by_label(label):
    if not label.pixmap().isNull() or not label.text():
        return None
    if not label.wordWrap():
        return label.sizeHint()
    edges = label.width() - label.contentsRect().width()
    longest = max(BREAKS.split(label.text()), key=len, default="")
    width = label.fontMetrics().horizontalAdvance(longest) + edges
    return QRect(0, 0, width, label.heightForWidth(label.width())).size()


def overlaps(page):
    """Return the neighbours that lie on each other."""
    found = []
    for parent in widgets_of(page):
        if isinstance(parent, (*WHOLE, QAbstractScrollArea, QSplitter, QStackedWidget)):
            continue
        children = [
            child
            for child in parent.children()
            if isinstance(child, QWidget)
            and child.isVisible()
            and not child.isWindow()
            and type(child).__name__ not in BODY
        ]
        for one, other in combinations(children, 2):
            shared = one.geometry().intersected(other.geometry())
            if shared.width() > SLACK and shared.height() > SLACK:
                found.append(f"overlap: {say(one)} and {say(other)}")
    return found


def outside(page):
    """Return what reaches out of its parent, and pages that are wider than their window."""
    found = []
    for widget in widgets_of(page):
        parent = widget.parentWidget()
        if widget is page or parent is None or isinstance(parent, QStackedWidget):
            continue
        if isinstance(widget, QAbstractSlider) or isinstance(parent, WHOLE):
            continue
        scrolled = parent.parentWidget()
        if isinstance(scrolled, QScrollArea) and scrolled.viewport() is parent:
            if widget.width() > parent.width() + SLACK:
                found.append(f"wider than its page: {say(widget)} in {parent.width()}")
            continue
        place = widget.geometry()
        room = parent.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK)
        if not room.contains(place) and not place.isEmpty():
            found.append(f"outside: {say(widget)} at {place.getRect()} in {say(parent)}")
    return found


def small_targets(page):
    """Return what is too small to be hit by a sore hand."""
    return [
        f"small: {say(widget)}"
        for widget in controls_of(page)
        if min(widget.width(), widget.height()) < TARGET and type(widget).__name__ not in BODY
    ]


def nameless(page):
    """Return the controls a screen reader could not tell, or the keyboard not reach."""
    found = []
    for widget in controls_of(page):
        interface = QAccessible.queryAccessibleInterface(widget)
        if not interface.text(QAccessible.Text.Name).strip():
            found.append(f"no name: {say(widget)}")
        if interface.role() in NO_ROLE and type(widget).__name__ not in HANDS_ON:
            found.append(f"no role: {say(widget)} {interface.role()}")
        if widget.isEnabled() and widget.focusPolicy() == Qt.FocusPolicy.NoFocus:
            found.append(f"no focus: {say(widget)}")
    return found


def unseen_focus(page):
    """Return the controls that look the same with and without the focus."""
    found = []
    for widget in controls_of(page):
        if not widget.isEnabled() or not widget.isVisible():
            continue
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        if not widget.isVisible() or page.window().focusWidget() is not widget:
            continue
        focused = picture_of(widget)
        widget.clearFocus()
        if picture_of(widget) == focused:
            found.append(f"focus not seen: {say(widget)}")
    return found


def picture_of(widget):
    """Return how a widget looks with a little around it: some rings are drawn by the parent."""
    place = widget.geometry().adjusted(-RING, -RING, RING, RING)
    return widget.parentWidget().grab(place).toImage()


def findings(page):
    """Return all that is wrong with a page."""
    checks = (cut_texts, overlaps, outside, small_targets, nameless, unseen_focus)
    return [finding for check in checks for finding in check(page)]


def left_in_english(page):
    """Return what is shown or read out in words that never went through the catalogue."""
    found = []
    for widget in widgets_of(page):
        words = [word for text in texts_of(widget) for word in untranslated(text)]
        if words:
            found.append(f"not translated: {words[:5]} in {say(widget)}")
    return found


def texts_of(widget):
    """Return the texts of a widget, seen or heard; not what she wrote into it herself."""
    texts = [widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()]
    if isinstance(widget, QLineEdit | QPlainTextEdit):
        return [*texts, widget.placeholderText()]
    if isinstance(widget, QComboBox):
        return [*texts, *(widget.itemText(row) for row in range(widget.count()))]
    if isinstance(widget, QLabel | QAbstractButton):
        texts.append(widget.text())
    return texts


def text_findings(page):
    """Return what is wrong with a page whose words are in another language."""
    checks = (cut_texts, overlaps, outside, left_in_english)
    found = [finding for check in checks for finding in check(page)]
    # An example inside an empty field may end in dots: what is asked stands beside the field.
    return [finding for finding in found if not finding.startswith("cut: QLineEdit")]
