"""This process and those it started: what they hold in memory, and what they reckoned."""

from __future__ import annotations

import os
import resource
import time
from contextlib import suppress
from pathlib import Path


def megabytes() -> float:
    """Return what this process and those it started, and theirs, hold in memory now."""
    pages = 0
    for process in (os.getpid(), *_children(os.getpid())):
        with suppress(OSError):  # ended meanwhile
            statm = Path(f"/proc/{process}/statm").read_text(encoding="ascii")
            pages += int(statm.split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def processor_time() -> float:
    """Return the processor time of this process and of those it started, in seconds."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    reckoned = time.process_time() + ended.ru_utime + ended.ru_stime
    for child in _children(os.getpid()):
        with suppress(OSError):
            reckoned += time.clock_gettime(~child << 3 | 2)  # the clock of another process
    return reckoned


def _children(process: int) -> list[int]:
    found = []
    for told in Path(f"/proc/{process}/task").glob("*/children"):
        with suppress(OSError):
            for child in map(int, told.read_text(encoding="ascii").split()):
                found += [child, *_children(child)]
    return found
