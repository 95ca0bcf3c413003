"""What the system does for the settings, so that tests need not: a name asked for a copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.i18n import mark, translate
from diary.ui.files import ask_for_name

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

_TITLE = mark("Save a copy of everything as")
_KINDS = {
    ".json": mark("Diary file (*.json)"),
    ".csv": mark("Table for a spreadsheet (*.csv)"),
    ".fhir.json": mark("Record for a medical system (*.json)"),
}


def ask_where(parent: QWidget, suggested: Path, chosen: Callable[[str], object]) -> None:
    """Ask for the name of a copy; ``chosen`` gets the path, and nothing happens if she cancels."""
    suffixes = "".join(suggested.suffixes)
    kind = translate(_KINDS[suffixes])
    ask_for_name(parent, suggested, chosen, title=translate(_TITLE), kind=kind)
