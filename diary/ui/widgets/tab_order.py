"""The order in which Tab visits widgets that were made later than those below them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Iterable


def chain(widgets: Iterable[QWidget]) -> None:
    """Let Tab go from each widget to the next; what came after the first follows the last."""
    for before, after in pairwise(widgets):
        QWidget.setTabOrder(before, after)
