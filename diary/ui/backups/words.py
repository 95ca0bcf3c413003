"""What is said about a copy: when it was made, what it holds, how large it is."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from diary.i18n import mark, mark_plural, plural, translate
from diary.ui.local import day_in_full, day_in_words, list_in_words, size_in_words

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from diary.services.safekeeping import Difference, Soundness
    from diary.ui.backup_facts import Copy, CopyLookedAt

_MADE: Final = mark("{day} at {time}")
_FURTHER: Final = mark("{made} ({n})")
_TODAY: Final = mark("today at {time}")
_YESTERDAY: Final = mark("yesterday at {time}")
_AGO, _AGO_MANY = mark_plural(
    "{n} day ago",
    "{n} days ago",
)
_AHEAD: Final = mark("{day}, which is still to come: the clock may have been wrong")
_NEWEST: Final = mark("Newest backup: {when}.")
_NO_BACKUP: Final = mark("There is no backup yet.")
_LOOKING: Final = mark("Looking into it...")
_NO_DAYS: Final = mark("no recorded days")
_DAYS, _DAYS_MANY = mark_plural(
    "{n} recorded day, {{last}}",
    "{n} recorded days, the last one {{last}}",
)
_SOUND: Final = mark("in order")
_DAMAGED: Final = mark("damaged")
_OTHER: Final = mark("has another passphrase")
_UNREADABLE: Final = mark("cannot be read just now")
_PROTECTED: Final = mark("protected")
_NOT_PROTECTED: Final = mark("not protected")
_ELSEWHERE: Final = mark("in the second folder")
_HOLDS_NONE: Final = mark("This backup holds no recorded days.")
_HOLDS, _HOLDS_MANY = mark_plural(
    "This backup holds {n} recorded day: {{last}}.",
    "This backup holds {n} recorded days, up to {{last}}.",
)
_LACKS_NONE: Final = mark("It has every day that is recorded now.")
_LACKS, _LACKS_MANY = mark_plural(
    "{n} day that is recorded now is not in it: {{days}}.",
    "{n} days that are recorded now are not in it: {{days}}.",
)
_AND_MORE, _AND_MORE_MANY = mark_plural(
    "{n} more",
    "{n} more",
)
_AS_THEN: Final = mark(
    "All other days, and everything else in the diary, will say what they said then."
)
_PRESENT_KEPT: Final = mark(
    "Your diary as it is now is kept as a backup first, so you can go back."
)
_OPENS_AS_COPY: Final = mark(
    "From then on your diary opens with the passphrase of this backup, or the recovery code "
    "that goes with it."
)
_NO_PASSPHRASE: Final = mark(
    "This backup has no passphrase. Your diary keeps the passphrase and the recovery code it has."
)
_MOST_NAMED: Final = 6  # our choice: more days than these are a number


def made(moment: dt.datetime, *, exactly: bool = False) -> str:
    """Return when a copy was made: "Friday 20 March 2026 at 20:41".

    Args:
        moment: when that was.
        exactly: whether to say the second, too.
    """
    there = moment.astimezone()
    time = f"{there:%H:%M:%S}" if exactly else f"{there:%H:%M}"
    return translate(_MADE).format(day=day_in_full(there.date()), time=time)


def names(copies: Sequence[Copy]) -> list[str]:
    """Return when copies were made, so that no two of one folder read alike.

    The second is said of those of the same minute; of those of the same second, which is which.

    Args:
        copies: the copies, the newest first.
    """
    minutes = Counter((copy.is_elsewhere, made(copy.about.taken_at)) for copy in copies)
    found, seen = [], Counter[tuple[bool, str]]()
    for copy in reversed(copies):
        words = made(copy.about.taken_at)
        if minutes[copy.is_elsewhere, words] > 1:
            words = made(copy.about.taken_at, exactly=True)
        seen[copy.is_elsewhere, words] += 1
        number = seen[copy.is_elsewhere, words]
        found.append(translate(_FURTHER).format(made=words, n=number) if number > 1 else words)
    return found[::-1]


def newest(moment: dt.datetime | None, today: dt.date) -> str:
    """Return how old the newest backup is, as a sentence."""
    if moment is None:
        return translate(_NO_BACKUP)
    there = moment.astimezone()
    age = (today - there.date()).days
    if age < 0:
        when = translate(_AHEAD).format(day=day_in_full(there.date()))
    elif age <= 1:
        when = translate(_YESTERDAY if age else _TODAY).format(time=f"{there:%H:%M}")
    else:
        when = plural(_AGO, _AGO_MANY, age)
    return translate(_NEWEST).format(when=when)


def about(copy: Copy, looked: CopyLookedAt | None) -> str:
    """Return what is known about a copy, in one line."""
    parts = [_held(looked), size_in_words(copy.about.size)]
    if copy.is_protected is not None:
        parts.append(translate(_PROTECTED if copy.is_protected else _NOT_PROTECTED))
    if copy.is_elsewhere:
        parts.append(translate(_ELSEWHERE))
    return " · ".join(parts)


def _held(looked: CopyLookedAt | None) -> str:
    if looked is None:
        return translate(_LOOKING)
    if looked.found is None:
        return translate(_OTHER if looked.needs_other else _UNREADABLE)
    if not looked.found.sound:
        return translate(_DAMAGED)
    return f"{_days(looked.found)} · {translate(_SOUND)}"


def _days(found: Soundness) -> str:
    if found.last_day is None:
        return translate(_NO_DAYS)
    words = plural(_DAYS, _DAYS_MANY, found.days)
    return words.format(last=day_in_words(found.last_day))


def difference(found: Difference) -> tuple[str, ...]:
    """Return what putting a copy back would change, a sentence or two a paragraph."""
    said = [f"{_holds(found.copy)} {_lacks(found.lacking)}", translate(_AS_THEN)]
    if found.is_protected and not found.same_key:
        said.append(translate(_OPENS_AS_COPY))
    if found.is_protected_now and not found.is_protected:
        said.append(translate(_NO_PASSPHRASE))
    said.append(translate(_PRESENT_KEPT))
    return tuple(said)


def _holds(found: Soundness) -> str:
    if found.last_day is None:
        return translate(_HOLDS_NONE)
    words = plural(_HOLDS, _HOLDS_MANY, found.days)
    return words.format(last=day_in_words(found.last_day))


def _lacks(days: tuple[dt.date, ...]) -> str:
    if not days:
        return translate(_LACKS_NONE)
    named = [day_in_words(day) for day in days[-_MOST_NAMED:]]
    others = len(days) - len(named)
    if others:
        named.insert(0, plural(_AND_MORE, _AND_MORE_MANY, others))
    words = plural(_LACKS, _LACKS_MANY, len(days))
    return words.format(days=list_in_words(named))
