"""Why a number is what it is, and what a rule found on a day."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

from diary.i18n import mark
from diary.rules.sources import Basis, Source

if TYPE_CHECKING:
    from collections.abc import Mapping

    from diary.rules.model import Evidence

V = TypeVar("V", int, float)
# What numbers of rules count: scores 0 to 10, answers 0 to 3, grades 1 to 3, shares 0 to 1, z.
UNITS = frozenset(
    {
        *("points", "answer", "grade", "share", "score"),
        *("days", "weeks", "years", "times"),
        *("doses", "weights", "kg", "degrees"),
        *("complaints", "places", "rules"),
    }
)
NOT_CHECKED = mark("not yet checked against a source")


@dataclass(frozen=True, slots=True)
class Reason:
    """What a number of a rule rests on.

    Attributes:
        basis: the kind of ground.
        source: where it is published, or what our own choice leans on; None for that only.
        note: what the source says, or why we chose.
    """

    basis: Basis
    note: str
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Number(Generic[V]):
    """A number of a rule, with its unit and its reason.

    Attributes:
        name: what it limits, in words, marked for translation.
        value: the number itself.
        unit: one of :data:`UNITS`.
        reason: what it rests on.
    """

    name: str
    value: V
    unit: str
    reason: Reason


def because(source: Source, basis: Basis, note: str) -> Reason:
    """Return a reason that rests on a source; one from memory counts as our own choice.

    Args:
        source: what it rests on.
        basis: of which kind it is: a guideline, a study, a manual, a convention.
        note: where exactly it stands, and how the number follows from it.
    """
    if source.from_memory:
        return Reason(Basis.OUR_CHOICE, NOT_CHECKED)
    return Reason(basis, note, source)


def our_choice(note: str, source: Source | None = None) -> Reason:
    """Return a reason of our own; ``note`` says why, ``source`` what we leaned on."""
    return Reason(Basis.OUR_CHOICE, note, source)


@dataclass(frozen=True, slots=True)
class Says:
    """The sentences of one way in which a rule is true, where the rule's own would be untrue.

    Marked for translation, with named placeholders, as those of the rule.
    """

    title: str
    noticed: str
    worked_out: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found on one day: the evidence, and what its sentences need.

    Attributes:
        evidence: days and numbers.
        words: values for the placeholders of the rule's sentences, already translated.
        says: the sentences, where they are not those of the rule.
    """

    evidence: Evidence
    words: Mapping[str, str | int | float] = field(default_factory=dict)
    says: Says | None = None
