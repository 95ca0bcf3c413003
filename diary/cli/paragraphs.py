"""Plain text set for a terminal: headings, indented paragraphs, hanging list lines."""

from __future__ import annotations

import textwrap
from typing import Final

WIDTH: Final = 80
STEP: Final = "  "


def wrapped(text: str, level: int = 0, hanging: str = "") -> str:
    """Return a paragraph of at most 80 characters a line.

    Args:
        text: the words.
        level: how many steps it is indented.
        hanging: what stands before the first line, such as a dash.
    """
    return textwrap.fill(
        text,
        WIDTH,
        initial_indent=STEP * level + hanging,
        subsequent_indent=STEP * level + " " * len(hanging),
        break_on_hyphens=False,
        break_long_words=False,
    )


def titled(title: str, *texts: str, level: int = 1) -> list[str]:
    """Return a heading at ``level`` steps and the paragraphs under it; nothing without any."""
    told = [wrapped(text, level + 1) for text in texts if text]
    return [wrapped(title, level), *told] if told else []


def listed(title: str, items: list[str], level: int = 1) -> list[str]:
    """Return a heading and a list under it, line by line; nothing for an empty list.

    Args:
        title: the heading.
        items: a paragraph each.
        level: how many steps the heading is indented; the list is one more.
    """
    told = [wrapped(item, level + 1, "- ") for item in items]
    return [wrapped(title, level), *told] if told else []
