"""Kill a program in the middle of its work and look at what it leaves."""

from __future__ import annotations

import os
import random
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tests.torture.server import REFUSED, run_under

if TYPE_CHECKING:
    from pathlib import Path

    from tests.torture.server import Server

WAYS = ("moment", "point")
# The calls that change what is on the disk. SQLite makes them from C, where Python sees nothing.
CALLS = "pwrite64,write,ftruncate,fsync,fdatasync,rename,link,unlink,mkdir"
_FAILING = {"pwrite64": "ENOSPC", "ftruncate": "ENOSPC", "fsync": "EIO", "fdatasync": "EIO"}
_STRACE = ["strace", "-qq", "-s", "0"]


@dataclass(frozen=True)
class Kill:
    """One kill and what came of it.

    Attributes:
        kind: the kind of work.
        seed: what it was about, and when it was killed.
        way: ``moment``, by the clock from outside; ``point``, at a statement or a change of
            names; else the call of the system that it made.
        at: the seconds, or the number of the point or call.
        confirmed: how many steps were confirmed before.
        faults: what was wrong afterwards.
    """

    kind: str
    seed: int
    way: str
    at: float
    confirmed: int
    faults: tuple[str, ...]


class Killer:
    """Kills one kind of work after another.

    Args:
        server: the warm program.
    """

    def __init__(self, server: Server) -> None:
        self._server = server
        self._measured: dict[tuple[str, int], dict[str, Any]] = {}
        self._made: dict[tuple[str, int], list[tuple[str, int]]] = {}

    def kill(self, kind: str, seed: int, way: str, folder: Path) -> Kill:
        """Do the work in a new folder until it is killed, and look at what is left."""
        measured = self._measure(kind, seed, folder / "measured")
        chance = random.Random(f"{kind} {seed} {way}")
        for attempt in range(20):
            plan = {"kind": kind, "seed": seed, "folder": str(folder / f"killed-{attempt}")}
            self._server.ask(do="prepare", **plan)
            order: dict[str, Any]
            if way == "moment":
                order = {"kill_after": chance.uniform(0, measured["seconds"])}
            else:
                order = {"kill_at": chance.randint(1, measured["points"])}
            told = self._server.ask(do="work", **order, **plan)
            if told["killed"]:
                faults = look(self._server, plan, told["steps"])
                return Kill(kind, seed, way, next(iter(order.values())), len(told["steps"]), faults)
        told = f"{kind} {seed}: it always came to its end before it was killed"
        raise AssertionError(told)

    def kill_in_call(self, kind: str, seed: int, folder: Path) -> Kill:
        """Kill the work as it makes a call of the system, by strace."""
        call = random.Random(f"{kind} {seed} call").choice(
            self._calls(kind, seed, folder / "calls")
        )
        plan = {"kind": kind, "seed": seed, "folder": str(folder / "killed")}
        self._server.ask(do="prepare", **plan)
        name, number = call
        inject = f"inject={name}:signal=KILL:when={number}"
        ended = run_under([*_STRACE, "-e", f"trace={name}", "-e", inject], plan)
        steps = [line.removeprefix("step ") for line in ended.stdout.splitlines()]
        if ended.returncode == 0:
            told = f"{kind} {seed}: not killed at {name} number {number}"
            raise AssertionError(told)
        faults = look(self._server, plan, steps)
        return Kill(kind, seed, f"{name} number", number, len(steps), faults)

    def fail(self, kind: str, seed: int, folder: Path) -> Kill:
        """Let the disk be full, or not sync, from some call on; the work must say so and end."""
        chance = random.Random(f"{kind} {seed} fail")
        made = [call for call in self._calls(kind, seed, folder / "calls") if call[0] in _FAILING]
        name, number = chance.choice(made)
        plan = {"kind": kind, "seed": seed, "folder": str(folder / "failed")}
        self._server.ask(do="prepare", **plan)
        inject = f"inject={name}:error={_FAILING[name]}:when={number}+"
        ended = run_under([*_STRACE, "-o", os.devnull, "-e", f"trace={name}", "-e", inject], plan)
        steps = [line.removeprefix("step ") for line in ended.stdout.splitlines()]
        faults = look(self._server, plan, steps)
        told = ended.stderr.splitlines()
        if ended.returncode and not (len(told) == 1 and told[0].startswith(REFUSED)):
            faults = (*faults, f"it ended without a plain sentence: {ended.stderr[-2000:]}")
        return Kill(kind, seed, f"{_FAILING[name]} of {name} number", number, len(steps), faults)

    def _calls(self, kind: str, seed: int, folder: Path) -> list[tuple[str, int]]:
        """Return each call of the whole work with its number among those of its name."""
        key = kind, seed % 2
        if key not in self._made:
            plan = {"kind": kind, "seed": seed, "folder": str(folder)}
            self._server.ask(do="prepare", **plan)
            log = folder / "calls"
            run_under([*_STRACE, "-e", f"trace={CALLS}", "-o", str(log)], plan)
            made = Counter[str]()
            for line in log.read_text(encoding="utf-8", errors="replace").splitlines():
                made[line.partition("(")[0]] += 1
            self._made[key] = [
                (name, number) for name, times in made.items() for number in range(1, times + 1)
            ]
        return self._made[key]

    def _measure(self, kind: str, seed: int, folder: Path) -> dict[str, Any]:
        key = kind, seed % 2  # with a passphrase it takes longer
        if key not in self._measured:
            plan = {"kind": kind, "seed": seed, "folder": str(folder)}
            self._server.ask(do="prepare", **plan)
            told = self._server.ask(do="work", **plan)
            faults = look(self._server, plan, told["steps"])
            if faults:
                text = f"{kind} {seed} goes wrong unkilled: {faults}"
                raise AssertionError(text)
            self._measured[key] = told
        return self._measured[key]


def look(server: Server, plan: dict[str, Any], steps: list[str]) -> tuple[str, ...]:
    """Return what is wrong with what is left, and with what a later success leaves of it."""
    faults = server.ask(do="look", steps=steps, **plan)["faults"]
    if not faults:
        left = server.ask(do="leftovers", **plan)["leftovers"]
        faults = [f"after a later success {name} still lies about" for name in left]
    return tuple(faults)
