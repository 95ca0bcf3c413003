"""A layout that sets widgets in a line and goes on in the next one, like words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayoutItem, QWidget

GAP = 8


class FlowLayout(QLayout):
    """Lines of widgets; hidden ones take no room.

    Args:
        parent: the widget laid out.
        gap: the room between widgets.
        columns: the layouts whose widgets are all as wide as the widest, so that they stand in
            columns; this one joins them. None: each widget has its own width.
    """

    # Qt asks a layout for its items even after Python cleared away what is its own.
    _items: list[QLayoutItem] = []  # noqa: RUF012  never filled: each layout makes its own
    _heights: dict[tuple[int, int], int] = {}  # noqa: RUF012  likewise

    def __init__(
        self,
        parent: QWidget | None = None,
        gap: int = GAP,
        columns: list[FlowLayout] | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns = columns
        if columns is not None:
            columns.append(self)
        self._items = []
        self._heights = {}  # by its width and that of its columns
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item; Qt calls this."""
        self._items.append(item)

    def insert(self, position: int, widget: QWidget) -> None:
        """Put a widget before the one at ``position``."""
        self.addWidget(widget)
        self._items.insert(position, self._items.pop())
        self.invalidate()

    def count(self) -> int:
        """Return the number of items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return the item at ``index``, None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give back the item at ``index``, None past the end."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Return none: it takes what it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Return True: the narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height needed at this width; Qt asks again and again."""
        asked = (width, self._widest_of_all())
        if asked not in self._heights:
            self._heights[asked] = self._arrange(QRect(0, 0, width, 0), move=False)
        return self._heights[asked]

    def invalidate(self) -> None:
        """Forget what was reckoned: something in it changed."""
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        """Lay the widgets out."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        """Return the size of all in one line."""
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() for size in shown) + self._gap * max(0, len(shown) - 1)
        return QSize(width, max((size.height() for size in shown), default=0))

    def minimumSize(self) -> QSize:
        """Return the size of the largest widget."""
        size = QSize()
        for item in self._items:
            if not item.isEmpty():
                size = size.expandedTo(item.minimumSize())
        return size

    def widest(self) -> int:
        """Return the width of the widest widget."""
        return max((item.sizeHint().width() for item in self._items), default=0)

    def _widest_of_all(self) -> int:
        return max((flow.widest() for flow in self._columns or ()), default=0)

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        left, room = rect.x(), rect.width()
        x, y, line = left, rect.y(), 0
        shown = [item for item in self._items if not item.isEmpty()]
        widest = self._widest_of_all()
        for item in shown:
            hint = item.sizeHint()
            wanted, height = widest or hint.width(), hint.height()
            if x > left and x + wanted > left + room:
                x, y, line = left, y + line + self._gap, 0
            width = wanted
            if wanted > room:
                width = min(wanted, max(room, item.minimumSize().width()))
            if width < wanted and item.hasHeightForWidth():
                # A row that has to go on in the next line itself needs the room for it.
                height = item.heightForWidth(width)
            if move:
                item.setGeometry(self._placed(QRect(x, y, width, height), rect))
            x += wanted + self._gap
            line = max(line, height)
        return y + line - rect.y()

    def _placed(self, place: QRect, within: QRect) -> QRect:
        owner = self.parentWidget()
        if owner is not None and owner.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            place.moveLeft(within.left() + within.right() - place.right())
        return place
