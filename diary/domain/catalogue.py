"""A catalogue: the one list of the ids of a kind, with the words that go with each."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, Self, TypeVar


class Group(enum.Enum):
    """What terms are grouped by: each member is an id and its words.

    Attributes:
        label: the group in plain words, marked for translation.
    """

    label: str

    def __new__(cls, id_: str, label: str) -> Self:
        """Make a member whose value is its id alone."""
        member = object.__new__(cls)
        member._value_ = id_
        member.label = label
        return member


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One id and its words.

    Attributes:
        id: what files and rules call it; public, and so for ever.
        label: what stands on buttons and in lists, marked for translation.
        help: one sentence more, where the label may be misread; may be empty.
        retired: no longer offered, still readable.
    """

    id: str
    label: str
    help: str = ""
    retired: bool = False


T = TypeVar("T", bound=Term)


class Catalogue(Mapping[str, T], Generic[T]):
    """An ordered, read-only map from id to term."""

    def __init__(self, terms: Iterable[T]) -> None:
        self._terms: dict[str, T] = {}
        for term in terms:
            if term.id in self._terms:
                raise ValueError(term.id)
            self._terms[term.id] = term

    def __getitem__(self, key: str) -> T:
        return self._terms[key]

    def __contains__(self, key: object) -> bool:
        return key in self._terms

    def __iter__(self) -> Iterator[str]:
        return iter(self._terms)

    def __len__(self) -> int:
        return len(self._terms)

    def offered(self) -> tuple[T, ...]:
        """Return the terms a form offers: those that are not retired, in order."""
        return tuple(term for term in self._terms.values() if not term.retired)
