"""Give a diary and its copies another passphrase, the first one, or none.

Everything is written aside and checked before anything is put in its place: first all the new
files, then the diary, then its copies. A crash before the diary is swapped leaves all as it was; a
crash after it is put right by :mod:`diary.store.remains` when the diary is opened the next time,
with the new passphrase.
"""

from __future__ import annotations

from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from diary.errors import DiaryError, FileProblem, RequestError
from diary.paths import sync_folder
from diary.store import anew, copy_folder, files, identity, problems, wiping
from diary.store.alone import alone_with
from diary.store.keys import Key, key_of, salt_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from sqlalchemy import Connection

    from diary.store.alone import Alone


@dataclass(slots=True)
class Ready:
    """All files written aside and checked, to be put in their places.

    Attributes:
        diary: the diary file.
        missed: the files and folders that could not be written anew, as they were found.
        part: the diary, written aside.
        alone: keeps others out of the diary, who would save into the file that goes, and take the
            files written aside for what a crash left.
        copies: each copy written aside, and where it belongs.
        is_swapped: whether the new diary is in its place.
    """

    diary: Path
    missed: list[Path]
    part: Path
    alone: Alone
    copies: list[tuple[Path, Path]] = field(default_factory=list)
    is_swapped: bool = False

    def swap_diary(self) -> None:
        """Put the new diary in the place of the old one.

        Raises:
            FileProblem: it cannot be done; nothing was changed.
        """
        with problems.known_problems(self.diary):
            written = salt_of(self.part)
            try:
                self.alone.prepare_swap()
                wiping.swap_and_wipe(self.part, self.diary)
            finally:  # also for who interrupts it while what had the place is wiped
                self.is_swapped = salt_of(self.diary) == written

    def swap_copies(self) -> None:
        """Put the new copies in the place of the old ones, and name those where it fails."""
        while self.copies:
            part, copy = self.copies[0]
            try:
                wiping.swap_and_wipe(part, copy)
            except OSError:
                # Another program that opened the diary just now may have finished it for us.
                if not _are_alike(copy, self.diary):
                    self.missed.append(copy)
            del self.copies[0]  # only now: who interrupts it must not lose what was written


def _are_alike(copy: Path, diary: Path) -> bool:
    """Return whether a copy has the passphrase of the diary; not where the stick is gone."""
    with suppress(OSError):
        return salt_of(copy) == salt_of(diary)
    return False


@contextmanager
def ready(
    diary: Path,
    present: str | None,
    new: str | None,
    *,
    backups: Path,
    elsewhere: Sequence[tuple[Path, str]] = (),
    progress: Callable[[int, int], object] | None = None,
) -> Iterator[Ready]:
    """Write a diary and its copies aside, with another passphrase, or without one.

    Args:
        diary: the diary file, which nobody may have open.
        present: its passphrase or recovery code until now; None for one that has none.
        new: its passphrase from now on; None for none.
        backups: the folder of its copies; all that is in it belongs to it.
        elsewhere: folders that other diaries may use too, and the mark of this one's copies there.
        progress: told how many files are done, of how many.

    Raises:
        FileProblem: the diary is damaged or open somewhere, or the disk does not allow it;
            nothing was changed.
        PassphraseError: the passphrase does not fit, or the new one cannot be one.
    """
    if new is not None:
        identity.check_new(new)
    diary = diary.resolve()  # what a link points to is replaced, not the link
    copies, missed = _found(backups, elsewhere)
    with problems.known_problems(diary), ExitStack() as stack:
        pen = _Pen(stack, present, new, None if new is None else Key.new(new))
        alone = stack.enter_context(alone_with(diary, present, with_sqlcipher=True))
        made = Ready(diary, missed, pen.write(alone.connection, diary), alone)
        for done, copy in enumerate(copies, 1):
            if progress is not None:
                progress(done, len(copies) + 1)
            _add(made, pen, copy, is_own=copy.parent == backups.resolve())
        for folder in {diary.parent, *(copy.parent for copy in copies)}:
            sync_folder(folder)
        with _finished(made):
            yield made
        if made.is_swapped:
            _add_late(made, pen, set(copies), _found(backups, elsewhere)[0])
        if progress is not None:
            progress(len(copies) + 1, len(copies) + 1)


@contextmanager
def _finished(made: Ready) -> Iterator[None]:
    """Have the copies follow a diary that was swapped, whatever comes in between."""
    try:
        yield
    except BaseException:
        # What was written for them would go, and they would stay as they were, unsaid.
        if made.is_swapped:
            made.swap_copies()
        raise


def catch_up(diary: Path, passphrase: str, copies: Iterable[Path]) -> tuple[Path, ...]:
    """Protect the readable copies of a protected diary that were out of reach before.

    Those that cannot be written anew stay as they are until the next time; so do all while another
    program has the diary, which could do the same just now, or give it another passphrase.

    Args:
        diary: the protected diary; nobody here has it open.
        passphrase: its passphrase or recovery code.
        copies: its copies, protected or not.

    Returns:
        The copies that anybody can still read.
    """
    readable = tuple(filter(_is_readable, copies))
    if not readable:
        return ()
    with suppress(DiaryError), ExitStack() as stack:
        stack.enter_context(problems.known_problems(diary))
        alone = stack.enter_context(alone_with(diary, passphrase))
        pen = _Pen(stack, None, passphrase, key_of(diary, passphrase))
        for copy in filter(_is_readable, readable):  # as they are now that nobody else is at it
            with suppress(OSError, DiaryError):
                wiping.swap_and_wipe(pen.copy(copy), copy)
        # As it is kept while it is open; else the next opening would change the file.
        alone.connection.exec_driver_sql("PRAGMA journal_mode = WAL")
    return tuple(filter(_is_readable, readable))


def _is_readable(copy: Path) -> bool:
    """Return whether anybody can read what is in a copy, or in what is left of it."""
    with suppress(OSError):
        return salt_of(copy) == identity.MAGIC
    return False


@dataclass(frozen=True, slots=True)
class _Pen:
    """Writes files anew; what it wrote is gone with its stack, unless it was put in its place."""

    stack: ExitStack
    present: str | None
    new: str | None
    key: Key | None

    def copy(self, path: Path) -> Path:
        """Write a copy anew, beside it, whether it is protected or not until now."""
        part = self._part_of(path)
        anew.copy(path, part, self.present, self.new, self.key)
        return part

    def write(self, connection: Connection, path: Path) -> Path:
        """Write the file behind the connection anew, and check what was written."""
        part = self._part_of(path)
        anew.write(connection, part, self.new, self.key, path)
        return part

    def _part_of(self, path: Path) -> Path:
        with problems.known_problems(path):
            return self.stack.enter_context(files.written_aside(path, wiping.SWAP))


def _add(made: Ready, pen: _Pen, copy: Path, *, is_own: bool) -> None:
    try:
        made.copies.append((pen.copy(copy), copy))
    except (problems.UnusableFile, RequestError):
        made.missed.append(copy)
    except FileProblem:
        # On a stick of hers: full, or only to be read. In our own folder, the disk is full.
        if is_own:
            raise
        made.missed.append(copy)


def _add_late(made: Ready, pen: _Pen, known: set[Path], found: list[Path]) -> None:
    """Write the copies anew that another program finished of the diary as it was until now."""
    late = [copy for copy in found if copy not in known]
    for copy in late:
        with suppress(OSError):
            if salt_of(copy) != salt_of(made.diary):
                _add(made, pen, copy, is_own=False)
    made.swap_copies()


def _found(backups: Path, elsewhere: Sequence[tuple[Path, str]]) -> tuple[list[Path], list[Path]]:
    """Return the copies, and what cannot be one any more, or is not to be reached."""
    copies = [one.path.resolve() for one in copy_folder.listing(backups)]
    missed = sorted(backups.glob("*.damaged"))
    for folder, whose in elsewhere:
        # A stick that was pulled out, a share that is away, a folder of somebody else.
        try:
            any(folder.iterdir())
            copies += [one.path.resolve() for one in copy_folder.listing(folder, whose)]
        except OSError:
            missed.append(folder)
    return copies, missed
