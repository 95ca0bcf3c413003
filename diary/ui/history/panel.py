"""Deleted days, and what days said before they were changed: all of it can be put back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.i18n import mark, plural, translate
from diary.ui.history.rows import ChangedRow, DeletedRow
from diary.ui.local import day_in_full
from diary.ui.widgets.banner import Banner
from diary.ui.widgets.buttons import QuietButton
from diary.ui.widgets.card import Card
from diary.ui.widgets.tab_order import chain
from diary.ui.widgets.text import Hint

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtGui import QShowEvent

    from diary.services.archive import DeletedDay
    from diary.ui import facts
    from diary.ui.bridge import Bridge
    from diary.ui.theme import Theme

AT_ONCE = 10  # so many days are listed, and so many more each time she asks
_TITLE = mark("Earlier versions and deleted days")
_BIN = mark("Deleted days")
_ABOUT_BIN = mark("A deleted day stays here for 30 days. Until then it can be put back.")
_BIN_EMPTY = mark("The bin is empty.")
_EARLIER = mark("Earlier versions")
_ABOUT_EARLIER = mark(
    "When a saved day is changed, what it said before is kept. To put it back loses nothing: "
    "what the day says now is kept as well."
)
_NONE_EARLIER = mark("No day was changed after it was saved.")
_BACK = mark("{day} is put back.")
_OPEN_DAY = mark("Open this day")


class HistoryPanel(QWidget):
    """The bin and the days with earlier versions; it loads what it shows when it is shown.

    Args:
        bridge: lists and puts back.
        theme: colours and icons.
        parent: the owner.
    """

    day_requested = Signal(object)
    told = Signal(object)  # the widget at the top that says what was put back

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(translate(_TITLE))
        self._archive, self._theme = bridge.archive, theme
        self._put_back: dt.date | None = None
        self._changed: tuple[tuple[dt.date, int], ...] = ()
        self.deleted: list[DeletedRow] = []
        self.changed: list[ChangedRow] = []
        self.banner = Banner(theme, parent=self)
        self.bin = _section(_BIN, _ABOUT_BIN, self)
        self.bin_empty = Hint(translate(_BIN_EMPTY), self.bin)
        self.earlier = _section(_EARLIER, _ABOUT_EARLIER, self)
        self.none_earlier = Hint(translate(_NONE_EARLIER), self.earlier)
        self.more = QuietButton("", theme, "chevron-down", self.earlier)
        self._deleted_rows, self._changed_rows = QVBoxLayout(), QVBoxLayout()
        for card, empty, rows in (
            (self.bin, self.bin_empty, self._deleted_rows),
            (self.earlier, self.none_earlier, self._changed_rows),
        ):
            rows.setSpacing(16)
            card.body.addWidget(empty)
            card.body.addLayout(rows)
        self.earlier.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for widget in (self.banner, self.bin, self.earlier):
            column.addWidget(widget)
        self._wire(bridge)
        self._show((), ())
        self._wait()

    def showEvent(self, event: QShowEvent) -> None:
        """Look what there is now."""
        super().showEvent(event)
        self._wait()
        self._archive.load()

    def _wait(self) -> None:
        """Say of nothing that it is empty before that is looked up."""
        self.bin_empty.hide()
        self.none_earlier.hide()

    def _wire(self, bridge: Bridge) -> None:
        self.more.clicked.connect(self._on_more)
        self.banner.acted.connect(self._on_open_day)
        self._archive.loaded.connect(self._on_loaded)
        self._archive.versions_loaded.connect(self._on_versions_loaded)
        self._archive.put_back.connect(self._on_put_back)
        bridge.entries_changed.connect(self._on_entries_changed)

    def _show(
        self, deleted: tuple[DeletedDay, ...], changed: tuple[tuple[dt.date, int], ...]
    ) -> None:
        _clear(self._deleted_rows, self.deleted)
        _clear(self._changed_rows, self.changed)
        self._changed = changed
        for one in deleted:
            row = DeletedRow(one, self._theme, self.bin)
            row.put_back_requested.connect(self._archive.take_out)
            self._deleted_rows.addWidget(row)
            self.deleted.append(row)
        self.bin_empty.setVisible(not deleted)
        self.none_earlier.setVisible(not changed)
        self._on_more()

    @Slot()
    def _on_more(self) -> None:
        start = len(self.changed)
        for day, count in self._changed[start : start + AT_ONCE]:
            row = ChangedRow(day, count, self._theme, self.earlier)
            row.day_requested.connect(self.day_requested)
            row.versions_requested.connect(self._archive.load_versions)
            row.put_back_requested.connect(self._archive.restore)
            row.versions_shown.connect(self._put_in_tab_order)
            self._changed_rows.addWidget(row)
            self.changed.append(row)
        left = len(self._changed) - len(self.changed)
        self.more.setVisible(left > 0)
        self.more.setText(plural("Show more ({n} day)", "Show more ({n} days)", left))
        self._put_in_tab_order()

    @Slot()
    def _put_in_tab_order(self) -> None:
        rows = (*self.deleted, *self.changed)
        chain((*(stop for row in rows for stop in row.tab_stops), self.more))

    @Slot(object)
    def _on_loaded(self, fact: facts.ArchiveLoaded) -> None:
        self._show(fact.deleted, fact.changed)

    @Slot(object)
    def _on_versions_loaded(self, fact: facts.VersionsLoaded) -> None:
        for row in self.changed:
            if row.day == fact.day:
                row.show_versions(fact.versions)

    @Slot(object)
    def _on_put_back(self, day: dt.date) -> None:
        if self.isVisible():
            self._put_back = day
            words = translate(_BACK).format(day=day_in_full(day))
            self.banner.tell(words, action=translate(_OPEN_DAY))
            self.banner.focus_action()  # the row that was pressed goes
            self.told.emit(self.banner)

    @Slot()
    def _on_open_day(self) -> None:
        self.day_requested.emit(self._put_back)

    @Slot(object)
    def _on_entries_changed(self, _days: tuple[dt.date, ...]) -> None:
        if self.isVisible():
            self._archive.load()


def _section(title: str, about: str, parent: QWidget) -> Card:
    card = Card(translate(title), parent=parent)
    card.body.addWidget(Hint(translate(about), card))
    return card


def _clear(rows: QVBoxLayout, widgets: list[DeletedRow] | list[ChangedRow]) -> None:
    for widget in widgets:
        rows.removeWidget(widget)
        widget.hide()
        widget.deleteLater()
    widgets.clear()
