"""The page on which a day is recorded."""

from __future__ import annotations
