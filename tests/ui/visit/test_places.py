from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QFileDialog, QWidget

from diary.ui.visit import places


@pytest.mark.parametrize(
    ("locale", "paper"),
    [("en_GB", "a4"), ("de_DE", "a4"), ("en_US", "letter"), ("fr_CA", "letter")],
)
def test_the_paper_is_that_of_the_country(locale, paper):
    assert places.usual_paper(QLocale(locale)) == paper


def test_the_system_decides_where_nothing_is_given():
    assert places.usual_paper() in {"a4", "letter"}


def test_the_dialog_suggests_a_name_and_gives_the_path_back(qtbot, tmp_path):
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    chosen = []
    places.ask_for_file(parent, tmp_path / "sheet.pdf", chosen.append)
    dialog = parent.findChild(QFileDialog)
    assert dialog.acceptMode() == QFileDialog.AcceptMode.AcceptSave
    assert [Path(path).name for path in dialog.selectedFiles()] == ["sheet.pdf"]
    dialog.accept()
    assert chosen == [str(tmp_path / "sheet.pdf")]


def test_nothing_is_chosen_when_the_dialog_is_closed(qtbot, tmp_path):
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    chosen = []
    places.ask_for_file(parent, tmp_path / "sheet.pdf", chosen.append)
    parent.findChild(QFileDialog).reject()
    assert chosen == []
