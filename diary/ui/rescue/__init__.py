"""What the window shows where the diary file cannot be used as it is."""

from __future__ import annotations
