"""Fifty damaged diary files, others in each run: none crashes the program or is changed by it.

The seeds change from run to run; a failure says which one repeats it. What is saved of a file is
compared with what was said only for seeds that are fixed: a byte may by chance become another day
of the diary, and nobody could tell. They are those for which it once was not what was said.
"""

from __future__ import annotations

import random

import pytest

from tests.store import by_hand
from tests.store.quick import quick_diaries
from tests.torture.fuzz_files import Bases, tried

__all__ = ["quick_diaries"]  # also in the processes that look: they are forked

TIMES = 50
ONCE_WRONG = (1001, 1011, 1016, 1036, 1051, 1078, 1083, 1510, 1562, 1667, 1881, 2115)
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
        end, is_right = tried(bases, seed, tmp_path / str(number), compared=False)
        assert is_right, f"seed {seed}: {end}"


@pytest.mark.parametrize("seed", ONCE_WRONG)
def test_what_is_saved_was_said_or_its_day_is_named(bases, tmp_path, seed):
    end, is_right = tried(bases, seed, tmp_path)
    assert is_right, f"seed {seed}: {end}"
    assert end.endswith("saved")
