"""A program killed in the middle of its work loses nothing that it had confirmed.

The seeds change from run to run; pytest-randomly prints the one to repeat a run with.
"""

from __future__ import annotations

import random

import pytest

from tests.torture.killing import WAYS
from tests.torture.kinds import KINDS


@pytest.mark.parametrize("kind", KINDS)
def test_what_was_confirmed_survives_a_kill(killer, tmp_path, kind):
    seed = random.randrange(1_000_000)  # one for all ways, so that the work is measured once
    for way in WAYS:
        kill = killer.kill(kind, seed, way, tmp_path / way)
        assert kill.faults == (), kill


def test_at_least_twenty_are_killed():
    assert len(KINDS) * len(WAYS) >= 20  # as many as one gate promises
