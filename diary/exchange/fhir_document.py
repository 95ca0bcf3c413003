"""The diary as a FHIR R4 document: a Bundle with a Composition first (docs/files.md).

Every reference points inside the Bundle. The same diary at the same moment gives the same bytes.
The rules that matched are a text; nothing claims a finding in their name.
"""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Final

from diary.errors import RequestError
from diary.exchange.fhir_day import day_resources, followed
from diary.exchange.fhir_person import about, patient
from diary.exchange.fhir_terms import PATIENT_NOTE, Json, concept, narrative
from diary.i18n import format_day, mark, translate

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from diary.domain.diary import Diary
    from diary.rules.model import Alert, AlertReport

NO_LIBRARY: Final = mark(
    "The FHIR export needs the Python package fhir.resources; "
    "install it with: pip install fhir.resources"
)
NOT_A_DIAGNOSIS: Final = mark("Recorded by the patient. Not a diagnosis. Not a medical device.")
NO_RULE: Final = mark("No rule matched these entries. This is not an all-clear.")
SWITCHED_OFF: Final = mark(
    "The rules of this diary are switched off, so none judged these entries. "
    "This is not an all-clear."
)
_NAMESPACE: Final = uuid.uuid5(uuid.NAMESPACE_URL, "urn:daymark:diary:fhir")
_URI: Final = "urn:ietf:rfc:3986"


def write(diary: Diary, alerts: AlertReport | None, now: dt.datetime) -> str:
    """Return the diary as a FHIR document.

    Args:
        diary: what to write.
        alerts: the rules that matched; None where she switched the rules off.
        now: the moment of the document, in UTC.

    Raises:
        RequestError: the library for FHIR is not installed.
    """
    try:
        from fhir.resources.R4B.bundle import Bundle  # noqa: PLC0415  an optional extra
    except ImportError as error:
        raise RequestError(translate(NO_LIBRARY), detail=type(error).__name__) from None
    bundle = Bundle.model_validate(document(diary, alerts, now))
    return str(bundle.model_dump_json(indent=2)) + "\n"


def document(diary: Diary, alerts: AlertReport | None, now: dt.datetime) -> Json:
    """Return the Bundle as plain data, without the library for FHIR.

    Args:
        diary: what to write.
        alerts: the rules that matched; None where she switched the rules off.
        now: the moment of the document, in UTC.
    """
    moment = now.replace(microsecond=0).isoformat().replace("+00:00", "Z")
    names = _Names(diary, moment)
    person = names.of("patient")
    entries = [_entry(person, patient(diary.profile))]
    follow = followed(diary.entries)
    for entry in diary.entries:
        for name, resource in day_resources(entry, follow, person):
            entries.append(_entry(names.of(entry.date.isoformat(), name), resource))
    first = _composition(diary, alerts, moment, person, [one["fullUrl"] for one in entries[1:]])
    return {
        "resourceType": "Bundle",
        "type": "document",
        "identifier": {"system": _URI, "value": names.of("document")},
        "timestamp": moment,
        "entry": [_entry(names.of("composition"), first), *entries],
    }


class _Names:
    """Names of resources: the same for the same diary and moment, and nobody else's."""

    def __init__(self, diary: Diary, moment: str) -> None:
        self._space = uuid.uuid5(_NAMESPACE, f"{moment} {diary.model_dump_json()}")

    def of(self, *parts: str) -> str:
        return uuid.uuid5(self._space, " ".join(parts)).urn


def _entry(name: str, resource: Json) -> Json:
    return {"fullUrl": name, "resource": resource}


def _composition(
    diary: Diary,
    alerts: AlertReport | None,
    moment: str,
    person: str,
    references: Sequence[str],
) -> Json:
    recorded: Json = {
        "title": translate("Recorded days"),
        "text": narrative([translate(NOT_A_DIAGNOSIS)]),
    }
    if references:
        recorded["entry"] = [{"reference": name} for name in references]
    sections = [
        recorded,
        {"title": translate("Rules matched"), "text": narrative(_matched(alerts, diary.first_day))},
    ]
    told = list(about(diary))
    if told:
        sections.append({"title": translate("About me"), "text": narrative(told)})
    return {
        "resourceType": "Composition",
        "status": "final",
        "type": concept(translate("Patient note"), loinc=PATIENT_NOTE),
        "subject": {"reference": person},
        "date": moment,
        "author": [{"reference": person}],
        "title": translate("Symptom diary"),
        "section": sections,
    }


def _matched(alerts: AlertReport | None, first_day: dt.date | None) -> list[str]:
    """Return a line for every alert that stood on one of the days, or what there is instead."""
    if alerts is None:
        return [translate(SWITCHED_OFF)]
    told = [
        _alert(alert)
        for alert in alerts.alerts
        if alert.ended_on is None or first_day is None or alert.ended_on > first_day
    ]
    return told or [translate(NO_RULE)]


def _alert(alert: Alert) -> str:
    words = translate("{rule}, {tier}, since {day}: {title}. {noticed}").format(
        rule=alert.rule,
        tier=translate(alert.tier.label),
        day=format_day(alert.raised_on),
        title=alert.wording.title,
        noticed=alert.wording.noticed,
    )
    if alert.ended_on is not None:
        ended = translate("Ended {day}.").format(day=format_day(alert.ended_on))
        words = f"{words} {ended}"
    return words
