"""Where a sheet is saved to and on what paper: what the system says, so that tests need not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from diary.i18n import mark, translate
from diary.ui.files import ask_for_name

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Literal

    from PySide6.QtWidgets import QWidget

_TITLE = mark("Save the sheet as")
_KIND = mark("PDF file (*.pdf)")
_LETTER_COUNTRIES = frozenset(
    {
        QLocale.Country.UnitedStates,
        QLocale.Country.Canada,
        QLocale.Country.Mexico,
        QLocale.Country.Philippines,
    }
)


def usual_paper(locale: QLocale | None = None) -> Literal["a4", "letter"]:
    """Return the paper of her country."""
    country = (QLocale.system() if locale is None else locale).territory()
    return "letter" if country in _LETTER_COUNTRIES else "a4"


def ask_for_file(parent: QWidget, suggested: Path, chosen: Callable[[str], object]) -> None:
    """Ask where to save a PDF; ``chosen`` gets the path, and nothing happens if she cancels."""
    ask_for_name(parent, suggested, chosen, title=translate(_TITLE), kind=translate(_KIND))
