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
from diary.ui.today.problems import problems_of
from diary.ui.today.states import MedicineAnswer, SymptomAnswer
from diary.ui.widgets.text import in_short

if TYPE_CHECKING:
    import datetime as dt

    from diary.domain.care import Profile
    from diary.domain.entry import Pain, Report, SymptomReport
    from diary.ui.today.draft import Draft

_MOST = 2  # more than this, and only the first is named
_PAIN = mark("pain")
_SIGNS = mark("the question on weakness, numbness, bladder and bowel")
_WHICH_SIGNS = mark("which of the signs")
_SYMPTOMS = mark("the question on other symptoms")
_WHICH_SYMPTOMS = mark("which other symptoms")
_WHICH_MEDICINES = mark("which medicines")
_HOW_BAD = mark("how bad it was in {place}")
_NIGHT = mark("how it was at night in {place}")
_HOW_BAD_USUALLY = mark("how bad {place} usually is")
_MORE_ABOUT = mark("more about {what}")
_SENTENCE = mark("Not answered: {what}.")
_NOTHING = mark("Nothing left open.")
_TO_MEND = mark("To mend before it can be saved: {fields}.")


def place_title(pain: Pain) -> str:
    """Return the place of a pain in words, with its side if one was given."""
    label = translate(PLACES[pain.region].label)
    if pain.side is None:
        return label
    return f"{label} ({translate(SIDES[pain.side].label)})"


def left_open(draft: Draft, profile: Profile | None = None) -> tuple[str, ...]:
    """Return what the form leaves open, each in a few words, in the order of the page.

    Args:
        draft: the form.
        profile: what is usual for her; whether that is new is not asked. None if not known yet.
    """
    return (
        *_pain_left_open(draft),
        *_usual_left_open(draft, profile),
        *_signs_left_open(draft, profile),
        *_symptoms_left_open(draft, profile),
        *_medicines_left_open(draft),
    )


def left_open_sentence(draft: Draft, profile: Profile | None = None) -> str:
    """Return what has to be mended, and what is left open, each as one sentence."""
    to_mend = list(dict.fromkeys(problem.field for problem in problems_of(draft)))
    parts = left_open(draft, profile)
    if to_mend:
        mend = translate(_TO_MEND).format(fields=list_in_words(to_mend))
        return f"{mend} {_not_answered(parts)}" if parts else mend
    return _not_answered(parts) if parts else translate(_NOTHING)


def _not_answered(parts: tuple[str, ...]) -> str:
    named = list(parts)
    if len(parts) > _MOST:
        named = [parts[0], plural("{n} more answer", "{n} more answers", len(parts) - 1)]
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


def _usual_left_open(draft: Draft, profile: Profile | None) -> list[str]:
    """Name the places she called long-standing: without how bad, nothing of that is kept."""
    known = set() if profile is None else {level.of for level in profile.usual}
    return [
        translate(_HOW_BAD_USUALLY).format(place=translate(PLACES[region].phrase))
        for region in draft.lacks_level
        if region not in known
    ]


def _signs_left_open(draft: Draft, profile: Profile | None) -> list[str]:
    if draft.sign.chosen is None:
        return [translate(_SIGNS)]
    if draft.sign.chosen is not SignAnswer.SOME:
        return []
    if not draft.sign.signs:
        return [translate(_WHICH_SIGNS)]
    return [
        translate(_MORE_ABOUT).format(what=translate(SIGNS[report.sign].phrase))
        for report in draft.sign.signs
        if _lacks_answer(report, profile, draft.day)
    ]


def _symptoms_left_open(draft: Draft, profile: Profile | None) -> list[str]:
    if draft.symptom.chosen is None:
        return [translate(_SYMPTOMS)]
    if draft.symptom.chosen is not SymptomAnswer.SOME:
        return []
    if not draft.symptom.symptoms:
        return [translate(_WHICH_SYMPTOMS)]
    return [
        translate(_MORE_ABOUT).format(what=in_short(symptom_phrase(report.symptom)))
        for report in draft.symptom.symptoms
        if _lacks_answer(report, profile, draft.day) or _lacks_place(report)
    ]


def _lacks_answer(report: Report, profile: Profile | None, day: dt.date) -> bool:
    if report.grade is None or report.new is not None or profile is None:
        return report.grade is None or report.new is None
    from diary.domain.copying import asks_new_again  # noqa: PLC0415  brings pydantic

    return asks_new_again(report, profile, day)


def _lacks_place(report: SymptomReport) -> bool:
    # Of her own symptoms the place may go without saying.
    of_catalogue = report.symptom in SYMPTOMS
    return of_catalogue and asks_where(report.symptom) and report.where is None


def _medicines_left_open(draft: Draft) -> list[str]:
    """Name them only once she said that there were some: the line may stay closed."""
    state = draft.medicine
    said = any(not line.is_empty for line in state.lines)
    return [translate(_WHICH_MEDICINES)] if state.chosen is MedicineAnswer.SOME and not said else []
