"""The details of one pain as components of its FHIR observation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.domain.choices import PAIN_MANY, PAIN_ONE
from diary.exchange.fhir_terms import Json, chosen, concept
from diary.i18n import mark, translate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.domain.entry import Pain

_LABELS = {
    "night": mark("Last night"),
    "pattern": mark("Pattern"),
    "trigger": mark("Trigger"),
    "onset": mark("Onset"),
    "relief": mark("Relief from a painkiller"),
    "timing": mark("When in the day"),
    "worse_with": mark("Worse with"),
    "better_with": mark("Better with"),
    "quality": mark("Character"),
    "spreads_to": mark("Spreads to"),
}


def pain_parts(pain: Pain) -> Iterator[Json]:
    """Yield a component for every detail that was given."""
    if pain.average is not None:
        code = concept(translate("Average pain, 0 to 10"), "pain.average")
        yield {"code": code, "valueInteger": pain.average}
    for field, terms in PAIN_ONE.items():
        answer = getattr(pain, field)
        if answer is not None:
            yield {"code": _code(field), "valueCodeableConcept": chosen(field, answer, terms)}
    for field, terms in PAIN_MANY.items():
        for answer in getattr(pain, field):
            yield {"code": _code(field), "valueCodeableConcept": chosen(field, answer, terms)}
    if pain.started_on is not None:
        code = concept(translate("Began"), "pain.started_on")
        yield {"code": code, "valueDateTime": pain.started_on.isoformat()}


def _code(field: str) -> Json:
    return concept(translate(_LABELS[field]), f"pain.{field}")
