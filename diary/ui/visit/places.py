"""Where a sheet is saved to: what the system asks, so that tests need not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.i18n import mark, translate
from diary.ui.files import ask_for_name

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

_TITLE = mark("Save the sheet as")
_KIND = mark("PDF file (*.pdf)")


def ask_for_file(parent: QWidget, suggested: Path, chosen: Callable[[str], object]) -> None:
    """Ask where to save a PDF; ``chosen`` gets the path, and nothing happens if she cancels."""
    ask_for_name(parent, suggested, chosen, title=translate(_TITLE), kind=translate(_KIND))
