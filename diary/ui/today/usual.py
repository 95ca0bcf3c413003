"""What is usual for her on a day, as the answers "only my usual ones" stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.domain.choices import GRADES
from diary.domain.places import PLACES
from diary.domain.signs import SIGNS
from diary.domain.subjects import subject_phrase
from diary.i18n import mark, translate
from diary.ui.local import list_in_words

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from diary.domain.care import Profile, UsualLevel
    from diary.domain.entry import Report, SignReport, SymptomReport

_NOT_NEW = "no"
_WITH_GRADE = mark("{what} ({grade})")
_USUAL_FOR_YOU = mark("Usual for you: {list}.")


def usual_scores(profile: Profile, day: dt.date) -> dict[str, int]:
    """Return the usual score of each place that has one on a day."""
    found = ((region, profile.usual_on(region, day)) for region in PLACES)
    return {region: level.level for region, level in found if level is not None}


def usual_signs(profile: Profile, day: dt.date) -> tuple[SignReport, ...]:
    """Return the signs that are usual on a day, at their usual grade and not new."""
    from diary.domain.entry import SignReport  # noqa: PLC0415  brings pydantic

    return tuple(
        SignReport(sign=level.of, grade=level.level, new=_NOT_NEW)
        for level in _in_force(profile, day)
        if level.of in SIGNS
    )


def usual_symptoms(profile: Profile, day: dt.date) -> tuple[SymptomReport, ...]:
    """Return the symptoms that are usual on a day, at their usual grade and not new."""
    from diary.domain.entry import SymptomReport  # noqa: PLC0415  brings pydantic

    return tuple(
        SymptomReport(symptom=level.of, grade=level.level, new=_NOT_NEW)
        for level in _in_force(profile, day)
        if level.of not in SIGNS and level.of not in PLACES
    )


def usual_sentence(reports: Sequence[Report]) -> str:
    """Return what is usual as a sentence; empty if nothing is."""
    if not reports:
        return ""
    named = [_in_words(report) for report in reports]
    return translate(_USUAL_FOR_YOU).format(list=list_in_words(named))


def _in_force(profile: Profile, day: dt.date) -> list[UsualLevel]:
    subjects = dict.fromkeys(level.of for level in profile.usual)
    found = (profile.usual_on(subject, day) for subject in subjects)
    return [level for level in found if level is not None and level.level > 0]


def _in_words(report: Report) -> str:
    subject = report.symptom if hasattr(report, "symptom") else report.sign
    phrase = subject_phrase(subject)
    if report.grade is None:
        return phrase
    grade = translate(GRADES[str(report.grade)].label)
    return translate(_WITH_GRADE).format(what=phrase, grade=grade)
