"""What an entry reports, each with what it is about: the tables of a record, by their names."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final, Generic, NamedTuple, TypeVar

from diary.domain.choices import PAIN_MANY

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from diary.domain.entry import DayEntry, Pain

K = TypeVar("K", bound="Hashable")
R = TypeVar("R")
PAINS, SIGNS, SYMPTOMS = "pains", "signs", "symptoms"
# Pains by what else was said of them: a field that is a list, a value in it, and the place.
SAID_OF_PAINS = "said of pains"


class Telling(NamedTuple, Generic[K, R]):
    """How an entry tells its reports.

    Attributes:
        question: the field of the entry that holds them.
        reports: tells what reports are about; each with all that it is about, in their order.
    """

    question: str
    reports: Callable[[Sequence[R]], list[tuple[K, R]]]

    def of(self, entry: DayEntry | None) -> list[tuple[K, R]]:
        """Return the reports of an entry, each with what it is about; of no entry none."""
        reports = getattr(entry, self.question, None)
        return self.reports(reports) if reports else []


_LISTS: Final = tuple(PAIN_MANY)
_lists_of = attrgetter(*_LISTS)


def _said_of(pains: Sequence[Pain]) -> list[tuple[tuple[str, str, str], Pain]]:
    # Of most pains nothing more is said. Each value once, in the order in which it is said.
    return [
        ((field, value, pain.region), pain)
        for pain in pains
        if any(lists := _lists_of(pain))
        for field, values in zip(_LISTS, lists, strict=True)
        for value in dict.fromkeys(values)
    ]


TELLINGS: Final[dict[str, Telling[Any, Any]]] = {
    PAINS: Telling(PAINS, lambda pains: [(pain.region, pain) for pain in pains]),
    SIGNS: Telling(SIGNS, lambda signs: [(report.sign, report) for report in signs]),
    SYMPTOMS: Telling(SYMPTOMS, lambda symptoms: [(one.symptom, one) for one in symptoms]),
    SAID_OF_PAINS: Telling(PAINS, _said_of),
}
