"""The first screens: what this is and is not, whom to call, places to follow and text size."""

from __future__ import annotations
