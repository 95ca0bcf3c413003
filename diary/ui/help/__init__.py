"""The page *Help*: what Daymark is and is not, the keys, and how to check what it says."""

from __future__ import annotations
