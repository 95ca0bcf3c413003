"""The head of the sheet: who, which days, what surrounds them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.charts.text import period_text
from diary.domain.choices import TREATMENT_KINDS
from diary.i18n import format_day, plural, translate
from diary.report.model import Fact, Head
from diary.report.words import fact, of_days, own_words, short_period, yes_no

if TYPE_CHECKING:
    import datetime as dt

    from diary.domain.care import Profile, Treatment
    from diary.domain.diary import Diary

_MOST_TREATMENTS = 4


def head(diary: Diary, start: dt.date, end: dt.date) -> Head:
    """Return the head of the sheet: who, which days, and what the doctor needs to know first.

    Args:
        diary: the diary.
        start: the first day.
        end: the last day, included.
    """
    profile = diary.profile
    recorded = sum(1 for entry in diary.entries if start <= entry.date <= end)
    born = profile.birth_year
    return Head(
        kind=translate("Symptom diary: summary for the doctor"),
        name=own_words(profile.name) if profile.name else translate("Name not given"),
        born=translate("born {year}").format(year=born)
        if born is not None
        else translate("birth year not answered"),
        period=period_text(start, end),
        recorded=translate("{days} recorded").format(
            days=of_days(recorded, (end - start).days + 1)
        ),
        facts=(
            fact(translate("Cancer"), _cancer(profile)),
            fact(translate("Treatments"), _treatments(diary, start, end)),
            _answer(translate("Bone metastases"), profile.bone_metastases),
            _answer(translate("Osteoporosis"), profile.osteoporosis),
        ),
        disclaimer=translate(
            "Recorded by the patient. Not a diagnosis. Not an all-clear. Not a medical device."
        ),
    )


def _answer(label: str, value: bool | None) -> Fact:
    return Fact(label, yes_no(value), known=value is not None)


def _cancer(profile: Profile) -> str | None:
    if not profile.cancer:
        return None
    words = own_words(profile.cancer)
    if profile.diagnosed_on is None:
        return words
    return translate("{cancer}, diagnosed {day}").format(
        cancer=words, day=format_day(profile.diagnosed_on)
    )


def _treatments(diary: Diary, start: dt.date, end: dt.date) -> str | None:
    """Return the treatments of these days, else those before them; the last begun comes first."""
    if not diary.treatments:
        return None
    during = _in_words([one for one in diary.treatments if _runs(one, start, end)])
    if during:
        return during
    ended = [one for one in diary.treatments if one.end is not None and one.end < start]
    if not ended:
        return translate("none in this period")
    return translate("none in this period; earlier: {treatments}").format(
        treatments=_in_words(ended)
    )


def _in_words(treatments: list[Treatment]) -> str:
    treatments.sort(key=lambda one: (one.start is None, one.start), reverse=True)
    told = [_treatment(one) for one in treatments[:_MOST_TREATMENTS]]
    if len(treatments) > len(told):
        told.append(plural("{n} more", "{n} more", len(treatments) - len(told)))
    return "; ".join(told)


def _runs(treatment: Treatment, start: dt.date, end: dt.date) -> bool:
    begun = treatment.start is None or treatment.start <= end
    return begun and (treatment.end is None or treatment.end >= start)


def _treatment(treatment: Treatment) -> str:
    kind = translate(TREATMENT_KINDS[treatment.kind].label)
    name = f"{own_words(treatment.name)} ({kind})" if treatment.name else kind
    if treatment.start is None and treatment.end is None:
        return translate("{treatment}, start not recorded").format(treatment=name)
    return f"{name} {short_period(treatment.start, treatment.end)}"
