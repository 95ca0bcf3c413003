"""The lists of *What I follow*: places and symptoms offered first, and symptoms of her own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from diary.domain.limits import SHORT_TEXT
from diary.domain.places import PLACES
from diary.domain.subjects import subject_label
from diary.domain.symptoms import CUSTOM_PREFIX, SYMPTOMS
from diary.i18n import mark, translate
from diary.ui.settings.fields import LineField, ListField
from diary.ui.settings.kinds import ItemWords, ListKind

if TYPE_CHECKING:
    import datetime as dt

    from diary.ui.settings.fields import Asked
    from diary.ui.theme import Theme


def _place_fields(theme: Theme, _today: dt.date) -> dict[str, Asked]:
    places = [(place.id, translate(place.label)) for place in PLACES.offered()]
    return {"text": ListField(translate(mark("Which place?")), places, theme, needed=True)}


def _symptom_fields(theme: Theme, _today: dt.date) -> dict[str, Asked]:
    symptoms = [(symptom.id, translate(symptom.label)) for symptom in SYMPTOMS.offered()]
    return {"text": ListField(translate(mark("Which symptom?")), symptoms, theme, needed=True)}


def _own_fields(theme: Theme, _today: dt.date) -> dict[str, Asked]:
    line = LineField(
        translate(mark("What do you call it?")),
        theme,
        hint=translate(mark("Days that are recorded keep the name they have.")),
        needed=True,
        longest=SHORT_TEXT - len(CUSTOM_PREFIX),
    )
    return {"text": line}


def _subject_words(subject: str, _today: dt.date) -> ItemWords:
    return ItemWords(subject_label(subject))


def _own_words(name: str, _today: dt.date) -> ItemWords:
    return ItemWords(name)


PLACES_FOLLOWED = ListKind(
    "followed_places",
    mark("Places I follow"),
    mark("They are offered first on the page Today, in this order."),
    mark("Add a place"),
    _place_fields,
    _subject_words,
    is_ordered=True,
)
SYMPTOMS_FOLLOWED = ListKind(
    "followed_symptoms",
    mark("Symptoms I follow"),
    mark("They are offered first on the page Today, in this order."),
    mark("Add a symptom"),
    _symptom_fields,
    _subject_words,
    is_ordered=True,
)
OWN_SYMPTOMS = ListKind(
    "own_symptoms",
    mark("Symptoms of my own"),
    mark("Something that is in no list, in your own words."),
    mark("Add one of my own"),
    _own_fields,
    _own_words,
)
FOLLOWED_LISTS: Final = (PLACES_FOLLOWED, SYMPTOMS_FOLLOWED, OWN_SYMPTOMS)
