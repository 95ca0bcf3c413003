"""What the diary means: data and pure functions, the only list of ids."""

from __future__ import annotations
