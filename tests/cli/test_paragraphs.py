"""Plain text for a terminal of 80 columns."""

from __future__ import annotations

from diary.cli.paragraphs import listed, titled, wrapped


def test_paragraph_is_wrapped_and_indented():
    text = wrapped("word " * 40, 2)
    assert all(len(line) <= 80 and line.startswith("    word") for line in text.splitlines())


def test_list_line_hangs():
    assert wrapped("word " * 40, 1, "- ").splitlines()[1].startswith("    word")


def test_long_addresses_are_not_broken():
    address = "x" * 90
    assert address in wrapped(address, 1)


def test_heading_stands_only_over_something():
    assert titled("Title", "", level=0) == []
    assert titled("Title", "a", "", "b") == ["  Title", "    a", "    b"]
    assert listed("Title", []) == []
    assert listed("Title", ["a"], 0) == ["Title", "  - a"]
