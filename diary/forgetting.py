"""What is kept of a diary to be quick the next time, and let go with the diary.

Whoever keeps words of hers for later says here how they are let go; whoever closes the diary has
all of it let go at once, without knowing who kept what. What was never imported kept nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable


class Cached(Protocol):
    """A function whose answers are kept, as :func:`functools.cache` makes it."""

    def cache_clear(self) -> None:
        """Let go of all answers."""


_C = TypeVar("_C", bound=Cached)
_LET_GO: list[Callable[[], None]] = []


def forgotten(cached: _C) -> _C:
    """Have the answers of a function let go with the diary; stands above ``@cache``."""
    at_closing(cached.cache_clear)
    return cached


def at_closing(let_go: Callable[[], None]) -> Callable[[], None]:
    """Have this called whenever a diary is closed, locked, or given up."""
    _LET_GO.append(let_go)
    return let_go


def forget() -> None:
    """Let go of all that was kept of a diary."""
    for let_go in _LET_GO:
        let_go()
