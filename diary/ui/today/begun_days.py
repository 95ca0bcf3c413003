"""The forms of days that were begun: those she is not looking at, and all of them in the file."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from diary.ui.today.draft import Draft, rebased

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from diary.ui import facts
    from diary.ui.bridge import Bridge


class BegunDays:
    """Keeps what was said of a day while another is shown, and all that is not saved in the file.

    Args:
        bridge: the way to the file.
    """

    def __init__(self, bridge: Bridge) -> None:
        self._bridge = bridge
        self._kept: dict[dt.date, Draft] = {}

    def __contains__(self, day: dt.date) -> bool:
        return day in self._kept

    def __iter__(self) -> Iterator[Draft]:
        return iter(tuple(self._kept.values()))

    def keep(self, draft: Draft) -> None:
        """Keep the form of a day that is not shown, if it says anything the file does not."""
        # What is long-standing without a level is in no file: it waits here for its level.
        if draft.is_changed or draft.lacks_level:
            self._kept[draft.day] = draft

    def take(self, day: dt.date) -> Draft:
        """Return the form of a day, empty if none was begun, and keep it no more."""
        return self._kept.pop(day, Draft(day))

    def keep_in_file(self, draft: Draft) -> None:
        """Keep what is not saved; what was typed over an unknown day waits until it is known."""
        if draft.is_loaded:
            self._bridge.drafts.keep(draft.day, functools.partial(_body, draft))
        else:
            self._bridge.drafts.hold(draft.day)

    def keep_loaded(self, draft: Draft, fact: facts.DayLoaded) -> None:
        """Keep what is not saved of a day that is known just now."""
        if fact.draft is not None or draft.is_changed:
            self.keep_in_file(draft)
        else:
            self._bridge.drafts.let_go(draft.day)  # it was held until now, and says nothing new


def filled(draft: Draft, fact: facts.DayLoaded) -> Draft:
    """Return the form with what the file holds, and what was left unsaved the last time."""
    if fact.draft is None or draft.is_loaded:
        return rebased(draft, fact.entry)
    from diary.ui.today.draft_body import restored  # noqa: PLC0415  brings pydantic

    return restored(draft, fact.draft, fact.entry)


def _body(draft: Draft) -> str | None:
    """Return what to keep of a form; on the worker."""
    from diary.ui.today.draft_body import kept_body  # noqa: PLC0415  brings pydantic

    return kept_body(draft)
