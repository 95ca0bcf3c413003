"""Spares SQLAlchemy and pydantic, while they are imported, what nobody here uses.

It all takes time at the start. asyncio is a quarter of what SQLAlchemy takes, and 4 MB, and brings
the code for networks with it; aiosqlite is a way to the database by that. importlib.metadata, which
would look for other databases and for plugins, brings the code for mail. And of each of its kinds
of SQL SQLAlchemy makes a second, for what an ORM notes on it: a hundred, which it also makes when
one is needed.
"""

from __future__ import annotations

import importlib
import inspect
import sys
from contextlib import ExitStack, contextmanager
from functools import partial
from importlib.machinery import PathFinder
from types import ModuleType
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from importlib.machinery import ModuleSpec

_ASYNCIO: Final = "asyncio"
_AIOSQLITE: Final = "sqlalchemy.dialects.sqlite.aiosqlite"
_METADATA: Final = "importlib.metadata"
_ANNOTATION: Final = "sqlalchemy.sql.annotation"
_PREPARE: Final = "_prepare_annotations"
_MAKE: Final = "_new_annotation_type"
_NEEDED: Final = (_PREPARE, _MAKE, "annotated_classes", "util")
# What we call and stand in for takes this; another SQLAlchemy that asks for more is left to itself.
_TAKES: Final = {_PREPARE: ("target_hierarchy", "base_cls"), _MAKE: ("cls", "base_cls")}


@contextmanager
def spared() -> Iterator[None]:
    """Import both meanwhile; what they are spared comes when they call for it."""
    with ExitStack() as stack:
        # Asked for while SQLAlchemy is imported. Of what nobody here makes, it need know no more.
        stack.enter_context(without(_ASYNCIO, iscoroutine=inspect.iscoroutine))
        stack.enter_context(without(_AIOSQLITE))
        stack.enter_context(without(_METADATA, later=("entry_points",)))
        finder = _Unprepared()
        sys.meta_path.insert(0, finder)
        stack.callback(sys.meta_path.remove, finder)
        yield


@contextmanager
def without(name: str, later: Sequence[str] = (), **known: Any) -> Iterator[None]:
    """Let what is imported meanwhile do without a module until it calls for something of it.

    Args:
        name: the module.
        later: its functions that can be held without it; it comes when one is called.
        known: what of it is there all the same.
    """
    if name in sys.modules:
        yield
        return
    stand_in = _StandIn(name)
    vars(stand_in).update(known, **{one: partial(stand_in.call, one) for one in later})
    sys.modules[name] = stand_in
    try:
        yield
    finally:
        stand_in.leave()


class _StandIn(ModuleType):
    """Stands where a module would; whoever asks it for anything else gets that of the real one."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # somebody looks through all modules
            raise AttributeError(name)
        self.leave()
        return getattr(importlib.import_module(self.__name__), name)

    def call(self, function: str, *given: Any, **named: Any) -> Any:
        """Call a function of the real one."""
        return self.__getattr__(function)(*given, **named)

    def leave(self) -> None:
        """Let the next import of the module be one."""
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]


class _Unprepared:
    """Finds the module of SQLAlchemy that prepares the second kinds, and has it prepare few."""

    def find_spec(self, name: str, path: Any, target: Any = None) -> ModuleSpec | None:
        """Return how that module is loaded; None for all others."""
        if name != _ANNOTATION:
            return None
        spec = PathFinder.find_spec(name, path, target)
        if spec is not None and spec.loader is not None:
            load = spec.loader.exec_module

            def load_and_change(module: ModuleType) -> None:
                load(module)
                if _is_known(module):
                    _Kinds(module)

            spec.loader.exec_module = load_and_change  # type: ignore[method-assign]
        return spec


def _is_known(module: ModuleType) -> bool:
    return all(hasattr(module, one) for one in _NEEDED) and all(
        _taken_by(getattr(module, name)) == takes for name, takes in _TAKES.items()
    )


def _taken_by(function: Any) -> tuple[str, ...]:
    """Return the names of what a function takes, without looking at what is said of their types."""
    code = getattr(function, "__code__", None)
    return () if code is None else code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]


class _Kinds:
    """Makes second kinds as SQLAlchemy would, but each when it is asked for.

    Args:
        module: where SQLAlchemy makes them.
    """

    def __init__(self, module: Any) -> None:
        self._made, self._all_below = module.annotated_classes, module.util.walk_subclasses
        self._make = getattr(module, _MAKE)
        self._first: list[type] = []
        setattr(module, _PREPARE, self.prepare)
        setattr(module, _MAKE, self.make)

    def prepare(self, first: type, base: type) -> None:
        """Make the second kind of the one that others are derived from, and of those between two.

        What is made later is derived from the first in its order of bases. Where that would not
        be the one that was prepared first, it is made now.
        """
        for kind in self._all_below(first):
            if any(one in self._made for one in kind.__mro__[kind.__mro__.index(first) :]):
                self.make(kind, base)
        self._make(first, base)
        self._first.append(first)

    def make(self, kind: type, base: type) -> type:
        """Make the second kind of one, after those it is derived from."""
        for one in reversed(kind.__mro__):
            if one not in self._made and issubclass(one, tuple(self._first)):
                self._make(one, base)
        return self._make(kind, base)  # type: ignore[no-any-return]
