"""The Charts page: places over a stretch of time, as pictures, as a table, on the body, in words.

The picture is drawn by the worker. While one is being drawn no second is asked for: whatever
changed meanwhile is drawn next, so that a window being resized never builds up a queue.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QSignalBlocker, Slot
from PySide6.QtWidgets import QSizePolicy, QStackedWidget

from diary.charts.text import by_weeks_text
from diary.charts.weeks import is_by_weeks
from diary.i18n import mark, translate
from diary.ui.charts.body_sums import BodySums
from diary.ui.charts.choosing import Choosing
from diary.ui.charts.days import last_recorded
from diary.ui.charts.read_out import read_out
from diary.ui.charts.saving import ChartSaving, ask_for_picture
from diary.ui.charts.table import DaysTable
from diary.ui.charts.view import ChartView
from diary.ui.requests.charts import PICTURE
from diary.ui.widgets.card import Card
from diary.ui.widgets.one_of import OneOfRow
from diary.ui.widgets.scroll_column import ScrollColumn
from diary.ui.widgets.text import Hint, PageTitle, Words

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from diary.charts.data import ChartData
    from diary.charts.look import ChartWanted, Look
    from diary.ui import facts
    from diary.ui.bridge import Bridge
    from diary.ui.theme import Theme

_TITLE = mark("Charts")
_WIDEST = 1200
# A layout asks the one around it, which is laid out in the next round: of the picture, its stack,
# its card, the column and the page.
_LAYOUTS = 5
# Our choice: over many years further alerts are only shaded, and named as a day of theirs is read.
_MOST_NAMES = 4
_CHART, _TABLE, _BODY = "chart", "table", "body"
_VIEWS = (
    (_CHART, mark("Chart")),
    (_TABLE, mark("Table")),
    (_BODY, mark("Body map")),
)


class ChartsPage(ScrollColumn):
    """The charts.

    Args:
        bridge: loads and draws.
        theme: the colours and sizes.
        parent: the owner.
        ask: asks where to save a picture.
    """

    def __init__(
        self,
        bridge: Bridge,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        ask: Callable[[QWidget, Path, Callable[[str], object]], None] = ask_for_picture,
    ) -> None:
        super().__init__(theme, _WIDEST, parent)
        theme.dress(self)
        self.setAccessibleName(translate(_TITLE))
        self._bridge = bridge
        self._charts: tuple[ChartData, ...] = ()
        self._drawn: tuple[tuple[ChartData, ...], Look] | None = None
        self._drawing = False
        self._outdated = False
        self.choosing = Choosing(self)
        self.shown_as = OneOfRow(
            translate(mark("Shown as")), [(id_, translate(words)) for id_, words in _VIEWS], self
        )
        self.choosing.add_row(self.shown_as)
        self.view = ChartView(theme, self)
        self.table = DaysTable(theme, self)
        self.body_sums = BodySums(theme, self)
        self.read_out = Words("", self)
        self.by_weeks = Hint("", self)
        self.in_words = Hint("", self)
        self.saving = ChartSaving(bridge, theme, ask, self)
        self._stack = QStackedWidget(self)
        self._build()
        self._wire(theme)
        self.begin_with(self.choosing.place)

    def showEvent(self, event: QShowEvent) -> None:
        """Load what changed while another page was shown."""
        super().showEvent(event)
        if self._outdated:
            self._on_asked()

    def _build(self) -> None:
        for widget in (self.view, self.table, self.body_sums):
            self._stack.addWidget(widget)
        self._stack.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        card = Card(parent=self)
        card.setAccessibleName(translate(mark("Charts of places")))
        card.body.addWidget(self.by_weeks)
        card.body.addWidget(self._stack, 1)
        card.body.addWidget(self.read_out)
        card.body.addWidget(self.saving)
        self.body.addWidget(PageTitle(translate(_TITLE), self))
        self.body.addWidget(self.choosing)
        self.body.addWidget(card, 1)
        self.body.addWidget(self.in_words)
        self._show_view()

    def _wire(self, theme: Theme) -> None:
        self.choosing.changed.connect(self._on_asked)
        self.shown_as.chosen.connect(self._on_view_chosen)
        self.view.resized.connect(self._draw)
        self.view.pointed.connect(self._on_pointed)
        theme.changed.connect(self._draw)
        self._bridge.opened.connect(self._on_opened)
        self._bridge.charts.loaded.connect(self._on_loaded)
        self._bridge.charts.drawn.connect(self._on_drawn)
        self._bridge.charts.body_summed.connect(self._on_body_summed)
        self._bridge.failed.connect(self._on_failed)

    @property
    def _charts_wanted(self) -> tuple[ChartWanted, ...]:
        return self.choosing.wanted(self._bridge.clock.today())

    @Slot()
    def _on_asked(self) -> None:
        self._outdated = False
        wanted = self._charts_wanted
        if wanted:  # none before the diary is open
            self._bridge.charts.load(wanted)
            if self.shown_as.value == _BODY:
                self._sum_body(wanted[0])

    @Slot()
    def _draw(self) -> None:
        wanted = (self._charts, self.view.look) if self._charts else None
        if wanted is None or wanted == self._drawn or self._drawing or not self.view.isVisible():
            return
        self._drawing = True
        self._bridge.charts.draw(*wanted)

    @Slot(object)
    def _on_view_chosen(self, view: str) -> None:
        self._show_view()
        wanted = self._charts_wanted
        if view == _BODY and wanted:
            self._sum_body(wanted[0])
        self._draw()

    def _sum_body(self, wanted: ChartWanted) -> None:
        self.body_sums.wait()
        self._bridge.charts.sum_body(wanted.start, wanted.end)

    def _show_view(self) -> None:
        views = {_CHART: self.view, _TABLE: self.table, _BODY: self.body_sums}
        shown = views[str(self.shown_as.value)]
        # What is not shown takes no room: the body is higher than the others.
        for view in views.values():
            policy = QSizePolicy.Policy.Expanding if view is shown else QSizePolicy.Policy.Ignored
            view.setSizePolicy(QSizePolicy.Policy.Expanding, policy)
        self._stack.setCurrentWidget(shown)
        self.read_out.setVisible(shown is self.view)
        self.saving.setVisible(shown is self.view)
        self.in_words.setVisible(shown is self.view)
        self.by_weeks.setVisible(shown is self.view and any(map(is_by_weeks, self._charts)))

    @Slot(object)
    def _on_opened(self, fact: facts.DiaryOpened) -> None:
        self.choosing.offer(fact.places, fact.first_day)
        self._outdated = True
        if self.isVisible():
            self._on_asked()

    @Slot(object)
    def _on_loaded(self, fact: facts.ChartsLoaded) -> None:
        if fact.wanted != self._charts_wanted:
            return
        # A line may come above the picture: it is drawn once, when all is laid out.
        unsettled = QSignalBlocker(self.view)
        self._charts = fact.charts
        words = "\n".join(fact.words)
        self.view.setAccessibleName(words)
        self.in_words.setText(words)
        self.saving.set_charts(fact.charts, self.view)
        lanes = {(data.start, data.end): len(data.lanes) for data in fact.charts}
        names = sum(min(len(data.spells), _MOST_NAMES) for data in fact.charts)
        self.view.make_room(len(fact.charts), sum(lanes.values()), names)
        self.view.show_days(len(fact.charts[0].answered), max(map(last_recorded, fact.charts)))
        self._on_pointed(self.view.position)
        self.by_weeks.setText(by_weeks_text(fact.charts[0]))
        self.table.days.show_charts(fact.charts)
        self._show_view()
        for _ in range(_LAYOUTS):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        unsettled.unblock()
        self._draw()

    @Slot(object)
    def _on_drawn(self, fact: facts.ChartsDrawn) -> None:
        self._drawing = False
        self._drawn = (fact.charts, fact.look)
        if fact.charts == self._charts:
            self.view.show_picture(fact.picture)
        self._draw()

    @Slot(object)
    def _on_body_summed(self, fact: facts.BodySummed) -> None:
        wanted = self._charts_wanted
        if wanted and (fact.start, fact.end) == (wanted[0].start, wanted[0].end):
            self.body_sums.show_maps(fact.maps)

    @Slot(int)
    def _on_pointed(self, position: int) -> None:
        if self._charts:
            words = read_out(self._charts, position)
            self.read_out.setText(words)
            self.view.setAccessibleDescription(words)

    @Slot(object)
    def _on_failed(self, fact: facts.Failed) -> None:
        """Be ready to draw again; the window says what happened."""
        if fact.what == PICTURE:
            self._drawing = False
