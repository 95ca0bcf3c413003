"""The licences of the libraries that Daymark needs to run: ``make licences``.

They are read from the metadata of what is installed, else from the text of the licence that came
with it, and printed as a table. ``THIRD_PARTY.md`` says more about each; a test compares the two.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, files, metadata, requires
from typing import TYPE_CHECKING, Final

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import Message

PROGRAM: Final = "daymark"
# What can be left out, and is in the packages all the same.
EXTRAS: Final = ("fhir",)
NOT_TOLD: Final = "not told"
_CLASSIFIER: Final = "License :: "
# Some packages put the whole text of the licence where its name belongs.
_LONGEST_NAME: Final = 60
# What each text says that no other says, for the few libraries that name no licence.
_SAYS: Final = {
    "the origin of this software must not be misrepresented": "Zlib",
    "permission is hereby granted, free of charge": "MIT",
}


@dataclass(frozen=True, slots=True)
class Library:
    """A library and what its own metadata tells of it."""

    name: str
    version: str
    licence: str


def libraries() -> list[Library]:
    """Return every library that the program needs on this computer, and those need, by name."""
    found = [_library(told) for told in map(_told, needed()) if told is not None]
    return sorted(found, key=lambda library: library.name.lower())


def needed(program: str = PROGRAM, extras: tuple[str, ...] = EXTRAS) -> set[str]:
    """Return the names of all libraries that a program needs here, and those need, and so on.

    Args:
        program: its name.
        extras: which of its optional libraries count as needed.
    """
    found: set[str] = set()
    waiting = [program]
    while waiting:
        one = waiting.pop()
        for requirement in _requirements(one, extras if one == program else ()):
            name = canonicalize_name(requirement.name)
            if name not in found:
                found.add(name)
                waiting.append(name)
    return found


def _requirements(name: str, extras: tuple[str, ...]) -> Iterator[Requirement]:
    try:
        lines = requires(name) or ()
    except PackageNotFoundError:  # optional, and not installed
        return
    for line in lines:
        requirement = Requirement(line)
        marker = requirement.marker
        if marker is None or any(marker.evaluate({"extra": extra}) for extra in ("", *extras)):
            yield requirement


def _told(name: str) -> Message | None:
    try:
        return metadata(name)
    except PackageNotFoundError:
        return None


def _library(told: Message) -> Library:
    name = told["Name"]
    named = licence(told)
    return Library(name, told["Version"], _licence_in_text(name) if named == NOT_TOLD else named)


def licence(told: Message) -> str:
    """Return the licence that metadata names: its expression, its short name, or its class."""
    named = told["License-Expression"] or told["License"] or ""
    if named and len(named) <= _LONGEST_NAME and "\n" not in named:
        return str(named)
    classes = told.get_all("Classifier") or ()
    found = [line.rpartition(" :: ")[2] for line in classes if line.startswith(_CLASSIFIER)]
    return ", ".join(found) or NOT_TOLD


def _licence_in_text(name: str) -> str:
    texts = (
        path.read_text(encoding="utf-8")
        for path in files(name) or ()
        if path.stem.upper() in ("LICENSE", "LICENCE", "COPYING")
    )
    return next((found for found in map(licence_of_text, texts) if found != NOT_TOLD), NOT_TOLD)


def licence_of_text(text: str) -> str:
    """Return the licence whose text this is, as far as it is one of the few known here."""
    words = " ".join(text.lower().split())
    return next((name for says, name in _SAYS.items() if says in words), NOT_TOLD)


def table() -> str:
    """Return the libraries as a table in plain text."""
    rows = [("library", "version", "licence")]
    rows += [(one.name, one.version, one.licence) for one in libraries()]
    widths = [max(len(row[column]) for row in rows) for column in (0, 1)]
    return "\n".join(
        f"{name:{widths[0]}}  {version:{widths[1]}}  {of}" for name, version, of in rows
    )


if __name__ == "__main__":
    print(table())
