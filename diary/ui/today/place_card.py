"""The card of one place with pain: how bad, the night, and the rest on demand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from diary.domain.choices import NIGHTS
from diary.domain.places import PLACES
from diary.i18n import mark, translate
from diary.ui.today.long_standing import LongStanding
from diary.ui.today.missing import place_title
from diary.ui.today.more_about import MoreAbout
from diary.ui.today.pain_fields import answered_words
from diary.ui.today.words import HIGHEST, LOWEST
from diary.ui.widgets.buttons import Button, QuietButton
from diary.ui.widgets.card import Card
from diary.ui.widgets.choices import ChoiceRow, ScoreRow
from diary.ui.widgets.text import Hint, Question, SectionTitle

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from diary.domain.entry import Pain
    from diary.ui.theme import Theme
    from diary.ui.today.words import DayAsked

_REMOVE = mark("Remove")
_REMOVE_PLACE = mark("Remove {place}")
_USUAL = mark("Usual for you: {level}.")
_MORE = mark("More about this pain")
_MORE_ANSWERED = mark("More about this pain: {answers}")
_LESS = mark("Less about this pain")


class PlaceCard(Card):
    """Asks about the pain at one place.

    Args:
        pain: the answers so far.
        asked: which day is asked about.
        theme: tints the icons.
        parent: the owner.
    """

    changed = Signal()
    removed = Signal(object)  # this card
    other_side_wanted = Signal(object)  # this card
    opened = Signal()  # there is more, or less, to go through than before

    def __init__(
        self, pain: Pain, asked: DayAsked, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self._pain, self._asked, self._theme = pain, asked, theme
        # Told before it could be shown here: whether it is long-standing, and how bad.
        self._given: tuple[bool | None, int | None] = (None, None)
        self.long_standing: LongStanding | None = None
        self.more: MoreAbout | None = None
        place, words = place_title(pain), asked.words
        self._title = SectionTitle(place, self)
        self.remove_button = QuietButton(translate(_REMOVE), theme, "x", self)
        worst, night = translate(words.worst), translate(words.night)
        self.score = ScoreRow(
            f"{place}: {worst}", theme, translate(LOWEST), translate(HIGHEST), self
        )
        answers = [(term.id, translate(term.label)) for term in NIGHTS.offered()]
        self.night = ChoiceRow(f"{place}: {night}", answers, theme, self)
        self._usual_hint = Hint("", self)
        self._usual_hint.hide()
        self.more_button = Button(translate(_MORE), theme, "chevron-down", self)
        self._lay_out(worst, night)
        self._show_place()
        self._show_more()
        self.score.set_value(pain.worst)
        self.night.set_value(pain.night)
        self.score.chosen.connect(self._on_score_chosen)
        self.night.chosen.connect(self._on_night_chosen)
        self.more_button.clicked.connect(self._on_more)
        self.remove_button.clicked.connect(self._on_remove)

    @property
    def pain(self) -> Pain:
        """The answers now."""
        return self._pain

    @property
    def usual_level(self) -> int | None:
        """The score she said is usual here and known to her team; None if she did not."""
        return self._given[1] if self.long_standing is None else self.long_standing.level

    @property
    def is_long_standing(self) -> bool | None:
        """What she answered when asked about it; None if she did not."""
        return self._given[0] if self.long_standing is None else self.long_standing.answer

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """What can have the focus: the questions first, Remove last."""
        usual = () if self.long_standing is None else self.long_standing.tab_stops
        more = () if self.more is None else self.more.tab_stops
        return (
            *self.score.tab_stops,
            *self.night.tab_stops,
            *usual,
            self.more_button,
            *more,
            self.remove_button,
        )

    def show_usual(self, level: int | None, *, asks: bool) -> None:
        """Say what is usual here, or ask whether this pain is long-standing.

        Args:
            level: the usual score the diary holds; None if none.
            asks: whether to ask; not if there is a level.
        """
        self._usual_hint.setVisible(level is not None)
        if level is not None:
            self._usual_hint.setText(translate(_USUAL).format(level=level))
            self._given = (None, None)
        wanted = asks and level is None
        if wanted and self.long_standing is None:
            self.long_standing = LongStanding(place_title(self._pain), self._theme, self)
            self.long_standing.changed.connect(self.changed)
            self._usual_room.addWidget(self.long_standing)
            self.long_standing.show()
            answer, level = self._given
            self.long_standing.set_answer(answer=answer, level=level)
        elif not wanted and self.long_standing is not None:
            self.long_standing.hide()
            self.long_standing.deleteLater()
            self.long_standing = None

    def set_long_standing(self, *, answer: bool | None, level: int | None) -> None:
        """Take whether it is long-standing and its usual level 0 to 10, without telling anybody."""
        self._given = (answer, level)
        if self.long_standing is not None:
            self.long_standing.set_answer(answer=answer, level=level)

    @Slot(object)
    def _on_score_chosen(self, worst: int | None) -> None:
        self._change("worst", worst)

    @Slot(object)
    def _on_night_chosen(self, night: str | None) -> None:
        self._change("night", night)

    @Slot(str, object)
    def _on_answered(self, field: str, value: object) -> None:
        self._change(field, value)

    @Slot()
    def _on_more(self) -> None:
        if self.more is None:
            self.more = MoreAbout(self._pain, self._asked.words, self._asked.day, self._theme, self)
            self.more.answered.connect(self._on_answered)
            self.more.other_side_wanted.connect(self._on_other_side)
            self._more_room.addWidget(self.more)
            self.more.show()
        else:
            self.more.setVisible(self.more.isHidden())
        self._show_more()
        self.opened.emit()

    @Slot()
    def _on_other_side(self) -> None:
        self.other_side_wanted.emit(self)

    @Slot()
    def _on_remove(self) -> None:
        self.removed.emit(self)

    def _change(self, field: str, value: object) -> None:
        self._pain = self._pain.model_copy(update={field: value})
        if field == "side":
            self._show_place()
        self.changed.emit()

    def _show_place(self) -> None:
        """Name the place with its side, everywhere on the card."""
        place, words = place_title(self._pain), self._asked.words
        self._title.setText(place)
        self.setAccessibleName(place)
        self.remove_button.setAccessibleName(translate(_REMOVE_PLACE).format(place=place))
        self.score.rename(f"{place}: {translate(words.worst)}")
        self.night.rename(f"{place}: {translate(words.night)}")
        self.more_button.setAccessibleDescription(place)
        if self.long_standing is not None:
            self.long_standing.rename(place)

    def _show_more(self) -> None:
        is_open = self.more is not None and not self.more.isHidden()
        answers = answered_words(self._pain)
        words = translate(_MORE_ANSWERED).format(answers=answers) if answers else translate(_MORE)
        self.more_button.setText(translate(_LESS) if is_open else words)
        self.more_button.set_icon("chevron-up" if is_open else "chevron-down")

    def _lay_out(self, worst: str, night: str) -> None:
        titles = QVBoxLayout()
        titles.setSpacing(0)
        titles.addWidget(self._title)
        help_ = translate(PLACES[self._pain.region].help)
        if help_:
            titles.addWidget(Hint(help_, self))
        head = QHBoxLayout()
        head.addLayout(titles, 1)
        head.addWidget(self.remove_button, 0, Qt.AlignmentFlag.AlignTop)
        self._usual_room, self._more_room = QVBoxLayout(), QVBoxLayout()
        self.body.setContentsMargins(20, 12, 12, 16)
        self.body.setSpacing(8)
        self.body.addLayout(head)
        self.body.addWidget(Question(worst, self))
        self.body.addWidget(self.score)
        self.body.addWidget(self._usual_hint)
        self.body.addSpacing(4)
        self.body.addWidget(Question(night, self))
        self.body.addWidget(self.night)
        self.body.addLayout(self._usual_room)
        self.body.addSpacing(4)
        self.body.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addLayout(self._more_room)
