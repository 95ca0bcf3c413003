"""What a crash left while a diary was given another passphrase: finished, or wiped.

All copies of a diary share its first bytes: SQLite's own where it has no passphrase, else the salt
of its key. So a look at the first bytes tells what belongs to the diary as it is now.
"""

from __future__ import annotations

import re
from contextlib import ExitStack, contextmanager, suppress
from typing import TYPE_CHECKING, Final

from diary.errors import DiaryError
from diary.paths import PART
from diary.store import files, identity, problems, wiping
from diary.store.alone import still_there
from diary.store.connection import Begin, connect
from diary.store.keys import salt_of
from diary.store.soundness import has_faults

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_NAME: Final = re.compile(
    rf"(.+\.daymark){files.ASIDE}(\{PART}|\{wiping.SWAP}){files.SIDE}", re.ASCII
)


def settle(diary: Path, passphrase: str | None, folders: Iterable[Path], named: str = "") -> None:
    """Finish what a crash left, and wipe what the passphrase of before still opens.

    Args:
        diary: the diary.
        passphrase: its passphrase or recovery code; None for one that has none.
        folders: where it or its copies are.
        named: what the names of its copies begin with, where other diaries use the folders too.
    """
    folders = tuple(folders)
    if not any(True for folder in folders for _ in _left(folder, named)):
        return
    # A program that writes them anew just now keeps all others out, until it has put them in their
    # places; and none can begin while the diary is read here.
    with suppress(DiaryError), _read(diary, passphrase):
        for folder in folders:
            for path, name in _left(folder, named):
                with suppress(OSError, DiaryError):
                    _settle(path, name, diary, passphrase)


@contextmanager
def _read(diary: Path, passphrase: str | None) -> Iterator[None]:
    with problems.known_problems(diary), ExitStack() as stack:
        with still_there(diary):
            engine = stack.enter_context(identity.looking(diary, passphrase, in_place=True))
            identity.revision_of(engine, diary)
            connection = stack.enter_context(connect(engine, Begin.READING))
            connection.exec_driver_sql("SELECT count(*) FROM alembic_version")
        yield


def _left(folder: Path, named: str) -> Iterator[tuple[Path, re.Match[str]]]:
    # What cannot be removed now is tried again the next time; the diary opens all the same.
    with suppress(OSError):
        for path in sorted(folder.iterdir()):
            name = _NAME.fullmatch(path.name)
            if name is not None and name[1].startswith(named):
                yield path, name


def _settle(path: Path, name: re.Match[str], diary: Path, passphrase: str | None) -> None:
    if name[3] is not None:
        if not path.with_name(path.name.removesuffix(name[3])).exists():
            wiping.wipe(path)
        return
    is_ours = salt_of(path) == salt_of(diary)
    if name[2] == wiping.SWAP:
        copy = path.with_name(name[1])
        if is_ours and copy.exists() and salt_of(copy) != salt_of(path):
            _finish(path, copy, passphrase)
            return
    elif is_ours or salt_of(path) != identity.MAGIC:
        return  # nobody reads it without a passphrase, and it may be in the making just now
    for left in (path, *files.beside(path)):
        wiping.wipe(left)


def _finish(part: Path, copy: Path, passphrase: str | None) -> None:
    with identity.looking(part, passphrase) as engine:
        identity.revision_of(engine, part)
        with connect(engine, Begin.READING) as connection:
            if has_faults(connection, "quick_check"):
                return
    wiping.swap_and_wipe(part, copy)
