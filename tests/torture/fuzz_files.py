"""Damaged diary files, made by chance from a seed: none may crash, hang, or be changed by a look.

    python tests/torture/fuzz_files.py [--times N] [--seed S]

What is saved of one says nothing that was never said: a day is as it was, or it is named.

Prints how many were made and exits with 1 where the program failed on one of them; the seed of
that one repeats it.
"""

from __future__ import annotations

import argparse
import datetime as dt
import gc
import multiprocessing
import os
import random
import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from diary.errors import DiaryError
from diary.paths import AppPaths
from diary.resources import resource
from diary.services.open import open_services
from diary.services.rescue import Rescue, Salvaged
from diary.services.safekeeping import Safekeeping
from diary.store.database import Database
from diary.store.entry_rows import QUESTIONS
from diary.store.files import beside
from tests.store import by_hand

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from diary.domain.entry import DayEntry

PAGE = 4_096
NOW = dt.datetime(2026, 3, 23, 20, tzinfo=dt.UTC)
PASSPHRASE = "correct horse"
SAMPLE = "sample/sample-diary.json"
_LONGEST = 60.0  # seconds for one file; it takes less than one
_FORKED = multiprocessing.get_context("fork")  # all is loaded already
_SAVES = "INSERT INTO preference VALUES ('own_symptoms', '[]')"  # left in the write-ahead log


class Bases:
    """Sound diaries to damage: plain and protected, closed and with writes that wait beside."""

    def __init__(self, folder: Path) -> None:
        self.files: list[tuple[str | None, dict[str, bytes]]] = []
        self.said: dict[dt.date, DayEntry] = {}
        for passphrase in (None, PASSPHRASE):
            paths = AppPaths(folder / str(passphrase))
            services = open_services(paths, passphrase)
            services.transfer.import_file(resource(SAMPLE), dt.date.max, NOW)
            services.close()
            self._add(paths.diary, passphrase)
            self.said = _days(paths.diary, passphrase)
            if passphrase is None:
                by_hand.leave_unfolded(paths.diary, None, _SAVES)
                self._add(paths.diary, None)

    def _add(self, path: Path, passphrase: str | None) -> None:
        found = {
            name: path.with_name(name).read_bytes()
            for name in (path.name, *(one.name for one in beside(path)))
            if path.with_name(name).exists()
        }
        self.files.append((passphrase, found))


def flip(chance: random.Random, content: bytearray) -> None:
    """Change some bytes anywhere."""
    for _ in range(chance.choice((1, 3, 30, 300))):
        content[chance.randrange(len(content))] ^= chance.randrange(1, 256)


def cut(chance: random.Random, content: bytearray) -> None:
    """Cut the file off, at the end of a page or not."""
    end = chance.randrange(len(content))
    del content[end - end % chance.choice((1, PAGE)) :]


def clear(chance: random.Random, content: bytearray) -> None:
    """Fill pages with zeros or noise."""
    for _ in range(chance.choice((1, 2, 8))):
        at = chance.randrange(len(content) // PAGE) * PAGE
        content[at : at + PAGE] = chance.choice((bytes(PAGE), chance.randbytes(PAGE)))


def swap(chance: random.Random, content: bytearray) -> None:
    """Put pages in each other's place."""
    for _ in range(chance.choice((1, 4))):
        one, two = (chance.randrange(len(content) // PAGE) * PAGE for _ in range(2))
        first, second = content[one : one + PAGE], content[two : two + PAGE]
        content[one : one + PAGE], content[two : two + PAGE] = second, first


def edit_header(chance: random.Random, content: bytearray) -> None:
    """Change what the first hundred bytes say: sizes, versions, marks, counts."""
    for _ in range(chance.choice((1, 2, 6))):
        content[chance.randrange(100)] = chance.choice((0, 1, 0x7F, 0xFF, chance.randrange(256)))


def grow(chance: random.Random, content: bytearray) -> None:
    """Write noise behind the end."""
    content += chance.randbytes(chance.choice((1, PAGE, 3 * PAGE + 7)))


DAMAGES = (flip, cut, clear, swap, edit_header, grow)


def damaged(bases: Bases, seed: int, path: Path) -> str | None:
    """Write a damaged diary and return its passphrase."""
    chance = random.Random(seed)
    passphrase, found = chance.choice(bases.files)
    for name, sound in found.items():
        content = bytearray(sound)
        if name == path.name or chance.random() < 0.7:
            for damage in chance.sample(DAMAGES, chance.choice((1, 1, 2))):
                if len(content) >= PAGE:
                    damage(chance, content)
        path.with_name(name).write_bytes(content)
    return passphrase


def tried(bases: Bases, seed: int, folder: Path, *, compared: bool = True) -> tuple[str, bool]:
    """Look at a damaged diary in a process of its own, which is ended where it hangs.

    Args:
        bases: the sound diaries.
        seed: what decides which is damaged, and how.
        folder: where it is written.
        compared: whether what is saved of it is compared with what was said.

    Returns:
        How opening it ended, or what the program did not know; and whether that is as it should.
    """
    receiver, sender = _FORKED.Pipe(duplex=False)
    process = _FORKED.Process(target=_told, args=(sender, bases, seed, folder, compared))
    process.start()
    sender.close()
    try:
        if not receiver.poll(_LONGEST):
            process.kill()
            return f"still at work after {_LONGEST} seconds", False
        told: tuple[str, bool] = receiver.recv()
    except EOFError:
        process.join()
        return f"the process ended with {process.exitcode}", False
    finally:
        process.join()
        receiver.close()
    return told


def _told(sender: Connection, bases: Bases, seed: int, folder: Path, compared: bool) -> None:
    gc.freeze()  # what the parent has: to look through it would copy all of it
    try:
        sender.send((look(bases, seed, folder, compared=compared), True))
    except Exception as error:  # noqa: BLE001  that is what is looked for
        sender.send((f"{type(error).__name__}: {error}", False))
    sender.close()
    os._exit(0)  # what the parent has to tidy is not for its copy


def look(bases: Bases, seed: int, folder: Path, *, compared: bool = True) -> str:
    """Damage a diary and try everything on it; return how opening it ended.

    Raises:
        AssertionError: it was changed though it was refused, or what was saved was never said.
        Exception: whatever the program did not know.
    """
    paths = AppPaths(folder / "diary")
    paths.create()
    passphrase = damaged(bases, seed, paths.diary)
    before = _state(paths.folder)
    _tried(lambda: Safekeeping(paths, passphrase).verify())
    assert _state(paths.folder) == before, "changed by verify"
    elsewhere = AppPaths(folder / "elsewhere")
    elsewhere.create()
    _tried(lambda: Safekeeping(elsewhere, passphrase).restore(paths.diary, NOW))
    assert _state(paths.folder) == before, "changed by restore"
    rescue = Rescue(paths, passphrase)
    _tried(rescue.ways_out)
    saved = _saved(rescue, passphrase, bases.said if compared else None)
    assert _state(paths.folder) == before, "changed by saving what can be read"
    ended = _tried(lambda: _open(paths.diary, passphrase))
    assert ended == "opened" or _state(paths.folder) == before, "changed by opening"
    return f"{ended}, {saved}"


def _saved(rescue: Rescue, passphrase: str | None, said: dict[dt.date, DayEntry] | None) -> str:
    try:
        found = rescue.salvage()
    except DiaryError as error:
        return type(error).__name__
    kept = _days(found.path, passphrase)
    rescue.leave(found)
    if said is not None:
        check_honest(said, found, kept, is_plain=passphrase is None)
    return "saved"


def check_honest(
    said: dict[dt.date, DayEntry],
    found: Salvaged,
    kept: dict[dt.date, DayEntry],
    *,
    is_plain: bool,
) -> None:
    """Check that every day that was saved is as it was, or is named.

    In a plain file a value may have become another possible one, which nobody can tell; but no
    list may be shorter or longer than it was, and no day may be one that never was.

    Raises:
        AssertionError: it is neither.
    """
    assert kept.keys() <= said.keys(), "a day that never was"
    if found.is_list_whole:
        assert kept.keys() | {*found.lost} >= said.keys(), "a day is gone and not named"
    for day, one in kept.items():
        is_named = day in found.partly
        if not (is_plain or is_named):
            assert _untimed(one) == _untimed(said[day]), f"{day} is not as it was"
        for question in QUESTIONS:
            answer, right = getattr(one, question.key), getattr(said[day], question.key)
            # The mark of an answered question is a value, too: "none" may have become "not asked".
            is_open = answer is None and (is_named or (is_plain and not right))
            is_marked = answer == right or (is_plain and not (answer or right))
            assert is_open or is_marked or _as_many(answer, right), f"{day} {question.key}"


def _as_many(answer: tuple[Any, ...] | None, right: tuple[Any, ...] | None) -> bool:
    return answer is not None and right is not None and len(answer) == len(right)


def _untimed(entry: DayEntry) -> DayEntry:
    return entry.model_copy(update={"entered_at": None})


def _days(path: Path, passphrase: str | None) -> dict[dt.date, DayEntry]:
    database = Database.open(path, passphrase)
    try:
        with database.unit() as unit:
            return {entry.date: entry for entry in unit.diary().entries}
    finally:
        database.close()


def _open(path: Path, passphrase: str | None) -> None:
    Database.open(path, passphrase).close()


def _tried(action: Any) -> str:
    try:
        action()
    except DiaryError as error:
        return type(error).__name__
    return "opened"


def _state(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {
        one.name: (one.read_bytes(), one.stat().st_mtime_ns)
        for one in folder.iterdir()
        if one.is_file()
    }


def main() -> int:
    """Make as many as asked and return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1_000_000))
    options = parser.parse_args()
    ends: Counter[str] = Counter()
    bad = []
    by_hand.set_rounds(by_hand.QUICK_ROUNDS)
    with TemporaryDirectory() as place:
        bases = Bases(Path(place))
        for seed in range(options.seed, options.seed + options.times):
            with TemporaryDirectory() as folder:
                end, is_right = tried(bases, seed, Path(folder))
            if is_right:
                ends[end] += 1
            else:
                bad.append(f"seed {seed}: {end}")
    sys.stdout.writelines(f"{count:6} {end}\n" for end, count in ends.most_common())
    sys.stdout.writelines(line + "\n" for line in bad)
    sys.stdout.write(f"{options.times} damaged files, {len(bad)} bad; seed {options.seed}\n")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
