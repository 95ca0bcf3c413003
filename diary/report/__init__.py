"""The sheet for the doctor: pure content, and its typst page."""

from __future__ import annotations
