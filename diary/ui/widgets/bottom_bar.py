"""The ground of a bar that stays at the bottom of a page, as wide as the page's column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from diary.ui.widgets.scroll_column import COLUMN_WIDTH, SCROLL_BAR

if TYPE_CHECKING:
    from diary.ui.theme import Theme


class BottomBar(QWidget):
    """Keeps what is in the bar in line with the column above it.

    Args:
        inner: what is in the bar.
        theme: the column grows with the text size.
        width: the greatest width of the column at 100 %.
        parent: the owner.
    """

    def __init__(
        self,
        inner: QWidget,
        theme: Theme,
        width: int = COLUMN_WIDTH,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._inner, self._theme, self._width = inner, theme, width
        self.setProperty("kind", "bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 10, 24 + SCROLL_BAR, 10)
        row.addStretch(1)
        row.addWidget(inner, 1000)
        row.addStretch(1)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    @Slot()
    def _on_theme_changed(self) -> None:
        self._inner.setMaximumWidth(self._theme.px(self._width))
