"""The rail at the left: the pages in words and icons, and at its foot how the window looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from diary.i18n import mark, translate
from diary.ui.look import TEXT_LARGEST, TEXT_SMALLEST, TEXT_STEP
from diary.ui.widgets.buttons import Button, IconButton

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.ui.look import ThemeChoice
    from diary.ui.pages import PageEntry
    from diary.ui.theme import Theme

_PAGES = mark("Pages")
_SMALLER = mark("Smaller text (Ctrl+Minus)")
_LARGER = mark("Larger text (Ctrl+Plus)")
_COLORS = {
    "system": ("sun-moon", mark("Colours: as on this computer")),
    "light": ("sun", mark("Colours: light")),
    "dark": ("moon", mark("Colours: dark")),
}
_NEXT: dict[ThemeChoice, ThemeChoice] = {"system": "light", "light": "dark", "dark": "system"}


class RailButton(Button):
    """One page of the rail; it stays down while its page is shown."""

    _checked_color = "accent"

    def __init__(self, entry: PageEntry, keys: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(translate(entry.label), theme, entry.icon, parent)
        self.page = entry.id
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setToolTip(f"{translate(entry.label)} ({keys})")


class Rail(QWidget):
    """The pages to choose from.

    Args:
        pages: the pages, in order; the first is chosen.
        theme: colours and text size, which its foot changes.
        parent: the owner.
    """

    page_chosen = Signal(str)
    look_chosen = Signal(str, int)  # the colours, the text size

    def __init__(
        self, pages: Sequence[PageEntry], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("kind", "rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(translate(_PAGES))
        self.buttons: dict[str, RailButton] = {}
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._on_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 24, 12, 16)
        column.setSpacing(8)
        for number, entry in enumerate(pages, start=1):
            button = RailButton(entry, f"Ctrl+{number}", theme, self)
            self._group.addButton(button, number)
            self.buttons[entry.id] = button
            column.addWidget(button)
        column.addStretch(1)
        self.smaller = IconButton(translate(_SMALLER), theme, "a-arrow-down", self)
        self.larger = IconButton(translate(_LARGER), theme, "a-arrow-up", self)
        self.colors = IconButton("", theme, _COLORS[theme.choice][0], self)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for small in (self.smaller, self.larger, self.colors):
            foot.addWidget(small)
        foot.addStretch(1)
        column.addLayout(foot)
        self.smaller.clicked.connect(self.make_smaller)
        self.larger.clicked.connect(self.make_larger)
        self.colors.clicked.connect(self._on_colors)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def show_page(self, page: str) -> None:
        """Show which page is open."""
        self.buttons[page].setChecked(True)

    @Slot()
    def make_smaller(self) -> None:
        """Ask for smaller text."""
        self.look_chosen.emit(self._theme.choice, self._theme.text_size - TEXT_STEP)

    @Slot()
    def make_larger(self) -> None:
        """Ask for larger text."""
        self.look_chosen.emit(self._theme.choice, self._theme.text_size + TEXT_STEP)

    @Slot(QAbstractButton)
    def _on_clicked(self, button: RailButton) -> None:
        self.page_chosen.emit(button.page)

    @Slot()
    def _on_colors(self) -> None:
        self.look_chosen.emit(_NEXT[self._theme.choice], self._theme.text_size)

    @Slot()
    def _on_theme_changed(self) -> None:
        icon, words = _COLORS[self._theme.choice]
        self.colors.set_icon(icon)
        self.colors.rename(translate(words))
        self.smaller.setEnabled(self._theme.text_size > TEXT_SMALLEST)
        self.larger.setEnabled(self._theme.text_size < TEXT_LARGEST)
