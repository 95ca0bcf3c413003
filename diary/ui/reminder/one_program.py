"""One program in the tray for a diary: a second start shows the window of the first.

The two talk through a small folder beside the diary: a lock file that the first one holds, and a
request file that it watches for. No socket, which an offline program has no business with.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QLockFile, QObject, Signal, Slot

if TYPE_CHECKING:
    from pathlib import Path

_FOLDER, _LOCK, _REQUEST = "tray", "lock", "open"


class OneProgram(QObject):
    """Holds the tray of a diary, and hears of later starts.

    Args:
        folder: the folder of the diary.
        parent: the owner.
    """

    open_wanted = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder / _FOLDER
        self._request = self._folder / _REQUEST
        self._lock: QLockFile | None = None
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._on_changed)

    def hold(self) -> None:
        """Hold the tray from now on; where another has it, or the disk refuses, do without."""
        if self._lock is not None:
            return
        lock = _lock_of(self._folder)
        if lock is None or not lock.tryLock(0):
            return
        self._lock = lock
        self._request.unlink(missing_ok=True)
        self._watcher.addPath(str(self._folder))

    def let_go(self) -> None:
        """Hold it no longer, and leave nothing behind."""
        if self._lock is not None:
            self._watcher.removePath(str(self._folder))
            self._lock.unlock()
            self._lock = None
            with suppress(OSError):
                self._request.unlink(missing_ok=True)
                self._folder.rmdir()

    @Slot()
    def _on_changed(self) -> None:
        if self._request.exists():
            self._request.unlink(missing_ok=True)
            self.open_wanted.emit()


def is_held(folder: Path) -> bool:
    """Return whether another program holds the tray of a diary."""
    if not (folder / _FOLDER / _LOCK).exists():
        return False
    lock = _lock_of(folder / _FOLDER)
    if lock is None or not lock.tryLock(0):
        return lock is not None
    lock.unlock()
    return False


def ask_to_open(folder: Path) -> bool:
    """Ask the program in the tray to show its window; return whether it could be asked."""
    try:
        (folder / _FOLDER / _REQUEST).touch()
    except OSError:
        return False
    return True


def _lock_of(folder: Path) -> QLockFile | None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        return None
    lock = QLockFile(str(folder / _LOCK))
    lock.setStaleLockTime(0)  # held for days; a program that crashed is known by its number
    return lock
