from __future__ import annotations

from tests.ui.settings.conftest import use

__all__ = ["use"]
