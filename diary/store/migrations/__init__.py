"""Numbered, frozen steps that bring a diary file up to date."""

from __future__ import annotations
