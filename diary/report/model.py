"""The sheet for the doctor as data: every word and number on it, and nothing about its look.

All texts are finished and translated. What was not recorded is said in words, never as 0.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import datetime as dt

    from diary.charts.data import ChartData

Paper = Literal["a4", "letter"]


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what there is to say about it; ``known`` is False for "not recorded"."""

    label: str
    value: str
    known: bool = True


@dataclass(frozen=True, slots=True)
class Head:
    """Who, when, how many days, and what the sheet is not."""

    kind: str
    name: str
    born: str
    period: str
    recorded: str
    facts: tuple[Fact, ...]
    disclaimer: str


@dataclass(frozen=True, slots=True)
class Reason:
    """One line of *why I am contacting you*."""

    rule: str
    tier: str
    title: str
    text: str
    state: str


@dataclass(frozen=True, slots=True)
class Reasons:
    """At most three reasons, highest tier first; ``nothing`` where no rule matched."""

    heading: str
    items: tuple[Reason, ...]
    more: str
    nothing: str
    own_reason: str


class Answer(enum.Enum):
    """What is known about a group of nerve signs in the period."""

    YES = "yes"
    NO = "no"
    NOT_ASKED = "not_asked"


@dataclass(frozen=True, slots=True)
class NerveRow:
    """One group of signs: its answer, in a word or two, the days behind it, and what was asked."""

    label: str
    answer: Answer
    word: str
    text: str
    signs: str


@dataclass(frozen=True, slots=True)
class NerveBox:
    """The nerve signs, with explicit negatives."""

    heading: str
    rows: tuple[NerveRow, ...]


@dataclass(frozen=True, slots=True)
class Week:
    """Seven days: the last of them, and the mean, median and number of scores."""

    ends: str
    mean: str
    median: str
    scores: str


@dataclass(frozen=True, slots=True)
class Weekly:
    """The weekly numbers of the main pain, oldest first."""

    heading: str
    ends: str
    mean: str
    median: str
    scores: str
    weeks: tuple[Week, ...]


@dataclass(frozen=True, slots=True)
class MainPain:
    """The main pain: history in the order a doctor asks, and its numbers."""

    heading: str
    place: str
    facts: tuple[Fact, ...]
    numbers: tuple[Fact, ...]
    weekly: Weekly
    chart: ChartData
    chart_text: str


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its facts."""

    heading: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class AlertDetails:
    """An alert of the period in full, with its sources."""

    rule: str
    title: str
    facts: tuple[Fact, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Details:
    """The alerts of the period in full, newest first, for the pages after the first."""

    heading: str
    sources_label: str
    alerts: tuple[AlertDetails, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """What she wrote on a day, in her own words; ``label`` says under which question."""

    day: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Notes:
    """Her notes by date; ``nothing`` where there are none."""

    heading: str
    items: tuple[Note, ...]
    nothing: str


@dataclass(frozen=True, slots=True)
class Report:
    """The whole sheet.

    Attributes:
        paper: ``a4`` or ``letter``.
        language: of the texts, as in BCP 47.
        made_on: the date of the document.
        title: of the document; it names no person.
        head: page 1 from the top, and so on downwards.
        notes: None where she does not include them.
        footer: stands on every page.
        page_of: "page {page} of {pages}".
    """

    paper: Paper
    language: str
    made_on: dt.date
    title: str
    head: Head
    reasons: Reasons
    nerve: NerveBox
    pain: MainPain | None
    no_pain: Fact
    also_noticed: Section
    also_recorded: Section
    quality: Section
    questions: str
    details: Details
    notes: Notes | None
    footer: str
    page_of: str
