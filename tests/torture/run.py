"""``make torture``: kills, power cuts, failing disks, two programs at once; the seed repeats a run.

    python tests/torture/run.py [--kills N] [--seed S] [--kinds KIND,KIND] [--together N]

Prints a line for each kind of work and exits with 1 where anything was lost or left half done.
"""

from __future__ import annotations

import argparse
import random
import shutil
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.torture.killing import WAYS, Killer
from tests.torture.kinds import KINDS
from tests.torture.power import cuts
from tests.torture.server import Server
from tests.torture.together import PAIRS

_PROGRAMS = 2  # at a time
_FAILURES = 6  # of the disk in each kind of work: full, or not syncing
_LONGEST = 1.0  # seconds until one of two programs is killed; few take longer
_PLACES = 30  # at which the power is cut in each work; every one would take half an hour


def main() -> int:
    """Run all kinds and return the exit status."""
    options = _options()
    start = time.monotonic()
    _tell(f"seed {options.seed}; to repeat this run: make torture SEED={options.seed}")
    kinds = list(options.kinds)
    each = -(-options.kills // len(kinds)) if kinds else 0
    bad = kills = powers = 0
    with ProcessPoolExecutor(_PROGRAMS) as pool:
        together = [pool.submit(_together, pair, options.seed, options.together) for pair in PAIRS]
        jobs = [pool.submit(_torture, kind, options.seed, each) for kind in kinds]
        for kind, job in zip(kinds, jobs, strict=True):
            killed, cut, faults = job.result()
            kills, powers, bad = kills + killed, powers + cut, bad + len(faults)
            counts = f"{killed:4} kills  {cut:5} power cuts  {_FAILURES} failing disks"
            _tell(f"{kind:12}  {counts}  {len(faults)} bad")
            for fault in faults:
                _tell(f"    {fault}")
        for pair, job in zip(PAIRS, together, strict=True):
            done, refused, faults = job.result()
            bad += len(faults)
            counts = f"{options.together} times at once  {done} steps done  {refused} refused"
            _tell(f"{' and '.join(pair)}: {counts}  {len(faults)} bad")
            for fault in faults:
                _tell(f"    {fault}")
    minutes = (time.monotonic() - start) / 60
    failures = _FAILURES * len(kinds)
    twice = options.together * len(PAIRS)
    counts = f"{kills} kills, {powers} power cuts, {failures} failing disks, {twice} times two"
    _tell(f"{counts} programs at once, {minutes:.0f} minutes")
    _tell(f"{bad} bad")
    return 1 if bad else 0


def _tell(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=330, help="how many at least")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1_000_000))
    parser.add_argument("--kinds", type=lambda text: text.split(",") if text else [], default=KINDS)
    parser.add_argument("--together", type=int, default=30, help="how often each two at once")
    return parser.parse_args()


def _torture(kind: str, seed: int, times: int) -> tuple[int, int, list[str]]:
    """Return how many kills and power cuts there were, and what was wrong after them."""
    server = Server()
    try:
        faults, cut = [], 0
        killer = Killer(server)
        for number in range(times):
            faults += _killed(killer, kind, seed + number, number % (len(WAYS) + 1))
        for number in range(_FAILURES):
            with TemporaryDirectory() as folder:
                failed = killer.fail(kind, seed + number, Path(folder))
            faults += [str(failed)] if failed.faults else []
        for one in (seed, seed + 1):  # with a passphrase, and without
            with TemporaryDirectory() as folder:
                for told, found in cuts(server, kind, one, Path(folder), _PLACES):
                    cut += 1
                    faults += [f"seed {one}, power cut at {told}: {found}"] if found else []
    finally:
        server.close()
    return times, cut, faults


def _together(pair: tuple[str, str], seed: int, times: int) -> tuple[int, int, list[str]]:
    """Return how many steps two programs at once did, were refused, and what was wrong after."""
    server, done, refused, faults = Server(), 0, 0, []
    try:
        for number in range(times):
            # In every third run the first one is killed on its way.
            chance = random.Random(f"{pair} {seed + number}")
            after = None if number % 3 else chance.uniform(0, _LONGEST)
            plan = {"seed": seed + number, "pair": pair, "kill_after": after}
            with TemporaryDirectory() as folder:
                told = server.ask(do="at once", folder=str(Path(folder) / "home"), **plan)
            done, refused = done + told["done"], refused + len(told["refused"])
            faults += [f"{plan}: {fault}" for fault in told["faults"]]
    finally:
        server.close()
    return done, refused, faults


def _killed(killer: Killer, kind: str, seed: int, way: int) -> list[str]:
    with TemporaryDirectory() as folder:
        if way == len(WAYS):
            kill = killer.kill_in_call(kind, seed, Path(folder))
        else:
            kill = killer.kill(kind, seed, WAYS[way], Path(folder))
    return [str(kill)] if kill.faults else []


if __name__ == "__main__":
    if shutil.which("strace") is None:
        sys.exit("make torture needs strace (apt-get install strace).")
    sys.exit(main())
