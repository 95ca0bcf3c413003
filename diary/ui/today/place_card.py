"""The card of one place with pain: how bad, and the night."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from diary.domain.choices import NIGHTS
from diary.domain.places import PLACES
from diary.i18n import mark, translate
from diary.ui.today.missing import place_title
from diary.ui.today.words import HIGHEST, LOWEST
from diary.ui.widgets.buttons import QuietButton
from diary.ui.widgets.card import Card
from diary.ui.widgets.choices import ChoiceRow, ScoreRow
from diary.ui.widgets.text import Hint, Question, SectionTitle

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from diary.domain.entry import Pain
    from diary.ui.theme import Theme
    from diary.ui.today.words import DayWords

_REMOVE = mark("Remove")
_REMOVE_PLACE = mark("Remove {place}")


class PlaceCard(Card):
    """Asks about the pain at one place; what it does not ask is kept as it was.

    Args:
        pain: the answers so far.
        words: how the questions name their time.
        theme: tints the icons.
        parent: the owner.
    """

    changed = Signal()
    removed = Signal(object)  # this card

    def __init__(
        self, pain: Pain, words: DayWords, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self._pain = pain
        place = place_title(pain)
        self.setAccessibleName(place)
        self.remove_button = QuietButton(translate(_REMOVE), theme, "x", self)
        self.remove_button.setAccessibleName(translate(_REMOVE_PLACE).format(place=place))
        titles = QVBoxLayout()
        titles.setSpacing(0)
        titles.addWidget(SectionTitle(place, self))
        help_ = translate(PLACES[pain.region].help)
        if help_:
            titles.addWidget(Hint(help_, self))
        head = QHBoxLayout()
        head.addLayout(titles, 1)
        head.addWidget(self.remove_button, 0, Qt.AlignmentFlag.AlignTop)
        worst, night = translate(words.worst), translate(words.night)
        self.score = ScoreRow(
            f"{place}: {worst}", theme, translate(LOWEST), translate(HIGHEST), self
        )
        answers = [(term.id, translate(term.label)) for term in NIGHTS.offered()]
        self.night = ChoiceRow(f"{place}: {night}", answers, theme, self)
        self.body.setContentsMargins(20, 12, 12, 16)
        self.body.setSpacing(8)
        self.body.addLayout(head)
        self.body.addWidget(Question(worst, self))
        self.body.addWidget(self.score)
        self.body.addSpacing(4)
        self.body.addWidget(Question(night, self))
        self.body.addWidget(self.night)
        self.score.set_value(pain.worst)
        self.night.set_value(pain.night)
        self.score.chosen.connect(self._on_score_chosen)
        self.night.chosen.connect(self._on_night_chosen)
        self.remove_button.clicked.connect(self._on_remove)

    @property
    def pain(self) -> Pain:
        """The answers now."""
        return self._pain

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """What can have the focus: the questions first, Remove last."""
        return (*self.score.tab_stops, *self.night.tab_stops, self.remove_button)

    @Slot(object)
    def _on_score_chosen(self, worst: int | None) -> None:
        self._pain = self._pain.model_copy(update={"worst": worst})
        self.changed.emit()

    @Slot(object)
    def _on_night_chosen(self, night: str | None) -> None:
        self._pain = self._pain.model_copy(update={"night": night})
        self.changed.emit()

    @Slot()
    def _on_remove(self) -> None:
        self.removed.emit(self)
