"""The manual page, made from what the commands say of themselves."""

from __future__ import annotations

import click

from diary import __version__
from diary.cli.main import commands

_HEAD = r""".TH DAYMARK 1 "" "Daymark {version}" "User commands"
.SH NAME
daymark \- offline symptom diary that notices trends
.SH SYNOPSIS
.B daymark
[\-\-data\-dir \fIDIR\fR] [\-\-demo] [\fICOMMAND\fR]
.SH DESCRIPTION
Without a command the window opens. Every command works without a display.
Daymark diagnoses nothing, recommends no medicine and never says that all is well.
.SH OPTIONS
.TP
\fB\-\-data\-dir\fR \fIDIR\fR
Keep diary, backups, settings and logs in this folder.
.TP
\fB\-\-demo\fR
Open a made-up sample diary, which is not kept.
.SH COMMANDS
"""
_FOOT = r""".SH ENVIRONMENT
.TP
.B DAYMARK_DATA_DIR
as \-\-data\-dir
.TP
.B DAYMARK_PASSPHRASE
opens a protected diary
.TP
.B DAYMARK_TODAY
sets today (YYYY\-MM\-DD) for the whole program
.SH EXIT STATUS
0: done. 2: the request or its input was wrong, and nothing was changed. 1: anything else.
.SH FILES
.I ~/.local/share/daymark
holds the diary, its backups, settings and logs. Removing the package leaves it as it is.
"""


def man_page() -> str:
    """Return the manual page in the form that ``man`` reads."""
    parts = [_HEAD.format(version=__version__)]
    for name, command in commands.commands.items():
        context = click.Context(command, info_name=name)
        usage = " ".join(command.collect_usage_pieces(context))
        parts.append(f".TP\n\\fB{_written(name)}\\fR {_written(usage)}\n")
        paragraphs = (command.help or "").split("\n\n")
        parts.append("\n.IP\n".join(_written(" ".join(one.split())) for one in paragraphs) + "\n")
    return "".join([*parts, _FOOT])


def _written(text: str) -> str:
    """Return a text as roff takes it; a line must not begin with a dot or an apostrophe."""
    safe = text.replace("\\", r"\e").replace("-", r"\-")
    return f"\\&{safe}" if safe.startswith((".", "'")) else safe
