"""One window for a diary: a second start brings the first to the front and ends.

The two talk through a small folder beside the diary: a lock file that the first one holds, and a
request file that it watches for. No socket: an offline program has no business with one, and a
path may be longer than the name of one can be. A program that crashed leaves a lock that counts
for nothing, and one that does not answer keeps nobody from her diary: the file itself allows two.
"""

from __future__ import annotations

from contextlib import suppress
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QLockFile, QObject, Signal, Slot

if TYPE_CHECKING:
    from pathlib import Path

FOLDER, LOCK, REQUEST = "window", "lock", "open"
PATIENCE = 5.0  # seconds for the first to answer: our choice, it may be closing just now
_LOOK_MS = 20


class OneWindow(QObject):
    """Holds the window of a diary, and hears of later starts.

    Args:
        folder: the folder of the diary.
        parent: the owner.
    """

    open_wanted = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder / FOLDER
        self._request = self._folder / REQUEST
        self._lock: QLockFile | None = None
        self._watcher: QFileSystemWatcher | None = None

    @property
    def is_held(self) -> bool:
        """Whether this is the one window."""
        return self._lock is not None

    def hold(self) -> bool:
        """Be the one window from now on; return False only where another program is.

        Where the disk refuses there can be no lock, and this start goes on without.
        """
        if self._lock is not None:
            return True
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError:
            return True
        return self._try(0)

    def ask(self, patience: float = PATIENCE) -> bool:
        """Ask the program that is the one window to show itself; return whether it did.

        Where it leaves meanwhile, this one takes its place; where it does not answer in time,
        this one goes on beside it.

        Args:
            patience: how many seconds to wait.
        """
        try:
            self._request.touch(mode=0o600)
        except OSError:
            return False
        end = monotonic() + patience
        while monotonic() < end:
            if self._try(_LOOK_MS):
                return False
            if not self._request.exists():
                return True
        return False

    def listen(self) -> None:
        """Hear of later starts; needs the application."""
        if self._lock is None or self._watcher is not None:
            return
        self._watcher = QFileSystemWatcher([str(self._folder)], self)
        self._watcher.directoryChanged.connect(self._on_changed)
        self._on_changed()  # one may have asked already

    def let_go(self) -> None:
        """Be it no longer, and leave nothing behind."""
        if self._watcher is not None:
            self._watcher.deleteLater()
            self._watcher = None
        if self._lock is not None:
            with suppress(OSError):
                self._request.unlink(missing_ok=True)
            self._lock.unlock()
            self._lock = None
            with suppress(OSError):
                self._folder.rmdir()

    def _try(self, milliseconds: int) -> bool:
        """Take the lock if it is free, or becomes so in this time."""
        lock = QLockFile(str(self._folder / LOCK))
        lock.setStaleLockTime(0)  # held for days; a program that crashed is known by its number
        if not lock.tryLock(milliseconds):
            return lock.error() is not QLockFile.LockError.LockFailedError
        self._lock = lock
        with suppress(OSError):
            self._request.unlink(missing_ok=True)
        return True

    @Slot()
    def _on_changed(self) -> None:
        if self._request.exists():
            with suppress(OSError):
                self._request.unlink(missing_ok=True)
            self.open_wanted.emit()
