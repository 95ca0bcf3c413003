"""Paper: what is usual in her country, and the system's own dialog for printing on it."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QPageSize

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Literal

    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QWidget

PAPERS = {"a4": QPageSize.PageSizeId.A4, "letter": QPageSize.PageSizeId.Letter}
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


def ask_printer(
    parent: QWidget, paper: str, title: str, chosen: Callable[[QPrinter], object]
) -> None:
    """Show the system's dialog; ``chosen`` gets the printer, and nothing happens if she cancels.

    Args:
        parent: the owner of the dialog.
        paper: ``a4`` or ``letter``.
        title: the name of the document.
        chosen: takes the printer, which prints up to the edge of the paper.
    """
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415  seldom
    from PySide6.QtWidgets import QDialog  # noqa: PLC0415  as above

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setPageSize(QPageSize(PAPERS[paper]))
    printer.setFullPage(True)  # what is printed has its own margins
    dialog = QPrintDialog(printer, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.finished.connect(functools.partial(_tell, printer, chosen))
    QDialog.open(dialog)  # its own method wants a slot by name


def _tell(printer: QPrinter, chosen: Callable[[QPrinter], object], result: int) -> None:
    if result:  # accepted
        chosen(printer)
