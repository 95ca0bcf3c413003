"""Many diaries through the rules at once."""

from __future__ import annotations
