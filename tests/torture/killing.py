"""Kill a program in the middle of its work and look at what it leaves."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from tests.torture.server import Server

WAYS = ("moment", "point")


@dataclass(frozen=True)
class Kill:
    """One kill and what came of it.

    Attributes:
        kind: the kind of work.
        seed: what it was about, and when it was killed.
        way: ``moment``, by the clock from outside; ``point``, at a statement or a change of
            names; ``call``, in the middle of a call of the system.
        at: the seconds or the number of the point or call.
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

    def _measure(self, kind: str, seed: int, folder: Path) -> dict[str, Any]:
        key = kind, seed % 2
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
