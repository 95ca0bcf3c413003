from __future__ import annotations

from tests.ui.fakes import bridge, paths, real_bridge, theme
from tests.ui.leftovers import own_themes

__all__ = ["bridge", "own_themes", "paths", "real_bridge", "theme"]
