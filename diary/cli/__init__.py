"""The command line; never imports Qt."""

from __future__ import annotations
