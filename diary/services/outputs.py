"""Files the program makes for her: written aside and moved into place, and never over the diary."""

from __future__ import annotations

import errno
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from diary.errors import FileProblem, RequestError
from diary.i18n import mark, translate
from diary.paths import name_of
from diary.store import files

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

IS_DIARY: Final = mark("{file} is the diary itself; choose another name.")
NO_NAME: Final = mark("It needs the name of a file to write.")
IS_FOLDER: Final = mark("{file} is a folder; give the name of a file.")
NO_FOLDER: Final = mark("The folder {folder} does not exist.")
LONG_NAME: Final = mark("The name of the file is too long for this disk; choose a shorter one.")
NOT_WRITTEN: Final = mark(
    "{file} could not be written: the disk may be full, or the folder protected."
)


def check_output(out: Path, diary: Path) -> None:
    """Refuse a name that cannot be written, or must not be.

    Args:
        out: the file to be made.
        diary: the diary file.

    Raises:
        RequestError: it is the diary, a folder, in a folder that is not there, or too long.
        FileProblem: the disk does not allow to look, or its links lead nowhere.
    """
    with _known_problems(out):
        for wrong, sentence in (
            (str(out) == "-", NO_NAME),
            (_real(out) == diary.resolve(), IS_DIARY),
            (out.is_dir(), IS_FOLDER),
            (not out.parent.is_dir(), NO_FOLDER),
        ):
            if wrong:
                raise RequestError(translate(sentence).format(file=name_of(out), folder=out.parent))


def write_output(out: Path, content: bytes, diary: Path) -> None:
    """Write a file in one step: a full disk leaves what was there before.

    Args:
        out: the file; what a link points to is replaced, not the link.
        content: all of it.
        diary: the diary file, which is never written over.

    Raises:
        RequestError: the name is refused by :func:`check_output`.
        FileProblem: the disk does not allow it.
    """
    check_output(out, diary)
    with _known_problems(out):
        if out.exists() and not out.is_file():
            out.write_bytes(content)  # a device or a pipe cannot be replaced
            return
        with _aside(out) as part:
            part.write_bytes(content)


@contextmanager
def written_whole(out: Path, diary: Path) -> Iterator[Path]:
    """Give an empty file to write bit by bit; at the end it takes its name in one step.

    Raises:
        RequestError: the name is refused by :func:`check_output`.
        FileProblem: the disk does not allow it; what was there before still is.
    """
    check_output(out, diary)
    with _known_problems(out), _aside(out) as part:
        yield part


@contextmanager
def _aside(out: Path) -> Iterator[Path]:
    target = _real(out)  # what a link points to is replaced, not the link
    with files.written_aside(target) as part:
        yield part
        files.swap_in(part, target)


def _real(out: Path) -> Path:
    try:
        return out.resolve()
    except RuntimeError:  # what Python says of links that lead round in a circle
        raise OSError(errno.ELOOP, out.name) from None


@contextmanager
def _known_problems(out: Path) -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise  # who reads the pipe has enough of it
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:
            raise RequestError(translate(LONG_NAME)) from None
        sentence = translate(NOT_WRITTEN).format(file=name_of(out))
        raise FileProblem(sentence, type(error).__name__) from error
