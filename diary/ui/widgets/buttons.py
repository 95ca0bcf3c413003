"""Buttons to press. All are at least 44 pixels high; the style sheet sees to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Signal, Slot
from PySide6.QtGui import QGuiApplication, QPainter, QPen
from PySide6.QtWidgets import QPushButton

from diary.ui.widgets.enter import press_by_enter
from diary.ui.widgets.lines import WIDEST, paint_in_lines, size_in_lines

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from diary.ui.theme import Theme

ICON = 22
_ICON_GAP = 0.25  # more room between icon and words than the style leaves
_RING_INSET, _RING_WIDTH, _RING_RADIUS = 5.0, 2.0, 4.0


class Button(QPushButton):
    """A button with words, and an icon before them if there is one.

    Args:
        text: what it does, a verb first.
        theme: tints the icon; needed only with an icon.
        icon: the name of an icon.
        parent: the owner.
    """

    _color = "ink"
    _checked_color: str | None = None
    _widest = WIDEST

    def __init__(
        self,
        text: str,
        theme: Theme | None = None,
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text.replace("&", "&&"), parent)
        self.setAutoDefault(False)
        self._theme = theme
        self._icon_name = icon
        if theme is not None and icon:
            self._on_theme_changed()
            theme.changed.connect(self._on_theme_changed)

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon_name = icon
        self._on_theme_changed()

    @property
    def filled(self) -> bool:
        """Whether the button stands on the accent now."""
        return self.isChecked()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter as Space."""
        if not press_by_enter(self, event):
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Return the size of the words in one line, or in as many as they need."""
        return size_in_lines(self, super().sizeHint(), self._widest)

    def minimumSizeHint(self) -> QSize:
        """Return the same: words are never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a second ring for the focus on the accent, where the border alone is too near."""
        size = super().sizeHint()
        if size.width() > self._widest:
            paint_in_lines(self, size, self._widest)
        else:
            super().paintEvent(event)
        if self.hasFocus() and self.filled:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QGuiApplication.palette().highlightedText(), _RING_WIDTH))
            inset = _RING_INSET
            ring = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(ring, _RING_RADIUS, _RING_RADIUS)

    @Slot()
    def _on_theme_changed(self) -> None:
        if self._theme is not None:
            side = self._theme.px(ICON)
            gap = _ICON_GAP if self.text() else 0.0
            self.setIconSize(QSize(round(side * (1 + gap)), side))
            self.setIcon(
                self._theme.icon(self._icon_name, self._color, self._checked_color, ICON, gap)
            )


class PrimaryButton(Button):
    """The one button of a page that does what the page is for."""

    _color = "on_accent"

    @property
    def filled(self) -> bool:
        """Always, but when it cannot be pressed."""
        return self.isEnabled()


class QuietButton(Button):
    """A button without a border, for what is done seldom."""

    _color = "accent"


class Chip(Button):
    """A small button that stays down when chosen, one of many.

    ``clicked`` does not tell all: a screen reader switches a button without a click.

    Args:
        text: the answer.
        theme: tints the icon; needed only with an icon.
        icon: the name of an icon.
        parent: the owner.
    """

    switched = Signal(bool)  # by the person, in whatever way

    _checked_color = "on_accent"
    _by_program = False

    def __init__(
        self,
        text: str,
        theme: Theme | None = None,
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, theme, icon, parent)
        self.setCheckable(True)
        self.toggled.connect(self._on_toggled)

    def setChecked(self, checked: bool) -> None:
        """Show it as chosen or not; this is no answer of hers."""
        self._by_program = True
        super().setChecked(checked)
        self._by_program = False

    @Slot(bool)
    def _on_toggled(self, checked: bool) -> None:
        if not self._by_program:
            self.switched.emit(checked)


class IconButton(Button):
    """A square button with an icon only.

    Args:
        name: what it does, for screen reader and tooltip.
        theme: tints the icon.
        icon: the name of an icon.
        parent: the owner.
    """

    def __init__(self, name: str, theme: Theme, icon: str, parent: QWidget | None = None) -> None:
        super().__init__("", theme, icon, parent)
        self.rename(name)

    def rename(self, name: str) -> None:
        """Say what it does now."""
        self.setAccessibleName(name)
        self.setToolTip(name)
