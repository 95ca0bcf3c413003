"""What is not answered yet, said kindly and shortly: it never keeps anybody from saving."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.domain.choices import SIDES
from diary.domain.places import PLACES
from diary.domain.signs import SIGNS
from diary.domain.symptoms import SYMPTOMS, asks_where, symptom_phrase
from diary.i18n import mark, plural, translate
from diary.ui.local import list_in_words
from diary.ui.today.draft import SignAnswer
from diary.ui.today.states import MedicineAnswer, SymptomAnswer
from diary.ui.widgets.text import in_short

if TYPE_CHECKING:
    from diary.domain.entry import Pain, SymptomReport
    from diary.ui.today.draft import Draft

_MOST = 2  # more than this, and only the first is named
_PAIN = mark("pain")
_SIGNS = mark("the question on weakness, numbness, bladder and bowel")
_WHICH_SIGNS = mark("which of the signs")
_SYMPTOMS = mark("the question on other symptoms")
_WHICH_SYMPTOMS = mark("which other symptoms")
_WHICH_MEDICINES = mark("which medicines")
_HOW_BAD = mark("how bad it was in {place}")
_NIGHT = mark("the night in {place}")
_MORE_ABOUT = mark("more about {what}")
_SENTENCE = mark("Not answered: {what}.")
_NOTHING = mark("Nothing left open.")


def place_title(pain: Pain) -> str:
    """Return the place of a pain in words, with its side if one was given."""
    label = translate(PLACES[pain.region].label)
    if pain.side is None:
        return label
    return f"{label} ({translate(SIDES[pain.side].label)})"


def left_open(draft: Draft) -> tuple[str, ...]:
    """Return what the form leaves open, each in a few words, in the order of the page."""
    return (
        *_pain_left_open(draft),
        *_signs_left_open(draft),
        *_symptoms_left_open(draft),
        *_medicines_left_open(draft),
    )


def left_open_sentence(draft: Draft) -> str:
    """Return what is left open as one sentence."""
    parts = left_open(draft)
    if not parts:
        return translate(_NOTHING)
    named = list(parts)
    if len(parts) > _MOST:
        one, many = mark("{n} more answer"), mark("{n} more answers")
        named = [parts[0], plural(one, many, len(parts) - 1)]
    return translate(_SENTENCE).format(what=list_in_words(named))


def _pain_left_open(draft: Draft) -> list[str]:
    if draft.pain.no_pain:
        return []
    if not draft.pain.pains:
        return [translate(_PAIN)]
    parts = []
    for pain in draft.pain.pains:
        place = translate(PLACES[pain.region].phrase)
        if pain.worst is None:
            parts.append(translate(_HOW_BAD).format(place=place))
        if pain.night is None:
            parts.append(translate(_NIGHT).format(place=place))
    return parts


def _signs_left_open(draft: Draft) -> list[str]:
    if draft.sign.chosen is None:
        return [translate(_SIGNS)]
    if draft.sign.chosen is not SignAnswer.SOME:
        return []
    if not draft.sign.signs:
        return [translate(_WHICH_SIGNS)]
    return [
        translate(_MORE_ABOUT).format(what=translate(SIGNS[report.sign].phrase))
        for report in draft.sign.signs
        if report.grade is None or report.new is None
    ]


def _symptoms_left_open(draft: Draft) -> list[str]:
    if draft.symptom.chosen is None:
        return [translate(_SYMPTOMS)]
    if draft.symptom.chosen is not SymptomAnswer.SOME:
        return []
    if not draft.symptom.symptoms:
        return [translate(_WHICH_SYMPTOMS)]
    return [
        translate(_MORE_ABOUT).format(what=in_short(symptom_phrase(report.symptom)))
        for report in draft.symptom.symptoms
        if report.grade is None or report.new is None or _lacks_place(report)
    ]


def _lacks_place(report: SymptomReport) -> bool:
    # Of her own symptoms the place may go without saying.
    of_catalogue = report.symptom in SYMPTOMS
    return of_catalogue and asks_where(report.symptom) and report.where is None


def _medicines_left_open(draft: Draft) -> list[str]:
    """Name them only once she said that there were some: the line may stay closed."""
    state = draft.medicine
    said = any(not line.is_empty for line in state.lines)
    return [translate(_WHICH_MEDICINES)] if state.chosen is MedicineAnswer.SOME and not said else []
