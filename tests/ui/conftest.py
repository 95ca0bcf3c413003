from __future__ import annotations

from tests.store.quick import quick_diaries
from tests.ui.bridges import ask, make_bridge
from tests.ui.fakes import bridge, paths, real_bridge, theme
from tests.ui.leftovers import own_themes
from tests.ui.windows import session, start, window

__all__ = [
    "ask",
    "bridge",
    "make_bridge",
    "own_themes",
    "paths",
    "quick_diaries",
    "real_bridge",
    "session",
    "start",
    "theme",
    "window",
]
