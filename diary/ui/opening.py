"""Opens the diary on the worker: with what she typed, else with what the environment says."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from diary.errors import RequestError

if TYPE_CHECKING:
    import logging

    from diary.paths import AppPaths
    from diary.services.open import Services
    from diary.services.rescue import Rescue

PASSPHRASE = "DAYMARK_PASSPHRASE"  # noqa: S105  the name of the variable, not its value


class Opening:
    """Opens the diary; the log is there before, to say why it did not open.

    Args:
        paths: where the diary is.

    Attributes:
        log: the log file, from when the diary is opened.
    """

    def __init__(self, paths: AppPaths) -> None:
        self._paths = paths
        self._asks_environment = True
        self._given: str | None = None  # what would have opened it
        self._opened: Services | None = None  # what opens it now may have been changed since
        self.log: logging.Handler | None = None

    def lock(self) -> None:
        """Open from now on only with what she types: a locked diary must not open by itself."""
        self._asks_environment = False
        self._given = self._opened = None

    def rescue(self) -> Rescue:
        """Return the ways out for a diary file that does not open."""
        from diary.services.rescue import Rescue  # noqa: PLC0415  seldom, and on the worker

        given = self._given if self._opened is None else self._opened.passphrase
        return Rescue(self._paths, given)

    def __call__(self, typed: str | None = None) -> Services | None:
        """Return the services of the diary; None where it needs a passphrase that nobody gave.

        Args:
            typed: the passphrase or the recovery code as she typed it.

        Raises:
            FileProblem: the file cannot be used, or the disk does not allow it.
            RequestError: what she typed does not open it.
        """
        from diary.logs import start_logging  # noqa: PLC0415  on the worker
        from diary.services.open import (  # noqa: PLC0415  brings the store, on the worker
            needs_passphrase,
            open_services,
        )

        if self.log is None:
            self.log = start_logging(self._paths.logs)
        given = typed
        if given is None and self._asks_environment:
            given = os.environ.get(PASSPHRASE) or None
        if given is None and needs_passphrase(self._paths.diary):
            return None
        self._given, self._opened = given, None
        try:
            self._opened = open_services(self._paths, given, sheets_apart=True)
        except RequestError:
            if typed is None and needs_passphrase(self._paths.diary):
                return None  # that of the environment does not fit: she is asked
            raise
        return self._opened
