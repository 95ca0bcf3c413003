from __future__ import annotations

import io
from pathlib import Path

import pytest
import typst
from pypdf import PdfReader
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from diary.errors import RequestError
from diary.report.pages import page_picture
from diary.ui.visit.printing import ask_for_printer, print_pdf
from tests.refusals import refused

THREE = typst.compile(b'#set page(paper: "a4")\n= One\n#pagebreak()\n= Two\n#pagebreak()\n= Three')


@pytest.fixture
def printer(qapp, tmp_path):  # noqa: ARG001  Qt needs the application first
    """A printer whose paper is a PDF file."""
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    printer.setResolution(72)
    printer.setFullPage(True)
    return printer


def paper(printer):
    return PdfReader(io.BytesIO(Path(printer.outputFileName()).read_bytes()))


def test_all_pages_are_printed_in_order_and_no_finer_than_the_printer(printer):
    drawn = []

    def draw(pdf, dpi, number):
        drawn.append((dpi, number))
        return page_picture(pdf, dpi, number)

    print_pdf(printer, THREE, draw)
    assert drawn == [(72, 0), (72, 1), (72, 2)]
    assert len(paper(printer).pages) == 3


def test_only_the_pages_left_chosen_in_the_dialog_are_printed(printer):
    printer.setFromTo(2, 9)
    print_pdf(printer, THREE, page_picture)
    assert len(paper(printer).pages) == 2


def test_the_sheet_keeps_its_shape_on_another_paper(printer, tmp_path):
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    print_pdf(printer, THREE, page_picture)
    picture = page_picture((tmp_path / "paper.pdf").read_bytes(), 72)
    assert (picture.width, picture.height) == pytest.approx((420, 595), abs=2)


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_does_not_answer_is_told(printer, tmp_path):
    printer.setOutputFileName(str(tmp_path / "nowhere" / "paper.pdf"))
    with refused(RequestError, "The sheet could not be printed."):
        print_pdf(printer, THREE, page_picture)


def test_the_dialog_of_the_system_offers_the_paper_and_tells_what_was_chosen(qtbot, tmp_path):
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    chosen = []
    ask_for_printer(parent, "letter", "Daymark", chosen.append)
    dialog = parent.findChild(QPrintDialog)
    printer = dialog.printer()
    assert printer.docName() == "Daymark"
    assert printer.pageLayout().pageSize().id() == QPageSize.PageSizeId.Letter
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    dialog.done(QDialog.DialogCode.Accepted)
    (print_pages,) = chosen
    print_pages(THREE, page_picture)
    assert len(paper(printer).pages) == 3


def test_nothing_is_printed_when_the_dialog_is_cancelled(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    chosen = []
    ask_for_printer(parent, "a4", "Daymark", chosen.append)
    parent.findChild(QPrintDialog).reject()
    assert chosen == []
