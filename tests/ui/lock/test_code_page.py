"""The recovery code to keep: on the screen, on paper, as a PDF and as text."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QAccessible, QPageLayout
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QLabel

from diary.store.recovery_code import parse, written
from diary.ui.facts import CodeTold, Failed
from diary.ui.lock import code_files
from diary.ui.lock.code_page import CodePage
from diary.ui.lock.code_sheet import as_pdf, as_text
from diary.ui.requests.protection import KEEP_CODE
from diary.ui.widgets.card import Card
from tests.ui.fakes import TODAY

KEY = bytes(range(32))
CODE = written(KEY)


@pytest.fixture
def page(bridge, theme, qtbot, tmp_path):
    def ask(_parent, suggested, chosen):
        chosen(str(tmp_path / suggested.name))

    def ask_printer(_parent, chosen):
        printer = QPrinter()
        printer.setOutputFileName(str(tmp_path / "printed.pdf"))
        printer.setPageMargins(QMarginsF(), QPageLayout.Unit.Millimeter)
        chosen(printer)

    told = CodeTold(code=CODE, is_new=True, missed=(Path("/stick/a.daymark"),))
    page = CodePage(bridge, theme, told, ask=ask, ask_printer=ask_printer)
    qtbot.addWidget(page)
    page.show()
    return page


def words_of(pdf):
    document = pypdfium2.PdfDocument(pdf)
    try:
        assert len(document) == 1
        return document[0].get_textpage().get_text_bounded()
    finally:
        document.close()


def read_back(text):
    """Return the key of the groups that stand in a text."""
    groups = [word for word in text.split() if word in CODE.split("-")]
    return parse(" ".join(groups))


def test_every_group_is_shown_and_spelled(page):
    labels = [label for label in page.findChildren(QLabel) if label.property("kind") == "code"]
    assert [label.text() for label in labels] == CODE.split("-")
    assert labels[2].accessibleName() == "Group 3: " + " ".join(CODE.split("-")[2])


def test_the_number_of_a_group_is_read_once(page):
    card = next(one for one in page.findChildren(Card) if one.property("kind") == "code")
    nodes = map(QAccessible.queryAccessibleInterface, card.findChildren(QLabel))
    read = [name for node in nodes if (name := node.text(QAccessible.Text.Name).strip())]
    assert read == [
        f"Group {number}: {' '.join(group)}" for number, group in enumerate(CODE.split("-"), 1)
    ]


def test_each_group_has_its_number_beside_it_on_the_screen(page):
    labels = [label for label in page.findChildren(QLabel) if label.isVisible()]
    for number, group in enumerate(CODE.split("-"), 1):
        (letters,) = [label for label in labels if label.text() == group]
        (place,) = [label for label in labels if label.text() == str(number)]
        there, here = place.geometry(), letters.geometry()
        assert there.right() < here.left() < there.right() + 40
        assert abs(there.center().y() - here.center().y()) <= 2


def test_each_group_has_its_number_before_it_on_paper_and_in_the_file():
    expected = [word for pair in enumerate(CODE.split("-"), 1) for word in map(str, pair)]
    for words in (as_text(CODE, TODAY), words_of(as_pdf(CODE, TODAY, "a4"))):
        after = words[words.index("2026-03-20") + 10 :].split()
        assert after[: len(expected)] == expected


def test_the_code_of_the_file_opens_with_its_numbers():
    text = as_text(CODE, TODAY).split("\n\n")[2]
    assert parse(text) == KEY


def test_what_could_not_be_changed_is_named(page):
    shown = " ".join(label.text() for label in page.findChildren(QLabel))
    assert "1 backup could not be changed. It opens as it did before:" in shown
    assert "a.daymark" in shown.replace("\u200b", "")


def test_the_text_can_be_typed_from(page, bridge, tmp_path):
    page.text.click()
    ((out, content),) = bridge.asked_for(KEEP_CODE)
    assert out == tmp_path / "daymark-recovery-code.txt"
    text = content.decode("utf-8")
    assert text == as_text(CODE, TODAY)
    assert read_back(text) == KEY
    assert "2026-03-20" in text
    assert max(map(len, text.splitlines())) <= 72


def test_the_pdf_is_one_page_that_can_be_typed_from(page, bridge, tmp_path):
    page.pdf.click()
    ((out, content),) = bridge.asked_for(KEEP_CODE)
    assert out == tmp_path / "daymark-recovery-code.pdf"
    assert read_back(words_of(content)) == KEY


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_it_fits_on_either_paper(qapp, paper):  # noqa: ARG001  fonts need the application
    assert read_back(words_of(as_pdf(CODE, dt.date(2026, 3, 1), paper))) == KEY


def test_it_is_printed(page, tmp_path):
    page.print.click()
    assert read_back(words_of(tmp_path / "printed.pdf")) == KEY
    assert page.said.text() == "Sent to the printer."


def test_where_it_is_saved_is_told(page, bridge):
    bridge.protection.code_kept.emit(Path("/home/her/code.txt"))
    assert page.said.text().replace("\u200b", "") == "Saved to /home/her/code.txt"


def test_why_it_is_not_saved_is_told_here(page, bridge):
    bridge.failed.emit(Failed(what="save", message="Something else."))
    assert not page.said.isVisible()
    bridge.failed.emit(Failed(what=KEEP_CODE, message="The disk is full."))
    assert page.said.text() == "The disk is full."


def test_it_is_left_once_it_was_put_away(page, qtbot):
    assert not page.done.isEnabled()
    page.put_away.click()
    with qtbot.waitSignal(page.left):
        page.done.click()


def test_the_dialogs_are_those_of_the_system(page, monkeypatch):
    asked = []
    monkeypatch.setattr(code_files, "ask_for_name", lambda *_, **named: asked.append(named))
    monkeypatch.setattr(code_files, "ask_printer", lambda *args: asked.append(args[2]))
    code_files.ask_for_code_file(page, Path("a.pdf"), print)
    code_files.ask_for_code_file(page, Path("a.txt"), print)
    code_files.ask_for_code_printer(page, print)
    assert [named["kind"] for named in asked[:2]] == ["PDF file (*.pdf)", "Text file (*.txt)"]
    assert asked[2] == "Recovery code of a Daymark diary"
