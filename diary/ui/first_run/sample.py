"""The sample diary in a process of its own, so that it can never mix with her diary."""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QProcess

from diary.ui.reminder.autostart import start_command

DEMO = "--demo"


def sample_command() -> tuple[str, ...]:
    """Return the command that opens the sample diary with this program."""
    frozen = bool(getattr(sys, "frozen", False))
    *program, _in_tray = start_command(sys.argv, None, os.environ, frozen=frozen)
    return (*program, DEMO)


def open_sample() -> bool:
    """Open the sample diary beside this window; return whether it could be started."""
    program, *arguments = sample_command()
    started, _process = QProcess.startDetached(program, arguments, "")
    return bool(started)
