"""What is wrong with a file, in plain words: where, and why, and never what stood there.

pydantic's errors become reasons by their type. Only the path, limits and ids of our own
are named; a value, or a key that does not look like one, is not.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from diary.errors import RequestError
from diary.i18n import mark, plural, translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pydantic_core import ErrorDetails

_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,39}", re.ASCII)
_FEW_IDS = 80  # characters; a longer list of ids is left to the schema

REASONS = {
    "bool_type": mark("is neither true nor false"),
    "diary_day": mark("is not a date written like 2026-03-01"),
    "diary_moment": mark("is not a time with its zone, written like 2026-03-01T20:04:00Z"),
    "extra_forbidden": mark("is not a key of this format"),
    "finite_number": mark("is not a number"),
    "float_type": mark("is not a number"),
    "greater_than_equal": mark("is below {ge:g}"),
    "int_type": mark("is not a whole number"),
    "less_than_equal": mark("is above {le:g}"),
    "missing": mark("is missing"),
    "model_type": mark("is not an object"),
    "string_pattern_mismatch": mark("is blank"),
    "string_too_long": mark("is longer than {max_length} characters"),
    "string_too_short": mark("is empty"),
    "string_type": mark("is not a text"),
    "string_unicode": mark("holds a character that cannot be stored"),
    "tuple_type": mark("is not a list"),
}
_NOT_ONE_OF = mark("is not one of {ids}")
_NOT_AN_ID = mark("is not a known id (`daymark schema` lists them)")
_ELSE = mark("is not as the format wants it")


def reason(error: ErrorDetails) -> str:
    """Return why a value was refused, without the value."""
    kind, context = error["type"], error.get("ctx", {})
    if kind == "literal_error":
        ids = str(context["expected"]).replace("'", "")
        return translate(_NOT_ONE_OF).format(ids=ids) if len(ids) <= _FEW_IDS else _not_an_id()
    if kind in REASONS:
        return translate(REASONS[kind]).format(**context)
    # Our own validators speak plainly already; pydantic's other kinds begin with a capital.
    message = error["msg"]
    return message if message[:1].islower() else translate(_ELSE)


def path(steps: Sequence[str | int]) -> str:
    """Return a place in a JSON file, like ``entries[3].pains[0].worst``."""
    written = "".join(f"[{step}]" if isinstance(step, int) else f".{_key(step)}" for step in steps)
    return written.removeprefix(".")


def known_name(text: str) -> str | None:
    """Return a short name of letters, digits and underscores as it is, anything else as None."""
    return text if _KEY.fullmatch(text) else None


def at(where: str, why: str) -> str:
    """Return one line for one problem."""
    return f"{where}: {why}"


def refusal(problems: Sequence[str]) -> RequestError:
    """Return the error that counts the problems of a file and lists each."""
    sentence = plural(
        "The file has {n} problem, so nothing was imported.",
        "The file has {n} problems, so nothing was imported.",
        len(problems),
    )
    return RequestError(sentence, tuple(problems))


def _not_an_id() -> str:
    return translate(_NOT_AN_ID)


def _key(step: str) -> str:
    name = known_name(step)
    return "?" if name is None else name
