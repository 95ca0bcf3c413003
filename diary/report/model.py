"""The sheet for the doctor as data: every word and number on it, and nothing about its look.

All texts are finished and translated. What was not recorded is said in words, never as 0.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import datetime as dt

    from diary.charts.body_map import PlaceKey
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
    """One line of *why I am contacting you*.

    Attributes:
        rule: the rule that speaks.
        tier: how soon, in words.
        urgency: the id of the tier, for its look.
        title: what it is about.
        text: what was noticed.
        state: when it was noticed, and what became of it.
    """

    rule: str
    tier: str
    urgency: str
    title: str
    text: str
    state: str


@dataclass(frozen=True, slots=True)
class Reasons:
    """At most three reasons, highest tier first; ``nothing`` where no rule matched.

    ``lead`` says who speaks in the reasons, and to whom. ``clinician`` is the one line that is not
    hers: which guideline the reasons meet. ``asks`` is her first question where no alert is open.
    """

    heading: str
    lead: str
    items: tuple[Reason, ...]
    more: str
    clinician: str
    nothing: str
    own_reason: str
    asks: Fact | None = None


class Answer(enum.Enum):
    """What is known about a group of nerve signs in the period."""

    YES = "yes"
    NO = "no"
    RARELY = "rarely"  # answered no, but so seldom or so long ago that it says little
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
    """The nerve signs, with explicit negatives.

    ``not_asked`` says once what would be the same of every group: not asked, or hardly ever.
    """

    heading: str
    rows: tuple[NerveRow, ...]
    not_asked: str = ""


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
    """The main pain: history in the order a doctor asks, and its numbers.

    ``numbers_short`` are the same in fewer lines, for a page 1 that is full.
    """

    heading: str
    place: str
    facts: tuple[Fact, ...]
    numbers: tuple[Fact, ...]
    numbers_short: tuple[Fact, ...]
    weekly: Weekly
    chart: ChartData
    chart_text: str


@dataclass(frozen=True, slots=True)
class BodyMap:
    """One small map of the body.

    Attributes:
        name: start, end or the whole period.
        caption: its days; empty where the head of the sheet has them.
        note: what the drawing cannot show: days recorded, pain all over.
        text: the map in words, for readers who do not see it.
        scores: the average by region and side; None where no day had a number.
    """

    name: str
    caption: str
    note: str
    text: str
    scores: tuple[tuple[PlaceKey, float | None], ...]


@dataclass(frozen=True, slots=True)
class BodyMaps:
    """The maps of the period, how to read them, and the words for her right and left."""

    heading: str
    about: str
    right: str
    left: str
    maps: tuple[BodyMap, ...]


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
    """The alerts of the period in full, newest first, for the pages after the first.

    ``not_judged`` are the rules that had too few days, each by its id.
    """

    heading: str
    sources_label: str
    alerts: tuple[AlertDetails, ...]
    not_judged: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """Numbers in rows, oldest first.

    Attributes:
        heading: what it is about.
        lead: how to read it; may be empty.
        columns: the names of the columns.
        widths: their shares of the page.
        rows: one cell a column; the cells of a row of one cell stand for all columns.
    """

    heading: str
    lead: str
    columns: tuple[str, ...]
    widths: tuple[float, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Questions:
    """What she wants to ask, in her own words; there are lines to write on below.

    ``nothing`` is said where she wrote none down.
    """

    heading: str
    items: tuple[str, ...]
    nothing: str


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
        maps: None where no pain was recorded.
        also_noticed_short: the same in fewer lines, for a page 1 that is full.
        tables: week by week, then day by day; none where nothing is recorded.
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
    maps: BodyMaps | None
    also_noticed: Section
    also_noticed_short: Section
    also_recorded: Section
    quality: Section
    questions: Questions
    tables: tuple[Table, ...]
    details: Details
    notes: Notes | None
    footer: str
    page_of: str
