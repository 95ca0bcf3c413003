"""The first page of the sheet as it would print now: a picture of the very PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QLabel, QSizePolicy

from diary.i18n import mark, translate

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from diary.report.pages import PagePicture
    from diary.ui.theme import Theme

_INCHES = {"a4": (8.268, 11.693), "letter": (8.5, 11.0)}
_LEAST = 260
_MOST = 640  # at 100 %: as large as a page is read in the hand
WAIT = mark("Making page 1.")
_NAME = mark("Page 1 of the sheet, as it will print")


class SheetPreview(QLabel):
    """A page with the shape of its paper; empty until the first picture is there.

    Args:
        theme: the colours and sizes.
        parent: the owner.
    """

    resized = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(translate(WAIT), parent)
        self._theme = theme
        self._paper = "a4"
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAccessibleName(translate(_NAME))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.updateGeometry)

    @property
    def dpi(self) -> float:
        """How many pixels an inch of the paper has here now."""
        inches = _INCHES[self._paper][0]
        return self._page.width() * self.devicePixelRatioF() / inches

    def set_paper(self, paper: str) -> None:
        """Take the shape of a paper."""
        self._paper = paper
        self.updateGeometry()
        self.update()

    def show_page(self, page: PagePicture) -> None:
        """Show a picture; until the next one it is stretched with the window."""
        image = QImage(
            page.rgbx, page.width, page.height, 4 * page.width, QImage.Format.Format_RGBX8888
        )
        # A pixmap holds its own pixels: the bytes of the picture may go.
        self.setPixmap(QPixmap.fromImage(image))
        self.update()

    def show_none(self) -> None:
        """Leave the paper empty: a picture of before would be taken for the sheet of now."""
        self.clear()

    def hasHeightForWidth(self) -> bool:
        """Return True: the height follows the paper."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the page at a width."""
        across, down = _INCHES[self._paper]
        return round(min(width, self._theme.px(_MOST)) * down / across)

    def sizeHint(self) -> QSize:
        """Return the smallest size; it takes the width there is, and the height follows.

        A hint of the picture could never shrink, and one of the greatest width would stay as an
        empty screen below a narrow page.
        """
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the smallest size at which the shape of the page is told."""
        return QSize(_LEAST, self.heightForWidth(_LEAST))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell that a picture of another size is needed."""
        super().resizeEvent(event)
        self.resized.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the page on its paper, with a hairline around it."""
        if self.pixmap().isNull():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(self._page, self.pixmap())
        painter.setPen(QPen(QColor(self._theme.colors.border), 1))
        painter.drawRect(self._page.adjusted(0, 0, -1, -1))

    @property
    def _page(self) -> QRect:
        """Where the page stands: in the middle, at the top."""
        width = max(1, min(self.width(), self._theme.px(_MOST)))
        return QRect((self.width() - width) // 2, 0, width, self.heightForWidth(width))
