"""The few pure condition shapes that rules fill in."""

from __future__ import annotations
