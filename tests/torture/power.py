"""Cut the power in the middle of the work, and look at what the disk would have kept."""

from __future__ import annotations

import random
import shutil
from typing import TYPE_CHECKING, Any

from tests.torture.disk import Disk, calls, command, write_out
from tests.torture.server import run_under

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.torture.disk import Call
    from tests.torture.server import Server

_STEP = b"step "


def cuts(
    server: Server, kind: str, seed: int, folder: Path, most: int, *, confirmed_only: bool = False
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each cut, in words, and what is wrong after it.

    Args:
        server: prepares the work, and looks at what is left.
        kind: the kind of work.
        seed: what it is about, and where it is cut.
        folder: an empty folder.
        most: how many places to cut at, by chance; at each with and without unsynced names.
        confirmed_only: cut only right after a step was confirmed; else after any call that
            changes what stays, too.
    """
    plan = {"kind": kind, "seed": seed, "folder": str(folder / "plan")}
    server.ask(do="prepare", **plan)
    log = folder / "calls"
    shutil.copytree(folder / "plan", folder / "prepared", copy_function=shutil.copy2)
    ended = run_under(command(log), plan)
    if ended.returncode:
        told = f"the work ended with {ended.returncode}: {ended.stderr}"
        raise AssertionError(told)
    shutil.move(folder / "plan", folder / "worked")
    shutil.copytree(folder / "prepared", folder / "plan")
    made, disk, steps = list(calls(log)), Disk(folder / "plan"), list[str]()
    places = _places(made, folder / "plan", confirmed_only=confirmed_only)
    chosen = random.Random(seed).sample(places, min(most, len(places)))
    for number, call in enumerate(made):
        if _confirms(call):
            steps += call.given[1].decode().removeprefix("step ").splitlines()
        else:
            disk.after(call)
        for all_names in (False, True) if number in chosen else ():
            told = f"call {number}, {call.name}, after {len(steps)} steps, all names: {all_names}"
            yield told, _look(server, plan, disk, steps, all_names=all_names)


def _places(made: list[Call], root: Path, *, confirmed_only: bool) -> list[int]:
    """Return after which calls the power can be cut."""
    disk, places = Disk(root), []
    for number, call in enumerate(made):
        if _confirms(call) or (disk.after(call) and not confirmed_only):
            places.append(number)
    return places


def _confirms(call: Call) -> bool:
    return call.name == "write" and call.given[0] == "1" and call.given[1].startswith(_STEP)


def _look(
    server: Server, plan: dict[str, Any], disk: Disk, steps: list[str], *, all_names: bool
) -> tuple[str, ...]:
    shutil.rmtree(disk.root)
    write_out(disk.left(all_names=all_names))
    return tuple(server.ask(do="look", steps=steps, **plan)["faults"])
