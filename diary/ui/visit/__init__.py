"""The page that makes the sheet for the doctor."""

from __future__ import annotations
