"""The sheet on paper: the system's own dialog, and the pages drawn onto its printer.

Qt allows painting onto a printer from any one thread; the pages are drawn by the worker, one at a
time, so that neither the window nor the memory has to hold them all.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter

from diary.errors import RequestError
from diary.i18n import mark, translate
from diary.ui.paper import ask_printer

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QWidget

    from diary.report.pages import PagePicture
    from diary.ui.requests.sheets import DrawPage, PrintPages

_FINEST = 300  # dots an inch: finer is not seen, and takes four times the memory
_NO_PRINTER = mark(
    "The sheet could not be printed. Look whether the printer is on, or save the PDF and "
    "print that."
)


def ask_for_printer(
    parent: QWidget, paper: str, title: str, chosen: Callable[[PrintPages], object]
) -> None:
    """Show the system's dialog; ``chosen`` gets what prints, and nothing happens if she cancels.

    Args:
        parent: the owner of the dialog.
        paper: ``a4`` or ``letter``.
        title: the name of the document.
        chosen: takes a function that prints the pages of a PDF.
    """
    ask_printer(parent, paper, title, functools.partial(_tell, chosen))


def _tell(chosen: Callable[[PrintPages], object], printer: QPrinter) -> None:
    chosen(functools.partial(print_pdf, printer))


def print_pdf(printer: QPrinter, pdf: bytes, draw: DrawPage) -> None:
    """Print the pages that the dialog left chosen.

    Args:
        printer: as the dialog left it.
        pdf: the sheet.
        draw: draws a page of it.

    Raises:
        RequestError: the printer does not answer.
    """
    dpi = min(printer.resolution(), _FINEST)
    page = draw(pdf, dpi, 0)
    first = max(1, printer.fromPage())
    last = min(printer.toPage() or page.pages, page.pages)
    painter = QPainter()
    if not painter.begin(printer):
        raise RequestError(translate(_NO_PRINTER))
    try:
        for number in range(first, last + 1):
            if number > first:
                printer.newPage()
            _paint(painter, printer, page if number == 1 else draw(pdf, dpi, number - 1))
    finally:
        painter.end()


def _paint(painter: QPainter, printer: QPrinter, page: PagePicture) -> None:
    """Paint a page as large as the paper allows, in the middle."""
    image = QImage(
        page.rgbx, page.width, page.height, 4 * page.width, QImage.Format.Format_RGBX8888
    )
    paper = printer.pageLayout().fullRectPixels(printer.resolution())
    size = QSizeF(image.size()).scaled(QSizeF(paper.size()), Qt.AspectRatioMode.KeepAspectRatio)
    left, top = (paper.width() - size.width()) / 2, (paper.height() - size.height()) / 2
    painter.drawImage(QRectF(left, top, size.width(), size.height()), image)
