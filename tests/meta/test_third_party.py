"""The notices name every library that the program needs here, and its licence as it tells it."""

from __future__ import annotations

import re
from email.message import Message
from pathlib import Path

import pytest
from packaging.utils import canonicalize_name

from installer.licences import NOT_TOLD, libraries, licence, licence_of_text, needed, table

NOTICES = Path(__file__).parents[2] / "THIRD_PARTY.md"
# What asks more of whoever passes the program on than to keep a notice: the window's library,
# under its lesser licence.
RECIPROCAL = {"pyside6-essentials", "shiboken6"}
# Words of classifiers and old short names, as the notices write them.
WRITTEN = {
    "BSD 3-Clause License": "BSD-3-Clause",
    "BSD License": "BSD",
    "BSD license": "BSD",
    "MIT License": "MIT",
    "Apache Software License": "Apache-2.0",
    "Python Software Foundation License": "Python Software Foundation",
}
IN_WORDS = {"dependency licenses"}


def rows():
    """Return the licence that the notices give to each library."""
    text = NOTICES.read_text(encoding="utf-8").split("## Installed beside it")[1].split("\n## ")[0]
    cells = [line.split("|")[1:4] for line in text.splitlines() if line.startswith("| ")]
    return {
        canonicalize_name(name.strip("(), ").split()[0]): of.strip()
        for names, _what, of in cells
        for name in re.split(r",\s*", names)
        if name.strip()
    }


def parts_of(told):
    """Return the single licences of what a library tells, as the notices write them."""
    parts = re.split(r"\s+(?:AND|OR)\s+|,\s*", told)
    return {WRITTEN.get(part, part) for part in parts} - IN_WORDS


def test_every_library_is_named():
    assert "numpy" in needed()
    assert needed() - set(rows()) == set()


@pytest.mark.parametrize("library", libraries(), ids=lambda library: library.name)
def test_its_licence_is_the_one_it_tells(library):
    said = rows()[canonicalize_name(library.name)]
    assert library.licence != NOT_TOLD
    assert sorted(part for part in parts_of(library.licence) if part not in said) == []


def test_nothing_but_the_library_of_the_window_is_reciprocal():
    found = {canonicalize_name(one.name) for one in libraries() if "GPL" in one.licence}
    assert found == RECIPROCAL


def test_the_table_has_a_line_for_each():
    lines = table().splitlines()
    assert lines[0].split() == ["library", "version", "licence"]
    assert len(lines) == 1 + len(libraries())
    assert any(line.startswith("numpy ") and "BSD-3-Clause" in line for line in lines)


def told(expression=None, short=None, classes=()):
    message = Message()
    for key, value in (("License-Expression", expression), ("License", short)):
        if value is not None:
            message[key] = value
    for one in classes:
        message["Classifier"] = one
    return message


@pytest.mark.parametrize(
    ("message", "found"),
    [
        (told(expression="MIT", short="a text"), "MIT"),
        (
            told(short="BSD-3-Clause", classes=["License :: OSI Approved :: MIT License"]),
            "BSD-3-Clause",
        ),
        (
            told(
                short="The whole text\nof a licence",
                classes=["License :: OSI Approved :: BSD License"],
            ),
            "BSD License",
        ),
        (told(short="x" * 61, classes=["Topic :: Text"]), NOT_TOLD),
        (told(classes=["License :: A", "License :: OSI Approved :: B"]), "A, B"),
        (told(), NOT_TOLD),
    ],
)
def test_where_a_licence_is_told(message, found):
    assert licence(message) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1. The origin of this\n   software must not be misrepresented; you", "Zlib"),
        ("Permission is hereby granted, free of charge, to any person", "MIT"),
        ("All rights reserved.", NOT_TOLD),
    ],
)
def test_a_licence_is_known_by_its_text(text, found):
    assert licence_of_text(text) == found


def test_where_the_metadata_name_no_licence_its_text_does():
    (library,) = [one for one in libraries() if one.name == "sqlcipher3"]
    assert library.licence == "Zlib"


def test_what_is_optional_and_not_installed_is_named_and_has_no_line():
    assert needed("no-such-program") == set()
