"""The notes of the rule book: what is said beside the alerts and is never one.

They have numbers with reasons like a rule, and no tier.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.i18n import mark
from diary.rules import keeping, questions

if TYPE_CHECKING:
    from diary.rules.evidence import Number


@dataclass(frozen=True, slots=True)
class Note:
    """A note.

    Attributes:
        id: the id of the rule book; for ever.
        sentence: the note in one sentence, marked for translation.
        numbers: every number it compares with, each with its reason.
        choices: where we read the rule book in our own way, and why.
    """

    id: str
    sentence: str
    numbers: tuple[Number[int] | Number[float], ...] = ()
    choices: tuple[str, ...] = ()


NOTES = (
    Note(
        "Q1",
        mark(
            "Says which rules had not enough days to tell about what you recorded in the last 8 "
            "weeks, and how many they need. Never that there is no problem."
        ),
    ),
    Note(questions.QUESTION, questions.SENTENCE, questions.NUMBERS, questions.CHOICES),
    Note(keeping.NOTE, keeping.SENTENCE, keeping.NUMBERS),
)
