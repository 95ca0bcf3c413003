"""Requests about the reports of what did not work; they need no open diary."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from pathlib import Path

    from diary.crash_reports import CrashReport
    from diary.ui.requests.care import Ask


class ReportRequests(QObject):
    """Lists and deletes reports; failures are told by the bridge.

    Args:
        ask: has a job done on the worker.
        folder: where they are; None where there are none.
        parent: the bridge.
    """

    found = Signal(object)  # the reports (tuple of CrashReport), the newest first

    def __init__(self, ask: Ask, folder: Path | None, parent: QObject) -> None:
        super().__init__(parent)
        self._ask, self._folder = ask, folder

    def load(self) -> None:
        """Ask for the reports; answers with ``found``."""
        self._ask("reports", functools.partial(_listed, self._folder), self.found.emit)

    def delete(self, name: str) -> None:
        """Delete a report for good; answers with ``found``."""
        self._ask("reports", functools.partial(_deleted, self._folder, name), self.found.emit)


def _listed(folder: Path | None) -> tuple[CrashReport, ...]:
    from diary.crash_reports import reports_in  # noqa: PLC0415  on the worker, and seldom

    return () if folder is None else reports_in(folder)


def _deleted(folder: Path | None, name: str) -> tuple[CrashReport, ...]:
    from diary.crash_reports import delete_report  # noqa: PLC0415  on the worker, and seldom

    if folder is not None:
        delete_report(folder, name)
    return _listed(folder)
