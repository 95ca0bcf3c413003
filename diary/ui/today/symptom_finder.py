"""The ways to a symptom: chips for those of late, and a field that finds or adds any other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.domain.limits import SHORT_TEXT
from diary.domain.symptoms import CUSTOM_PREFIX, SYMPTOMS, symptom_label
from diary.i18n import mark, translate
from diary.ui.today.typed import text_problem
from diary.ui.widgets.buttons import Button, Chip
from diary.ui.widgets.flow import FlowLayout
from diary.ui.widgets.tab_order import chain
from diary.ui.widgets.text import in_short
from diary.ui.widgets.typed_line import TypedLine

if TYPE_CHECKING:
    from collections.abc import Collection

    from diary.ui.theme import Theme

MOST_CHIPS = 8
_MOST_FOUND = 8
_FIND = mark("Find another, or write it in your own words")
_FIND_EXAMPLE = mark("For example: swelling, dizzy")
_ADD_OWN = mark("Add {words} in your own words")


class SymptomChip(Chip):
    """The chip of one symptom; in a button group Qt would take it out of the Tab order."""

    symptom_clicked = Signal(str)

    def __init__(self, symptom: str, parent: QWidget) -> None:
        label = symptom_label(symptom)
        super().__init__(in_short(label), parent=parent)
        self.setAccessibleName(label)
        self._symptom = symptom
        if symptom in SYMPTOMS:
            self.setAccessibleDescription(translate(SYMPTOMS[symptom].help))
        self.switched.connect(self._on_clicked)

    @Slot()
    def _on_clicked(self) -> None:
        self.symptom_clicked.emit(self._symptom)


class SymptomFinder(QWidget):
    """Offers symptoms; what is chosen stands elsewhere.

    Args:
        theme: tints the icons.
        parent: the owner.
    """

    picked = Signal(str)  # the id of a symptom: take it, or take it away

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen: frozenset[str] = frozenset()
        self.chips: dict[str, SymptomChip] = {}
        self.found: dict[str, SymptomChip] = {}
        self._chip_row = FlowLayout()
        self._found_row = FlowLayout()
        self.search = TypedLine(translate(_FIND), theme, self._own_problem, parent=self)
        self.search.field.setPlaceholderText(translate(_FIND))
        self.search.field.setToolTip(translate(_FIND_EXAMPLE))
        self.search.changed.connect(self._on_search_changed)
        self.search.field.returnPressed.connect(self._on_return)
        self.add_button = Button("", theme, "plus", self)
        self.add_button.clicked.connect(self._on_add)
        self.add_button.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._chip_row)
        column.addWidget(self.search)
        self._found_row.addWidget(self.add_button)
        column.addLayout(self._found_row)

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """What can have the focus, in order."""
        chips, found = self.chips.values(), self.found.values()
        return (*chips, self.search.field, *found, self.add_button)

    def offer(self, symptoms: tuple[str, ...]) -> None:
        """Offer these first; with few of them, what is asked about most goes along."""
        often = [symptom.id for symptom in SYMPTOMS.offered() if symptom.whole_body]
        wanted = list(dict.fromkeys((*symptoms, *often)))[:MOST_CHIPS]
        self._replace(self.chips, self._chip_row, wanted)

    def set_chosen(self, symptoms: Collection[str]) -> None:
        """Show which are chosen, without telling anybody."""
        self._chosen = frozenset(symptoms)
        for chips in (self.chips, self.found):
            for symptom, chip in chips.items():
                chip.setChecked(symptom in self._chosen)

    @Slot()
    def _on_search_changed(self) -> None:
        typed = self.search.text.casefold().split()
        found = [term.id for term in SYMPTOMS.offered() if typed and _fits(term.id, typed)]
        own = self._own_symptom()
        self._replace(self.found, self._found_row, found[:_MOST_FOUND])
        self.add_button.setVisible(own is not None)
        if own is not None:
            words = translate(_ADD_OWN).format(words=f"\u201c{in_short(symptom_label(own))}\u201d")
            self.add_button.setText(words.replace("&", "&&"))
            self.add_button.set_icon("plus")  # set off from the words only once there are some

    @Slot()
    def _on_return(self) -> None:
        own = self._own_symptom()
        if len(self.found) == 1:
            self._pick(next(iter(self.found)))
        elif not self.found and own is not None:
            self._pick(own)

    @Slot()
    def _on_add(self) -> None:
        own = self._own_symptom()
        if own is not None:
            self._pick(own)

    @Slot(str)
    def _on_clicked(self, symptom: str) -> None:
        self._pick(symptom)

    def _pick(self, symptom: str) -> None:
        self.search.show_text("")
        self._on_search_changed()
        self.set_chosen(self._chosen)
        self.picked.emit(symptom)

    def _own_problem(self, text: str) -> str | None:
        name = text.strip()
        return text_problem(name, SHORT_TEXT - len(CUSTOM_PREFIX)) if name else None

    def _own_symptom(self) -> str | None:
        """Return the id that the typed words would have as her own symptom, None if they cannot."""
        name = self.search.text.strip()
        same = [id_ for id_ in SYMPTOMS if symptom_label(id_).casefold() == name.casefold()]
        if not name or same or self._own_problem(name):
            return None
        return f"{CUSTOM_PREFIX}{name}"

    def _replace(self, chips: dict[str, SymptomChip], row: FlowLayout, symptoms: list[str]) -> None:
        for chip in chips.values():
            chip.hide()
            chip.setParent(None)
            chip.deleteLater()
        chips.clear()
        for position, symptom in enumerate(symptoms):
            chip = SymptomChip(symptom, self)
            chip.setChecked(symptom in self._chosen)
            chip.symptom_clicked.connect(self._on_clicked)
            chips[symptom] = chip
            row.insert(position, chip)
            chip.show()
        chain(self.tab_stops)


def _fits(symptom: str, words: list[str]) -> bool:
    term = SYMPTOMS[symptom]
    known = f"{translate(term.label)} {translate(term.help)} {translate(term.phrase)}"
    # The ids are the names in use among doctors: "fatigue", "vomiting".
    text = f"{known} {symptom.replace('_', ' ')}".casefold()
    return all(word in text for word in words)
