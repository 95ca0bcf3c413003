"""What goes to standard output: texts for people, and data for programs byte by byte."""

from __future__ import annotations

import os
import sys
import unicodedata
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Final, TextIO

from diary.errors import FileProblem
from diary.i18n import mark, translate

if TYPE_CHECKING:
    from collections.abc import Iterator

# Unicode's overrides of writing direction; left in, a note could rearrange our own words.
_TURNERS: Final = frozenset("\u202a\u202b\u202c\u202d\u202e")


NOT_WRITTEN: Final = mark("The output could not be written: the disk may be full.")


def say(text: str) -> None:
    """Show a text to a person; what could command the terminal is shown as a mark."""
    with _known_problems():
        _standard_output().write("".join(map(_visible, text)) + "\n")


def emit(data: str) -> None:
    """Write data for another program: UTF-8, with its line ends as they are."""
    with _known_problems():
        output = _standard_output()
        output.flush()
        output.buffer.write(data.encode("utf-8"))
        output.buffer.flush()


def flush() -> None:
    """Write out what still waits, so that a failure is told and not lost at the very end."""
    if sys.stdout is not None:
        with _known_problems():
            sys.stdout.flush()


def let_go() -> None:
    """Send whatever still waits nowhere: Python flushes once more as it ends."""
    with suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def _standard_output() -> TextIO:
    if sys.stdout is None:  # closed by who started the program
        raise FileProblem(translate(NOT_WRITTEN))
    return sys.stdout


@contextmanager
def _known_problems() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise  # who reads it has enough, which is no problem
    except OSError as error:
        let_go()
        raise FileProblem(translate(NOT_WRITTEN), type(error).__name__) from error


def _visible(character: str) -> str:
    commands = unicodedata.category(character) == "Cc" and character != "\n"
    return "\N{REPLACEMENT CHARACTER}" if commands or character in _TURNERS else character
