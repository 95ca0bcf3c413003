"""The order in which Tab visits widgets that were made later than those below them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Iterable


def chain(widgets: Iterable[QWidget]) -> None:
    """Let Tab go from each widget to the next; what came after the first follows the last."""
    for before, after in pairwise(widgets):
        QWidget.setTabOrder(before, after)


def stops_within(part: QWidget) -> list[QWidget]:
    """Return what can have the focus in a part that was made just now, in the order of Tab."""
    stops: list[QWidget] = []
    widget = part
    # No step further than the last: Python takes what comes after a widget for its own, and what
    # comes after the last of all is the window, which would then go with the part.
    for _ in part.findChildren(QWidget):
        widget = cast("QWidget", widget.nextInFocusChain())  # a ring
        if _can_have_focus(widget):
            stops.append(widget)
    part.findChildren(QWidget)  # for Python, all are the part's own again, and not one another's
    return stops


def chain_before(widgets: Iterable[QWidget], after: QWidget) -> None:
    """Let Tab visit the widgets just before one that is there already."""
    # Behind it first, and it behind them then: to ask what comes before it would make that its own.
    chain((after, *widgets, after))


def _can_have_focus(widget: QWidget) -> bool:
    """Whether Qt orders the widget at all: what never has the focus it leaves where it is."""
    return widget.focusPolicy() is not Qt.FocusPolicy.NoFocus
