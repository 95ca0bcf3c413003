from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from diary.ui import files
from diary.ui.charts.saving import ask_for_picture
from diary.ui.settings.system import ask_where


@pytest.fixture
def parent(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    return parent


def test_her_folder_is_a_whole_path():
    assert files.documents_folder().is_absolute()


def test_a_folder_is_shown_by_the_system(tmp_path, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    files.show_folder(tmp_path)
    assert [url.toLocalFile() for url in opened] == [str(tmp_path)]


@pytest.mark.parametrize(
    ("ask", "name", "kind"),
    [
        (ask_for_picture, "chart.png", "Picture (*.png)"),
        (ask_for_picture, "chart.svg", "Drawing (*.svg)"),
        (ask_where, "copy.json", "Diary file (*.json)"),
        (ask_where, "copy.csv", "Table for a spreadsheet (*.csv)"),
        (ask_where, "copy.fhir.json", "Record for a medical system (*.json)"),
    ],
)
def test_each_kind_of_file_is_named_and_keeps_its_ending(parent, tmp_path, ask, name, kind):
    chosen = []
    ask(parent, tmp_path / name, chosen.append)
    dialog = parent.findChild(QFileDialog)
    assert dialog.nameFilters() == [kind]
    assert [Path(path).name for path in dialog.selectedFiles()] == [name]
    dialog.accept()
    assert chosen == [str(tmp_path / name)]
