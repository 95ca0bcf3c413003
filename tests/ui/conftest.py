from __future__ import annotations

from tests.ui.fakes import bridge, theme

__all__ = ["bridge", "theme"]
