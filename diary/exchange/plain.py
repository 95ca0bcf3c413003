"""Whether a diary just read from JSON is beyond doubt, told without reading the JSON once more.

pydantic reads a file many times faster than Python, but keeps the last of a key that stands twice,
and knows nothing of today. Nearly every diary is found sound here; any other is looked through
slowly, and its problems are named, by :mod:`diary.exchange.diary_json`.
"""

from __future__ import annotations

from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from diary.domain import limits
from diary.domain.fields import FIRST_DAY

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from diary.domain.diary import Diary
    from diary.domain.fields import Model

_HEAD: Final = frozenset({"format", "version"})
# What shows a key among texts, times and numbers: a colon after the end of a text.
_END_OF_KEY: Final = b'":'
# What is left out before they are counted; nothing of it but blanks stands between the two signs.
# First all but the digits, that keep the colons of a time of day from its quotes: it is the
# quickest. Where a text of hers has a colon, only the blanks.
_LEFT_OUT: Final = (bytes(set(range(256)) - set(b'":0123456789')), b" \t\r\n")
_given = attrgetter("__pydantic_fields_set__")


def is_plain(diary: Diary, data: bytes, today: dt.date) -> bool:
    """Return whether nothing can be wrong with a diary; if not, something may be.

    Args:
        diary: as pydantic read it, its days in order and each there once.
        data: the JSON it was read from.
        today: the last day an entry may have.
    """
    if not (diary.model_fields_set >= _HEAD and _has_possible_days(diary, today)):
        return False
    around = [(getattr(diary, name), most) for name, most in limits.AROUND.items()]
    of_person = [(getattr(diary.profile, name), most) for name, most in limits.OF_PERSON.items()]
    of_days = [
        (items, most)
        for name, most in limits.A_DAY.items()
        for items in filter(None, map(attrgetter(name), diary.entries))
    ]
    lists = (*around, *of_person, *of_days)
    if any(len(items) > most for items, most in lists):
        return False
    models: Iterable[Model] = chain.from_iterable(items for items, _most in lists)
    keys = sum(map(len, map(_given, chain((diary, diary.profile), models))))
    # Each key of the file is counted, if not more: as many as are known, and none stands twice.
    return any(data.translate(None, out).count(_END_OF_KEY) == keys for out in _LEFT_OUT)


def _has_possible_days(diary: Diary, today: dt.date) -> bool:
    days = diary.entries
    return not days or (days[0].date >= FIRST_DAY and days[-1].date <= today)
