"""The diary file; the only SQL."""

from __future__ import annotations
