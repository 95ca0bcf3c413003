"""What an import makes of the diary that is there. Pure; nothing she said is removed.

From JSON a day replaces that day. From CSV the answers present replace, the others stay. Lists
around the days gain what they lack. Importing the same file again changes nothing.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from diary.domain.entry import DayEntry
from diary.exchange.items import QUESTIONS

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Hashable, Iterable, Mapping

    from diary.domain.care import Profile
    from diary.domain.diary import Diary
    from diary.domain.fields import Model

T = TypeVar("T", bound="Model")


@dataclass(frozen=True, slots=True)
class DayAnswers:
    """The answers a CSV gives for one day; what it does not mention is absent.

    Attributes:
        day: the day.
        single: answers by field of the entry.
        lists: items by field of the entry; an empty one is "asked, nothing to report".
    """

    day: dt.date
    single: Mapping[str, Any]
    lists: Mapping[str, tuple[Model, ...]]


def merge_diary(current: Diary, incoming: Diary) -> Diary:
    """Return the diary with what a JSON file holds."""
    days = {entry.date: entry for entry in (*current.entries, *incoming.entries)}
    return current.model_copy(
        update={
            "profile": _merge_profile(current.profile, incoming.profile),
            "treatments": _union(current.treatments, incoming.treatments),
            "events": _union(current.events, incoming.events),
            "quiet_periods": _union(current.quiet_periods, incoming.quiet_periods),
            "entries": tuple(days[day] for day in sorted(days)),
            "alert_actions": _union(current.alert_actions, incoming.alert_actions),
        }
    )


def merge_answers(current: Diary, incoming: Iterable[DayAnswers]) -> Diary:
    """Return the diary with the answers a CSV file gives."""
    days = {entry.date: entry for entry in current.entries}
    for answers in incoming:
        days[answers.day] = _merge_day(days.get(answers.day), answers)
    return current.model_copy(update={"entries": tuple(days[day] for day in sorted(days))})


def _merge_day(current: DayEntry | None, answers: DayAnswers) -> DayEntry:
    entry = DayEntry(date=answers.day) if current is None else current
    changes = dict(answers.single)
    for question in QUESTIONS:
        given = answers.lists.get(question.field)
        if given is None:
            continue
        before = getattr(entry, question.field)
        # An explicit "nothing" replaces whatever was listed; items join what was listed.
        changes[question.field] = (
            _replace(() if before is None else before, given, _key_of(question.key))
            if given
            else ()
        )
    return entry.model_copy(update=changes)


def _merge_profile(current: Profile, incoming: Profile) -> Profile:
    answered = {
        name: value
        for name in type(incoming).model_fields
        if (value := getattr(incoming, name)) is not None
    }
    answered["usual"] = _replace(current.usual, incoming.usual, _key_of(("of", "since")))
    answered["contacts"] = _union(current.contacts, incoming.contacts)
    return current.model_copy(update=answered)


def _key_of(names: tuple[str, ...]) -> Callable[[Model], Hashable]:
    return lambda item: tuple(getattr(item, name) for name in names)


def _replace(
    current: tuple[T, ...], incoming: tuple[T, ...], key: Callable[[T], Hashable]
) -> tuple[T, ...]:
    """Put the incoming items in the places of those with the same key, and the rest behind.

    The file gives all items of a key it mentions, so surplus ones of that key go.
    """
    waiting: dict[Hashable, list[T]] = {}
    for item in incoming:
        waiting.setdefault(key(item), []).append(item)
    kept: list[T] = []
    placed: Counter[Hashable] = Counter()
    for item in current:
        group = waiting.get(key(item))
        if group is None:
            kept.append(item)
        elif placed[key(item)] < len(group):
            kept.append(group[placed[key(item)]])
            placed[key(item)] += 1
    for item in incoming:
        if placed[key(item)] > 0:
            placed[key(item)] -= 1
        else:
            kept.append(item)
    return tuple(kept)


def _union(current: tuple[T, ...], incoming: tuple[T, ...]) -> tuple[T, ...]:
    """Add what is missing, by count, so that two equal treatments stay two."""
    present = Counter(current)
    added: list[T] = []
    for item in incoming:
        if present[item] > 0:
            present[item] -= 1
        else:
            added.append(item)
    return (*current, *added)
