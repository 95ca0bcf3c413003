from __future__ import annotations

from tests.ui.fakes import bridge, paths, real_bridge, theme

__all__ = ["bridge", "paths", "real_bridge", "theme"]
