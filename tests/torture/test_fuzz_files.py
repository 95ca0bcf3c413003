"""Fifty damaged diary files, others in each run: none crashes the program or is changed by it.

The seeds change from run to run; pytest-randomly prints the one to repeat a run with.
"""

from __future__ import annotations

import random

import pytest

from tests.store import by_hand
from tests.torture.fuzz_files import Bases, tried

TIMES = 50
GROUPS = 5  # so that several workers share them


@pytest.fixture(params=range(GROUPS))
def group(request):
    """The number of a group."""
    return request.param


@pytest.fixture(scope="module")
def bases(tmp_path_factory):
    with by_hand.rounds(by_hand.QUICK_ROUNDS):
        yield Bases(tmp_path_factory.mktemp("bases"))


@pytest.mark.usefixtures("group")
def test_no_damaged_file_crashes_the_program_or_is_changed(bases, tmp_path):
    for number in range(TIMES // GROUPS):
        seed = random.randrange(1_000_000)
        end, is_right = tried(bases, seed, tmp_path / str(number))
        assert is_right, f"seed {seed}: {end}"
