"""What the charts are about: a place or those she follows, alone or beside something else."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QSizePolicy, QVBoxLayout, QWidget

from diary.charts.look import ChartWanted
from diary.domain.places import PLACES
from diary.i18n import mark, translate
from diary.ui.charts.ranges import FIRST_RANGE, RANGES, Range
from diary.ui.widgets.drop_down import DropDown
from diary.ui.widgets.flow import FlowLayout
from diary.ui.widgets.one_of import OneOfRow
from diary.ui.widgets.text import Hint

if TYPE_CHECKING:
    from collections.abc import Sequence

_BETWEEN = 16
# Our choice: more panels than these cannot be compared at a glance.
MOST_PLACES = 4
ALL_FOLLOWED = None  # stands for a place in the list
_ALL = mark("The places I follow")
_ALL_MEANS = mark("The {n} places you use most.")
ALONE, OTHER_PLACE, TIME_BEFORE = "alone", "place", "before"
_COMPARED = (
    (ALONE, mark("Only this")),
    (OTHER_PLACE, mark("With another place")),
    (TIME_BEFORE, mark("With the time before")),
)


class Choosing(QWidget):
    """The lists and rows above the charts.

    Args:
        parent: the owner.
    """

    changed = Signal()  # only when the person chose something else

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._followed: tuple[str, ...] = ()
        self._first_recorded: dt.date | None = None
        self._was_chosen = False  # whether she chose a place; else the first one is shown
        # Made in the order in which they stand, which is that of Tab.
        self.place = _list_of_places(translate(mark("Place")), self)
        self.compared = OneOfRow(
            translate(mark("Compare")), [(id_, translate(words)) for id_, words in _COMPARED], self
        )
        self.other = _list_of_places(translate(mark("The other place")), self)
        self.range = OneOfRow(
            translate(mark("How long")), [(one, translate(one.label)) for one in RANGES], self
        )
        self.range.set_value(FIRST_RANGE)
        self._means = Hint("", self)
        self._build()
        self.place.activated.connect(self._on_place_chosen)
        self.other.activated.connect(self._on_place_chosen)
        self.compared.chosen.connect(self._on_place_chosen)
        self.range.chosen.connect(self._on_chosen)
        self._show()

    def offer(self, followed: tuple[str, ...], first_recorded: dt.date | None) -> None:
        """Offer the places she follows first, then the others; keep what she chose."""
        self._followed, self._first_recorded = followed, first_recorded
        ordered = [*followed, *(place for place in PLACES if place not in followed)]
        several = len(followed) > 1
        shown = [ALL_FOLLOWED, *ordered] if several else ordered
        _fill(self.place, shown, keeps=self._was_chosen)
        _fill(self.other, ordered, keeps=True)
        self._show()

    def add_row(self, row: QWidget) -> None:
        """Put another row of choices beside the ranges, where there is room."""
        self._rows.addWidget(row)

    def wanted(self, today: dt.date) -> tuple[ChartWanted, ...]:
        """Return the charts wanted, none before there is anything to choose from."""
        if not self.place.count():
            return ()
        chosen = self.range.value
        assert isinstance(chosen, Range)  # noqa: S101  the row offers ranges alone
        start = chosen.first_day(today, self._first_recorded)
        charts = [ChartWanted(place, start, today) for place in self._places]
        if self._compares == TIME_BEFORE:
            before = start - dt.timedelta(days=1)
            charts.append(ChartWanted(self._places[0], before - (today - start), before))
        return tuple(charts)

    @property
    def _places(self) -> tuple[str, ...]:
        place = self.place.currentData()
        if place is ALL_FOLLOWED:
            return self._followed[:MOST_PLACES]
        other = self.other.currentData()
        pair = self._compares == OTHER_PLACE and other != place
        return (place, other) if pair else (place,)

    @property
    def _compares(self) -> object:
        return ALONE if self.place.currentData() is ALL_FOLLOWED else self.compared.value

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        lists = self._row(column)
        for widget in (self.place, self.compared, self.other):
            lists.addWidget(widget)
        column.addWidget(self._means)
        self._rows = self._row(column)
        self._rows.addWidget(self.range)

    def _row(self, column: QVBoxLayout) -> FlowLayout:
        row = QWidget(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        row.setSizePolicy(policy)
        column.addWidget(row)
        return FlowLayout(row, gap=_BETWEEN)

    def _show(self) -> None:
        every = self.place.count() > 0 and self.place.currentData() is ALL_FOLLOWED
        self.compared.setVisible(not every)
        self.other.setVisible(not every and self._compares == OTHER_PLACE)
        more = every and len(self._followed) > MOST_PLACES
        self._means.setText(translate(_ALL_MEANS).format(n=MOST_PLACES))
        self._means.setVisible(more)

    @Slot()
    def _on_place_chosen(self) -> None:
        self._was_chosen = True
        self._on_chosen()

    @Slot()
    def _on_chosen(self) -> None:
        if self.place.count() and self.other.currentData() == self.place.currentData():
            # A place beside itself says nothing: the next one of the list is meant.
            self.other.setCurrentIndex((self.other.currentIndex() + 1) % self.other.count())
        self._show()
        self.changed.emit()


def _list_of_places(name: str, parent: QWidget) -> QComboBox:
    places = DropDown(parent)
    places.setAccessibleName(name)
    places.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    places.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    return places


def _fill(places: QComboBox, offered: Sequence[str | None], *, keeps: bool) -> None:
    there = [places.itemData(row) for row in range(places.count())]
    if offered == there:
        return
    chosen = places.currentData()
    places.clear()
    for place in offered:
        label = _ALL if place is None else PLACES[place].label
        places.addItem(translate(label), place)
    if keeps and chosen in offered and there:
        places.setCurrentIndex(list(offered).index(chosen))
