"""Days put together again from the rows that were left of them.

An answer counts only if all of it could be read: a list says *no* to everything that is not in it,
so half a list would say what she never said. The rest of the day is kept, and the day is named.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Hashable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from pydantic import TypeAdapter, ValidationError

from diary.domain.entry import DayEntry, Medicine, Pain, SignReport, SymptomReport
from diary.store.entry_rows import (
    ENTRY,
    QUESTIONS,
    Item,
    Question,
    to_items,
    with_words,
    words_by_pain,
)
from diary.store.found import Found, Table
from diary.store.tables import EntryRow, PainDetailRow, Row

if TYPE_CHECKING:
    from diary.store.damaged import Damaged


def _needed(row: type[Row]) -> tuple[str, ...]:
    return tuple(
        column.name
        for column in row.__table__.columns
        if not (column.nullable or column.name == "id")
    )


ENTRIES: Final = Table(
    "entry",
    tuple(column.name for column in EntryRow.__table__.columns),
    "sqlite_autoindex_entry_1",
    ("day",),
    _needed(EntryRow),
)
DETAILS: Final = Table(
    "pain_detail",
    tuple(column.name for column in PainDetailRow.__table__.columns),
    "sqlite_autoindex_pain_detail_1",
    ("pain_id", "kind", "position"),
    _needed(PainDetailRow),
)
ANSWERS: Final = {
    question.key: Table(
        question.table.__table__.name,
        ("day", *(str(column.key) for column in question.shape.columns)),
        f"ix_{question.table.__table__.name}_day",
        ("day",),
        _needed(question.table),
    )
    for question in QUESTIONS
}

_ITEMS: Final[dict[str, TypeAdapter[Any]]] = {
    "pains": TypeAdapter(Pain),
    "signs": TypeAdapter(SignReport),
    "symptoms": TypeAdapter(SymptomReport),
    "medicines": TypeAdapter(Medicine),
}

# A changed byte or two leave a few rows that cannot be. Where there are more, pages may stand in
# each other's place, and rows be missing where nothing seems to be. Both numbers are our choice.
_FEW: Final = 4
_BENT: Final = 3

# What else stands there was not written by us: nobody can tell what was answered.
_MARKS: Final = frozenset({0, 1})
_MARKED: Final = tuple(ENTRIES.columns.index(question.mark) for question in QUESTIONS)


@dataclass(slots=True)
class Rebuilt:
    """The days as far as they could be put together.

    Attributes:
        entries: the days, whole and in part.
        partly: the days of which some answers are missing now.
        lost: the days of which nothing is left.
        is_list_whole: whether no other day was there, as far as anybody can tell.
    """

    entries: list[DayEntry] = field(default_factory=list)
    partly: set[dt.date] = field(default_factory=set)
    lost: set[dt.date] = field(default_factory=set)
    is_list_whole: bool = True


def read_days(damaged: Damaged, pages: int, strays: int = 0) -> Rebuilt:
    """Return the days of a damaged diary; every diary has the tables they stand in.

    Args:
        damaged: a copy of the diary; where its list of tables is broken, it is written to.
        pages: how many pages it has.
        strays: how many rows of its other tables cannot have been written where they are.
    """
    entries, details = damaged.read(ENTRIES), damaged.read(DETAILS)
    answers = {key: damaged.read(table) for key, table in ANSWERS.items()}
    if damaged.has_lost_lists():
        for found in (entries, details, *answers.values()):
            found.is_whole = found.is_whole and found.is_index_whole
    days = {values[0] for found in (entries, *answers.values()) for values in found.rows.values()}
    days = days.union(*(found.expected.values() for found in (entries, *answers.values())))
    for key, found in answers.items():
        damaged.ask_index(ANSWERS[key], found, days)
    damaged.ask_index(DETAILS, details, answers["pains"].rows)
    tables = [(ENTRIES, entries), (DETAILS, details)]
    tables += [(ANSWERS[key], found) for key, found in answers.items()]
    for table, found in tables:
        others = [other for _, other in tables if other is not found]
        damaged.read_loose_pages(table, found, pages, others)
    return _rebuilt(_Pieces(entries, answers, details, strays))


def _rebuilt(pieces: _Pieces) -> Rebuilt:
    rebuilt = Rebuilt(is_list_whole=pieces.is_list_whole)
    for text in sorted(pieces.days()):
        day = _day(text)
        if day is None:
            continue
        entry, is_whole = pieces.put_together(text)
        if entry is None:
            rebuilt.lost.add(day)
            continue
        rebuilt.entries.append(entry)
        if not is_whole:
            rebuilt.partly.add(day)
    return rebuilt


class _Pieces:
    """The rows of all days, by day."""

    def __init__(
        self, entries: Found, answers: dict[str, Found], details: Found, strays: int
    ) -> None:
        self._entries, self._answers, self._details = entries, answers, details
        self._rows: dict[Any, list[Any]] = {
            values[0]: list(values)
            for values in entries.rows.values()
            if _is_key(values[0]) and _MARKS.issuperset(values[at] for at in _MARKED)
        }
        self._items = {
            question.key: _by_day(question, answers[question.key]) for question in QUESTIONS
        }
        self._missing = {key: found.missing() for key, found in answers.items()}
        self._lost_details = details.missing()
        self._words: dict[Any, list[tuple[Any, ...]]] = defaultdict(list)
        for _, row in sorted(details.rows.items(), key=lambda one: _position(one[1])):
            if _is_key(row[0]):
                self._words[row[0]].append((row[0], row[1], row[3]))
        self._count_strays()
        tables = (entries, details, *answers.values())
        strays += sum(_BENT if found.is_bent else found.strays for found in tables)
        self._is_twisted = strays > _FEW

    @property
    def is_list_whole(self) -> bool:
        """Whether no other day was there, as far as anybody can tell."""
        known = self._rows.keys() | set(self._entries.expected.values()) | self._entries.doubted
        return not self._entries.may_miss(None, is_file_twisted=self._is_twisted) and (
            known >= {day for items in self._items.values() for day in items}
        )

    def _count_strays(self) -> None:
        """Count the rows that stand under no day, are marked as none is, or no model takes."""
        self._entries.strays += len(self._entries.rows) - len(self._rows)
        for key, found in self._answers.items():
            model = _ITEMS[key]
            for items in self._items[key].values():
                found.strays += sum(not _fits(model, item) for item in items)
        for found in (self._entries, *self._answers.values()):
            days = {*(values[0] for values in found.rows.values()), *found.expected.values()}
            found.strays += sum(not _is_day(day) for day in days)

    def days(self) -> set[str]:
        """Return every day there is a trace of."""
        found: set[Any] = set(self._rows) | set(self._entries.expected.values())
        found |= self._entries.doubted
        for key, items in self._items.items():
            found |= items.keys()
            if not self._entries.is_sure:
                found |= {*self._answers[key].expected.values(), *self._answers[key].doubted}
        return {day for day in found if isinstance(day, str)}

    def put_together(self, day: str) -> tuple[DayEntry | None, bool]:
        """Return the day as far as it could be read, and whether that is all of it."""
        whole, words_whole = self._whole_questions(day)
        row = self._rows.get(day)
        known = dict.fromkeys((column.name for column in EntryRow.__table__.columns), None)
        said: Item = {**known, "day": day}
        if row is not None:
            said = dict(zip(ENTRIES.columns, row, strict=True))
        is_whole = row is not None and words_whole
        for question in QUESTIONS:
            items = self._items[question.key].get(day, [])
            is_known = question.key in whole
            # A day whose own row is gone has only the answers that left rows.
            answered = bool(said[question.mark]) if row is not None else bool(items)
            said[question.mark] = answered and is_known
            # Items of a question that is marked as not answered: one of the two is damaged.
            is_whole = is_whole and (is_known if answered else not items)
        if row is None and not any(said[question.mark] for question in QUESTIONS):
            return None, False
        entry, fits = _checked(self._item(day, said))
        return entry, is_whole and fits

    def _whole_questions(self, day: str) -> tuple[frozenset[str], bool]:
        """Return the questions whose whole answer was read, and whether all words about them."""
        whole = frozenset(
            question.key
            for question in QUESTIONS
            if day not in self._missing[question.key]
            and not self._may_miss(self._answers[question.key], day, question.key)
        )
        pains = [item["id"] for item in self._items["pains"].get(day, ())]
        return whole, all(map(self._has_all_words, pains))

    def _may_miss(self, found: Found, day: str, key: str) -> bool:
        # An index that names no row of a day may only have lost its way to them. What would read
        # "none" then stays open, unless the table itself speaks for it.
        is_told = bool(self._items[key].get(day)) or found.is_whole or found.is_backed
        return not is_told or found.may_miss(day, is_file_twisted=self._is_twisted)

    def _has_all_words(self, pain: int) -> bool:
        may_miss = self._details.may_miss(pain, is_file_twisted=self._is_twisted)
        return pain not in self._lost_details and not may_miss

    def _item(self, day: str, said: Item) -> Item:
        answers = {
            question.key: {day: [dict(item) for item in self._items[question.key].get(day, ())]}
            for question in QUESTIONS
        }
        pains = filter(self._has_all_words, (item["id"] for item in answers["pains"][day]))
        words = words_by_pain(word for pain in pains for word in self._words.get(pain, ()))
        answers["pains"] = {day: [with_words(item, words) for item in answers["pains"][day]]}
        row = [said[str(column.key)] for column in ENTRY.columns]
        return next(iter(to_items([row], answers)))


def _by_day(question: Question, found: Found) -> dict[Any, list[Item]]:
    items: dict[Any, list[Item]] = defaultdict(list)
    for number in sorted(found.rows):
        day, *values = found.rows[number]
        if _is_key(day):
            items[day].append(question.shape.to_item(values))
    return items


def _is_key(value: Any) -> bool:
    return isinstance(value, Hashable) and value is not None


def _position(row: tuple[Any, ...]) -> int:
    return row[2] if isinstance(row[2], int) else 0


def _checked(item: Item) -> tuple[DayEntry | None, bool]:
    """Return the day as the models take it, without the answers they refuse."""
    with suppress(ValidationError):
        return DayEntry.model_validate(item), True
    kept = {"date": item["date"]}
    for key, value in item.items():
        with suppress(ValidationError):
            DayEntry.model_validate({**kept, key: value})
            kept[key] = value
    entry = DayEntry.model_validate(kept)
    return (None if entry == DayEntry(date=entry.date) else entry), False


def _fits(model: TypeAdapter[Any], item: Item) -> bool:
    with suppress(ValidationError):
        model.validate_python({key: value for key, value in item.items() if key != "id"})
        return True
    return False


def _is_day(value: Any) -> bool:
    if isinstance(value, str):
        with suppress(ValueError):
            return dt.date.fromisoformat(value).isoformat() == value
    return False


def _day(text: str) -> dt.date | None:
    with suppress(ValidationError):
        return DayEntry.model_validate({"date": text}).date
    return None
