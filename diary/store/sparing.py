"""Spares SQLAlchemy the import of asyncio, which nobody here uses.

It takes 40 ms of the start, a quarter of what SQLAlchemy takes, and 4 MB, and brings the code for
networks with it.
"""

from __future__ import annotations

import importlib
import inspect
import sys
from contextlib import contextmanager
from types import ModuleType
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAME: Final = "asyncio"


class _StandIn(ModuleType):
    """Stands where asyncio would; whoever asks it for anything of use gets that of the real one."""

    # Asked for while SQLAlchemy is imported. Of what nobody here makes, it need know no more.
    iscoroutine = staticmethod(inspect.iscoroutine)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # somebody looks through all modules
            raise AttributeError(name)
        self.leave()
        return getattr(importlib.import_module(_NAME), name)

    def leave(self) -> None:
        """Let the next import of asyncio be one."""
        if sys.modules.get(_NAME) is self:
            del sys.modules[_NAME]


@contextmanager
def without_asyncio() -> Iterator[None]:
    """Let what is imported meanwhile do without asyncio until it calls for something of it."""
    if _NAME in sys.modules:
        yield
        return
    stand_in = _StandIn(_NAME)
    sys.modules[_NAME] = stand_in
    try:
        yield
    finally:
        stand_in.leave()
