"""The Charts page: one place over a stretch of time, as a picture, as a table and in words.

The picture is drawn by the worker. While one is being drawn no second is asked for: whatever
changed meanwhile is drawn next, so that a window being resized never builds up a queue.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStackedWidget, QWidget

from diary.charts.text import chart_text
from diary.domain.places import PLACES
from diary.i18n import mark, translate
from diary.ui.charts.days import day_in_words, last_recorded
from diary.ui.charts.ranges import FIRST_RANGE, RANGES, Range
from diary.ui.charts.table import DaysTable
from diary.ui.charts.view import ChartView
from diary.ui.widgets.card import Card
from diary.ui.widgets.flow import FlowLayout
from diary.ui.widgets.one_of import OneOfRow
from diary.ui.widgets.scroll_column import ScrollColumn
from diary.ui.widgets.text import Hint, PageTitle, Words

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtGui import QShowEvent

    from diary.charts.data import ChartData
    from diary.charts.look import Look
    from diary.ui import facts
    from diary.ui.bridge import Bridge
    from diary.ui.theme import Theme

_TITLE = mark("Charts")
_WIDEST = 1200
_CHART, _TABLE = "chart", "table"
_VIEWS = ((_CHART, mark("Chart")), (_TABLE, mark("Table")))


class ChartsPage(ScrollColumn):
    """The chart of one place.

    Args:
        bridge: loads and draws.
        theme: the colours and sizes.
        parent: the owner.
    """

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, _WIDEST, parent)
        self.setAccessibleName(translate(_TITLE))
        self._bridge = bridge
        self._first_recorded: dt.date | None = None
        self._data: ChartData | None = None
        self._drawn: tuple[ChartData, Look] | None = None
        self._drawing = False
        self._outdated = False
        self.place = QComboBox(self)
        self.shown_as = OneOfRow(
            translate(mark("Shown as")), [(id_, translate(words)) for id_, words in _VIEWS], self
        )
        self.range = OneOfRow(
            translate(mark("How long")), [(one, translate(one.label)) for one in RANGES], self
        )
        self.view = ChartView(theme, self)
        self.table = DaysTable(theme, self)
        self.read_out = Words("", self)
        self.in_words = Hint("", self)
        self._stack = QStackedWidget(self)
        self._build()
        self._wire(theme)
        self.setFocusProxy(self.place)

    def showEvent(self, event: QShowEvent) -> None:
        """Load what changed while another page was shown."""
        super().showEvent(event)
        if self._outdated:
            self._on_asked()

    def _build(self) -> None:
        self.place.setAccessibleName(translate(mark("Place")))
        self.place.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.range.set_value(FIRST_RANGE)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.table)
        self._stack.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        controls = QWidget(self)
        flow = FlowLayout(controls, gap=16)
        for widget in (self.place, self.shown_as):
            flow.addWidget(widget)
        own = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        own.setHeightForWidth(True)
        controls.setSizePolicy(own)
        card = Card(parent=self)
        card.setAccessibleName(translate(mark("Chart of one place")))
        card.body.addWidget(self._stack, 1)
        card.body.addWidget(self.read_out)
        self.body.addWidget(PageTitle(translate(_TITLE), self))
        self.body.addWidget(controls)
        self.body.addWidget(self.range)
        self.body.addWidget(card, 1)
        self.body.addWidget(self.in_words)

    def _wire(self, theme: Theme) -> None:
        self.place.activated.connect(self._on_asked)
        self.range.chosen.connect(self._on_asked)
        self.shown_as.chosen.connect(self._on_view_chosen)
        self.view.resized.connect(self._draw)
        self.view.pointed.connect(self._on_pointed)
        theme.changed.connect(self._draw)
        self._bridge.opened.connect(self._on_opened)
        self._bridge.chart_loaded.connect(self._on_chart_loaded)
        self._bridge.chart_drawn.connect(self._on_chart_drawn)
        self._bridge.failed.connect(self._on_failed)

    @property
    def _request(self) -> tuple[str, dt.date, dt.date]:
        today = self._bridge.clock.today()
        chosen = self.range.value
        assert isinstance(chosen, Range)  # noqa: S101  the row offers ranges alone
        return self.place.currentData(), chosen.first_day(today, self._first_recorded), today

    @Slot()
    def _on_asked(self) -> None:
        self._outdated = False
        if self.place.count():  # none are offered before the diary is open
            self._bridge.load_chart(*self._request)

    @Slot()
    def _draw(self) -> None:
        wanted = None if self._data is None else (self._data, self.view.look)
        if wanted is None or wanted == self._drawn or self._drawing or not self.view.isVisible():
            return
        self._drawing = True
        self._bridge.draw_chart(*wanted)

    @Slot(object)
    def _on_view_chosen(self, view: str) -> None:
        self._stack.setCurrentIndex(0 if view == _CHART else 1)
        self.read_out.setVisible(view == _CHART)
        self._draw()

    @Slot(object)
    def _on_opened(self, fact: facts.DiaryOpened) -> None:
        self._first_recorded = fact.first_day
        self._offer(fact.places)
        self._outdated = True
        if self.isVisible():
            self._on_asked()

    @Slot(object)
    def _on_chart_loaded(self, fact: facts.ChartLoaded) -> None:
        if (fact.place, fact.start, fact.end) != self._request:
            return
        self._data = fact.data
        words = chart_text(fact.data)
        self.view.setAccessibleName(words)
        self.in_words.setText(words)
        self.view.show_days(len(fact.data.answered), last_recorded(fact.data))
        self._on_pointed(self.view.position)
        self.table.days.show_data(fact.data)
        self._draw()

    @Slot(object)
    def _on_chart_drawn(self, fact: facts.ChartDrawn) -> None:
        self._drawing = False
        self._drawn = (fact.data, fact.look)
        if fact.data == self._data:
            self.view.show_picture(fact.picture)
        self._draw()

    @Slot(int)
    def _on_pointed(self, position: int) -> None:
        if self._data is not None:
            words = day_in_words(self._data, position)
            self.read_out.setText(words)
            self.view.setAccessibleDescription(words)

    @Slot(object)
    def _on_failed(self, fact: facts.Failed) -> None:
        """Be ready to draw again; the window says what happened."""
        if fact.what == "picture":
            self._drawing = False

    def _offer(self, followed: tuple[str, ...]) -> None:
        """Offer the places she follows first, then the others; keep the one that is shown."""
        offered = [*followed, *(place for place in PLACES if place not in followed)]
        if offered == [self.place.itemData(row) for row in range(self.place.count())]:
            return
        chosen = self.place.currentData()
        self.place.clear()
        for place in offered:
            self.place.addItem(translate(PLACES[place].label), place)
        if chosen is not None:
            self.place.setCurrentIndex(self.place.findData(chosen))
