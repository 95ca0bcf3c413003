"""The rail at the left: the pages in words and icons, and at its foot the size of the text.

Larger and smaller text are one press away on every page, because whoever needs them cannot read
the way to the settings. Everything else about the look is there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from diary.i18n import mark, translate
from diary.ui.look import TEXT_LARGEST, TEXT_SMALLEST, TEXT_STEP
from diary.ui.stylesheet import sizes
from diary.ui.widgets.buttons import Button, IconButton
from diary.ui.widgets.group import Group

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.ui.pages import PageEntry
    from diary.ui.theme import Theme

_ROOM = 24
_STEP = sizes(TEXT_LARGEST)["target"]
_TIGHT = 28  # two lines need less room above and below than one, where all is large
_PAGES = mark("Pages")
_SMALLER = mark("Smaller text (Ctrl+Minus)")
_LARGER = mark("Larger text (Ctrl+Plus)")
_LOCK, _LOCK_KEYS = mark("Lock now"), mark("Lock now (Ctrl+L)")


class RailButton(Button):
    """One page of the rail; it stays down while its page is shown."""

    _checked_color = "accent"
    _widest = 300

    def __init__(self, entry: PageEntry, theme: Theme, parent: QWidget) -> None:
        super().__init__(translate(entry.label), theme, entry.icon, parent)
        self.page = entry.id
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setToolTip(f"{translate(entry.label)} ({entry.keys})")

    def sizeHint(self) -> QSize:
        """Return the size of the words; the whole rail must fit a small window."""
        size = super().sizeHint()
        least = QPushButton.sizeHint(self).height()
        return QSize(size.width(), max(least, size.height() - _TIGHT))


class Rail(Group):
    """The pages to choose from.

    Args:
        pages: the pages, in order; the first is chosen.
        foot_pages: the pages at its foot.
        theme: colours and text size, which its foot changes.
        parent: the owner.
    """

    page_chosen = Signal(str)
    text_size_chosen = Signal(int)
    lock_requested = Signal()

    def __init__(
        self,
        pages: Sequence[PageEntry],
        foot_pages: Sequence[PageEntry],
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(translate(_PAGES), parent)
        theme.dress(self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._theme = theme
        self.setProperty("kind", "rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.buttons: dict[str, RailButton] = {}
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._on_clicked)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(8)
        for entry in pages:
            self._add(entry)
        self._column.addStretch(1)
        for entry in foot_pages:
            self._add(entry)
        self.lock = Button(translate(_LOCK), theme, "lock", self)
        self.lock.setProperty("kind", "rail")
        self.lock.setToolTip(translate(_LOCK_KEYS))
        self.lock.hide()
        self._column.addWidget(self.lock)
        self.smaller = IconButton(translate(_SMALLER), theme, "a-arrow-down", self)
        self.larger = IconButton(translate(_LARGER), theme, "a-arrow-up", self)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for small in (self.smaller, self.larger):
            # Each stands in the middle of the room it needs at the largest: what is pressed again
            # and again stays under the pointer.
            place = QVBoxLayout()
            place.addWidget(small, 0, Qt.AlignmentFlag.AlignCenter)
            place.addStrut(_STEP)
            foot.addLayout(place)
        foot.addStretch(1)
        self._column.addLayout(foot)
        self.lock.clicked.connect(self.lock_requested)
        self.smaller.clicked.connect(self.make_smaller)
        self.larger.clicked.connect(self.make_larger)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def _add(self, entry: PageEntry) -> None:
        button = RailButton(entry, self._theme, self)
        self._group.addButton(button)
        self.buttons[entry.id] = button
        self._column.addWidget(button)

    def show_page(self, page: str) -> None:
        """Show which page is open."""
        self.buttons[page].setChecked(True)
        # Tab comes to the page that is shown, arrows go to the others. Qt itself sees to that only
        # once the focus has been here.
        for name, button in self.buttons.items():
            shown = name == page
            button.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if shown else Qt.FocusPolicy.ClickFocus
            )

    def set_protected(self, *, is_protected: bool) -> None:
        """Show how to lock the diary, if it can be locked."""
        self.lock.setVisible(is_protected)

    @Slot()
    def make_smaller(self) -> None:
        """Ask for smaller text."""
        self.text_size_chosen.emit(self._theme.text_size - TEXT_STEP)

    @Slot()
    def make_larger(self) -> None:
        """Ask for larger text."""
        self.text_size_chosen.emit(self._theme.text_size + TEXT_STEP)

    @Slot(QAbstractButton)
    def _on_clicked(self, button: RailButton) -> None:
        self.page_chosen.emit(button.page)

    @Slot()
    def _on_theme_changed(self) -> None:
        # At large text the room above and below goes to the words.
        room = _ROOM * TEXT_SMALLEST**2 // self._theme.text_size**2
        self._column.setContentsMargins(12, room, 12, min(room, 16))
        self.smaller.setEnabled(self._theme.text_size > TEXT_SMALLEST)
        self.larger.setEnabled(self._theme.text_size < TEXT_LARGEST)
