"""Keys that are made in few rounds, where a test is about something else."""

from __future__ import annotations

import pytest

from tests.store.by_hand import QUICK_ROUNDS, rounds


@pytest.fixture(autouse=True)
def quick_keys():
    """Derive keys in few rounds, or what is protected would take most of the time.

    For each test anew: whatever runs next in this process opens files that other programs made.
    """
    with rounds(QUICK_ROUNDS):
        yield
