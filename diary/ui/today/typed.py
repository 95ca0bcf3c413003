"""What was typed into a field, as an answer or as one plain sentence about what to mend.

Nothing typed is changed or lost: the text stays as it is, and only its reading is an answer.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from diary.domain import choices
from diary.i18n import decimal_sign, format_count, mark, translate

_NUMBER = re.compile(r"([0-9]+)(?:[.,]([0-9]+))?", re.ASCII)
# Control characters come with pasted text; tab and line ends are hers. Half a character pair
# cannot be written into a file.
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_NOT_A_NUMBER = mark("Write it as a number, for example {example}.")
_NOT_WHOLE = mark("Write a whole number, for example {example}.")
_OUT_OF_RANGE = mark("Write a number from {lowest} to {highest}.")
_TOO_EXACT = mark("Write at most {most} digits after the point.")
_TOO_LONG = mark("This is {n} characters long. It can have {most}.")
_HOLDS_UNSEEN = mark(
    "There are characters in it that cannot be seen. They often come with a paste."
)


class NumberField(NamedTuple):
    """A number that can be typed: its bounds, its decimals, and an example of it."""

    lowest: int
    highest: int
    decimals: int
    example: str

    @property
    def example_in_words(self) -> str:
        """The example as the language of the window writes it."""
        return self.example.replace(".", decimal_sign())


WEIGHT = NumberField(choices.WEIGHT_LOWEST, choices.WEIGHT_HIGHEST, choices.WEIGHT_DECIMALS, "67.5")
TEMPERATURE = NumberField(
    choices.TEMPERATURE_LOWEST, choices.TEMPERATURE_HIGHEST, choices.TEMPERATURE_DECIMALS, "36.8"
)
DOSES = NumberField(choices.DOSES_LOWEST, choices.DOSES_HIGHEST, 0, "2")


class Reading(NamedTuple):
    """What a text says.

    Attributes:
        value: the answer; None if there is none, or none that can be read.
        problem: what to mend; None if there is nothing.
    """

    value: float | None = None
    problem: str | None = None


NOTHING = Reading()


def number_text(value: float | None) -> str:
    """Return a number as it stands in its field; reading it gives the number again."""
    if value is None:
        return ""
    return str(int(value)) if value == int(value) else _written(str(value))


def read_number(text: str, field: NumberField) -> Reading:
    """Return what a text says as a number, with a decimal point or a decimal comma."""
    text = text.strip()
    if not text:
        return NOTHING
    found = _NUMBER.fullmatch(text)
    decimals = "" if found is None else (found[2] or "")
    if found is None or (decimals and not field.decimals):
        words = translate(_NOT_A_NUMBER if field.decimals else _NOT_WHOLE)
        return Reading(problem=words.format(example=field.example_in_words))
    if len(decimals) > field.decimals:
        return Reading(problem=translate(_TOO_EXACT).format(most=field.decimals))
    value = float(f"{found[1]}.{decimals or 0}")
    if not field.lowest <= value <= field.highest:
        limits = {"lowest": field.lowest, "highest": field.highest}
        return Reading(problem=translate(_OUT_OF_RANGE).format(**limits))
    return Reading(value if field.decimals else int(value))


def _written(number: str) -> str:
    return number.replace(".", decimal_sign())


def text_problem(text: str, longest: int, given: str | None = None) -> str | None:
    """Return what to mend in a text, None if nothing.

    Args:
        text: the text.
        longest: how many characters it can have.
        given: the text of the file, which is not hers to mend.
    """
    if text == given:
        return None
    if len(text) > longest:
        return translate(_TOO_LONG).format(n=format_count(len(text)), most=format_count(longest))
    return translate(_HOLDS_UNSEEN) if holds_unseen(text) else None


def holds_unseen(text: str) -> bool:
    """Return whether there are characters in a text that cannot be seen."""
    return _UNSEEN.search(text) is not None


def without_unseen(text: str) -> str:
    """Return the text without the characters that cannot be seen."""
    return _UNSEEN.sub("", text)
