"""What a forked child does: prepare, work until it is killed, or look at what is left.

``python -m tests.torture.orders work KIND FOLDER SEED`` does the work in a program of its own, so
that its calls of the system can be watched; each confirmed step is a line on standard output.
"""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event

import diary.cli.main
import diary.services.reporting
import diary.services.transfer
import diary.store.migrations.run  # noqa: F401  all that is imported late is there from the start
from diary import app
from diary.errors import DiaryError
from diary.store import connection
from tests.store import by_hand
from tests.torture import at_once, looking, together, together_looking
from tests.torture.kinds import KINDS
from tests.torture.plans import Plan
from tests.torture.server import REFUSED

# What changes names on the disk, as Python announces it before it is done.
_MOVES = ("os.rename", "os.link", "os.remove", "os.mkdir", "os.truncate", "tempfile.mkstemp")


class _Points:
    """Counts the moments between which the disk changes, and ends the program at one of them."""

    def __init__(self, last: int | None) -> None:
        self.passed = 0
        self._last = last
        sys.addaudithook(self._on_move)
        for name in ("before_cursor_execute", "after_cursor_execute", "commit", "close"):
            event.listen(Engine, name, self._on_statement)

    def _on_move(self, name: str, _arguments: object) -> None:
        if name in _MOVES:
            self._passed()

    def _on_statement(self, *_arguments: object) -> None:
        self._passed()

    def _passed(self) -> None:
        self.passed += 1
        if self.passed == self._last:
            os.kill(os.getpid(), signal.SIGKILL)


def prepare(_say: Any, **plan: Any) -> None:
    """Make what the work begins with."""
    made = _plan(**plan)
    KINDS[made.kind].prepare(made)


def work(say: Any, *, kill_at: int | None = None, **plan: Any) -> None:
    """Do the work, confirming each step after it is done."""
    made = _plan(**plan)
    points = _Points(kill_at)
    say(began=True)
    start = time.monotonic()
    for step in KINDS[made.kind].work(made):
        say(step=step)
    say(seconds=time.monotonic() - start, points=points.passed)


def look(say: Any, *, steps: list[str], **plan: Any) -> None:
    """Tell what is wrong with what is left."""
    say(faults=looking.faults(_plan(**plan), steps))


def leftovers(say: Any, **plan: Any) -> None:
    """Do the work once more, and tell what is still lying about."""
    say(leftovers=looking.leftovers(_plan(**plan)))


def at_once_on_one(
    say: Any, *, folder: str, seed: int, pair: tuple[str, str], kill_after: float | None = None
) -> None:
    """Let two programs work on one diary at once; tell what is wrong and what they were told."""
    by_hand.set_rounds(by_hand.QUICK_ROUNDS)
    plan = Plan("together", Path(folder), seed)
    at_once.prepare(plan)
    outcomes = together.run(plan, pair, kill_after)
    say(
        faults=list(together_looking.faults(plan, outcomes)),
        done=sum(len(outcome.done) for outcome in outcomes),
        refused=[sentence for outcome in outcomes for sentence in outcome.refused],
        was_killed=any(outcome.was_killed for outcome in outcomes),
    )


def command(
    say: Any,
    *,
    folder: str,
    arguments: list[str],
    today: str,
    passphrases: dict[str, str],
    limit: int | None = None,
    unprivileged: bool = False,
) -> None:
    """Run a command of the program in a trouble, and tell how it ended.

    Args:
        say: tells it.
        folder: where the diary and all else of the program is.
        arguments: the command.
        today: the day.
        passphrases: the variables of the environment that hold some.
        limit: how large a file can be; the disk takes no more.
        unprivileged: whether even root must keep to what files and folders allow.
    """
    os.environ |= {"DAYMARK_DATA_DIR": folder, "DAYMARK_TODAY": today, **passphrases}
    by_hand.set_rounds(by_hand.QUICK_ROUNDS)
    connection.WAIT_SECONDS = 0.0
    written = {}
    for name, number in (("out", 1), ("err", 2)):
        written[name] = tempfile.TemporaryFile("w+", encoding="utf-8")  # noqa: SIM115  the end closes it
        os.dup2(written[name].fileno(), number)
    if limit is not None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    if unprivileged:
        _give_up_privileges()
    status = app.main(arguments)
    told = {}
    for name, file in written.items():
        file.seek(0)
        told[name] = file.read()
    say(status=status, **told)


def _give_up_privileges() -> None:
    """Give up all capabilities of Linux: root then reads and writes what its files allow."""
    version, nothing = 0x20080522, (ctypes.c_uint32 * 6)()
    head = (ctypes.c_uint32 * 2)(version, 0)
    if ctypes.CDLL(None, use_errno=True).capset(head, nothing):
        raise OSError(ctypes.get_errno(), "the capabilities could not be given up")


def _plan(kind: str, folder: str, seed: int) -> Plan:
    by_hand.set_rounds(KINDS[kind].rounds)
    return Plan(kind, Path(folder), seed)


ORDERS = {
    "prepare": prepare,
    "work": work,
    "look": look,
    "leftovers": leftovers,
    "at once": at_once_on_one,
    "command": command,
}


def _work_alone() -> int:
    """Do the work that the arguments name; a known trouble ends it with its sentence."""

    def say(step: str | None = None, **_words: Any) -> None:
        if step is not None:
            os.write(sys.stdout.fileno(), f"step {step}\n".encode())

    try:
        work(say, kind=sys.argv[2], folder=sys.argv[3], seed=int(sys.argv[4]))
    except DiaryError as error:
        sys.stderr.write(f"{REFUSED}{error.user_message}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(_work_alone())
