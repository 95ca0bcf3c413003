"""What is said about a backup that can be put back, and about what could be read."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from diary.i18n import mark, mark_plural, plural, translate
from diary.services.rescue_words import LOOK_THROUGH, part_in_words
from diary.ui.backups.words import made
from diary.ui.local import day_in_words, list_in_words

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from diary.services.rescue import Backup, Salvaged

_BACKUP: Final = mark("{when} It holds {days}.")
_MADE: Final = mark("Made on {when}.")
_DAYS, _DAYS_MANY = mark_plural(
    "{n} recorded day",
    "{n} recorded days",
)
_LAST: Final = mark("{days}, the last one {last}")
_NEWER_MISSING: Final = mark("What you wrote after it was made is not in it.")
_SAVED, _SAVED_MANY = mark_plural(
    "{n} day can be read, {{first}}.",
    "{n} days can be read, from {{first}} to {{last}}.",
)
_NO_DAYS: Final = mark("No recorded day can be read.")
_PARTLY, _PARTLY_MANY = mark_plural(
    "On {n} day an answer could not be read and is left open: {{days}}.",
    "On {n} days some answers could not be read and are left open: {{days}}.",
)
_LOST, _LOST_MANY = mark_plural(
    "{n} day could not be read at all: {{days}}.",
    "{n} days could not be read at all: {{days}}.",
)
_UNKNOWN: Final = mark("There may have been more days that have left no trace.")
_ALL: Final = mark("As far as can be told, nothing is missing.")
_OTHERS: Final = mark("Besides the days, these could not be read in full: {parts}.")
_RANGE: Final = mark("{first} to {last}")
_PAIR: Final = 2


def about_backup(backup: Backup) -> str:
    """Return when a backup was made and what it holds."""
    days = plural(_DAYS, _DAYS_MANY, backup.days)
    if backup.last_day is not None:
        days = translate(_LAST).format(days=days, last=day_in_words(backup.last_day))
    when = translate(_MADE).format(when=made(backup.taken_at))
    said = translate(_BACKUP).format(when=when, days=days)
    return f"{said} {translate(_NEWER_MISSING)}"


def about_salvaged(salvaged: Salvaged) -> str:
    """Return how many days could be read."""
    if salvaged.first_day is None or salvaged.last_day is None:
        return translate(_NO_DAYS)
    said = plural(_SAVED, _SAVED_MANY, salvaged.days)
    first, last = day_in_words(salvaged.first_day), day_in_words(salvaged.last_day)
    return said.format(first=first, last=last)


def not_read(salvaged: Salvaged) -> tuple[str, ...]:
    """Return what could not be read, one sentence for each kind."""
    said = []
    if salvaged.lost:
        told = plural(_LOST, _LOST_MANY, len(salvaged.lost))
        said.append(told.format(days=days_in_words(salvaged.lost)))
    if salvaged.partly:
        told = plural(_PARTLY, _PARTLY_MANY, len(salvaged.partly))
        said.append(told.format(days=days_in_words(salvaged.partly)))
    if salvaged.others:
        parts = list_in_words([part_in_words(part) for part, _ in salvaged.others])
        said += [translate(_OTHERS).format(parts=parts), translate(LOOK_THROUGH)]
    if not salvaged.is_list_whole:
        said.append(translate(_UNKNOWN))
    return tuple(said) or (translate(_ALL),)


def days_in_words(days: Sequence[dt.date]) -> str:
    """Return days in order as a list, those that follow each other as one stretch."""
    stretches = []
    for _, group in groupby(enumerate(days), lambda one: one[1].toordinal() - one[0]):
        stretch = [day for _, day in group]
        first, last = day_in_words(stretch[0]), day_in_words(stretch[-1])
        if len(stretch) > _PAIR:
            stretches.append(translate(_RANGE).format(first=first, last=last))
        else:
            stretches += [first, last][: len(stretch)]
    return list_in_words(stretches)
