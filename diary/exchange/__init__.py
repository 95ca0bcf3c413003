"""Text formats to domain objects and back."""

from __future__ import annotations
