"""Requests about the sheet for the doctor: looked at before it is kept, kept as a file, printed."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from diary.ui import facts

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import TypeAlias

    from diary.report.pages import PagePicture
    from diary.report.parts import SheetWanted
    from diary.ui.desk import Desk
    from diary.ui.requests.care import Ask

    # Draws a page of a PDF: the file, pixels an inch, the number of the page.
    DrawPage: TypeAlias = Callable[[bytes, float, int], PagePicture]
    # Prints a PDF whose pages can be drawn.
    PrintPages: TypeAlias = Callable[[bytes, DrawPage], None]

PREVIEW, REPORT, PRINT, REST = "preview", "report", "print", "rest"


class SheetRequests(QObject):
    """Makes sheets; failures are told by the bridge: ``preview``, ``report`` or ``print``.

    Args:
        ask: has a job done on the worker.
        desk: the services.
        parent: the bridge.
    """

    previewed = Signal(object)  # SheetPreviewed
    written = Signal(object)  # ReportWritten
    printed = Signal(object)  # the SheetWanted that was sent to the printer

    def __init__(self, ask: Ask, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._ask, self._desk = ask, desk

    @Slot()
    def rest(self) -> None:
        """Have what making sheets keeps in memory let go of; the next sheet takes longer."""
        self._ask(REST, self._desk.rest, _heard)

    def preview(self, wanted: SheetWanted, dpi: float) -> None:
        """Ask for a picture of page 1, so many pixels an inch; answers with ``previewed``."""
        job = functools.partial(_preview, self._desk, wanted, dpi)
        self._ask(PREVIEW, job, self.previewed.emit)

    def write(self, wanted: SheetWanted, out: Path) -> None:
        """Write the sheet into a file; answers with ``written``."""
        self._ask(REPORT, functools.partial(_write, self._desk, wanted, out), self.written.emit)

    def send_to_printer(self, wanted: SheetWanted, print_pages: PrintPages) -> None:
        """Print the sheet; ``print_pages`` runs on the worker. Answers with ``printed``."""
        job = functools.partial(_print, self._desk, wanted, print_pages)
        self._ask(PRINT, job, self.printed.emit)


def _heard(_nothing: None) -> None:
    """Nobody waits for this."""


def _pdf(desk: Desk, wanted: SheetWanted) -> bytes:
    return desk.services.reporting.pdf(wanted, today=desk.today())


def _preview(desk: Desk, wanted: SheetWanted, dpi: float) -> facts.SheetPreviewed:
    page = desk.services.reporting.page(_pdf(desk, wanted), dpi)
    return facts.SheetPreviewed(wanted=wanted, dpi=dpi, page=page)


def _write(desk: Desk, wanted: SheetWanted, out: Path) -> facts.ReportWritten:
    path = desk.services.reporting.write(out, wanted, today=desk.today())
    return facts.ReportWritten(path=path)


def _print(desk: Desk, wanted: SheetWanted, print_pages: PrintPages) -> SheetWanted:
    print_pages(_pdf(desk, wanted), desk.services.reporting.page)
    return wanted
