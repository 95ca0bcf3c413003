"""The diary as JSON (``daymark schema``): the whole diary, to keep, move and read elsewhere."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from pydantic import ValidationError

from diary.domain.diary import FORMAT, VERSION, Diary
from diary.domain.fields import FIRST_DAY
from diary.domain.limits import DIGITS, NESTING
from diary.errors import RequestError
from diary.exchange.measuring import check_values, too_long_lists
from diary.exchange.plain import is_plain
from diary.exchange.problems import at, path, reason, refusal
from diary.exchange.text import CUT_SHORT, decoded
from diary.i18n import mark, translate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic_core import ErrorDetails

NOT_JSON: Final = mark("The file is not valid JSON: it cannot be read {position}.")
NOT_A_DIARY: Final = mark(
    "The file is JSON but not a Daymark diary, which begins with "
    '"format": "daymark-diary", "version": 1.'
)
NEWER: Final = mark(
    "The file was written by a newer Daymark (diary version {found}, this one reads {known}); "
    "install the newer Daymark to read it."
)
TOO_DEEP: Final = mark(
    "The file holds lists in lists deeper than {most} levels, and a diary has five; "
    "it was made by something else."
)
TOO_MANY_DIGITS: Final = mark(
    "The file holds a number of more than {most} digits, and no number of a diary has ten."
)
_HIGHEST: Final = 9999  # no version will ever be higher: a number beyond it is something else
# How the reader of JSON says that it stopped by itself.
_BEYOND: Final = {
    "recursion limit exceeded": (TOO_DEEP, NESTING),
    "number out of range": (TOO_MANY_DIGITS, DIGITS),
}
REPEATED: Final = mark("stands more than once in its object")
TOO_EARLY: Final = mark("is before 1900-01-01")
IN_THE_FUTURE: Final = mark("is after today")
SAME_DAY: Final = mark("is the date of entries[{first}] too; a day has one entry")


class _Object(dict[str, Any]):
    """An object of the file that remembers the keys it holds more than once."""

    repeated: tuple[str, ...] = ()


def read(data: bytes, today: dt.date) -> Diary:
    """Return the diary of a file.

    Args:
        data: the content of the file.
        today: the last day an entry may have.

    Raises:
        RequestError: it is not a diary of this version, or has problems; each is listed.
    """
    text = decoded(data)
    check_values(text)
    diary, errors = _validated(text)
    if diary is not None and is_plain(diary, data, today):
        return diary
    whole = json.loads(text, object_pairs_hook=_object)
    _check_head(whole)
    problems = [
        *too_long_lists(whole),
        *(at(path(steps), translate(REPEATED)) for steps in _repeated(whole, ())),
        *(at(path(error["loc"]), reason(error)) for error in errors),
        *_day_problems(whole.get("entries"), today),
    ]
    if problems or diary is None:
        raise refusal(problems)
    return diary


def write(diary: Diary) -> str:
    """Return the diary as JSON: every key, always in the same order."""
    return diary.model_dump_json(indent=2) + "\n"


def _validated(text: str) -> tuple[Diary | None, list[ErrorDetails]]:
    try:
        return Diary.model_validate_json(text, by_alias=True, by_name=False), []
    except ValidationError as error:
        errors = error.errors(include_url=False, include_input=False)
    if errors[0]["type"] == "json_invalid":
        raise _not_json(str(errors[0]["ctx"]["error"]))
    # A day that stands twice is found in the file itself, with all the others.
    return None, [error for error in errors if error["type"] != "same_day"]


def _not_json(message: str) -> RequestError:
    if message.startswith("EOF"):
        return RequestError(translate(CUT_SHORT), detail=message)
    for begins, (sentence, most) in _BEYOND.items():
        if message.startswith(begins):
            return RequestError(translate(sentence).format(most=f"{most:,}"), detail=message)
    position = message[message.rfind("at line") :]
    return RequestError(translate(NOT_JSON).format(position=position), detail=message)


def _object(pairs: list[tuple[str, Any]]) -> _Object:
    made = _Object(pairs)
    if len(made) < len(pairs):
        times = Counter(name for name, _ in pairs)
        made.repeated = tuple(name for name in made if times[name] > 1)
    return made


def _check_head(whole: object) -> None:
    if not isinstance(whole, _Object) or whole.get("format") != FORMAT:
        raise RequestError(translate(NOT_A_DIARY))
    version = whole.get("version")
    if type(version) is not int or not VERSION <= version <= _HIGHEST:
        raise RequestError(translate(NOT_A_DIARY))
    if version > VERSION:
        raise RequestError(translate(NEWER).format(found=version, known=VERSION))


def _repeated(value: object, steps: tuple[str | int, ...]) -> Iterator[tuple[str | int, ...]]:
    if isinstance(value, _Object):
        for name in value.repeated:
            yield (*steps, name)
        for name, inner in value.items():
            yield from _repeated(inner, (*steps, name))
    elif isinstance(value, list):
        for position, inner in enumerate(value):
            yield from _repeated(inner, (*steps, position))


def _day_problems(entries: object, today: dt.date) -> Iterator[str]:
    """Yield the days that cannot be, by their position in the file."""
    seen: dict[dt.date, int] = {}
    for position, entry in enumerate(entries if isinstance(entries, list) else ()):
        day = _day(entry)
        if day is None:
            continue
        where = path(("entries", position, "date"))
        if day < FIRST_DAY:
            yield at(where, translate(TOO_EARLY))
        if day > today:
            yield at(where, translate(IN_THE_FUTURE))
        if day in seen:
            yield at(where, translate(SAME_DAY).format(first=seen[day]))
        seen.setdefault(day, position)


def _day(entry: Any) -> dt.date | None:
    try:
        return dt.date.fromisoformat(entry["date"])
    except (KeyError, TypeError, ValueError):
        return None  # refused with its own reason already
