"""Many diaries through the rules: one diary a line in, one alert history a line out, in order.

Cheap to import, because every process of a large run imports it.
"""

from __future__ import annotations

import gc
import json
import os
from collections import deque
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from typing import TYPE_CHECKING, Final

from diary.domain.limits import FILE_BYTES, MEGABYTE
from diary.errors import RequestError
from diary.exchange import diary_json
from diary.exchange.alerts_json import alerts_data
from diary.exchange.text import MARK
from diary.i18n import mark, plural, translate
from diary.rules.engine import history

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator
    from concurrent.futures import Future
    from typing import BinaryIO

    from diary.domain.diary import Diary

EMPTY_LINE: Final = mark("The line is empty; give a diary in each.")
TOO_LONG: Final = mark("The line is longer than {most} MB, which no diary is.")
LONGEST_LINE: Final = FILE_BYTES
_ERROR: Final = "error"
# Large enough to outweigh the handing over, small enough for an even share at the end.
CHUNK = 16
# The collector of garbage looks rarely: a diary that is done with leaves hardly any that it must
# find, and a diary of years is thousands of things to look at.
LOOK_AFTER = 100_000
# How many chunks wait per process: a cohort of any size runs in bounded memory.
AHEAD = 3


def evaluate_lines(
    lines: Iterable[bytes], today: dt.date, processes: int | None = None
) -> Iterator[str]:
    """Yield the alert history of each diary as one line of JSON, in order.

    A line that is no diary gives ``{"error": ...}`` in its place, and the run goes on.

    Args:
        lines: diaries as JSON (``daymark schema``), one a line.
        today: the last day an entry may have.
        processes: how many to use; None: one a core.
    """
    workers = len(os.sched_getaffinity(0)) if processes is None else processes
    chunks = _chunked(iter(lines))
    if workers == 1:
        for chunk in chunks:
            yield from evaluate_chunk(chunk, today)
        return
    with ProcessPoolExecutor(workers, initializer=_settle) as pool:
        waiting: deque[Future[list[str]]] = deque()
        for chunk in chunks:
            waiting.append(pool.submit(evaluate_chunk, chunk, today))
            if len(waiting) >= workers * AHEAD:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


def lines_of(file: BinaryIO, longest: int = LONGEST_LINE) -> Iterator[bytes]:
    """Yield the lines of a file; of one that is too long no more than shows that it is.

    Args:
        file: the file, read as it goes on.
        longest: bytes a line may have.
    """
    while line := file.readline(longest + 1):
        end = line
        while len(end) > longest and not end.endswith(b"\n"):
            end = file.readline(longest + 1)  # the rest of it is not kept
        yield line


def evaluate_chunk(chunk: list[bytes], today: dt.date) -> list[str]:
    """Return one line of JSON for each line of the chunk."""
    return [evaluate_line(line, today) for line in chunk]


def evaluate_line(line: bytes, today: dt.date) -> str:
    """Return the alert history of one diary up to its last day, or its error, as JSON."""
    try:
        diary = _diary(line, today)
    except RequestError as error:
        return json.dumps({_ERROR: _told(error)}, ensure_ascii=False)
    # A diary without a day is asked about today, and has nothing to tell.
    report = history(diary, diary.last_day or today, step_titles=False)
    return json.dumps(alerts_data(report), ensure_ascii=False, allow_nan=False)


def is_error(answer: str) -> bool:
    """Whether an answer stands for a line that could not be read."""
    return answer.startswith(f'{{"{_ERROR}"')


def _told(error: RequestError) -> str:
    """What is wrong with a line; nothing is imported here, so that is not said."""
    if not error.problems:
        return error.user_message
    count = plural("The line has {n} problem:", "The line has {n} problems:", len(error.problems))
    return f"{count} {'; '.join(error.problems)}."


def _diary(line: bytes, today: dt.date) -> Diary:
    """Read a diary as an import does."""
    if len(line) > LONGEST_LINE:
        raise RequestError(translate(TOO_LONG).format(most=LONGEST_LINE // MEGABYTE))
    if not line.removeprefix(MARK).strip():
        raise RequestError(translate(EMPTY_LINE))
    # The end of the line is not of the text, which else would not end too early where it does.
    return diary_json.read(line.rstrip(b"\r\n"), today)


def _settle() -> None:
    """Leave what a process is made of out of the collecting of garbage, and let it rest."""
    gc.freeze()
    gc.set_threshold(LOOK_AFTER)


def _chunked(lines: Iterator[bytes]) -> Iterator[list[bytes]]:
    while chunk := list(islice(lines, CHUNK)):
        yield chunk
