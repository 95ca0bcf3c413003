"""The shape of a rule: a declaration of numbers, reasons, sources and words over one condition."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from diary.i18n import mark
from diary.rules.evidence import Reason, our_choice
from diary.rules.model import RECORDED
from diary.rules.sources import SOURCES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from diary.domain.places import PlaceClass
    from diary.domain.series import Floats
    from diary.domain.windows import Window
    from diary.rules.context import Context
    from diary.rules.evidence import Number
    from diary.rules.families import Family
    from diary.rules.model import Tier
    from diary.rules.sources import Basis, Source
    from diary.rules.track import Track


ENOUGH_TO_JUDGE = our_choice(
    mark("enough days to judge by; five end-of-day ratings already agree well with a week")
)


@dataclass(frozen=True, slots=True)
class Minimum:
    """How many recorded days a window needs before the rule may judge a place."""

    window: Window
    needed: int
    reason: Reason = ENOUGH_TO_JUDGE


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """Recorded days that a rule needs to judge what is no pain at its classes of places.

    Attributes:
        of: signs, symptoms and single places, each judged by itself where it was reported in the
            last 56 days; :data:`CUSTOM_PREFIX` stands for every symptom of her own; None for what
            has no place, as the weight.
        minimums: the windows, and how many days each needs.
        any_of: whether one of the windows is enough.
        recorded: what is counted, by day, NaN where not known; None: days on which the question
            about the sign, symptom or place was answered.
        counted: the same in words, marked for translation.
        concerns: whether a diary is concerned on a day (index) at all; None: always.
    """

    of: tuple[str | None, ...]
    minimums: tuple[Minimum, ...]
    any_of: bool = False
    recorded: Callable[[Context], Floats] | None = None
    counted: str = RECORDED
    concerns: Callable[[Context, int], bool] | None = None


# Said by every rule that is no emergency.
MANY_ORDINARY = mark("Many people with this have an ordinary cause.")
MOST_ORDINARY = mark("Most pain of this kind has an ordinary cause.")
ASK_TEAM = mark(
    "Does your team know? If not, tell them. If so, set it as usual for you in the settings."
)
ONE_ENTRY = mark("One entry is enough: {because}.")
QUIET_IF_USUAL = mark(
    "It would have stayed quiet if you had answered that it is not new or worse, or if it were "
    "usual for you and known to your team."
)
QUIET_IF_FEWER = mark("It would have stayed quiet on fewer days, or if it were usual for you.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The sentences of a rule, marked for translation, with named placeholders.

    Attributes:
        title: the alert in one short line.
        noticed: the fact, with its days.
        worked_out: how it was worked out, with the numbers.
        ordinary: that ordinary causes exist; empty for an emergency.
        cannot_tell: what this cannot tell.
        kept_quiet: what would have kept the rule quiet.
    """

    title: str
    noticed: str
    worked_out: str
    ordinary: str
    kept_quiet: str
    cannot_tell: str = mark("This diary cannot tell the cause.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """A source of a rule and what kind of ground it is for it."""

    source: Source
    basis: Basis


def cited(basis: Basis, *ids: str) -> tuple[Cited, ...]:
    """Return sources of the list by their ids, as this kind of ground.

    Raises:
        KeyError: there is no such source.
    """
    return tuple(Cited(source=SOURCES[id_], basis=basis) for id_ in ids)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Rule:
    """A rule of the rule book; each is only itself, so that it is quick to look up.

    Attributes:
        id: the id of the rule book; for ever.
        name: what it is about, in a few words, marked for translation.
        tier: its tier where no variant says otherwise.
        family: which rules it merges with.
        other_families: families that single tracks of it merge with instead.
        sentence: the rule in one sentence a patient understands, marked for translation.
        numbers: every number it compares with, each with its reason.
        sources: what it rests on.
        words: what it says.
        watch: its condition over a whole diary.
        minimums: recorded days it needs; an empty tuple where one entry is enough.
        minimums_with_spread: the same where bone metastases are known and its limits are others;
            an empty tuple where it is dropped; None where nothing changes.
        classes: the classes of places it reads.
        variants: other tiers it may speak with.
        choices: where we read the published advice in our own way, and why.
        reads: ids of rules whose verdicts it reads.
        hold_days: how many days it must be true before it is raised.
        recorded: what its minimums count at a place, by day, NaN where not known; None: scores.
        counted: the same in words, marked for translation.
        also_needs: recorded days it needs for signs, symptoms and single places.
    """

    id: str
    name: str
    tier: Tier
    family: Family
    sentence: str
    numbers: tuple[Number[int] | Number[float], ...]
    sources: tuple[Cited, ...]
    words: Words
    watch: Callable[[Context], Iterable[Track]]
    other_families: tuple[Family, ...] = ()
    minimums: tuple[Minimum, ...] = ()
    minimums_with_spread: tuple[Minimum, ...] | None = None
    classes: tuple[PlaceClass, ...] = ()
    variants: tuple[Tier, ...] = ()
    choices: tuple[str, ...] = ()
    reads: tuple[str, ...] = ()
    hold_days: int = 0
    recorded: Callable[[Context, str], Floats] | None = None
    counted: str = RECORDED
    also_needs: tuple[Need, ...] = ()

    def needs(self, *, known_spread: bool) -> tuple[Minimum, ...]:
        """Return the recorded days it needs in a diary."""
        if known_spread and self.minimums_with_spread is not None:
            return self.minimums_with_spread
        return self.minimums


@dataclass(frozen=True, slots=True)
class Judged:
    """A rule with its tracks over one diary."""

    rule: Rule
    tracks: tuple[Track, ...] = field(default_factory=tuple)
