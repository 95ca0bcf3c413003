"""The month page."""

from __future__ import annotations
