"""One warm program for the tests of a worker, and a diary for the commands that it runs."""

from __future__ import annotations

import pytest

from tests.torture.killing import Killer
from tests.torture.server import Server
from tests.torture.troubles import TODAY, write


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


@pytest.fixture
def home(tmp_path, daymark, aside):
    """The folder of a diary of some weeks."""
    write(aside / "first.json", range(30))
    write(aside / "incoming.json", range(10, 2000))
    assert daymark("import", str(aside / "first.json"))["status"] == 0
    assert daymark("backup", str(aside / "copy.daymark"))["status"] == 0
    return tmp_path / "home"


@pytest.fixture
def aside(tmp_path):
    """A folder that has no trouble."""
    folder = tmp_path / "aside"
    folder.mkdir()
    return folder


@pytest.fixture
def daymark(server, tmp_path):
    """Return a function that runs a command in some trouble and says how it ended."""

    def run(*arguments, today=TODAY, passphrases=None, **trouble):
        home = tmp_path / "home"
        words = [word.format(home=home, aside=tmp_path / "aside") for word in arguments]
        return server.ask(
            do="command",
            folder=str(home),
            arguments=words,
            today=today.isoformat(),
            passphrases=passphrases or {},
            **trouble,
        )

    return run
