"""A page's column: it scrolls up and down, keeps a readable width, and follows the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, QTimer, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from diary.ui.stylesheet import TARGET
from diary.ui.widgets.group import Group

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent

    from diary.ui.theme import Theme

COLUMN_WIDTH = 880
SCROLL_BAR = 14  # its width in the style sheet
_MARGIN = 24
_ROOM = 24  # left free above and below what is brought into view
# A layout asks the one around it, which is laid out in the next round: from a list in a row of a
# card of a section up to the page.
_ROUNDS = 8


class ScrollColumn(QScrollArea):
    """A scrolling column in the middle of the page.

    Args:
        theme: the column grows with the text size.
        width: its greatest width at 100 %.
        parent: the owner.

    Attributes:
        body: the column to add to.
    """

    def __init__(
        self, theme: Theme, width: int = COLUMN_WIDTH, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._width = width
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = self._page = QWidget(self)
        page.setProperty("kind", "page")
        self._column = QWidget(page)
        self.body = QVBoxLayout(self._column)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(16)
        row = self._row = QHBoxLayout(page)
        self._above = self._below = 0  # empty room that keeps what she is at where it stands
        self._on_range_changed(0, 0)
        self.verticalScrollBar().rangeChanged.connect(self._on_range_changed)
        row.addStretch(1)
        row.addWidget(self._column, 1000)
        row.addStretch(1)
        self.setWidget(page)
        self._wanted: QWidget | None = None
        self._first: QWidget | None = None
        self._begins = False  # whether the page is being opened, at its head
        self._focused: QWidget | None = None  # only compared: it may be gone
        self._held: QWidget | None = None
        self._held_at = 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._on_turn)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        theme.changing.connect(self._on_theme_changing)
        theme.changed.connect(self._on_theme_changed)
        theme.settled.connect(self._on_theme_settled)
        theme.app.focusChanged.connect(self._on_focus_changed)
        self._on_theme_changed()

    def bring_into_view(self, widget: QWidget) -> None:
        """Scroll, once the layout is settled, as little as shows the widget or its head."""
        self._wanted = widget
        self._timer.start()

    def begin_with(self, first: QWidget) -> None:
        """Let the focus go to a control when the page is given it.

        The page hands it on: with a proxy, Tab would leave out all that stands above the control.
        """
        self._first = first

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus on, and show the head of the page."""
        super().focusInEvent(event)
        if self._first is not None:
            self.begin(self._first, event.reason())
        else:
            self._show_head()

    def begin(self, first: QWidget, reason: Qt.FocusReason) -> None:
        """Show the head of the page, and give the focus to a control if it is seen there.

        Else the focus stays where it is, so that nothing is pressed unseen.
        """
        self._lay_out()
        top = first.mapTo(self._page, QPoint(0, 0)).y()
        if not self.isVisible() or top + TARGET <= self.height():
            first.setFocus(reason)
        self._show_head()

    def _show_head(self) -> None:
        self.to_top()
        # Qt tells of a focus that is handed on once more, when this is done.
        self._begins = True
        self._timer.start()

    def to_top(self) -> None:
        """Show the head of the page."""
        self._wanted = None
        self._leave_room(0, 0)
        self.verticalScrollBar().setValue(0)

    @Slot(int, int)
    def _on_range_changed(self, _least: int, most: int) -> None:
        # The column stands where it would with a scroll bar, so that nothing moves sideways.
        right = _MARGIN if most > 0 else _MARGIN + SCROLL_BAR
        self._row.setContentsMargins(_MARGIN, _MARGIN + self._above, right, _MARGIN + self._below)

    def _leave_room(self, above: int, below: int) -> None:
        if (above, below) != (self._above, self._below):
            self._above, self._below = above, below
            self._on_range_changed(0, self.verticalScrollBar().maximum())

    @Slot(int)
    def _on_scrolled(self, value: int) -> None:
        """Take empty room away once it is out of sight."""
        bar, above = self.verticalScrollBar(), self._above
        if self._held is None and (above or self._below):
            is_unseen = 0 < above <= value
            self._leave_room(
                0 if is_unseen else above, max(0, self._below - (bar.maximum() - value))
            )
            if is_unseen:
                bar.setValue(value - above)

    def _middle(self, widget: QWidget) -> int:
        return widget.mapTo(self._page, QPoint(0, widget.height() // 2)).y()

    def _lay_out(self) -> None:
        """Lay out now what would be laid out at the end of this turn, and what that leads to."""
        for _ in range(_ROUNDS):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        # What that asks for in turn may not be among them: how far the page can be scrolled.
        QCoreApplication.sendEvent(self, QEvent(QEvent.Type.LayoutRequest))

    def _top(self) -> int:
        return self.mapTo(self.window(), QPoint(0, 0)).y()

    @Slot()
    def _on_theme_changing(self) -> None:
        """Remember where she is: at what has the focus, as far as that is seen."""
        self._lay_out()
        bar, at = self.verticalScrollBar(), self._theme.app.focusWidget()
        self._held, self._held_at = None, bar.value() / max(1, self._page.height())
        if at is not None and self._column.isAncestorOf(at):
            place = self._middle(at) - bar.value()
            if 0 <= place <= self.height():
                self._held, self._held_at = at, place + self._top()

    @Slot()
    def _on_theme_settled(self) -> None:
        """Stand where she was: what she presses again and again stays under the pointer."""
        held, bar = self._held, self.verticalScrollBar()
        self._leave_room(0, 0)
        self._lay_out()
        if held is None or not shiboken6.isValid(held):
            bar.setValue(round(self._held_at * self._page.height()))
        elif bar.value() == 0 and not held.underMouse():
            self._stay_at_head(held)
        else:
            value = self._middle(held) + self._top() - round(self._held_at)
            if held.underMouse():  # and may be pressed again
                self._leave_room(max(0, -value), max(0, self.height() + value - self._needed()))
                self._lay_out()
            bar.setValue(value + self._above)
        self._held = None

    def _stay_at_head(self, held: QWidget) -> None:
        if self._middle(held) > self.height():
            self.bring_into_view(held)

    def _needed(self) -> int:
        """Return the height of all that stands on the page."""
        row = self._row
        if row.hasHeightForWidth():
            return row.totalMinimumHeightForWidth(self._page.width())
        return row.totalMinimumSize().height()

    @Slot()
    def _on_theme_changed(self) -> None:
        self._column.setMaximumWidth(self._theme.px(self._width))

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, old: QWidget | None, now: QWidget | None) -> None:
        if now is None or not self._column.isAncestorOf(now):
            return
        # The window was opened, or is in front again: the page stays as it stood.
        comes_back = old is None and (self._focused is None or self._focused is now)
        self._focused = now
        if not comes_back:
            # A row of answers is read as one: at large letters it goes on in the next line.
            parent = now.parentWidget()
            self.bring_into_view(parent if isinstance(parent, Group) else now)

    @Slot()
    def _on_turn(self) -> None:
        widget, self._wanted = self._wanted, None
        if self._begins:
            self._begins = False
            return
        if widget is None or not shiboken6.isValid(widget) or not self._column.isAncestorOf(widget):
            return
        # What was just added is laid out first, or its place would be guessed.
        self._lay_out()
        top = widget.mapTo(self._page, QPoint(0, 0)).y() - _ROOM
        bottom = top + widget.height() + 2 * _ROOM
        # Its own height, not the viewport's: asking Qt for that widget makes Python look through
        # every class of widgets, which costs a third of the first paint.
        bar, seen = self.verticalScrollBar(), self.height()
        if bottom > bar.value() + seen:
            bar.setValue(bottom - seen)
        if top < bar.value():
            bar.setValue(top)
