"""The few building blocks all pages share."""

from __future__ import annotations
