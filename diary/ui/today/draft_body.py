"""A draft as the text that the diary file keeps, and back; every field of the form comes along.

Texts that are no answer yet are kept as they were typed. What a later version of the program
cannot read any more is left untouched in the form, and the rest comes back.

Imported on use, because it needs the models of the diary.
"""

from __future__ import annotations

import dataclasses
import json
from functools import cache
from typing import TYPE_CHECKING, Any, get_type_hints

from pydantic import TypeAdapter, ValidationError
from pydantic_core import from_json, to_json, to_jsonable_python

from diary.domain import care, entry
from diary.ui.today.draft import Draft, draft_of, rebased

if TYPE_CHECKING:
    import datetime as dt

    from diary.domain.entry import DayEntry

# The day is told by where the body lies; whether the file was looked up has to be found out again.
_NOT_KEPT = ("day", "is_loaded")


def body_of(draft: Draft) -> str:
    """Return the JSON object that stands for a draft."""
    said = {name: getattr(draft, name) for name in _kept_fields()}
    text = json.dumps(to_jsonable_python(said), ensure_ascii=False)
    # Half a character can be pasted, and no file can hold it.
    return text.encode("utf-8", "replace").decode("utf-8")


def draft_from(day: dt.date, body: str) -> Draft:
    """Return the draft of a day; it has to be laid over what the file holds now."""
    said = from_json(body)
    draft: Draft = _changed(Draft(day), {name: said.get(name) for name in _kept_fields()})
    return draft


def kept_body(draft: Draft) -> str | None:
    """Return what to keep of a form: None where it says nothing that the file does not."""
    return body_of(draft) if draft.is_changed else None


def restored(draft: Draft, body: str, entry: DayEntry | None) -> Draft:
    """Return the form over what the file holds and what was left unsaved in it.

    Args:
        draft: the form as it stands; where it was touched since, that counts.
        body: what was left unsaved the last time.
        entry: what the file holds.
    """
    left = rebased(draft_from(draft.day, body), entry)
    return _over(left, draft, draft_of(draft.day, draft.base))


def _over(under: Draft, typed: Draft, before: Draft) -> Draft:
    names = [name for name in _kept_fields() if name != "base"]
    parts = {name: getattr(typed, name) for name in names}
    # The lines that may stay closed have nothing to do with each other, so each counts by itself.
    lines = {
        name: line
        for name, line in dataclasses.asdict(typed.extras).items()
        if line != getattr(before.extras, name)
    }
    parts["extras"] = dataclasses.replace(under.extras, **lines)
    touched = {
        name: part for name, part in parts.items() if getattr(typed, name) != getattr(before, name)
    }
    return dataclasses.replace(under, **touched)


def _kept_fields() -> tuple[str, ...]:
    names = tuple(field.name for field in dataclasses.fields(Draft))
    return tuple(name for name in names if name not in _NOT_KEPT)


def _changed(untouched: Any, said: Any) -> Any:
    """Return a part of the form with what was said; what cannot be read stays untouched."""
    if not isinstance(said, dict):
        return untouched
    changes = {}
    for name, hint in _hints(type(untouched)).items():
        if name not in said:
            continue
        before = getattr(untouched, name)
        if dataclasses.is_dataclass(before):
            changes[name] = _changed(before, said[name])
            continue
        try:
            changes[name] = _reader(hint).validate_json(to_json(said[name]))
        except ValidationError:
            continue
    return dataclasses.replace(untouched, **changes)


def _hints(part: type[Any]) -> dict[str, Any]:
    # The form names the models without importing them.
    return get_type_hints(part, localns={**vars(entry), **vars(care)})


@cache
def _reader(hint: Any) -> TypeAdapter[Any]:
    return TypeAdapter(hint)
