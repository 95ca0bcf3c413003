from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QWidget

from diary.ui.paper import ask_printer, usual_paper


@pytest.mark.parametrize(
    ("locale", "paper"),
    [("en_GB", "a4"), ("de_DE", "a4"), ("en_US", "letter"), ("fr_CA", "letter")],
)
def test_the_paper_is_that_of_the_country(locale, paper):
    assert usual_paper(QLocale(locale)) == paper


def test_the_system_decides_where_nothing_is_given():
    assert usual_paper() in {"a4", "letter"}


@pytest.mark.parametrize("answer", ["accept", "reject"])
def test_the_printer_of_the_dialog_is_given_back(qtbot, answer):
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    chosen = []
    ask_printer(parent, "letter", "A page", chosen.append)
    getattr(parent.findChild(QPrintDialog), answer)()
    assert len(chosen) == (answer == "accept")
    for printer in chosen:
        assert printer.docName() == "A page"
        assert printer.pageLayout().pageSize().id() is QPageSize.PageSizeId.Letter
