"""The entries as CSV, one row an answer (docs/files.md): for spreadsheets and from them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from diary.domain.entry import DayEntry
from diary.exchange.answers import EQUALS, JOIN, SEPARATE, Answer
from diary.exchange.cells import Row, row_name, table, written
from diary.exchange.items import BY_FIELD, BY_ITEM, BY_NOTHING, DAY, ENTERED, SINGLE
from diary.exchange.merge import DayAnswers
from diary.exchange.problems import at, known_name, refusal
from diary.exchange.text import decoded
from diary.i18n import mark, translate

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from diary.domain.diary import Diary
    from diary.domain.fields import Model
    from diary.exchange.items import Question

UNKNOWN_ITEM: Final = mark("{name} is not an item this program knows")
NO_ITEM: Final = mark("is empty or not an item this program knows")
SAID_TWICE: Final = mark("differs from what row {first} says for the same day")
CONTRADICTS: Final = mark("{item} cannot be true together with {other} in row {first}")
_DEFAULT_ITEM: Final = "pain"  # a date, a place and a score are enough


def write(diary: Diary) -> str:
    """Return the entries as CSV text, with its header."""
    return written(row for entry in diary.entries for row in _rows(entry))


def read(data: bytes, today: dt.date) -> tuple[DayAnswers, ...]:
    """Return the answers of a file, by day in the order of the file.

    Args:
        data: the content of the file.
        today: the last day an answer may have.

    Raises:
        RequestError: it is not such a table, or has problems; each is listed with its row.
    """
    reader = _Reader(today)
    for row in table(decoded(data), reader.problems):
        reader.add(row)
    if reader.problems:
        raise refusal(reader.problems)
    return reader.answers()


def _rows(entry: DayEntry) -> Iterator[tuple[str, ...]]:
    answers = entry.model_dump(mode="json")
    day = answers[DAY]
    if all(answers[name] is None for name in DayEntry.model_fields if name != DAY):
        yield (day, ENTERED, "", "", "", "")
    for name, answer in answers.items():
        question = BY_FIELD.get(name)
        if name == DAY or answer is None:
            continue
        if question is None:
            yield (day, name, "", "", _text(answer), "")
        elif not answer:
            yield (day, question.nothing, "", "", "", "")
        else:
            for item in answer:
                yield (day, question.item, *_item_cells(question, item))


def _item_cells(question: Question, item: dict[str, Any]) -> tuple[str, str, str, str]:
    details = SEPARATE.join(
        f"{name}{EQUALS}{_text(item[name])}"
        for name in question.details
        if item[name] is not None and item[name] != []
    )
    side = item["side"] if question.has_side else None
    return (item[question.place], _text(side), _text(item[question.value]), details)


def _text(answer: Any) -> str:
    if answer is None:
        return ""
    return JOIN.join(answer) if isinstance(answer, list) else str(answer)


class _Reader:
    """Gathers the answers of a table by day, and every problem with its row."""

    def __init__(self, today: dt.date) -> None:
        self.problems: list[str] = []
        self._today = today
        self._single: dict[dt.date, dict[str, tuple[int, Any]]] = {}
        self._items: dict[dt.date, dict[str, tuple[int, list[Model]]]] = {}

    def add(self, row: Row) -> None:
        """Take one row in."""
        answer = Answer(row)
        self._add(answer, answer.day(self._today))
        for where, why in answer.faults:
            self.problems.append(at(f"{row_name(row.number)}, {where}", why))

    def answers(self) -> tuple[DayAnswers, ...]:
        """Return what was gathered."""
        return tuple(
            DayAnswers(
                day,
                {name: answer for name, (_, answer) in single.items()},
                {field: tuple(items) for field, (_, items) in self._items[day].items()},
            )
            for day, single in self._single.items()
        )

    def _add(self, answer: Answer, day: dt.date | None) -> None:
        name = answer.row.word("item") if "item" in answer.row.cells else _DEFAULT_ITEM
        if name in BY_ITEM:
            item = answer.item(BY_ITEM[name])
            if item is not None and day is not None:
                self._add_item(answer, day, BY_ITEM[name], item)
        elif name in BY_NOTHING:
            answer.leave_empty("place", "side", "value", "detail")
            if not answer.faults and day is not None:
                self._add_nothing(answer, day, BY_NOTHING[name])
        elif name in SINGLE:
            self._add_single(answer, day, name)
        else:
            shown = known_name(name)
            why = NO_ITEM if shown is None else UNKNOWN_ITEM
            answer.refuse("item", translate(why).format(name=shown))

    def _add_item(self, answer: Answer, day: dt.date, question: Question, item: Model) -> None:
        first, items = self._of(day).setdefault(question.field, (answer.row.number, []))
        if not items and first != answer.row.number:
            answer.refuse("item", _contradiction(question.item, first, question.nothing))
        else:
            items.append(item)

    def _add_nothing(self, answer: Answer, day: dt.date, question: Question) -> None:
        first, items = self._of(day).setdefault(question.field, (answer.row.number, []))
        if items:
            answer.refuse("item", _contradiction(question.nothing, first, question.item))

    def _add_single(self, answer: Answer, day: dt.date | None, name: str) -> None:
        given = None
        if name == ENTERED and not answer.row.word("value"):
            answer.leave_empty("place", "side", "detail")
        else:
            given = answer.single(name)
        if answer.faults or day is None:
            return
        self._of(day)
        if given is None:
            return
        first, before = self._single[day].setdefault(name, (answer.row.number, given))
        if before != given:
            answer.refuse("value", translate(SAID_TWICE).format(first=first))

    def _of(self, day: dt.date) -> dict[str, tuple[int, list[Model]]]:
        self._single.setdefault(day, {})
        return self._items.setdefault(day, {})


def _contradiction(item: str, first: int, other: str) -> str:
    return translate(CONTRADICTS).format(item=item, first=first, other=other)
