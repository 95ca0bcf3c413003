"""The window; the only Qt."""

from __future__ import annotations
