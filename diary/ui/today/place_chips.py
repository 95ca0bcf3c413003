"""The places she follows as chips, and the buttons that open the list and the map of all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from diary.domain.places import PLACES
from diary.i18n import mark, translate
from diary.ui.widgets.buttons import Button, Chip
from diary.ui.widgets.flow import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Collection

    from diary.ui.theme import Theme

MOST_CHIPS = 6
_CHOOSE = mark("Choose where it hurts")
_ANOTHER = mark("Another place")
_CLOSE_LIST = mark("Close the list")
_SHOW_MAP, _HIDE_MAP = mark("Show the body map"), mark("Hide the body map")


class PlaceChip(Chip):
    """The chip of one place; in a button group Qt would take it out of the Tab order."""

    place_clicked = Signal(str)

    def __init__(self, region: str, parent: QWidget) -> None:
        super().__init__(translate(PLACES[region].label), parent=parent)
        self._region = region
        self.switched.connect(self._on_clicked)

    @Slot()
    def _on_clicked(self) -> None:
        self.place_clicked.emit(self._region)


class PlaceChips(QWidget):
    """A row of chips, most used first.

    Args:
        theme: tints the icons.
        parent: the owner.
    """

    place_clicked = Signal(str, bool)  # the place, and whether it is chosen now
    list_wanted = Signal()
    map_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chips: dict[str, PlaceChip] = {}
        self.more = Button(translate(_CHOOSE), theme, "plus", self)
        self.more.clicked.connect(self.list_wanted)
        self.map_button = Button(translate(_SHOW_MAP), theme, "eye", self)
        self.map_button.clicked.connect(self.map_wanted)
        self._has_map_button = True
        self._flow = FlowLayout(self)
        self._flow.addWidget(self.more)
        self._flow.addWidget(self.map_button)

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """What can have the focus, in order."""
        return (*self.chips.values(), self.more, self.map_button)

    def wait(self) -> None:
        """Leave the row empty until it is known which places stand first in it.

        A button that moves on as they come would leave another one where she is about to press.
        """
        self._show_buttons(shown=False)

    def end_waiting(self) -> None:
        """Show the buttons where no places are to be expected."""
        self._show_buttons(shown=True)

    def _show_buttons(self, *, shown: bool) -> None:
        self.setMinimumHeight(0 if shown else self.more.sizeHint().height())
        self.more.setVisible(shown)
        self.map_button.setVisible(shown and self._has_map_button)

    def show_map_button(self, *, shown: bool) -> None:
        """Offer the map, or not: it may stand there all the time."""
        self._has_map_button = shown
        self.map_button.setVisible(shown and not self.more.isHidden())

    def offer(self, regions: tuple[str, ...]) -> None:
        """Offer these places and no others, as many as stand here well."""
        self.end_waiting()
        for chip in self.chips.values():
            chip.setParent(None)
            chip.deleteLater()
        self.chips = {}
        for position, region in enumerate(regions[:MOST_CHIPS]):
            chip = PlaceChip(region, self)
            chip.place_clicked.connect(self._on_clicked)
            self.chips[region] = chip
            self._flow.insert(position, chip)

    def show_chosen(self, regions: Collection[str]) -> None:
        """Press exactly the chips of these places, without telling anybody."""
        for region, chip in self.chips.items():
            chip.setChecked(region in regions)

    def show_state(self, *, has_places: bool, list_is_open: bool, map_is_open: bool) -> None:
        """Say what the two buttons do now."""
        opener = _ANOTHER if self.chips or has_places else _CHOOSE
        self.more.setText(translate(_CLOSE_LIST if list_is_open else opener))
        self.more.set_icon("chevron-up" if list_is_open else "plus")
        self.map_button.setText(translate(_HIDE_MAP if map_is_open else _SHOW_MAP))
        self.map_button.set_icon("chevron-up" if map_is_open else "eye")

    @Slot(str)
    def _on_clicked(self, region: str) -> None:
        self.place_clicked.emit(region, self.chips[region].isChecked())
