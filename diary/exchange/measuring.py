"""Whether a JSON file is as large inside as no diary is, told before anything is made of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from diary.domain import limits
from diary.errors import RequestError
from diary.exchange.problems import at, path
from diary.i18n import mark, translate

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

TOO_MANY_VALUES: Final = mark(
    "The file holds more than {most} values, which no diary does; import it in parts."
)
TOO_LONG: Final = mark("has {n} items and can have {most}; leave out some, or import in parts")
# One of them before each value but the first.
_SIGNS: Final = ",[{:"
_TEXT: Final = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"', re.DOTALL)


def check_values(text: str) -> None:
    """Check that a text of JSON does not hold more values than memory is to be given to.

    Raises:
        RequestError: it does.
    """
    # Most files are far below even with all that their texts hold, and need no second look.
    if len(text) <= limits.VALUES:
        return
    if _signs(text) > limits.VALUES and _signs(_TEXT.sub("", text)) > limits.VALUES:
        raise RequestError(translate(TOO_MANY_VALUES).format(most=f"{limits.VALUES:,}"))


def too_long_lists(whole: Mapping[str, Any]) -> Iterator[str]:
    """Yield the lists of a diary that are too long, by their place in the file."""
    yield from _of(whole, limits.AROUND, ())
    profile = whole.get("profile")
    yield from _of(profile, limits.OF_PERSON, ("profile",))
    entries = whole.get("entries")
    for position, entry in enumerate(entries if isinstance(entries, list) else ()):
        yield from _of(entry, limits.A_DAY, ("entries", position))


def _of(holder: object, most: Mapping[str, int], steps: tuple[str | int, ...]) -> Iterator[str]:
    if not isinstance(holder, dict):
        return
    for name, highest in most.items():
        items = holder.get(name)
        if isinstance(items, list) and len(items) > highest:
            told = {"n": f"{len(items):,}", "most": f"{highest:,}"}
            yield at(path((*steps, name)), translate(TOO_LONG).format(**told))


def _signs(text: str) -> int:
    return sum(map(text.count, _SIGNS))
