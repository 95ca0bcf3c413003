"""One warm program for the tests of a worker."""

from __future__ import annotations

import pytest

from tests.torture.killing import Killer
from tests.torture.server import Server


@pytest.fixture(scope="session")
def server():
    """The warm program that forks those that are killed."""
    server = Server()
    yield server
    server.close()


@pytest.fixture(scope="session")
def killer(server):
    """Kills one kind of work after another."""
    return Killer(server)
