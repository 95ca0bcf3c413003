"""The small chart of an alert: what it is about, over the days that led to it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Slot
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import QLabel, QSizePolicy

from diary.charts.look import ChartWanted, Look
from diary.domain.places import PLACES
from diary.i18n import mark, translate

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent, QShowEvent
    from PySide6.QtWidgets import QWidget

    from diary.rules.model import Alert
    from diary.ui import facts
    from diary.ui.bridge import Bridge
    from diary.ui.theme import Theme

_WAIT = mark("Drawing the chart.")
# At 100 %; a sign or symptom is a lane alone.
_HEIGHT, _LANE_HEIGHT, _LEAST_WIDTH = 300, 160, 240
_NAME = 31  # the name of earlier days above the panel
# Larger text needs more rows for the same words, the more so the fewer of them are a panel.
_GROWTH, _LANE_GROWTH = 1.5, 2.0
# Our choice: the eight weeks of the sheet, and four weeks before an older alert began.
_DAYS, _BEFORE, _MOST_DAYS = 56, 28, 400
_STEP = 40  # pixels; a window being resized asks for a new picture now and then


def chart_of(alert: Alert, today: dt.date) -> ChartWanted | None:
    """Return the chart that shows an alert, None where it is about nothing in particular."""
    if alert.place is None:
        return None
    end = today if alert.stands else max(alert.last_true_on, alert.raised_on)
    start = min(end - dt.timedelta(days=_DAYS - 1), alert.raised_on - dt.timedelta(days=_BEFORE))
    earliest = end - dt.timedelta(days=_MOST_DAYS - 1)
    return ChartWanted(alert.place, max(start, earliest), end, alert.rule)


class SmallChart(QLabel):
    """A picture that is asked for when it is first seen.

    Args:
        wanted: the place, sign or symptom, and the days.
        bridge: draws it.
        theme: the colours and sizes.
        parent: the owner.
        names: how many names the alert had before the one it has now, to make room for.
    """

    def __init__(
        self,
        wanted: ChartWanted,
        bridge: Bridge,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        names: int = 0,
    ) -> None:
        super().__init__(translate(_WAIT), parent)
        self._wanted, self._bridge, self._theme = wanted, bridge, theme
        self._asked: Look | None = None
        self._names = names
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        bridge.charts.small_drawn.connect(self._on_drawn)
        theme.changed.connect(self._on_theme_changed)

    def sizeHint(self) -> QSize:
        """Return a size that does not follow the picture, or it could never shrink."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the smallest size at which its marks can be told apart."""
        larger = self._theme.text_size / 100 - 1
        is_place = self._wanted.place in PLACES
        height, growth = (_LANE_HEIGHT, _LANE_GROWTH)
        if is_place:
            height, growth = _HEIGHT + self._names * _NAME, _GROWTH
        return QSize(_LEAST_WIDTH, round(height * (1 + growth * larger)))

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for the picture."""
        super().showEvent(event)
        self._ask()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another one where the size is another."""
        super().resizeEvent(event)
        self._ask()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the picture as wide as there is room."""
        if self.pixmap().isNull():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(QRect(0, 0, self.width(), self.height()), self.pixmap())

    @property
    def _look(self) -> Look:
        return Look(
            theme=self._theme.colors.charts,
            width=max(1, -(-self.width() // _STEP) * _STEP),
            height=max(1, self.height()),
            ratio=self.devicePixelRatioF(),
            text_scale=self._theme.text_size / 100,
        )

    def _ask(self) -> None:
        if self.isVisible() and self._look != self._asked:
            self._asked = self._look
            self._bridge.charts.draw_small(self._wanted, self._asked)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self._ask()

    @Slot(object)
    def _on_drawn(self, fact: facts.SmallChartDrawn) -> None:
        if (fact.wanted, fact.look) != (self._wanted, self._asked):
            return
        picture = fact.picture
        image = QImage(
            picture.rgba,
            picture.width,
            picture.height,
            4 * picture.width,
            QImage.Format.Format_RGBA8888,
        )
        # A pixmap holds its own pixels: the bytes of the picture may go.
        self.setPixmap(QPixmap.fromImage(image))
        self.setAccessibleName(fact.words)
        self.update()
