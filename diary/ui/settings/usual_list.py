"""The list of usual levels: what is long-standing and known to the team, asked again at times."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Slot

from diary.domain.care import UsualLevel, highest_level
from diary.domain.choices import GRADES, PAIN_HIGHEST
from diary.domain.fields import FIRST_DAY
from diary.domain.places import PLACES
from diary.domain.signs import SIGNS
from diary.domain.subjects import subject_label
from diary.domain.symptoms import SYMPTOMS
from diary.i18n import mark, translate
from diary.ui.local import day_in_words
from diary.ui.settings.answer_fields import DayField, LevelField
from diary.ui.settings.fields import ListField
from diary.ui.settings.kinds import ItemWords, ListKind

if TYPE_CHECKING:
    import datetime as dt

    from diary.ui.settings.fields import Asked
    from diary.ui.theme import Theme

_OF_TEN = mark("{level} of 10")
_NONE = mark("none")
_SINCE = mark("{level}, since {day}")
_ALWAYS = mark("{level}, for as long as the diary goes back")
_SAID = mark("You last said so on {day}.")
_NEVER_SAID = mark("The day you said so is not known.")
_STILL_SO = mark("Is this still so?")
_YES_STILL = mark("Yes, still so")


class SubjectField(ListField):
    """What is usual: a place, a sign or a symptom; it tells another field the scale.

    Args:
        theme: colours and sizes.
        level: the field that asks how much.
    """

    def __init__(self, theme: Theme, level: LevelField) -> None:
        options: list[tuple[str | None, str]] = []
        for catalogue in (PLACES, SIGNS, SYMPTOMS):
            options += [(term.id, translate(term.label)) for term in catalogue.offered()]
            options.append((None, ""))
        super().__init__(translate(mark("What is it?")), options[:-1], theme, needed=True)
        self._level = level

    def set_value(self, value: Any) -> None:
        """Show a place, sign or symptom, and ask on its scale; an own symptom by its name."""
        if value is not None and self.list.findData(value) < 0:
            self.list.addItem(subject_label(str(value)), value)
        super().set_value(value)
        self._tell_scale()

    @Slot(int)
    def _on_activated(self, position: int) -> None:
        super()._on_activated(position)
        self._tell_scale()

    def _tell_scale(self) -> None:
        highest = None if self.value is None else highest_level(self.value)
        self._level.set_highest(PAIN_HIGHEST if highest is None else highest)


def _fields(theme: Theme, today: dt.date) -> dict[str, Asked]:
    level = LevelField(translate(mark("How much is usual for you?")), theme)
    return {
        "of": SubjectField(theme, level),
        "level": level,
        "since": DayField(
            translate(mark("Since when?")),
            theme,
            (FIRST_DAY, today, today),
            hint=translate(mark("Leave it open if it was always so.")),
        ),
    }


def usual_words(usual: UsualLevel, today: dt.date) -> ItemWords:
    """Return what a usual level says, and whether it is to be asked again."""
    if highest_level(usual.of) == PAIN_HIGHEST:
        level = translate(_OF_TEN).format(level=usual.level)
    else:
        level = translate(GRADES[str(usual.level)].label if usual.level else _NONE)
    sentence, said = (_ALWAYS, {"level": level})
    if usual.since is not None:
        sentence, said = _SINCE, {"level": level, "day": day_in_words(usual.since)}
    confirmed = translate(_NEVER_SAID)
    if usual.confirmed_on is not None:
        confirmed = translate(_SAID).format(day=day_in_words(usual.confirmed_on))
    asks = usual.confirmed_on is None or today - usual.confirmed_on > usual.ask_again_after
    return ItemWords(
        subject_label(usual.of),
        (translate(sentence).format(**said), confirmed),
        translate(_STILL_SO) if asks else "",
        translate(_YES_STILL),
    )


USUAL = ListKind(
    "usual",
    mark("What is usual for me"),
    mark(
        "Pain and other things that are long-standing and that your team knows about. "
        "The rules look only at what is above this. Now and then you are asked here if it is "
        "still so."
    ),
    mark("Add what is usual"),
    _fields,
    usual_words,
    UsualLevel,
    stamp="confirmed_on",
)
