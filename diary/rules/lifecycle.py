"""From verdicts to alerts, by pure replay: opened, grown, ended, raised afresh.

Derived and never stored. Day by day in diary order, and no day looks at a later one. The
person's own actions are laid over the alert whose days contain them.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from diary.domain.places import PLACES
from diary.domain.windows import LAST7, LAST14, counts, means
from diary.rules.conditions.shapes import ROUNDING
from diary.rules.families import Question, Scope
from diary.rules.life_numbers import (
    AFRESH_DAYS,
    CLEAR_DAYS,
    CLEAR_RECORDED,
    LAPSE_DAYS,
    SPEAK_AGAIN_DAYS,
    SPEAK_AGAIN_RISE,
)
from diary.rules.model import NOT_MET, Tier

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diary.domain.care import AlertAction
    from diary.domain.record import Record
    from diary.domain.series import Counts, Flags
    from diary.rules.families import Family
    from diary.rules.rule import Judged, Rule
    from diary.rules.track import Track, Verdicts

CONTACT = frozenset({"discussed", "closed"})


@dataclass(frozen=True, slots=True)
class Step:
    """A rule that opened or joined an alert, with its tier, place and track, on a day (index)."""

    rule: Rule
    tier: Tier
    place: str | None
    on: int
    track: Track


@dataclass(slots=True)
class Spell:
    """The life of one alert; days are positions on the record's calendar.

    Attributes:
        family: its family.
        place: the place of the rule that opened it.
        steps: the opening rule, and whatever joined.
        last_true: the last day on which one of its rules was true.
        strongest: the strongest rule true on that day, and its track.
        ended: the first day on which it no longer stands, or None.
        joined: days on which another emergency sign joined it.
        spoke: days on which it had news: raised, grown, joined, risen by a point, or still true
            after two weeks with nobody told.
        tracks: the tracks that belong to it.
        actions: what the person did about it, in order.
        tier: the highest tier so far; it never falls while the alert stands.
    """

    family: Family
    place: str | None
    steps: list[Step]
    last_true: int
    strongest: tuple[Rule, Track]
    ended: int | None = None
    joined: list[int] = field(default_factory=list)
    spoke: list[int] = field(default_factory=list)
    tracks: list[Track] = field(default_factory=list)
    actions: tuple[AlertAction, ...] = ()
    tier: Tier = field(init=False)

    def __post_init__(self) -> None:
        self.tier = max(step.tier for step in self.steps)

    @property
    def raised(self) -> int:
        """The day on which it was raised."""
        return self.steps[0].on

    @property
    def can_settle(self) -> bool:
        """Whether an answer of hers can end it at once."""
        return all(track.settled is not None for track in self.tracks)

    def step(self, step: Step) -> None:
        """Let a rule join."""
        self.steps.append(step)
        self.tier = max(self.tier, step.tier)


class _Met(NamedTuple):
    order: int
    rule: Rule
    track: Track
    tier: Tier


def replay(record: Record, judged: Sequence[Judged], actions: Sequence[AlertAction]) -> list[Spell]:
    """Return every alert ever raised, in the order in which they were raised.

    Args:
        record: the diary on its calendar; its last day is the last one judged.
        judged: the rules with their verdicts, in the order of the rule book.
        actions: what the person did, up to that day.
    """
    families: dict[Family, list[tuple[int, Rule, Track]]] = {}
    for order, one in enumerate(judged):
        for track in one.tracks:
            # The order of the families must not depend on what is true.
            members = families.setdefault(track.family or one.rule.family, [])
            if track.verdicts.max() > NOT_MET:
                members.append((order, one.rule, track))
    merges = {one.rule.id: {one.rule.family, *one.rule.other_families} for one in judged}
    spells: list[Spell] = []
    for family, members in families.items():
        if not members:
            continue
        own = [action for action in actions if family in merges.get(action.rule, ())]
        spells.extend(_FamilyReplay(record, family, members, own).run())
    return sorted(spells, key=lambda spell: spell.raised)


class _FamilyReplay:
    def __init__(
        self,
        record: Record,
        family: Family,
        members: list[tuple[int, Rule, Track]],
        actions: list[AlertAction],
    ) -> None:
        self._record = record
        self._family = family
        self._one_for_all = family.scope is Scope.FAMILY
        self._members = members
        self._actions = actions
        self._judged = record.judged
        recorded = {
            Question.PAINS: record.pains_recorded,
            Question.SIGNS: record.signs_recorded,
            Question.SYMPTOMS: record.symptoms_recorded,
        }
        recorded14 = counts(recorded[family.question], LAST14)
        self._enough: Flags = recorded14 >= CLEAR_RECORDED.value
        self._days: Counts = np.flatnonzero(record.has_entry)
        self._weekly: dict[str, list[float]] = {}
        self._denied: dict[tuple[Track, ...], Counts] = {}
        self._open: dict[str | None, Spell] = {}
        self._done: list[Spell] = []
        # The day on which the last alert was raised, by what keeps alerts apart.
        self._raised_last: dict[str | None, int] = {}

    def run(self) -> list[Spell]:
        for index, mets in self._met_days():
            self._end_before(index)
            for met in mets:
                self._take(index, met)
            for spell in self._open.values():
                if spell.last_true == index and self._has_news(spell, index):
                    spell.spoke.append(index)
        self._end_before(None)
        for spell in self._open.values():
            spell.actions = self._belonging(spell)
        return [*self._done, *self._open.values()]

    def _met_days(self) -> Iterator[tuple[int, list[_Met]]]:
        """Yield the judged days with a true rule, each with its rules, strongest first."""
        days: dict[int, list[_Met]] = {}
        for order, rule, track in self._members:
            vector = held(track.verdicts, self._judged, rule.hold_days)
            true = self._days[vector[self._days] > NOT_MET]
            tiers = vector[true].tolist()
            mets = {tier: _Met(order, rule, track, Tier(tier)) for tier in set(tiers)}
            for index, tier in zip(true.tolist(), tiers, strict=True):
                days.setdefault(index, []).append(mets[tier])
        for index in sorted(days):
            yield index, sorted(days[index], key=lambda met: (-met.tier, met.order))

    def _take(self, index: int, met: _Met) -> None:
        spell = self._joined(met.track)
        if spell is None:
            place = met.track.place
            if met.track.place_on is not None:
                place = met.track.place_on(index)
            spell = self._open.get(self._key(place))
            if spell is None:
                self._raise(index, met, place)
                return
        self._grow(spell, index, met)

    def _key(self, place: str | None) -> str | None:
        return None if self._one_for_all else place

    def _joined(self, track: Track) -> Spell | None:
        """A class of places stays with the alert whose region it chose."""
        if track.place_on is None:
            return None
        return next((spell for spell in self._open.values() if track in spell.tracks), None)

    def _raise(self, index: int, met: _Met, place: str | None) -> None:
        if met.tier < Tier.URGENT:
            before = self._raised_last.get(self._key(place))
            if before is not None and index - before < AFRESH_DAYS.value:
                return
        spell = Spell(
            self._family,
            place,
            [Step(met.rule, met.tier, place, index, met.track)],
            index,
            (met.rule, met.track),
            tracks=[met.track],
        )
        self._open[self._key(place)] = spell
        self._raised_last[self._key(place)] = index

    def _grow(self, spell: Spell, index: int, met: _Met) -> None:
        if spell.last_true < index:
            # The day's rules come strongest first.
            spell.last_true = index
            spell.strongest = (met.rule, met.track)
        joins = met.track not in spell.tracks
        if met.tier > spell.tier or (
            joins and all(step.rule.id != met.rule.id for step in spell.steps)
        ):
            place = _place_of(met.track, spell, index)
            spell.step(Step(met.rule, met.tier, place, index, met.track))
        elif joins and met.tier is Tier.EMERGENCY:
            spell.joined.append(index)
        if joins:
            spell.tracks.append(met.track)

    def _has_news(self, spell: Spell, index: int) -> bool:
        if index == spell.steps[-1].on or index in spell.joined[-1:]:
            return True
        last = spell.spoke[-1]
        if self._rise(spell, last, index) >= SPEAK_AGAIN_RISE.value - ROUNDING:
            return True
        return index - last >= SPEAK_AGAIN_DAYS.value and not self._was_told(spell, index)

    def _rise(self, spell: Spell, before: int, index: int) -> float:
        """How far the week's mean of the place lies above the one of an earlier day."""
        place = spell.place
        if place is None or place not in PLACES:
            return 0.0
        if place not in self._weekly:
            self._weekly[place] = means(self._record.scores_on_time(place), LAST7).tolist()
        weekly = self._weekly[place]
        rise = weekly[index] - weekly[before]
        # A difference with an unknown mean is no rise.
        return 0.0 if math.isnan(rise) else rise

    def _was_told(self, spell: Spell, index: int) -> bool:
        return any(
            action.action in CONTACT and self._record.index(action.on) <= index
            for action in self._belonging(spell)
        )

    def _end_before(self, limit: int | None) -> None:
        """End what ended before the judged day ``limit``; None: before the end of time."""
        for key, spell in list(self._open.items()):
            if limit is not None and limit - spell.last_true <= 1:
                continue  # it was true on the day before: nothing ends in between
            emergency = spell.tier is Tier.EMERGENCY
            at_once = emergency or spell.can_settle
            patience = 1 if at_once else CLEAR_DAYS.value
            if limit is not None and limit - spell.last_true <= patience:
                continue
            ended = self._contacted_end(spell) if emergency else self._over(spell)
            if ended is None or (limit is not None and ended >= limit):
                continue
            spell.ended = ended
            spell.actions = tuple(
                action
                for action in self._belonging(spell)
                if self._record.index(action.raised_on) < ended
            )
            self._done.append(self._open.pop(key))

    def _over(self, spell: Spell) -> int | None:
        """The first judged day on which it was cleared, or what it asks was settled."""
        ends = (self._cleared(spell), self._settled(spell))
        return min((end for end in ends if end is not None), default=None)

    def _settled(self, spell: Spell) -> int | None:
        """The first judged day after the last true one on which all its tracks are settled."""
        if not spell.can_settle:
            return None
        settled = [track.settled for track in spell.tracks if track.settled is not None]
        days = self._days[self._days > spell.last_true]
        found = days[np.all(settled, axis=0)[days]]
        return int(found[0]) if len(found) else None

    def _cleared(self, spell: Spell) -> int | None:
        """The first judged day that ends two weeks without a true day, enough of it recorded."""
        denied = self._denied_from(spell, spell.last_true + CLEAR_DAYS.value)
        enough = denied[self._enough[denied]]
        return int(enough[0]) if len(enough) else None

    def _denied_from(self, spell: Spell, first: int) -> Counts:
        """The judged days from a day on that were judged false for an alert.

        At least one of its rules could judge, and none was true.
        """
        tracks = tuple(spell.tracks)
        if tracks not in self._denied:
            verdicts = np.array([track.verdicts[self._days] for track in tracks])
            self._denied[tracks] = self._days[verdicts.max(axis=0) == NOT_MET]
        days = self._denied[tracks]
        return days[np.searchsorted(days, first) :]

    def _contacted_end(self, spell: Spell) -> int | None:
        """The first day on which contact is recorded and the sign is gone or no longer new."""
        contact = self._contact_day(spell)
        if contact is None:
            return None
        denied = self._denied_from(spell, spell.last_true + 1)
        return max(int(denied[0]), contact) if len(denied) else None

    def _contact_day(self, spell: Spell) -> int | None:
        """The day on which someone was told, after all that makes it an emergency was there."""
        told_from = max(
            *(step.on for step in spell.steps if step.tier is Tier.EMERGENCY), *spell.joined, 0
        )
        contact: int | None = None
        for action in self._belonging(spell):
            day = self._record.index(action.on)
            if action.action == "reopened":
                contact = None
            elif action.action in CONTACT and contact is None and day >= told_from:
                contact = day
        return contact

    def _belonging(self, spell: Spell) -> tuple[AlertAction, ...]:
        """The actions about this alert, in order.

        An edit of old days may move the day an alert is raised. An action made before stays with
        it as long as no earlier alert of the same place claims it.
        """
        if not self._actions:
            return ()
        earlier = [
            s.ended
            for s in self._done
            if s.ended is not None and self._key(s.place) == self._key(spell.place)
        ]
        first = max([spell.raised - AFRESH_DAYS.value, *earlier])
        own = [
            action
            for action in self._actions
            if self._record.index(action.raised_on) >= first
            and (self._one_for_all or action.place == spell.place)
        ]
        return tuple(sorted(own, key=lambda action: action.on))


def _place_of(track: Track, spell: Spell, index: int) -> str | None:
    """Return the place of a rule that joins an alert, or that of the alert where it has none."""
    if track.place is None and track.place_on is not None and track not in spell.tracks:
        return track.place_on(index)
    return spell.place if track.place is None else track.place


def held(verdicts: Verdicts, judged: Sequence[int], hold_days: int) -> Verdicts:
    """Return the verdicts with each true spell silent for its first ``hold_days`` days.

    A day that is not met ends a pending spell; a day without enough days changes nothing; a
    silence of :data:`~diary.rules.life_numbers.LAPSE_DAYS` days lets it lapse.

    Args:
        verdicts: of one track, one small number a day.
        judged: the days with an entry, in order, counted from the first of the record.
        hold_days: calendar days for which it must be true before it speaks; 0: at once.
    """
    if hold_days == 0:
        return verdicts
    result = verdicts.copy()
    since: int | None = None
    previous = 0
    for index in judged:
        if verdicts[index] == NOT_MET or index - previous > LAPSE_DAYS.value:
            since = None
        if verdicts[index] > NOT_MET:
            since = index if since is None else since
            if index - since < hold_days:
                result[index] = NOT_MET
        previous = index
    return result
