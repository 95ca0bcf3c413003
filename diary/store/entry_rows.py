"""Between an entry and its rows: a marked answer, its items, and the words about each pain."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

from pydantic import TypeAdapter

from diary.domain.choices import PAIN_MANY
from diary.domain.entry import Medicine, Pain, SignReport, SymptomReport
from diary.store.rows import Shape, told_as_damage
from diary.store.tables import AnswerRow, EntryRow, MedicineRow, PainRow, SignRow, SymptomRow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diary.domain.entry import DayEntry
    from diary.domain.fields import Model

# Whole numbers compare and add up exactly; the models allow three and two decimals.
_SCALED = {"weight_kg": ("weight_grams", 1000), "temperature_c": ("temperature_hundredths", 100)}
Item = dict[str, Any]


class Question(NamedTuple):
    """A question of the day whose answer is a list: its key, the table and the model of items."""

    key: str
    table: type[AnswerRow]
    shape: Shape
    model: TypeAdapter[Any]

    @property
    def mark(self) -> str:
        """The column that says the question was answered."""
        return f"{self.key}_answered"


def _question(
    key: str, table: type[AnswerRow], model: type[Model], renamed: dict[str, str] | None = None
) -> Question:
    # The id of a pain is read, because the words about it are found by it.
    left_out = ("day",) if table is PainRow else ("id", "day")
    return Question(key, table, Shape(table, left_out, renamed), TypeAdapter(model))


QUESTIONS = (
    _question("pains", PainRow, Pain),
    _question("signs", SignRow, SignReport, {"sign": "name"}),
    _question("symptoms", SymptomRow, SymptomReport, {"symptom": "name", "where": "place"}),
    _question("medicines", MedicineRow, Medicine),
)
ENTRY = Shape(EntryRow, (), {"date": "day"} | {key: column for key, (column, _) in _SCALED.items()})


def to_rows(entries: Iterable[DayEntry], next_pain: int) -> dict[str, list[Item]]:
    """Return the rows of the entries, by question; ``entry`` and ``details`` are the others."""
    rows: dict[str, list[Item]] = defaultdict(list)
    for entry in entries:
        said = entry.model_dump(mode="json")
        rows["entry"].append(_entry_row(said))
        for question in QUESTIONS:
            for item in said[question.key] or ():
                if question.table is PainRow:
                    item["id"] = next_pain
                    rows["details"] += _detail_rows(next_pain, item)
                    next_pain += 1
                rows[question.key].append(question.shape.to_row(item) | {"day": said["date"]})
    return rows


def _entry_row(said: Item) -> Item:
    marks = {question.mark: said[question.key] is not None for question in QUESTIONS}
    scaled = {
        key: None if said[key] is None else round(said[key] * factor)
        for key, (_, factor) in _SCALED.items()
    }
    return ENTRY.to_row(said | marks | scaled)


def _detail_rows(pain: int, item: Item) -> list[Item]:
    return [
        {"pain_id": pain, "kind": kind, "position": position, "value": value}
        for kind in PAIN_MANY
        for position, value in enumerate(item[kind])
    ]


class Alike:
    """The items of many days, each made once: years of them say the same few things.

    Models are frozen, so days may share them. Ten years of four places take 6 MB instead of 26.

    Args:
        details: the words about the pains: pain, kind and value of each, in their order.
    """

    def __init__(self, details: Iterable[Any]) -> None:
        self._words = words_by_pain(details)
        self._known: dict[tuple[Any, ...], Model] = {}

    def one(self, question: Question, values: tuple[Any, ...]) -> Model:
        """Return the item of a row as a model, the same one for all rows that say the same.

        Args:
            question: which question it answers.
            values: what stands in the columns.

        Raises:
            UnusableFile: it is not what this program writes.
        """
        if question.table is PainRow:  # a pain is told by what stands behind its id
            said = (question.key, values[1:], *self._words.get(values[0], {}).items())
        else:
            said = (question.key, values)
        known = self._known.get(said)
        if known is None:
            item = question.shape.to_item(values)
            if question.table is PainRow:
                item = with_words(item, self._words)
            with told_as_damage():
                known = self._known[said] = question.model.validate_python(item)
        return known


def words_by_pain(details: Iterable[Any]) -> dict[int, Item]:
    """Return the words about each pain, by its id and their kind.

    Args:
        details: pain, kind and value of each word, in their order.
    """
    words: dict[int, Item] = defaultdict(lambda: defaultdict(tuple))
    for pain, kind, value in details:
        words[pain][kind] += (value,)
    return words


def with_words(item: Item, words: dict[int, Item]) -> Item:
    """Return a pain with the words about it instead of its id."""
    said = dict(item)
    return said | words.get(said.pop("id"), {})


def to_items(entry_rows: Iterable[Any], answers: dict[str, dict[str, list[Any]]]) -> Iterable[Item]:
    """Return the JSON form of the entries.

    Args:
        entry_rows: rows with the columns of ``ENTRY``, in order of their days.
        answers: the items by question and day, pains with the words about them.
    """
    for row in entry_rows:
        said = ENTRY.to_item(row)
        for question in QUESTIONS:
            answered = said.pop(question.mark)
            items = answers[question.key].get(said["date"], [])
            said[question.key] = tuple(items) if answered else None
        for key, (_, factor) in _SCALED.items():
            if isinstance(said[key], int):  # the models judge whatever else is there
                said[key] /= factor
        yield said
