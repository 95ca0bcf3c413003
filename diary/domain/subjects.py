"""What an alert or a usual level is about: a place, a sign or a symptom, by its id."""

from __future__ import annotations

from diary.domain.places import PLACES
from diary.domain.signs import SIGNS
from diary.domain.symptoms import symptom_label, symptom_phrase
from diary.i18n import mark, translate

_WHOLE: str = mark("the whole diary")


def subject_label(subject: str | None) -> str:
    """Return the words for the id of a place, sign or symptom; None is the whole diary."""
    if subject is None:
        return translate(_WHOLE)
    if subject in PLACES:
        return translate(PLACES[subject].label)
    if subject in SIGNS:
        return translate(SIGNS[subject].label)
    return symptom_label(subject)


def subject_phrase(subject: str | None) -> str:
    """Return the same for use inside a sentence of the second person: "your lower back"."""
    if subject is None:
        return translate(_WHOLE)
    if subject in PLACES:
        return translate(PLACES[subject].phrase)
    if subject in SIGNS:
        return translate(SIGNS[subject].phrase)
    return symptom_phrase(subject)
