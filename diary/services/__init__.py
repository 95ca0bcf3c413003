"""Use cases: what the window and the commands ask for."""

from __future__ import annotations
