"""What an import makes of the diary that is there. Pure; nothing she said is removed.

From JSON a day replaces that day. From CSV the answers present replace, the others stay: a row
that gives a score leaves the night and the details of that pain as they were. Lists around the
days gain what they lack. Importing the same file again changes nothing.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeVar

from diary.domain.entry import DayEntry, Pain
from diary.exchange.items import QUESTIONS

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Hashable, Iterable, Mapping

    from diary.domain.care import Profile
    from diary.domain.diary import Diary
    from diary.domain.fields import Model
    from diary.exchange.items import Question

T = TypeVar("T", bound="Model")
_PAINS: Final = next(question for question in QUESTIONS if question.model is Pain)
_SAYS_NOTHING: Final = frozenset(_PAINS.key)


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

    @property
    def bare_pains(self) -> int:
        """How many rows name a place of pain and say nothing of it, not even a score."""
        return sum(
            item.model_fields_set <= _SAYS_NOTHING for item in self.lists.get(_PAINS.field, ())
        )


def merge_diary(current: Diary, incoming: Diary) -> Diary:
    """Return the diary with what a JSON file holds."""
    days = {entry.date: entry for entry in current.entries}
    for entry in incoming.entries:
        days[entry.date] = _first_saved(days.get(entry.date), entry)
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


def _first_saved(before: DayEntry | None, entry: DayEntry) -> DayEntry:
    """The time of entry is that of the first save; a file without one does not undo it."""
    if before is None or before.entered_at is None or entry.entered_at is not None:
        return entry
    return entry.model_copy(update={"entered_at": before.entered_at})


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
            _answered(() if before is None else before, given, question) if given else ()
        )
    return entry.model_copy(update=changes)


def _answered(
    current: tuple[Model, ...], given: tuple[Model, ...], question: Question
) -> tuple[Model, ...]:
    """Return the items of a question with the fields that rows of a file give."""
    placed = tuple(_on_the_only_one(item, current, given, question) for item in given)
    return _replace(current, placed, _key_of(question.key), _with_fields_given)


def _on_the_only_one(
    item: Model, current: tuple[Model, ...], given: tuple[Model, ...], question: Question
) -> Model:
    """The only row of a place, without a side or a where, is about the only item of it."""
    name, *rest = question.key
    same = [one for one in current if getattr(one, name) == getattr(item, name)]
    rows = [one for one in given if getattr(one, name) == getattr(item, name)]
    if len(same) == len(rows) == 1 and all(getattr(item, field) is None for field in rest):
        return item.model_copy(update={field: getattr(same[0], field) for field in rest})
    return item


def _with_fields_given(old: Model, new: Model) -> Model:
    return old.model_copy(update={name: getattr(new, name) for name in new.model_fields_set})


def _only_new(_old: T, new: T) -> T:
    return new


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
    current: tuple[T, ...],
    incoming: tuple[T, ...],
    key: Callable[[T], Hashable],
    combine: Callable[[T, T], T] = _only_new,
) -> tuple[T, ...]:
    """Put the incoming items in the places of those with the same key, and the rest behind.

    The file gives all items of a key it mentions, so surplus ones of that key go. ``combine``
    makes one of what was there and what comes.
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
            kept.append(combine(item, group[placed[key(item)]]))
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
