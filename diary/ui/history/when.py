"""Moments in words, as the clock on her wall said them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.i18n import mark, translate
from diary.ui.local import day_in_words

if TYPE_CHECKING:
    import datetime as dt

_MOMENT = mark("{day} at {time}")


def moment_in_words(moment: dt.datetime) -> str:
    """Return a moment: "22 March 2026 at 20:41"."""
    local = moment.astimezone()
    return translate(_MOMENT).format(day=day_in_words(local.date()), time=f"{local:%H:%M}")


def local_day_in_words(moment: dt.datetime) -> str:
    """Return the day of a moment: "22 March 2026"."""
    return day_in_words(moment.astimezone().date())
