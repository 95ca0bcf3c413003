"""One row of the CSV as an answer: the cells become what the models check.

Whatever is wrong with a row is gathered with its column and a plain reason, never with the value.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from pydantic import ValidationError

from diary.domain.entry import DayEntry, Pain, SignReport, SymptomReport
from diary.domain.fields import FIRST_DAY
from diary.domain.places import PLACES
from diary.domain.signs import SIGNS
from diary.domain.symptoms import CUSTOM_PREFIX, SYMPTOMS
from diary.exchange.cells import DETAIL_SEPARATOR, Row
from diary.exchange.dates import not_iso, read_day
from diary.exchange.items import DAY, Kind, Question, kinds
from diary.exchange.problems import known_name, reason
from diary.i18n import mark, translate

if TYPE_CHECKING:
    import datetime as dt

    from diary.domain.fields import Model

JOIN, SEPARATE, EQUALS = "+", DETAIL_SEPARATOR, "="
_WHOLE: Final = re.compile(r"-?\d{1,9}", re.ASCII)
_NUMBER: Final = re.compile(r"-?\d{1,9}(\.\d{1,9})?", re.ASCII)
_ANY_DAY: Final = FIRST_DAY  # where only one field of an entry is checked

TOO_EARLY: Final = mark("is before 1900-01-01")
IN_THE_FUTURE: Final = mark("is after today")
NOT_USED: Final = mark("is not used by this item and must be empty")
NO_VALUE: Final = mark("is empty")
NOT_WHOLE: Final = mark("is not a whole number")
NOT_A_NUMBER: Final = mark("is not a number, written like 67.5")
NOT_A_PAIR: Final = mark("is not written like key=value;key=value")
UNKNOWN_KEY: Final = mark("is not a key this item knows")
REPEATED_KEY: Final = mark("stands there twice")
UNKNOWN_ID: Final = mark("{name} is not known here; give one of {ids}")
PLACE_IDS: Final = {
    Pain: tuple(PLACES),
    SignReport: tuple(SIGNS),
    SymptomReport: (*SYMPTOMS, f"{CUSTOM_PREFIX}..."),
}
_NUMERIC: Final = {"integer": (_WHOLE, int, NOT_WHOLE), "number": (_NUMBER, float, NOT_A_NUMBER)}


class Answer:
    """A row that is being read.

    Attributes:
        row: the row.
        faults: what is wrong with it so far: the column and the reason.
    """

    def __init__(self, row: Row) -> None:
        self.row = row
        self.faults: list[tuple[str, str]] = []

    def refuse(self, where: str, why: str) -> None:
        """Note a fault; ``why`` is marked for translation or finished."""
        self.faults.append((where, translate(why)))

    def day(self, today: dt.date) -> dt.date | None:
        """Return the day of the row, or None with a fault."""
        text = self.row.word("date")
        day = read_day(text)
        if day is None:
            self.refuse("date", not_iso(text))
        elif day < FIRST_DAY:
            self.refuse("date", TOO_EARLY)
        elif day > today:
            self.refuse("date", IN_THE_FUTURE)
        return day

    def leave_empty(self, *columns: str) -> None:
        """Refuse what stands in columns that mean nothing for this item."""
        for column in columns:
            if self.row.word(column):
                self.refuse(column, NOT_USED)

    def item(self, question: Question) -> Model | None:
        """Return the item of a question, or None with a fault."""
        fields: dict[str, Any] = {question.place: self._place(question)}
        where = {question.place: "place", question.value: "value", "side": "side"}
        if question.has_side:
            fields["side"] = self.row.word("side") or None
        else:
            self.leave_empty("side")
        if self.row.word("value"):
            fields[question.value] = self._value(self.row.word("value"), "integer", "value")
        for name, text in self._details(question).items():
            where[name] = f"detail {name}"
            fields[name] = self._value(text, kinds(question.model)[name], where[name])
        return self._checked(question.model, fields, where)

    def single(self, name: str) -> Any:
        """Return the answer to a field of an entry, or None with a fault."""
        self.leave_empty("place", "side", "detail")
        kind = kinds(DayEntry)[name]
        text = self.row.text("value") if kind == "text" else self.row.word("value")
        if not text and kind != "text":
            self.refuse("value", NO_VALUE)
            return None
        fields = {DAY: _ANY_DAY, name: self._value(text, kind, "value")}
        entry = self._checked(DayEntry, fields, {name: "value"})
        return None if entry is None else getattr(entry, name)

    def _place(self, question: Question) -> str:
        word = self.row.word("place")
        # Ids have no blanks around them; a name of her own keeps what she typed.
        is_id = kinds(question.model)[question.place] == "word" or word in SYMPTOMS
        return word if is_id or not word else self.row.text("place")

    def _details(self, question: Question) -> dict[str, str]:
        details: dict[str, str] = {}
        for pair in filter(str.strip, self.row.text("detail").split(SEPARATE)):
            name, equals, text = (part.strip() for part in pair.partition(EQUALS))
            shown = known_name(name)
            where = "detail" if shown is None else f"detail {shown}"
            if not equals:
                self.refuse("detail", NOT_A_PAIR)
            elif name not in question.details:
                self.refuse(where, UNKNOWN_KEY)
            elif name in details:
                self.refuse(where, REPEATED_KEY)
            elif text:
                details[name] = text
        return details

    def _value(self, text: str, kind: Kind, where: str) -> Any:
        """Return what a cell holds for the model to check; None with a fault of its form."""
        if kind == "list":
            return tuple(part.strip() for part in text.split(JOIN))
        if kind in _NUMERIC:
            form, make, why = _NUMERIC[kind]
            if form.fullmatch(text):
                return make(text)
            self.refuse(where, why)
            return None
        if kind == "date" and read_day(text) is None:
            self.refuse(where, not_iso(text))
            return None
        return text

    def _checked(
        self, model: type[Model], fields: dict[str, Any], where: dict[str, str]
    ) -> Model | None:
        try:
            checked = model.model_validate(fields)
        except ValidationError as error:
            for fault in error.errors(include_url=False, include_input=False):
                column = where[str(fault["loc"][0])]
                self.refuse(column, self._unknown(model, column) or reason(fault))
            return None
        return None if self.faults else checked

    def _unknown(self, model: type[Model], column: str) -> str | None:
        """Return which id is not known, and those that are, where the cell looks like an id."""
        ids = PLACE_IDS.get(model)
        name = known_name(self.row.word("place")) if column == "place" else None
        if ids is None or name is None:
            return None
        return translate(UNKNOWN_ID).format(name=name, ids=", ".join(ids))
