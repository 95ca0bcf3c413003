"""The codes of the FHIR export, and the small parts that resources are made of.

Only codes that we are sure of are used; everything else is text with a code of our own.
LOINC 8310-5 with the unit Cel is that of the body temperature profile of FHIR R4.
"""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from diary.i18n import translate

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diary.domain.catalogue import Catalogue, Term

Json: TypeAlias = "dict[str, Any]"

LOINC: Final = "http://loinc.org"
UCUM: Final = "http://unitsofmeasure.org"
CATEGORIES: Final = "http://terminology.hl7.org/CodeSystem/observation-category"
OWN_CODES: Final = "urn:daymark:diary"
"""The code system of this program: the ids of the diary's own formats."""
PATIENT_NOTE, PAIN, WEIGHT = "51855-5", "72514-3", "29463-7"
SYMPTOM, TEMPERATURE = "75325-1", "8310-5"

# Characters that JSON may hold but a FHIR text may not.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_ODD_SPACE = re.compile(r"[^\S \t\r\n]")
_NOT_SHOWN: Final = "\ufffd"


def text_of(words: str) -> str:
    """Return words as a FHIR text: odd spaces become spaces, control characters a mark."""
    return _ODD_SPACE.sub(" ", _CONTROL.sub(_NOT_SHOWN, words))


def concept(text: str, own: str | None = None, loinc: str | None = None) -> Json:
    """Return a concept: its words, a code of our own, and a code of LOINC where there is one.

    Args:
        text: the words.
        own: the id of the diary, after that of its question; None for her own words.
        loinc: a code of the rule book.
    """
    codes = [{"system": LOINC, "code": loinc}] if loinc else []
    if own is not None:
        codes.append({"system": OWN_CODES, "code": own})
    said = {"text": text_of(text)}
    return {"coding": codes, **said} if codes else said


def chosen(question: str, id_: str, terms: Catalogue[Term]) -> Json:
    """Return one of the fixed answers to a question of the diary as a concept.

    Args:
        question: the name of the field, for the code of ours.
        id_: of the answer.
        terms: all answers to it.
    """
    return concept(translate(terms[id_].label), f"{question}.{id_}")


def quantity(value: float, unit: str) -> Json:
    """Return a number with its unit of UCUM."""
    return {"value": value, "unit": unit, "system": UCUM, "code": unit}


def narrative(lines: Iterable[str]) -> Json:
    """Return lines as the text of a section."""
    inside = "".join(f"<p>{escape(text_of(line))}</p>" for line in lines)
    return {
        "status": "generated",
        "div": f'<div xmlns="http://www.w3.org/1999/xhtml">{inside}</div>',
    }
