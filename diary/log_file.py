"""The file that the log is written into: its owner's only, and never large.

Made with the first line that is logged: on most days there is none, and at the start it would be
waited for.
"""

from __future__ import annotations

import os
from contextlib import suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final

from diary.private import make_private

if TYPE_CHECKING:
    import logging

_LARGEST: Final = 256 * 1024
_KEPT: Final = 3


class LogFile(RotatingFileHandler):
    """Writes lines into a file, which is there from the first line on, and turns to a new one.

    What the disk does not take is left out.

    Args:
        path: the file; older ones lie beside it, with a number.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(path, maxBytes=_LARGEST, backupCount=_KEPT, encoding="utf-8", delay=True)

    def _open(self) -> IO[str]:  # type: ignore[override]  # the stub knows only TextIOWrapper
        path = Path(self.baseFilename)
        make_private(path.parent)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        return os.fdopen(handle, "a", encoding="utf-8")

    def close(self) -> None:
        """Close the file; what a full disk does not take of it is left out."""
        with suppress(OSError):
            super().close()

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802  logging's name
        """Stay silent: logging's own way prints the message and its values."""
