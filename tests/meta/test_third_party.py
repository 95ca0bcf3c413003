"""The notices name every library that the program needs on this computer."""

from __future__ import annotations

from importlib.metadata import requires
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

NOTICES = Path(__file__).parents[2] / "THIRD_PARTY.md"


def needed(distribution: str) -> set[str]:
    """Return the names of all libraries a distribution needs, and those need, and so on."""
    found: set[str] = set()
    waiting = [distribution]
    while waiting:
        for line in requires(waiting.pop()) or ():
            requirement = Requirement(line)
            wanted = requirement.marker is None or requirement.marker.evaluate({"extra": ""})
            name = canonicalize_name(requirement.name)
            if wanted and name not in found:
                found.add(name)
                waiting.append(name)
    return found


def named_in_the_notices() -> set[str]:
    text = NOTICES.read_text(encoding="utf-8").split("## Installed beside it")[1]
    rows = [line.split("|")[1] for line in text.splitlines() if line.startswith("| ")]
    names = [word.strip("(), ") for row in rows for word in row.split(",")]
    return {canonicalize_name(name.split()[0]) for name in names if name}


def test_every_library_is_named():
    libraries = needed("daymark")
    assert "numpy" in libraries
    assert libraries - named_in_the_notices() == set()
