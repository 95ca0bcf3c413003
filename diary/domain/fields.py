"""The field types of the diary's models: strict, and checked against the catalogues.

Every model is frozen, refuses unknown keys and never repeats what was typed in an error.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeAlias, TypeVar

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StringConstraints,
)
from pydantic_core import PydanticCustomError
from pydantic_core import core_schema as cs

from diary.domain import choices
from diary.domain.limits import LONG_TEXT, SHORT_TEXT
from diary.domain.places import PLACES
from diary.domain.signs import SIGNS
from diary.domain.symptoms import SYMPTOMS, is_own_symptom

if TYPE_CHECKING:
    from collections.abc import Callable

FIRST_DAY = dt.date(1900, 1, 1)
T = TypeVar("T")
# In the language of pydantic's own patterns, where \d means more than ten digits.
_DAY = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
_MOMENT = (
    r"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?"
    r"([Zz]|[+-][0-9]{2}:[0-9]{2})$"
)
_NOT_A_DAY = "is not a date written like 2026-03-01"
_NOT_A_MOMENT = "is not a time with its zone, written like 2026-03-01T20:04:00Z"


class Model(BaseModel):
    """The base of all models of the diary."""

    model_config = ConfigDict(
        strict=True,
        frozen=True,
        extra="forbid",
        allow_inf_nan=False,
        hide_input_in_errors=True,
        validate_by_name=True,
        validate_by_alias=True,
        serialize_by_alias=True,
    )


class _Written:
    """How a date or a time is written: one form alone, whatever else Python or pydantic would read.

    All of it is checked outside Python, because a diary of years holds thousands; nothing of what
    was written is repeated.

    Args:
        form: the pattern of the whole text.
        read: makes the value of a text of this form; raises ValueError where there is none.
        kind: the error's type.
        why: the error in words.
        name: the format's name in the JSON Schema.
    """

    def __init__(
        self, form: str, read: Callable[[str], Any], *, kind: str, why: str, name: str
    ) -> None:
        self._form = form
        self._read = read
        self._kind = kind
        self._why = why
        self._name = name

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> cs.CoreSchema:
        made = handler(source)
        text = cs.str_schema(pattern=self._form, strict=True)
        written = cs.chain_schema([text, cs.no_info_plain_validator_function(self._read), made])
        either = cs.union_schema([made, written], mode="left_to_right")
        return cs.custom_error_schema(
            cs.json_or_python_schema(json_schema=written, python_schema=either),
            custom_error_type=self._kind,
            custom_error_message=self._why,
        )

    def __get_pydantic_json_schema__(
        self, schema: cs.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {"type": "string", "format": self._name}


def _to_utc(value: dt.datetime) -> dt.datetime:
    try:
        return value.astimezone(dt.UTC)
    except OverflowError:  # within a day of the ends of the calendar
        raise PydanticCustomError("diary_moment", _NOT_A_MOMENT) from None


def _empty_if_null(value: tuple[T, ...] | None) -> tuple[T, ...]:
    return () if value is None else value


def _known_symptom(value: str) -> str:
    if value in SYMPTOMS or is_own_symptom(value):
        return value
    raise PydanticCustomError("symptom", "is neither a known symptom nor 'custom:' and a name")


def _weight_decimals(value: float) -> float:
    return _decimals(value, choices.WEIGHT_DECIMALS)


def _temperature_decimals(value: float) -> float:
    return _decimals(value, choices.TEMPERATURE_DECIMALS)


def _decimals(value: float, decimals: int) -> float:
    if round(value, decimals) != value:
        raise PydanticCustomError(
            "decimals", "has more than {decimals} decimals", {"decimals": decimals}
        )
    return value


Day = Annotated[
    dt.date,
    _Written(_DAY, dt.date.fromisoformat, kind="diary_day", why=_NOT_A_DAY, name="date"),
]
Moment = Annotated[
    AwareDatetime,
    _Written(
        _MOMENT,
        dt.datetime.fromisoformat,
        kind="diary_moment",
        why=_NOT_A_MOMENT,
        name="date-time",
    ),
    AfterValidator(_to_utc),
]
ShortText = Annotated[str, StringConstraints(max_length=SHORT_TEXT)]
Name = Annotated[str, StringConstraints(min_length=1, max_length=SHORT_TEXT, pattern=r"\S")]
LongText = Annotated[str, StringConstraints(max_length=LONG_TEXT)]
Score = Annotated[int, Field(ge=choices.PAIN_LOWEST, le=choices.PAIN_HIGHEST)]
Grade = Annotated[int, Field(ge=choices.GRADE_LOWEST, le=choices.GRADE_HIGHEST)]
Interference = Annotated[int, Field(ge=0, le=3)]
WeightKg = Annotated[
    float,
    Field(ge=choices.WEIGHT_LOWEST, le=choices.WEIGHT_HIGHEST),
    AfterValidator(_weight_decimals),
]
TemperatureC = Annotated[
    float,
    Field(ge=choices.TEMPERATURE_LOWEST, le=choices.TEMPERATURE_HIGHEST),
    AfterValidator(_temperature_decimals),
]
Doses = Annotated[int, Field(ge=choices.DOSES_LOWEST, le=choices.DOSES_HIGHEST)]
SymptomId = Annotated[str, StringConstraints(max_length=SHORT_TEXT), AfterValidator(_known_symptom)]

if TYPE_CHECKING:
    RegionId: TypeAlias = str
    SignId: TypeAlias = str
    Side: TypeAlias = str
    Night: TypeAlias = str
    Pattern: TypeAlias = str
    Trigger: TypeAlias = str
    Onset: TypeAlias = str
    Relief: TypeAlias = str
    Newness: TypeAlias = str
    TreatmentKind: TypeAlias = str
    MedicineKind: TypeAlias = str
    EventKind: TypeAlias = str
    ActionId: TypeAlias = str
    # A list that may be absent or null in a file and is then empty.
    ListOf: TypeAlias = tuple[T, ...]
    Timings: TypeAlias = tuple[str, ...]
    WorseWith: TypeAlias = tuple[str, ...]
    BetterWith: TypeAlias = tuple[str, ...]
    Qualities: TypeAlias = tuple[str, ...]
    SpreadsTo: TypeAlias = tuple[str, ...]
else:
    # Literal[...] of a catalogue's ids: checked by pydantic's own code, and an enum in the schema.
    RegionId = Literal[tuple(PLACES)]
    SignId = Literal[tuple(SIGNS)]
    Side = Literal[tuple(choices.SIDES)]
    Night = Literal[tuple(choices.NIGHTS)]
    Pattern = Literal[tuple(choices.PATTERNS)]
    Trigger = Literal[tuple(choices.TRIGGERS)]
    Onset = Literal[tuple(choices.ONSETS)]
    Relief = Literal[tuple(choices.RELIEFS)]
    Newness = Literal[tuple(choices.NEWNESS)]
    TreatmentKind = Literal[tuple(choices.TREATMENT_KINDS)]
    MedicineKind = Literal[tuple(choices.MEDICINE_KINDS)]
    EventKind = Literal[tuple(choices.EVENT_KINDS)]
    ActionId = Literal[tuple(choices.ALERT_ACTIONS)]

    ListOf = Annotated[tuple[T, ...] | None, AfterValidator(_empty_if_null)]

    Timings = ListOf[Literal[tuple(choices.TIMINGS)]]
    WorseWith = ListOf[Literal[tuple(choices.WORSE_WITH)]]
    BetterWith = ListOf[Literal[tuple(choices.BETTER_WITH)]]
    Qualities = ListOf[Literal[tuple(choices.QUALITIES)]]
    SpreadsTo = ListOf[Literal[tuple(choices.SPREADS_TO)]]
