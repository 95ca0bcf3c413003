"""Who she is, as far as she wants to say: every answer is kept as it is given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QApplication

from diary.domain.care import Profile
from diary.domain.fields import FIRST_DAY
from diary.i18n import mark, translate
from diary.ui.settings.answer_fields import DayField, YesNoField
from diary.ui.settings.fields import LineField, NumberField
from diary.ui.today import typed
from diary.ui.widgets.card import Card
from diary.ui.widgets.text import Hint

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtWidgets import QWidget

    from diary.ui.settings.fields import Asked
    from diary.ui.theme import Theme

_TITLE = mark("Who I am")
_ABOUT = mark(
    "All of this may stay empty. It stands on the sheet for your doctor, and some rules look at "
    "it. It is kept as you type."
)
_BORN_FIRST = 1900  # as in the model


class PersonCard(Card):
    """The questions about her.

    Args:
        theme: colours and sizes.
        today: the last day anything can have been on.
        parent: the owner.
    """

    changed = Signal(object)  # the Profile, without her lists, after each answer

    def __init__(self, theme: Theme, today: dt.date, parent: QWidget | None = None) -> None:
        super().__init__(translate(_TITLE), parent=parent)
        self._person = Profile()
        self._diagnosed_on = DayField(
            translate(mark("Day of the diagnosis")), theme, (FIRST_DAY, today, today)
        )
        self.fields: dict[str, Asked] = {
            "name": LineField(
                translate(mark("Name")),
                theme,
                hint=translate(mark("It stands at the top of the sheet.")),
                keeps=True,
            ),
            "birth_year": NumberField(
                translate(mark("Year of birth")),
                theme,
                typed.NumberField(_BORN_FIRST, today.year, 0, "1962"),
                keeps=True,
            ),
            "cancer": LineField(translate(mark("Kind of cancer")), theme, keeps=True),
            "diagnosed_on": self._diagnosed_on,
            "bone_metastases": YesNoField(translate(mark("Bone metastases")), theme),
            "osteoporosis": YesNoField(
                translate(mark("Osteoporosis")), theme, hint=translate(mark("Brittle bones."))
            ),
            "immunosuppressed": YesNoField(
                translate(mark("Weakened defences")),
                theme,
                hint=translate(
                    mark("By an illness or a treatment, so that infections are a matter of hours.")
                ),
            ),
        }
        self.body.addWidget(Hint(translate(_ABOUT), self))
        self.body.setSpacing(20)
        for field in self.fields.values():
            self.body.addWidget(field)
            field.changed.connect(self._on_changed)

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """What Tab visits, in order."""
        return tuple(stop for field in self.fields.values() for stop in field.tab_stops)

    def set_today(self, today: dt.date) -> None:
        """Let nothing have been on a later day than this one."""
        self._diagnosed_on.set_last(today)

    def set_person(self, person: Profile) -> None:
        """Show who she is, unless she is just writing it."""
        person = person.model_copy(update={"usual": (), "contacts": ()})
        focus = QApplication.focusWidget()
        if person == self._person or (focus is not None and self.isAncestorOf(focus)):
            return
        self._person = person
        for key, field in self.fields.items():
            field.set_value(getattr(person, key))

    @Slot()
    def _on_changed(self) -> None:
        """Take over what is said; an answer stays until what replaces it can be kept."""
        said = {key: field.kept for key, field in self.fields.items()}
        person = self._person.model_copy(update=said)
        if person != self._person:
            self._person = person
            self.changed.emit(person)
