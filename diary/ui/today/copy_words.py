"""What "about the same" would take over, in one line of words, so that it is seen beforehand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.domain.choices import GRADES
from diary.domain.subjects import subject_label
from diary.i18n import mark, plural, sentence_case, translate
from diary.ui.local import day_in_full, list_in_words
from diary.ui.today.day_header import ONE_DAY
from diary.ui.today.missing import place_title
from diary.ui.today.pain_fields import answered

if TYPE_CHECKING:
    import datetime as dt

    from diary.domain.care import Profile
    from diary.domain.copying import Copied
    from diary.domain.entry import Pain, Report
    from diary.ui.today.words import DayAsked

_AS_YESTERDAY = mark("About the same as yesterday")
_AS_DAY = mark("About the same as {day}")
_AS_BEFORE = mark("About the same as the day before")
_NO_PAIN = mark("no pain")
_NO_SIGNS = mark("none of the signs")
_NO_SYMPTOMS = mark("no other symptoms")
_PLACE_SCORE = mark("{place} {score}")
_NIGHTS = {
    "none": mark("not felt at night"),
    "felt": mark("felt at night"),
    "woke_me": mark("woke you"),
    "kept_awake": mark("kept you awake"),
}
_AS_USUAL = mark("{what} as usual")
_WITH_GRADE = mark("{what} {grade}")
_ASKED_AGAIN = mark("Whether it is new is asked again: {list}.")


def copy_title(source: dt.date | None, asked: DayAsked) -> str:
    """Return what the button says; ``source`` is None if there is no earlier day."""
    if source == asked.today - ONE_DAY:
        return translate(_AS_YESTERDAY)
    if source is None or source == asked.day - ONE_DAY:
        return translate(_AS_BEFORE)
    return translate(_AS_DAY).format(day=day_in_full(source))


def copy_words(source: Copied, profile: Profile | None, day: dt.date) -> str:
    """Return everything that would be taken over, question by question.

    Args:
        source: what would be taken over.
        profile: what is usual for her; None if not known yet.
        day: the day that is recorded.
    """
    pains = None if source.pains is None else [_pain_words(pain) for pain in source.pains]
    signs, symptoms = (
        None if said is None else [_report_words(report, profile, day) for report in said]
        for said in (source.signs, source.symptoms)
    )
    parts: list[str] = []
    for nothing, said in ((_NO_PAIN, pains), (_NO_SIGNS, signs), (_NO_SYMPTOMS, symptoms)):
        if said is not None:
            parts += said or [translate(nothing)]
    words = "; ".join(parts)
    again = [
        _lower(subject_label(report.sign))
        for report in source.signs or ()
        if not _is_usual(report, profile, day)
    ]
    sentence = f"{sentence_case(words)}."
    if not again:
        return sentence
    return f"{sentence} {translate(_ASKED_AGAIN).format(list=list_in_words(again))}"


def _pain_words(pain: Pain) -> str:
    place = _lower(place_title(pain))
    parts = [
        place
        if pain.worst is None
        else translate(_PLACE_SCORE).format(place=place, score=pain.worst)
    ]
    if pain.night in _NIGHTS:
        parts.append(translate(_NIGHTS[pain.night]))
    more = answered(pain)
    if more:
        parts.append(plural("{n} more answer", "{n} more answers", more))
    return parts[0] if len(parts) == 1 else f"{parts[0]} ({', '.join(parts[1:])})"


def _report_words(report: Report, profile: Profile | None, day: dt.date) -> str:
    subject = report.symptom if hasattr(report, "symptom") else report.sign
    what = _lower(subject_label(subject))
    if _is_usual(report, profile, day):
        return translate(_AS_USUAL).format(what=what)
    if report.grade is None:
        return what
    grade = translate(GRADES[str(report.grade)].label)
    return translate(_WITH_GRADE).format(what=what, grade=grade)


def _is_usual(report: Report, profile: Profile | None, day: dt.date) -> bool:
    from diary.domain.copying import asks_new_again  # noqa: PLC0415  brings pydantic

    return profile is not None and not asks_new_again(report, profile, day)


def _lower(label: str) -> str:
    return f"{label[:1].lower()}{label[1:]}"
