"""Copies of the diary: taken while it is open, checked before they count, put back whole.

Never a plain copy of the file: what was saved a moment ago still waits beside it.
"""

from __future__ import annotations

from contextlib import ExitStack, contextmanager, suppress
from typing import TYPE_CHECKING, Any

from diary.errors import DiaryError, RequestError
from diary.i18n import mark
from diary.paths import AppPaths
from diary.store import anew, copy_folder, files, identity, migrations, problems, wiping
from diary.store.alone import alone_with, kept_from_others
from diary.store.connection import Begin, connect, make_engine
from diary.store.keys import key_of, salt_of
from diary.store.soundness import examine, has_faults

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Connection
_EXISTS = mark("There is already a file {file}; it was left alone.")
_UNSOUND = mark("The file {file} is damaged, so no copy was made of it.")


def take(
    database_path: Path,
    folder: Path,
    passphrase: str | None,
    now: dt.datetime,
    *,
    through: Connection | None = None,
) -> Path:
    """Copy the diary into the folder and return where the copy is.

    Args:
        database_path: the diary.
        folder: where the copy belongs.
        passphrase: what opens both.
        now: the present moment.
        through: a connection to the diary that keeps all others out of it.

    Raises:
        FileProblem: the diary is damaged or the disk does not allow it; there is no copy then.
        RequestError: the passphrase does not fit.
    """
    return _take(database_path, folder, passphrase, copy_folder.stem(now), through)


def take_before(revision: str, database_path: Path, folder: Path, passphrase: str | None) -> Path:
    """Copy the diary as it is before it is brought up to date, and return the copy.

    Args:
        revision: the step of the schema that comes; it stands in the name.
        database_path: the diary.
        folder: where the copies lie.
        passphrase: what opens the diary, and the copy.

    Raises:
        FileProblem: the diary is damaged or the disk does not allow it; there is no copy then.
        RequestError: the passphrase does not fit.
    """
    return _take(database_path, folder, passphrase, f"diary-before-{revision}")


def copy(
    source: Path, target: Path, passphrase: str | None, through: Connection | None = None
) -> None:
    """Copy the diary to a new file, checked before it gets its name.

    Args:
        source: the diary.
        target: the new file.
        passphrase: what opens both.
        through: a connection to the diary, where there is one already.

    Raises:
        FileProblem: the diary is damaged or the disk does not allow it; there is no copy then.
        RequestError: the passphrase does not fit, or there is a file of that name.
    """
    with _copied_aside(source, target, passphrase, through) as part:
        try:
            _place(part, target, source)
        except FileExistsError:
            raise RequestError(problems.told(_EXISTS, target)) from None


def restore(
    source: Path,
    database_path: Path,
    folder: Path,
    passphrase: str | None,
    now: dt.datetime,
    *,
    present_passphrase: str | None,
    like: tuple[Path, str] | None = None,
) -> Path | None:
    """Put a copy in the place of the diary, which nobody may have open.

    Args:
        source: the copy.
        database_path: the diary.
        folder: where the diary as it was until now is kept.
        passphrase: what opens the copy.
        now: the present moment.
        present_passphrase: what opens the diary until then.
        like: a protected file and what opens it, where the diary is to have its key from then on;
            None where it is to open as the copy does.

    Returns:
        Where the diary as it was until now is kept, or None where there was none. One that is
        damaged is moved there as it is.

    Raises:
        FileProblem: the copy is damaged, the diary is open somewhere, or the disk does not allow
            it; the diary is as it was.
        RequestError: the passphrase does not fit the copy, or that of the diary the diary.
    """
    with (
        problems.known_problems(database_path),
        _with_one_key(database_path),
        files.written_aside(database_path) as part,
    ):
        _check_opens(database_path, present_passphrase)
        new = passphrase if like is None else like[1]
        if like is None:
            _copy_pages(source, part, passphrase)
        else:
            _write_like(source, part, passphrase, like)
        migrations.upgrade(part, new)
        examine(part, new, source)
        with _present_kept(database_path, folder, present_passphrase, now) as present:
            files.swap_in(part, database_path)
    return present


def clear_place(database_path: Path, folder: Path) -> None:
    """Move away what waits beside a diary that is gone: SQLite would write it into a new one."""
    if copy_folder.is_taken(database_path) and not database_path.exists():
        files.keep_aside(database_path, copy_folder.free(folder, "diary-gone", ".damaged"))


def _take(
    database_path: Path,
    folder: Path,
    passphrase: str | None,
    stem: str,
    through: Connection | None = None,
) -> Path:
    target = copy_folder.free(folder, stem, ".daymark")
    with _copied_aside(database_path, target, passphrase, through) as part:
        while not _is_placed(part, target, database_path):
            target = copy_folder.free(folder, stem, ".daymark")
    own = {database_path.parent, AppPaths(database_path.parent).backups}
    files.clear_old_parts(target, *own)
    return target


@contextmanager
def _copied_aside(
    source: Path, target: Path, passphrase: str | None, through: Connection | None
) -> Iterator[Path]:
    """Give a checked copy beside the place where it belongs."""
    with (
        problems.known_problems(target),
        _with_one_key(source),
        files.written_aside(target) as part,
    ):
        _copy_pages(source, part, passphrase, through)
        yield part


def _is_placed(part: Path, target: Path, source: Path) -> bool:
    """Give a copy its name; return whether it has it, or another program took it just now."""
    try:
        _place(part, target, source)
    except FileExistsError:
        return False
    return True


def _place(part: Path, target: Path, source: Path) -> None:
    files.place_new(part, target)
    # Whoever changes the passphrase of the diary looks for its copies a last time after that.
    if salt_of(source) not in {b"", salt_of(target)}:
        wiping.wipe(target)
        raise problems.in_use(source)


@contextmanager
def _with_one_key(path: Path) -> Iterator[None]:
    """Tell what fails as what it is where another program gives a file another key meanwhile."""
    with problems.known_problems(path):
        before = salt_of(path)
    try:
        yield
    except (DiaryError, OSError) as error:
        if salt_of(path) == before:
            raise
        raise problems.in_use(path) from error


def _copy_pages(
    source: Path, part: Path, passphrase: str | None, through: Connection | None = None
) -> None:
    with ExitStack() as stack:
        origin = through or stack.enter_context(_reading(source, passphrase))
        # One recovery code opens a diary and each of its copies.
        aside = make_engine(part, passphrase, like=source)
        stack.callback(aside.dispose)
        stack.enter_context(problems.known_problems(source))
        target = stack.enter_context(connect(aside, Begin.NONE))
        counts = _counts(origin)
        _driver(origin).backup(_driver(target))
        # A copy is one file, readable from where nothing can be written.
        target.exec_driver_sql("PRAGMA journal_mode = DELETE")
        if has_faults(target, "quick_check") or _counts(target) != counts:
            raise problems.UnusableFile(problems.told(_UNSOUND, source))


def _write_like(source: Path, part: Path, passphrase: str | None, like: tuple[Path, str]) -> None:
    # Never readable beside the diary: what a crash left so is wiped by whoever opens it next,
    # and that may be another program while this one still writes.
    with _reading(source, passphrase) as origin:
        if has_faults(origin, "quick_check"):
            raise problems.UnusableFile(problems.told(_UNSOUND, source))
    anew.copy(source, part, passphrase, like[1], key_of(*like))


@contextmanager
def _reading(source: Path, passphrase: str | None) -> Iterator[Connection]:
    with identity.looking(source, passphrase) as engine:
        identity.revision_of(engine, source)
        with problems.known_problems(source), connect(engine, Begin.READING) as connection:
            yield connection


@contextmanager
def _present_kept(
    database_path: Path, folder: Path, passphrase: str | None, now: dt.datetime
) -> Iterator[Path | None]:
    """Keep the diary as it is now, and others out of it while another is put in its place."""
    if not database_path.exists():
        clear_place(database_path, folder)
        yield None
    # A diary that this passphrase does not open is not damaged: nothing is put over it.
    elif _is_sound(database_path, passphrase):
        with alone_with(database_path, passphrase) as alone:
            present = take(database_path, folder, passphrase, now, through=alone.connection)
            alone.prepare_swap()
            yield present
    else:
        with kept_from_others(database_path):
            present = copy_folder.free(folder, copy_folder.stem(now), ".damaged")
            files.keep_aside(database_path, present)
            yield present


def _check_opens(database_path: Path, passphrase: str | None) -> None:
    """Check it before anything is written that would be readable beside a protected diary."""
    with suppress(problems.UnusableFile):
        if database_path.exists():
            identity.check_passphrase(database_path, passphrase)


def _is_sound(database_path: Path, passphrase: str | None) -> bool:
    before = _state(database_path)
    try:
        examine(database_path, passphrase, database_path)
    except problems.UnusableFile as error:
        # What was put in its place meanwhile by another program was not looked at.
        if _state(database_path) != before:
            raise problems.in_use(database_path) from error
        # Nothing is wrong with what a newer version wrote, and this one cannot tell what it holds.
        if error.is_newer:
            raise RequestError(error.user_message, detail=error.detail) from error
        return False
    return True


def _state(path: Path) -> list[tuple[int, int, int]]:
    found = []
    for one in (path, *files.beside(path)):
        with suppress(FileNotFoundError):
            about = one.stat()
            found.append((about.st_ino, about.st_size, about.st_mtime_ns))
    return found


def _driver(connection: Connection) -> Any:
    return connection.connection.driver_connection


def _counts(connection: Connection) -> dict[str, int]:
    names = connection.exec_driver_sql(
        "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
    ).scalars()
    return {
        name: connection.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar_one()  # noqa: S608  the names are the file's own
        for name in names.all()
    }
