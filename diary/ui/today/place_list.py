"""All places as check boxes, grouped and searchable: the way in for keyboard and screen reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from diary.domain.places import PLACES, PlaceClass
from diary.i18n import mark, translate
from diary.ui.widgets.flow import FlowLayout
from diary.ui.widgets.text import Hint
from diary.ui.widgets.tick_box import TickBox

if TYPE_CHECKING:
    from collections.abc import Collection

    from diary.domain.places import Place

_SEARCH = mark("Search a place, for example hip")
_NONE_FOUND = mark("No place has this name. Try another word, or clear the field.")


class PlaceBox(TickBox):
    """The box of one place; in a button group Qt would take it out of the Tab order."""

    place_toggled = Signal(str, bool)

    def __init__(self, place: Place, parent: QWidget) -> None:
        super().__init__(translate(place.label), parent)
        self._region = place.id
        self.setToolTip(translate(place.help))
        self.setAccessibleDescription(translate(place.help))
        self.toggled.connect(self._on_toggled)

    @Slot(bool)
    def _on_toggled(self, chosen: bool) -> None:
        self.place_toggled.emit(self._region, chosen)


class PlaceList(QWidget):
    """Check boxes for every place; Enter in the search field ticks the first one found."""

    toggled = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(translate(_SEARCH))
        self.search.setAccessibleName(translate(_SEARCH))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._on_search_changed)
        self.search.returnPressed.connect(self._on_return)
        self.boxes: dict[str, PlaceBox] = {}
        self._columns: list[FlowLayout] = []
        self._heads: dict[PlaceClass, Hint] = {}
        self._none_found = Hint(translate(_NONE_FOUND), self)
        self._none_found.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.search)
        column.addWidget(self._none_found)
        for group in PlaceClass:
            column.addSpacing(4)
            head = Hint(translate(group.label), self)
            self._heads[group] = head
            column.addWidget(head)
            column.addLayout(self._group(group))

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """What can have the focus, in order."""
        return (self.search, *self.boxes.values())

    def set_chosen(self, regions: Collection[str]) -> None:
        """Tick exactly these places, without telling anybody."""
        for region, box in self.boxes.items():
            with QSignalBlocker(box):
                box.setChecked(region in regions)

    def _group(self, group: PlaceClass) -> FlowLayout:
        flow = FlowLayout(columns=self._columns)
        for place in PLACES.offered():
            if place.place_class is not group:
                continue
            box = PlaceBox(place, self)
            box.place_toggled.connect(self.toggled)
            self.boxes[place.id] = box
            flow.addWidget(box)
        return flow

    def _found(self) -> list[str]:
        words = self.search.text().casefold().split()
        return [
            region
            for region in self.boxes
            if all(
                word
                in f"{translate(PLACES[region].label)} {translate(PLACES[region].help)}".casefold()
                for word in words
            )
        ]

    @Slot()
    def _on_search_changed(self) -> None:
        found = set(self._found())
        for region, box in self.boxes.items():
            box.setVisible(region in found)
        for group, head in self._heads.items():
            head.setVisible(any(PLACES[region].place_class is group for region in found))
        self._none_found.setVisible(not found)

    @Slot()
    def _on_return(self) -> None:
        found = self._found() if self.search.text().strip() else []
        if found:
            self.boxes[found[0]].toggle()
            self.search.clear()
