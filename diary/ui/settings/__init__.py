"""The page *Settings*: how the program looks, my care, what I follow, and my diary file."""

from __future__ import annotations
