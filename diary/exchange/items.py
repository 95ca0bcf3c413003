"""What a CSV row can be about, drawn from the models of an entry: no field is listed again.

A *question* of an entry is answered by a list of items, one row each; every other field of an
entry is one row. A model that gains a field gains it in the CSV.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

from diary.domain.entry import DayEntry, Medicine, Pain, SignReport, SymptomReport

if TYPE_CHECKING:
    from diary.domain.fields import Model

Kind: TypeAlias = Literal["integer", "number", "date", "word", "text", "list"]


@dataclass(frozen=True, slots=True)
class Question:
    """A question of an entry and how its items stand in a row.

    Attributes:
        field: the field of the entry.
        item: the name of a row that holds one item.
        nothing: the name of the row that says "asked, nothing to report".
        model: the model of one item.
        place: the field of the item in the column ``place``.
        value: the field of the item in the column ``value``.
        key: the fields that tell one item of a day from another.
    """

    field: str
    item: str
    nothing: str
    model: type[Model]
    place: str
    value: str
    key: tuple[str, ...]

    @property
    def has_side(self) -> bool:
        """Whether the column ``side`` is used."""
        return "side" in self.model.model_fields

    @property
    def details(self) -> tuple[str, ...]:
        """The fields of the item in the column ``detail``, in the order of the model."""
        columns = {self.place, self.value, "side"}
        return tuple(name for name in self.model.model_fields if name not in columns)


QUESTIONS: Final = (
    Question("pains", "pain", "no_pain", Pain, "region", "worst", ("region", "side")),
    Question("signs", "sign", "no_signs", SignReport, "sign", "grade", ("sign", "side")),
    Question(
        "symptoms",
        "symptom",
        "no_symptoms",
        SymptomReport,
        "symptom",
        "grade",
        ("symptom", "where"),
    ),
    Question("medicines", "medicine", "no_medicines", Medicine, "name", "doses", ("name",)),
)
BY_ITEM: Final = {question.item: question for question in QUESTIONS}
BY_NOTHING: Final = {question.nothing: question for question in QUESTIONS}
BY_FIELD: Final = {question.field: question for question in QUESTIONS}
DAY: Final = "date"
SINGLE: Final = tuple(name for name in DayEntry.model_fields if name not in {DAY, *BY_FIELD})
# The row of this field may be empty: it then says only that there is an entry of the day.
ENTERED: Final = "entered_at"


@cache
def kinds(model: type[Model]) -> dict[str, Kind]:
    """Return what each field of a model holds, as its schema says."""
    properties = model.model_json_schema(by_alias=True)["properties"]
    return {name: _kind(schema) for name, schema in properties.items()}


def _kind(schema: dict[str, Any]) -> Kind:
    answered = next(
        option for option in schema.get("anyOf", [schema]) if option.get("type") != "null"
    )
    if answered.get("format") == "date":
        return "date"
    if "enum" in answered or "format" in answered:
        return "word"
    by_type: dict[str, Kind] = {"integer": "integer", "number": "number", "array": "list"}
    return by_type.get(answered["type"], "text")
