"""Files that commands make: written aside and moved into place, and never over the diary."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from diary.errors import FileProblem, RequestError
from diary.i18n import mark, translate

if TYPE_CHECKING:
    from diary.paths import AppPaths

IS_DIARY: Final = mark("{file} is the diary itself; choose another name.")
IS_FOLDER: Final = mark("{file} is a folder; give the name of a file.")
NO_FOLDER: Final = mark("The folder of {file} does not exist.")
NOT_WRITTEN: Final = mark("{file} could not be written. Is the disk full or the folder protected?")


def check_target(out: Path, paths: AppPaths) -> None:
    """Refuse a name that cannot be written, or must not be.

    Raises:
        RequestError: it is the diary, a folder, or in a folder that is not there.
    """
    for wrong, sentence in (
        (out.resolve() == paths.diary.resolve(), IS_DIARY),
        (out.is_dir(), IS_FOLDER),
        (not out.parent.is_dir(), NO_FOLDER),
    ):
        if wrong:
            raise RequestError(translate(sentence).format(file=out.name))


def write_out(out: Path, content: bytes, paths: AppPaths) -> None:
    """Write a file in one step: a full disk leaves what was there before.

    Raises:
        RequestError: the name is refused by ``check_target``.
        FileProblem: the disk does not allow it.
    """
    check_target(out, paths)
    try:
        if out.exists() and not out.is_file():
            out.write_bytes(content)  # a device or a pipe cannot be replaced
            return
        target = out.resolve()
        handle, name = tempfile.mkstemp(prefix=f"{out.name}.", suffix=".part", dir=target.parent)
        part = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            part.replace(target)
        finally:
            with suppress(FileNotFoundError):
                part.unlink()
    except BrokenPipeError:
        raise  # who reads the pipe has enough of it
    except OSError as error:
        sentence = translate(NOT_WRITTEN).format(file=out.name)
        raise FileProblem(sentence, type(error).__name__) from error
