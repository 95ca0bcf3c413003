"""Matplotlib figures; no pyplot, no Qt."""

from __future__ import annotations
