"""The reminder: a note in the tray on a day that is not recorded yet, if she wants one."""

from __future__ import annotations
