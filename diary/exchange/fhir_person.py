"""The person of a FHIR document, and what surrounds her days: as words, not as codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.domain.choices import EVENT_KINDS, TREATMENT_KINDS
from diary.domain.subjects import subject_label
from diary.exchange.fhir_terms import Json, text_of
from diary.i18n import format_day, translate

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from diary.domain.care import Profile
    from diary.domain.diary import Diary


def patient(profile: Profile) -> Json:
    """Return the person, as far as she said who she is."""
    person: Json = {"resourceType": "Patient"}
    name = text_of(profile.name or "")
    if name.strip():
        person["name"] = [{"text": name}]
    if profile.birth_year is not None:
        person["birthDate"] = str(profile.birth_year)
    return person


def about(diary: Diary) -> Iterator[str]:
    """Yield what surrounds the entries, in words."""
    yield from _about_her(diary.profile)
    for treatment in diary.treatments:
        kind = translate(TREATMENT_KINDS[treatment.kind].label)
        yield _dated(kind, treatment.name, treatment.start, treatment.end)
    for event in diary.events:
        kind = translate(EVENT_KINDS[event.kind].label)
        yield _dated(kind, event.title, event.date, event.date)
    for quiet in diary.quiet_periods:
        yield _dated(translate("Quiet period"), quiet.reason, quiet.start, quiet.end)


def _about_her(profile: Profile) -> Iterator[str]:
    if profile.cancer:
        yield f"{translate('Cancer')}: {profile.cancer}"
    if profile.diagnosed_on is not None:
        yield translate("Diagnosed: {day}").format(day=format_day(profile.diagnosed_on))
    for label, value in (
        (translate("Bone metastases"), profile.bone_metastases),
        (translate("Osteoporosis"), profile.osteoporosis),
        (translate("Weakened defences"), profile.immunosuppressed),
    ):
        if value is not None:
            yield f"{label}: {translate('yes') if value else translate('no')}"
    for usual in profile.usual:
        yield translate("Usual for me: {what}, level {level}").format(
            what=subject_label(usual.of), level=usual.level
        )


def _dated(kind: str, name: str | None, start: dt.date | None, end: dt.date | None) -> str:
    words = f"{kind}: {name}" if name else kind
    if start is not None and start == end:
        return f"{words} ({format_day(start)})"
    since, until = (
        translate("not known") if day is None else format_day(day) for day in (start, end)
    )
    return translate("{words} (from: {since}; to: {until})").format(
        words=words, since=since, until=until
    )
