"""The passphrase of the diary in the window: opening, locking, setting it up, and offering it."""

from __future__ import annotations
