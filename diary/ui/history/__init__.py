"""Deleted days and earlier versions: looked at, and put back."""

from __future__ import annotations
