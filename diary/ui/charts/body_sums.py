"""Where it hurt over the days shown: three bodies, at the start, at the end and on average."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from diary.charts.body_map import read_body
from diary.i18n import mark, translate
from diary.ui.today.body_picture import BodyPicture, Shown
from diary.ui.widgets.flow import FlowLayout
from diary.ui.widgets.text import Hint, Question, Words

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from diary.charts.body_map import BodyView
    from diary.report.model import BodyMap, BodyMaps
    from diary.ui.theme import Theme

_NOTHING = mark("No pain is recorded on these days.")
_ABOUT = mark(
    "The average of the worst pain of the recorded days, 0 to 10; averages under 0.5 are left out."
)
_WIDE = 340  # of one picture with front and back, at 100 %


class BodySums(QWidget):
    """The bodies in a line, or below each other where there is no room.

    Args:
        theme: the colours and sizes.
        parent: the owner.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._views: tuple[BodyView, ...] = ()
        self.bodies: list[_Body] = []
        self._row = QWidget(self)
        self._flow = FlowLayout(self._row, gap=16)
        self.nothing = Words(translate(_NOTHING), self)
        self.about = Hint(translate(_ABOUT), self)
        for widget in (self, self._row):
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            widget.setSizePolicy(policy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.about)
        column.addWidget(self.nothing)
        column.addWidget(self._row)
        column.addStretch(1)
        self.nothing.hide()
        self.about.hide()

    def wait(self) -> None:
        """Say no more that no pain is recorded: other days are summed now."""
        self.nothing.hide()

    def show_maps(self, maps: BodyMaps | None) -> None:
        """Show other maps, None where no pain is recorded."""
        for body in self.bodies:
            body.hide()
            body.deleteLater()
        if maps is not None and not self._views:
            self._views = read_body()  # only now: most days nobody asks for it
        self.bodies = [
            _Body(one, self._views, self._theme, self._row)
            for one in (() if maps is None else maps.maps)
        ]
        for body in self.bodies:
            self._flow.addWidget(body)
            body.show()
        self.nothing.setVisible(maps is None)
        self.about.setVisible(maps is not None)
        self._row.updateGeometry()


class _Body(QWidget):
    """One map: its name and days above, the drawing, and how many days are behind it."""

    def __init__(
        self, sums: BodyMap, views: tuple[BodyView, ...], theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.drawing = _Drawing(sums, views, theme, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        title = f"{sums.name}: {sums.caption}" if sums.caption else sums.name
        column.addWidget(Question(title, self))
        column.addWidget(Hint(sums.note, self))
        column.addWidget(self.drawing)


class _Drawing(QWidget):
    """The body, front and back; a graphic with its words to a screen reader."""

    def __init__(
        self, sums: BodyMap, views: tuple[BodyView, ...], theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown = Shown(dict(sums.scores), None, None, "")
        self._picture = BodyPicture(theme)
        self._picture.load(views)
        self.setAccessibleName(sums.text)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def sizeHint(self) -> QSize:
        """Return the size at which the numbers are read well."""
        wide = self._theme.px(_WIDE)
        return QSize(wide, self._picture.height_for(wide))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the drawing out anew."""
        super().resizeEvent(event)
        self._picture.resize(event.size())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the drawing."""
        painter = QPainter(self)
        self._picture.paint(painter, self.font(), self._shown)
        painter.end()

    @Slot()
    def _on_theme_changed(self) -> None:
        self._picture.forget()
        self.setMinimumSize(self.sizeHint())
        self.update()
