"""What an entry reports, each with what it is about: the tables of a record, by their names."""

from __future__ import annotations

from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    from diary.domain.entry import DayEntry, Pain

    Tell: TypeAlias = Callable[[DayEntry], list[tuple[Any, Any]]]

PAINS, SIGNS, SYMPTOMS = "pains", "signs", "symptoms"


def told_by(name: str) -> Tell:
    """Return what tells the reports of an entry for a table.

    Args:
        name: a question, whose reports are told by their place, sign or symptom; or a field of
            pain that is a list, whose pains are told by a value of it and their place.
    """
    return _TOLD[name] if name in _TOLD else _pains_by(name)


@cache
def _pains_by(field: str) -> Tell:
    values = attrgetter(field)

    def tell(entry: DayEntry) -> list[tuple[tuple[str, str], Pain]]:
        # Of most pains nothing more is told. Each value once, in the order in which it is told.
        return [
            ((value, pain.region), pain)
            for pain in entry.pains or ()
            if values(pain)
            for value in dict.fromkeys(values(pain))
        ]

    return tell


_TOLD: dict[str, Tell] = {
    PAINS: lambda entry: [(pain.region, pain) for pain in entry.pains or ()],
    SIGNS: lambda entry: [(report.sign, report) for report in entry.signs or ()],
    SYMPTOMS: lambda entry: [(report.symptom, report) for report in entry.symptoms or ()],
}
