"""The picture of a chart, with a line that arrows and the pointer move from day to day.

Where the chart is drawn by weeks, the line goes from week to week.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QLabel, QSizePolicy

from diary.charts.look import Look
from diary.charts.weeks import FOUR_WEEKS, WEEK, drawn_as_one, span_at
from diary.i18n import mark, translate

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from diary.charts.look import Picture
    from diary.ui.theme import Theme

# At 100 %: head, nights, dates and legend, with the least panel that can be read; a lane below
# them; another panel with its own head and nights; the name of an alert above its panel.
_SMALLEST = QSize(400, 335)
_LANE, _FURTHER_PANEL, _NAME = 24, 235, 31
# Larger text needs more rows for the same words: the height grows faster than the text.
_GROWTH = 1.7
# How far Page up goes, in steps of a day, a week, or four weeks: a week, four weeks, a year.
_FAR = {1: 7, WEEK: 4, FOUR_WEEKS: 13}
_RING, _CURSOR, _RADIUS = 3.0, 1.5, 8.0
_INSET = 7  # the ring of the focus never touches the picture
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
}
_FAR_STEPS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class ChartView(QLabel):
    """Shows a picture of a chart; a label with a picture is a graphic to a screen reader.

    Args:
        theme: the colours and sizes.
        parent: the owner.
    """

    resized = Signal()
    pointed = Signal(int)  # the position of the day under the line

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._picture: Picture | None = None
        self._days, self._step = 0, 1
        self._position = 0
        self._panels, self._lanes, self._names = 1, 0, 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setText(translate(mark("Drawing the chart.")))
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)

    @property
    def look(self) -> Look:
        """How a picture has to look to fit here now."""
        return Look(
            theme=self._theme.colors.charts,
            width=max(1, self.width() - 2 * _INSET),
            height=max(1, self.height() - 2 * _INSET),
            ratio=self.devicePixelRatioF(),
            text_scale=self._theme.text_size / 100,
        )

    @property
    def position(self) -> int:
        """The day under the line, counted from the first."""
        return self._position

    def make_room(self, panels: int, lanes: int, names: int) -> None:
        """Make room for so many panels below each other, so many lanes, and names of alerts."""
        if (panels, lanes, names) != (self._panels, self._lanes, self._names):
            self._panels, self._lanes, self._names = panels, lanes, names
            self.updateGeometry()

    def show_days(self, days: int, position: int) -> None:
        """Take the number of days of a new chart, and put the line on one of them."""
        self._days, self._step = days, drawn_as_one(days)
        self._position = position
        self.update()

    def show_picture(self, picture: Picture) -> None:
        """Show a picture; until the next one it is stretched with the window."""
        image = QImage(
            picture.rgba,
            picture.width,
            picture.height,
            4 * picture.width,
            QImage.Format.Format_RGBA8888,
        )
        self._picture = picture
        # A pixmap holds its own pixels: the bytes of the picture may go.
        self.setPixmap(QPixmap.fromImage(image))
        self.update()

    def sizeHint(self) -> QSize:
        """Return a size that does not follow the picture, or it could never shrink."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the smallest size at which the marks can be told apart."""
        larger = self._theme.text_size / 100 - 1
        height = _SMALLEST.height() + (self._panels - 1) * _FURTHER_PANEL
        height += self._lanes * _LANE + self._names * _NAME
        return QSize(_SMALLEST.width(), round(height * (1 + _GROWTH * larger)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell that another picture is needed."""
        super().resizeEvent(event)
        self.resized.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the line: a day, a week, to the first or the last day; by weeks, as far again."""
        key = event.key()
        if key in _STEPS:
            self._point_at(self._position + _STEPS[Qt.Key(key)] * self._step)
        elif key in _FAR_STEPS:
            far = _FAR[self._step] * self._step
            self._point_at(self._position + _FAR_STEPS[Qt.Key(key)] * far)
        elif key == Qt.Key.Key_Home:
            self._point_at(0)
        elif key == Qt.Key.Key_End:
            self._point_at(self._days - 1)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Move the line to where a finger taps, which no pointer led there."""
        super().mousePressEvent(event)
        self._point_under(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the line under the pointer."""
        super().mouseMoveEvent(event)
        self._point_under(event)

    def _point_under(self, event: QMouseEvent) -> None:
        if self._picture is None or self._days == 0:
            return
        left, day = self._scale(self._picture)
        self._point_at(int((event.position().x() - left) // day))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say which day the line stands on."""
        super().focusInEvent(event)
        if self._days:
            self.pointed.emit(self._position)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the picture, the line and the ring of the focus."""
        if self._picture is None:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(self._inside, self.pixmap())
        self._draw_line(painter, self._picture)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self._theme.colors.accent), _RING))
            inside = QRectF(self.rect()).adjusted(2, 2, -2, -2)
            painter.drawRoundedRect(inside, _RADIUS, _RADIUS)

    def _draw_line(self, painter: QPainter, picture: Picture) -> None:
        if self._days == 0:
            return
        left, day = self._scale(picture)
        x = left + (self._middle + 0.5) * day
        inside = self._inside
        painter.setPen(QPen(QColor(self._theme.colors.accent), _CURSOR, Qt.PenStyle.DashLine))
        for top, bottom in picture.panels:  # never through the words between two of them
            painter.drawLine(
                QPointF(x, inside.top() + top * inside.height()),
                QPointF(x, inside.top() + bottom * inside.height()),
            )

    @property
    def _middle(self) -> float:
        if self._step == 1:
            return self._position
        first, last = span_at(self._days, self._position)
        return (first + last) / 2

    @property
    def _inside(self) -> QRect:
        return self.rect().adjusted(_INSET, _INSET, -_INSET, -_INSET)

    def _scale(self, picture: Picture) -> tuple[float, float]:
        """Return where the first day begins and how wide a day is, in pixels."""
        inside = self._inside
        width = (picture.right - picture.left) * inside.width()
        return inside.left() + picture.left * inside.width(), width / self._days

    def _point_at(self, position: int) -> None:
        position = max(0, min(position, self._days - 1))
        if position != self._position and self._days:
            self._position = position
            self.update()
            self.pointed.emit(position)
