"""Loads Qt, and of PySide only what a window needs.

Two things of PySide are for those who ask it about itself, and take a good part of a start. What
can put names like `snake_case` in the place of Qt's reads the source of every module imported from
then on. What knows the signatures of Qt's functions is source in an archive, compiled anew by
every start.
"""

from __future__ import annotations

import builtins
import importlib
import sys
from functools import cached_property
from types import ModuleType, SimpleNamespace
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable

_THEIRS: Final = ("PySide6", "shiboken6", "Shiboken")
_PACKAGE: Final = "shibokensupport.signature"
_LOADER: Final = "loader"
_MAPPING: Final = "mapping"

# Of these we know, and test, all that PySide asks of the signatures. Another may ask for more,
# and would fall where it finds nothing.
_KNOWN: Final = frozenset({(6, 11)})

# What PySide calls at each start. The one puts its own way to import in the place of Python's;
# the other brings functions back that Qt has given up: in these there are none.
_AT_START: Final = frozenset({"post_init", "finish_import"})


def load_qt() -> None:
    """Load the core of Qt without PySide's signatures and without its own way to import.

    The signatures, nearly half of what the least window takes, come when PySide words what is
    wrong with a call, or `help` asks for one. With its way to import, SQLAlchemy would take
    half as long again, and 20 MB. Of a PySide that we do not know, all is loaded but that.
    """
    own = builtins.__import__

    def spare(name: str, *how: Any, **also: Any) -> Any:
        from_list = how[2:3]  # after the names of where it is imported
        if (name, from_list) == (_PACKAGE, ((_LOADER,),)) and _is_known():
            return SimpleNamespace(**{_LOADER: _Signatures(sys.meta_path[0])})
        return own(name, *how, **also)

    builtins.__import__ = spare
    try:
        import PySide6.QtCore  # noqa: F401, PLC0415  once it is known how
    finally:
        builtins.__import__ = own


def _is_known() -> bool:
    version = getattr(sys.modules.get("PySide6"), "__version_info__", ())
    # Unpacked, they lie in a folder, and are compiled once.
    finds = getattr(sys.meta_path[0], "find_spec", None)
    return (
        version[:2] in _KNOWN and finds is not None and bool(finds(f"{_PACKAGE}.{_LOADER}", None))
    )


def _is_theirs(function: Any) -> bool:
    home = getattr(function, "__self__", None)
    if home is None:  # not bound, or bound to nothing, which only Qt does
        home = getattr(function, "__objclass__", None)
    if home is None:
        return True
    if isinstance(home, ModuleType):
        return home.__name__.startswith(_THEIRS)
    kind = home if isinstance(home, type) else type(home)
    return any(one.__module__.startswith(_THEIRS) for one in kind.__mro__)


class _Signatures:
    """Stands where what knows the signatures would; whoever calls it calls the real one.

    Args:
        finder: finds what PySide has in its archive.
    """

    def __init__(self, finder: Any) -> None:
        self._finder = finder
        # PySide looks for this module by its name when a call is wrong, has it made up to date,
        # and looks in it from then on: it is filled later, and must stay the same.
        name = f"{_PACKAGE}.{_MAPPING}"
        self._mapping = sys.modules[name] = ModuleType(name)
        self._mapping.__spec__ = finder.find_spec(name, None)
        self._update = self._mapping.__dict__["update_mapping"] = self._fill

    def __getattr__(self, name: str) -> Callable[..., Any]:
        def call(*given: Any, **named: Any) -> Any:
            return None if name in _AT_START else getattr(self._real, name)(*given, **named)

        return call

    def make_helptext(self, function: Any) -> Any:
        """Return the text about a function written in C; PySide is asked for everybody's."""
        return self._real.make_helptext(function) if _is_theirs(function) else function.__doc__

    def _fill(self) -> None:
        """Fill the module that stood empty, and have it made up to date."""
        self._real.mapping.update_mapping()

    @cached_property
    def _real(self) -> Any:
        sys.meta_path.insert(0, self._finder)
        try:
            self._finder.exec_module(self._mapping)
            return importlib.import_module(f"{_PACKAGE}.{_LOADER}")
        finally:
            sys.meta_path.remove(self._finder)
