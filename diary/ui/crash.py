"""What happens when something in the program does not work: a report on this computer.

An exception nobody caught is told at once; a crash below Python, of which the program cannot tell
any more, at the next start.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication

from diary import __version__

if TYPE_CHECKING:
    from types import TracebackType

    from diary.crash_reports import FaultFile
    from diary.paths import AppPaths


class CrashHook(QObject):
    """Stands in for ``sys.excepthook``, whose own text would hold what was typed.

    Args:
        paths: where the report goes.
    """

    crashed = Signal(object)  # the report, a Path; None where it could not be written

    def __init__(self, paths: AppPaths) -> None:
        super().__init__()
        self._paths = paths

    def __call__(
        self,
        kind: type[BaseException],
        error: BaseException,
        traceback: TracebackType | None,
    ) -> None:
        """Write the report and tell of it."""
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        from diary.logs import write_crash_report  # noqa: PLC0415  seldom needed, and never early

        report = None
        with suppress(OSError):  # the disk may be full; it is told all the same
            report = write_crash_report(
                self._paths.logs, error.with_traceback(traceback), __version__
            )
        self.crashed.emit(report)


class FaultWatch(QObject):
    """Has a crash below Python taken down, and tells of one of the last run.

    Args:
        paths: where the report goes.
        parent: the owner.
    """

    found = Signal(object)  # the report, a Path

    def __init__(self, paths: AppPaths, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._paths = paths
        self._file: FaultFile | None = None

    @Slot()
    def start(self) -> None:
        """Begin, once the window is there: this must not make the start any longer."""
        from diary.crash_reports import FaultFile  # noqa: PLC0415  not before the first paint

        if self._file is None:
            self._file = FaultFile(self._paths.logs)
            report = self._file.start(__version__)
            if report is not None:
                self.found.emit(report)

    def stop(self) -> None:
        """Let go of the file, and leave nothing behind."""
        if self._file is not None:
            self._file.stop()
            self._file = None
