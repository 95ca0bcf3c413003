"""Where the recovery code is saved to and printed: what the system does, so that tests need not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.i18n import mark, translate
from diary.ui.files import ask_for_name
from diary.ui.lock.code_sheet import TITLE
from diary.ui.paper import ask_printer, usual_paper

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QWidget

_AS = mark("Save the recovery code as")
_KINDS = {".pdf": mark("PDF file (*.pdf)"), ".txt": mark("Text file (*.txt)")}


def ask_for_code_file(parent: QWidget, suggested: Path, chosen: Callable[[str], object]) -> None:
    """Ask where to save; ``chosen`` gets the path, and nothing happens if she cancels."""
    kind = translate(_KINDS[suggested.suffix])
    ask_for_name(parent, suggested, chosen, title=translate(_AS), kind=kind)


def ask_for_code_printer(parent: QWidget, chosen: Callable[[QPrinter], object]) -> None:
    """Show the system's dialog; ``chosen`` gets the printer, and nothing happens if she cancels."""
    ask_printer(parent, usual_paper(), translate(TITLE), chosen)
