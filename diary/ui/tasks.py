"""Work off the UI thread: one worker, one job after another, results back on the UI thread."""

from __future__ import annotations

import functools
import queue
import sys
import threading
import weakref
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
# While the worker reckons, the window waits for its turn so long at each step into Python, in
# seconds. Painting takes a dozen such steps: at Python's own five ms each it would be felt.
_TURN = 0.001


class _Outcome(NamedTuple, Generic[T]):
    done: Callable[[T], None]
    failed: Callable[[Exception], None]
    result: T | None = None
    error: Exception | None = None


class _Post(QObject):
    """Brings outcomes to the UI thread.

    The worker holds it, so that it outlives whoever asked: a signal must not be sent from an object
    that another thread is taking down.
    """

    finished = Signal(object)


class Tasks(QObject):
    """Runs jobs in order on one thread, so that the diary file has one user at a time."""

    idle = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # One worker needs no pool; a daemon, so that a window that crashed does not keep it alive.
        self._jobs: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._post = _Post()
        self._post.finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)
        self._waiting = 0
        self._closed = False
        sys.setswitchinterval(_TURN)
        run = functools.partial(_run_jobs, self._jobs)
        self._worker = threading.Thread(target=run, name="diary", daemon=True)
        self._worker.start()
        weakref.finalize(self, self._jobs.put, None)  # where nobody closed it

    @property
    def busy(self) -> bool:
        """Whether a job is running or waiting."""
        return self._waiting > 0

    def run(
        self,
        job: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Run ``job`` on the worker, then ``done`` or ``failed`` on the UI thread."""
        if self._closed:
            return
        self._waiting += 1
        self._jobs.put(functools.partial(_work, self._post, job, done, failed))

    def close(self) -> None:
        """Finish the jobs that were asked for and take no more; their results are not told."""
        self._closed = True
        self._jobs.put(None)
        self._worker.join()

    @Slot(object)
    def _on_finished(self, outcome: _Outcome[Any]) -> None:
        self._waiting -= 1
        if self._closed:
            return
        if outcome.error is not None:
            outcome.failed(outcome.error)
        else:
            outcome.done(outcome.result)
        if self._waiting == 0:
            self.idle.emit()


def _run_jobs(jobs: queue.SimpleQueue[Callable[[], None] | None]) -> None:
    while (job := jobs.get()) is not None:
        job()
        del job  # it names parts of the window, which must not wait here for the next one


def _work(
    post: _Post,
    job: Callable[[], T],
    done: Callable[[T], None],
    failed: Callable[[Exception], None],
) -> None:
    try:
        outcome = _Outcome(done, failed, result=job())
    except Exception as error:  # noqa: BLE001  every failure is told on the UI thread
        outcome = _Outcome(done, failed, error=error)
    post.finished.emit(outcome)
    # The traceback of an error holds this frame: what it names would live on in a circle, and
    # parts of the window must not be left to whoever clears circles away.
    del outcome, job, done, failed
