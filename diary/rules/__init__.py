"""When to speak: declared rules over daily series, replayed into alerts."""

from __future__ import annotations
