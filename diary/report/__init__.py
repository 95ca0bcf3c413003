"""The sheet for the doctor: pure content, and its typst page."""

from __future__ import annotations

from typing import Final

# What the program is told when it is to set sheets for another of its processes, and nothing else.
SET_SHEETS: Final = "--set-sheets"
