"""How the window looked last time, read before the first paint.

:mod:`diary.settings` checks everything and takes its time to import; it runs later on the worker.
Here the same file is only looked at: what cannot be used is the default, and nothing is told or
set aside. A test holds both to the same answer for every file.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias, TypeGuard

from diary.i18n import SYSTEM

if TYPE_CHECKING:
    from pathlib import Path

ThemeChoice: TypeAlias = Literal["system", "light", "dark", "contrast"]
THEMES: tuple[ThemeChoice, ...] = ("system", "light", "dark", "contrast")
# As in the settings; a test compares them.
TEXT_SMALLEST, TEXT_LARGEST, TEXT_STEP = 100, 200, 10
_LONGEST, _LONGEST_CODE = 10_000, 200


class Look(NamedTuple):
    """Colours, text size in percent, size and place of the window as Qt wrote them, language."""

    theme: ThemeChoice = "system"
    text_size: int = TEXT_SMALLEST
    geometry: str | None = None
    language: str = SYSTEM


def read_look(path: Path) -> Look:
    """Return how the window looked; never fails."""
    try:
        found = json.loads(path.read_bytes().decode("utf-8-sig"))
    except (OSError, ValueError, RecursionError):
        return Look()
    if not isinstance(found, dict):
        return Look()
    theme, text_size = found.get("theme"), found.get("text_size")
    geometry, language = found.get("window_geometry"), found.get("language")
    return Look(
        next((choice for choice in THEMES if choice == theme), "system"),
        text_size if _is_text_size(text_size) else TEXT_SMALLEST,
        geometry if isinstance(geometry, str) and len(geometry) <= _LONGEST else None,
        language if isinstance(language, str) and 0 < len(language) <= _LONGEST_CODE else SYSTEM,
    )


def _is_text_size(value: object) -> TypeGuard[int]:
    return type(value) is int and value in range(TEXT_SMALLEST, TEXT_LARGEST + 1, TEXT_STEP)
