"""Two programs at once on one diary: what each was told is true, and nothing is spoilt.

The seeds change from run to run; pytest-randomly prints the one to repeat a run with.
"""

from __future__ import annotations

import random

import pytest

from tests.torture.together import PAIRS

# Where both write, and where one swaps all files while the other writes into the same folders.
QUICK = (("importing", "saving"), ("backing up", "protecting"), ("restoring", "protecting"))


@pytest.mark.parametrize("pair", QUICK)
def test_two_programs_at_once_spoil_nothing(server, tmp_path, pair):
    seed = random.randrange(1_000_000)
    told = server.ask(do="at once", folder=str(tmp_path / "home"), seed=seed, pair=pair)
    assert told["faults"] == [], (pair, seed)
    assert told["done"] > 0


def test_the_quick_ones_are_among_all():
    assert set(QUICK) < set(PAIRS)
