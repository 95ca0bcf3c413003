"""Parts of the bridge, each with its own requests and facts, so that none of them grows large."""

from __future__ import annotations
