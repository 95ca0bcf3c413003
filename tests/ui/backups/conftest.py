from __future__ import annotations

from tests.ui.settings.conftest import paths, real_bridge, use

__all__ = ["paths", "real_bridge", "use"]
