"""The sources the rules rest on, each once, and what kind of ground each is."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from diary.i18n import mark


class Basis(enum.Enum):
    """What a number rests on (rule book, head)."""

    GUIDELINE = "guideline"
    STUDY = "study"
    MANUAL = "instrument manual"
    CONVENTION = "convention"
    OUR_CHOICE = "our choice"

    @property
    def label(self) -> str:
        """The basis in words, marked for translation."""
        return _BASIS_LABELS[self]


_BASIS_LABELS = {
    Basis.GUIDELINE: mark("guideline"),
    Basis.STUDY: mark("study"),
    Basis.MANUAL: mark("instrument manual"),
    Basis.CONVENTION: mark("patient advice or rule of thumb"),
    Basis.OUR_CHOICE: mark("our choice"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A published source.

    Attributes:
        id: the id of the rule book's list, such as ``L01``.
        citation: author or body, and year.
        locator: where it was found; never an invented page or table.
        supports: what it is used for.
        from_memory: not yet checked at the address; never shown as the words of a source.
    """

    id: str
    citation: str
    locator: str
    supports: str
    from_memory: bool = False
