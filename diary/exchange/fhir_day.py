"""One day of the diary as FHIR resources: what was answered, with zeros, and nothing else.

A place, sign or symptom that was followed and is not in the answer of a day is an explicit 0 of
that day. A question that was not answered has no resource.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.domain.choices import GRADES, NEWNESS, RELIEFS, SIDES
from diary.domain.places import PLACES
from diary.domain.signs import SIGNS
from diary.domain.symptoms import is_own_symptom, symptom_label
from diary.exchange.fhir_pain import pain_parts
from diary.exchange.fhir_terms import (
    CATEGORIES,
    PAIN,
    SYMPTOM,
    TEMPERATURE,
    WEIGHT,
    Json,
    chosen,
    concept,
    quantity,
    text_of,
)
from diary.i18n import format_day, mark, plural, translate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from diary.domain.entry import DayEntry, Medicine, Report

ANYWHERE = mark("anywhere")
_PAIN = mark("Worst pain in the last 24 hours, 0 to 10")
_NO_NUMBER = mark("pain without a number")
_NO_GRADE = mark("present, grade not given")
_NOTHING = {
    "no_signs": mark("None of the nerve signs"),
    "no_symptoms": mark("No other symptoms"),
    "no_medicines": mark("No medicines taken"),
}
_LEVELS = {
    "sleep": mark("How much sleep was disturbed, 0 to 3"),
    "walking": mark("How much walking was held back, 0 to 3"),
    "daily_tasks": mark("How much daily tasks were held back, 0 to 3"),
}
_WORDS = {"could_do": mark("What I could do"), "note": mark("Note")}


@dataclass(frozen=True, slots=True)
class Followed:
    """What was reported on any of the days, so that its zeros are told on the others."""

    places: tuple[str, ...]
    signs: tuple[str, ...]
    symptoms: tuple[str, ...]


def followed(entries: Iterable[DayEntry]) -> Followed:
    """Return what the entries report, in a fixed order."""
    places, signs, symptoms = set(), set(), set()
    for entry in entries:
        places |= {pain.region for pain in entry.pains or ()}
        signs |= {report.sign for report in entry.signs or ()}
        symptoms |= {report.symptom for report in entry.symptoms or ()}
    return Followed(
        tuple(place for place in PLACES if place in places),
        tuple(sign for sign in SIGNS if sign in signs),
        tuple(sorted(symptoms)),
    )


def day_resources(entry: DayEntry, follow: Followed, patient: str) -> Iterator[tuple[str, Json]]:
    """Yield the resources of a day, each with a name that is its own within the day.

    Args:
        entry: the day.
        follow: whose zeros are told.
        patient: the reference of the person, who says it all.
    """
    for name, parts in _observations(entry, follow):
        yield name, _observation(entry, parts, patient)
    for number, medicine in enumerate(entry.medicines or ()):
        yield f"medicine-{number}", _statement(entry, medicine, patient)


def _observations(entry: DayEntry, follow: Followed) -> Iterator[tuple[str, Json]]:
    yield from _pains(entry, follow.places)
    yield from _reports("sign", entry.signs, follow.signs)
    yield from _reports("symptom", entry.symptoms, follow.symptoms)
    yield from _measured(entry)
    for name, answer in (
        ("no_signs", entry.signs),
        ("no_symptoms", entry.symptoms),
        ("no_medicines", entry.medicines),
    ):
        if answer == ():
            yield name, {"code": concept(translate(_NOTHING[name]), name), "valueBoolean": True}


def _pains(entry: DayEntry, places: Sequence[str]) -> Iterator[tuple[str, Json]]:
    if entry.pains is None:
        return
    code = concept(translate(_PAIN), "pain.worst", PAIN)
    if not entry.pains:
        anywhere = {"text": translate(ANYWHERE)}
        yield "pain", {"code": code, "bodySite": anywhere, "valueInteger": 0}
    for place in places:
        here = [pain for pain in entry.pains if pain.region == place]
        sides = list(dict.fromkeys(pain.side for pain in here)) or [None]
        for side in sides:
            items = [pain for pain in here if pain.side == side]
            known = [pain.worst for pain in items if pain.worst is not None]
            label = translate(PLACES[place].label)
            where = label if side is None else f"{label}, {translate(SIDES[side].label)}"
            parts: Json = {"code": code, "bodySite": concept(where, f"region.{place}")}
            if known or not items:
                parts["valueInteger"] = max(known, default=0)
            else:
                parts["dataAbsentReason"] = {"text": translate(_NO_NUMBER)}
            details = [part for pain in items for part in pain_parts(pain)]
            yield f"pain-{place}-{side}", parts | ({"component": details} if details else {})


def _reports(
    kind: str, reports: Sequence[Report] | None, ids: Sequence[str]
) -> Iterator[tuple[str, Json]]:
    if reports is None:
        return
    for id_ in ids:
        found = [report for report in reports if _id(report) == id_]
        if not found:
            yield f"{kind}-{id_}", {"code": _what(kind, id_), "valueInteger": 0}
        for number, report in enumerate(found):
            yield f"{kind}-{id_}-{number}", {"code": _what(kind, id_), **_answer(report)}


def _id(report: Report) -> str:
    return str(getattr(report, "sign", None) or getattr(report, "symptom", None))


def _what(kind: str, id_: str) -> Json:
    if kind == "sign":
        return concept(translate(SIGNS[id_].label), f"sign.{id_}")
    # Her own symptoms are words, not codes.
    own = None if is_own_symptom(id_) else f"symptom.{id_}"
    return concept(symptom_label(id_), own, SYMPTOM)


def _answer(report: Report) -> Json:
    parts: Json = {}
    if report.grade is None:
        parts["valueString"] = translate(_NO_GRADE)
    else:
        parts["valueInteger"] = report.grade
    side, where = getattr(report, "side", None), getattr(report, "where", None)
    if side is not None:
        parts["bodySite"] = {"text": translate(SIDES[side].label)}
    if where is not None:
        parts["bodySite"] = concept(translate(PLACES[where].label), f"region.{where}")
    components = []
    if report.grade is not None:
        words = translate(GRADES[str(report.grade)].label)
        grade = concept(translate("Grade"), "grade")
        components.append({"code": grade, "valueString": words})
    if report.new is not None:
        new = concept(translate("New or worse in the last 14 days"), "new")
        components.append({"code": new, "valueCodeableConcept": chosen("new", report.new, NEWNESS)})
    return parts | ({"component": components} if components else {})


def _measured(entry: DayEntry) -> Iterator[tuple[str, Json]]:
    if entry.weight_kg is not None:
        code = concept(translate("Weight"), "weight_kg", WEIGHT)
        yield "weight", {"code": code, "valueQuantity": quantity(entry.weight_kg, "kg")}
    if entry.temperature_c is not None:
        code = concept(translate("Temperature"), "temperature_c", TEMPERATURE)
        yield "temperature", {"code": code, "valueQuantity": quantity(entry.temperature_c, "Cel")}
    for field, words in _LEVELS.items():
        level = getattr(entry, field)
        if level is not None:
            yield field, {"code": concept(translate(words), field), "valueInteger": level}
    for field, words in _WORDS.items():
        said = text_of(getattr(entry, field) or "")
        if said.strip():
            yield field, {"code": concept(translate(words), field), "valueString": said}


def _observation(entry: DayEntry, parts: Json, patient: str) -> Json:
    return {
        "resourceType": "Observation",
        "status": "final",
        "category": [{"coding": [{"system": CATEGORIES, "code": "survey"}]}],
        "subject": {"reference": patient},
        "effectiveDateTime": entry.date.isoformat(),
        "performer": [{"reference": patient}],
        **_issued(entry),
        **_kept(entry),
        **parts,
    }


def _issued(entry: DayEntry) -> Json:
    if entry.entered_at is None:
        return {}
    return {"issued": entry.entered_at.isoformat().replace("+00:00", "Z")}


def _kept(entry: DayEntry) -> Json:
    told = []
    if entry.is_late:
        told.append(translate("Entered more than 48 hours after its day."))
    if entry.copied_from is not None:
        day = format_day(entry.copied_from)
        told.append(translate("Accepted as the same as on {day}.").format(day=day))
    return {"note": [{"text": words} for words in told]} if told else {}


def _statement(entry: DayEntry, medicine: Medicine, patient: str) -> Json:
    statement: Json = {
        "resourceType": "MedicationStatement",
        "status": "not-taken" if medicine.doses == 0 else "completed",
        "medicationCodeableConcept": concept(
            medicine.name, None if medicine.kind is None else f"medicine.{medicine.kind}"
        ),
        "subject": {"reference": patient},
        "effectiveDateTime": entry.date.isoformat(),
        "informationSource": {"reference": patient},
    }
    if entry.entered_at is not None:
        statement["dateAsserted"] = _issued(entry)["issued"]
    if medicine.doses is not None:
        doses = plural("{n} dose", "{n} doses", medicine.doses)
        statement["dosage"] = [{"text": translate("{doses} on this day").format(doses=doses)}]
    if medicine.relief is not None:
        relief = translate(RELIEFS[medicine.relief].label)
        told = translate("Relief: {relief}").format(relief=relief)
        statement["note"] = [{"text": told}]
    return statement
