"""A disk that keeps only what it was told to keep, fed with the calls that a program made.

The hardest case that the rules of the system allow: of a file only what was there at its last
sync, of a folder only the names that it had at its own last sync. Whoever is safe here is safe on
a real disk, which mostly keeps more.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

TRACED = (
    "openat,close,write,pwrite64,ftruncate,fsync,fdatasync,fallocate,lseek,dup,dup2,dup3,"
    "rename,renameat,renameat2,link,linkat,unlink,unlinkat,mkdir,mkdirat,rmdir,"
    "writev,pwritev,sendfile,copy_file_range"
)
_LARGEST = 1 << 24  # bytes of a call that are noted; no call of ours writes more
_CALL = re.compile(r"(\w+)\((.*)\)\s+= (-?\d+)")
_PART = re.compile(r'\s*(?:"((?:\\x[0-9a-f]{2})*)"(\.\.\.)?|([^,]+))')


def command(log: Path) -> list[str]:
    """Return what to put before a command, so that its calls are noted."""
    return ["strace", "-qq", "-xx", "-s", str(_LARGEST), "-e", f"trace={TRACED}", "-o", str(log)]


@dataclass(frozen=True)
class Call:
    """One call of the system that succeeded: its name, what it was given, what it returned."""

    name: str
    given: tuple[str | bytes, ...]
    result: int


def calls(log: Path) -> Iterator[Call]:
    """Read the calls that succeeded."""
    for line in log.read_text(encoding="ascii").splitlines():
        found = _CALL.match(line)
        if found is None or found[3].startswith("-"):
            continue
        parts = []
        for part in _PART.finditer(found[2]):
            if part[2]:
                told = f"a call was noted in part only: {found[1]}"
                raise ValueError(told)
            if part[3] is None:
                parts.append(bytes.fromhex(part[1].replace("\\x", "")))
            elif part[3].strip():
                parts.append(part[3].strip())
        yield Call(found[1], tuple(parts), int(found[3]))


@dataclass
class Node:
    """A file or a folder: what is in it now, and what was in it at its last sync."""

    is_folder: bool = False
    data: bytearray = field(default_factory=bytearray)
    kept: bytes = b""


class Disk:
    """The files under a folder, as the calls change them.

    Args:
        root: the folder; all that is in it now is on the disk.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.names: dict[Path, Node] = {}
        for path in (root, *root.rglob("*")):
            data = b"" if path.is_dir() else path.read_bytes()
            self.names[path] = Node(path.is_dir(), bytearray(data), data)
        self._kept_names = dict(self.names)
        self._open: dict[str, tuple[Path, Node, int]] = {}

    def after(self, call: Call) -> bool:
        """Do what a call did; return whether it changed what stays after a power cut."""
        done = getattr(self, f"_{call.name}", None)
        if done is None:
            told = f"nobody said what {call.name} does"
            raise NotImplementedError(told)
        return bool(done(call))

    def unsynced(self) -> list[str]:
        """Return what a power cut would change now, apart from what SQLite makes anew."""
        return sorted(
            path.name
            for path in self.names.keys() | self._kept_names.keys()
            if self._is_unsynced(path) and not path.name.endswith("-shm")
        )

    def left(self, *, all_names: bool) -> dict[Path, bytes | None]:
        """Return the files that a power cut would leave now; None for a folder.

        Args:
            all_names: as on disks that bring names to the disk before what is in the files.
        """
        names = self.names if all_names else self._kept_names
        return {
            path: None if node.is_folder else bytes(node.kept)
            for path, node in names.items()
            if not path.name.endswith("-shm")
            and all(folder in names for folder in path.parents if folder.is_relative_to(self.root))
        }

    def _is_unsynced(self, path: Path) -> bool:
        now, kept = self.names.get(path), self._kept_names.get(path)
        return now is not kept or (now is not None and bytes(now.data) != now.kept)

    def _openat(self, call: Call) -> None:
        path, flags = _path(call.given[1]), str(call.given[2])
        node = self.names.get(path)
        if node is None:
            if not path.is_relative_to(self.root):
                return
            node = self.names[path] = Node()
        if "O_TRUNC" in flags:
            node.data.clear()
        at = len(node.data) if "O_APPEND" in flags else 0
        self._open[str(call.result)] = (path, node, at)

    def _close(self, call: Call) -> None:
        self._open.pop(str(call.given[0]), None)

    def _lseek(self, call: Call) -> None:
        if call.given[0] in self._open:
            path, node, _at = self._open[str(call.given[0])]
            self._open[str(call.given[0])] = (path, node, call.result)

    def _write(self, call: Call) -> None:
        if call.given[0] in self._open:
            path, node, at = self._open[str(call.given[0])]
            _put(node, at, _bytes(call.given[1])[: call.result])
            self._open[str(call.given[0])] = (path, node, at + call.result)

    def _pwrite64(self, call: Call) -> None:
        if call.given[0] in self._open:
            node = self._open[str(call.given[0])][1]
            _put(node, int(str(call.given[3])), _bytes(call.given[1])[: call.result])

    def _ftruncate(self, call: Call) -> None:
        if call.given[0] in self._open:
            node, size = self._open[str(call.given[0])][1], int(str(call.given[1]))
            del node.data[size:]
            node.data.extend(bytes(size - len(node.data)))

    def _fallocate(self, call: Call) -> None:
        if call.given[0] in self._open:
            node = self._open[str(call.given[0])][1]
            size = int(str(call.given[2])) + int(str(call.given[3]))
            node.data.extend(bytes(max(0, size - len(node.data))))

    def _fsync(self, call: Call) -> bool:
        if call.given[0] not in self._open:
            return False
        path, node, _at = self._open[str(call.given[0])]
        if not node.is_folder:
            changes = bytes(node.data) != node.kept
            node.kept = bytes(node.data)
            return changes
        now = {name: one for name, one in self.names.items() if name.parent == path}
        before = {name: one for name, one in self._kept_names.items() if name.parent == path}
        for name in before:
            del self._kept_names[name]
        self._kept_names.update(now)
        return now != before

    _fdatasync = _fsync

    def _rename(self, call: Call) -> bool:
        return self._move(*_two(call))

    _renameat = _renameat2 = _rename

    def _move(self, old: Path, new: Path) -> bool:
        if old in self.names:
            self.names[new] = self.names.pop(old)
        return True

    def _link(self, call: Call) -> bool:
        old, new = _two(call)
        if old in self.names:
            self.names[new] = self.names[old]
        return True

    _linkat = _link

    def _unlink(self, call: Call) -> bool:
        self.names.pop(_path(_texts(call)[0]), None)
        return True

    _unlinkat = _rmdir = _unlink

    def _mkdir(self, call: Call) -> bool:
        path = _path(_texts(call)[0])
        if path.is_relative_to(self.root):
            self.names[path] = Node(is_folder=True)
        return True

    _mkdirat = _mkdir


def write_out(left: dict[Path, bytes | None]) -> None:
    """Make the files that a power cut left."""
    for path in sorted(left):
        content = left[path]
        if content is None:
            path.mkdir()
        else:
            path.write_bytes(content)


def _put(node: Node, at: int, content: bytes) -> None:
    node.data.extend(bytes(max(0, at - len(node.data))))
    node.data[at : at + len(content)] = content


def _bytes(given: str | bytes) -> bytes:
    return given if isinstance(given, bytes) else b""


def _texts(call: Call) -> list[bytes]:
    return [given for given in call.given if isinstance(given, bytes)]


def _two(call: Call) -> tuple[Path, Path]:
    old, new = _texts(call)
    return _path(old), _path(new)


def _path(name: str | bytes) -> Path:
    return Path(_bytes(name).decode())
