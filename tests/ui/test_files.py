from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

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


ASKS = (
    lambda parent, there: files.ask_for_name(parent, there / "x.pdf", print, title="t", kind="k"),
    lambda parent, _: files.ask_for_folder(parent, "t", print),
    lambda parent, _: files.ask_for_file(parent, "t", print),
)


@pytest.mark.parametrize("ask", ASKS, ids=["name", "folder", "file"])
def test_after_a_cancelled_dialog_she_goes_on_where_she_was(parent, qtbot, tmp_path, ask):
    other, button = QPushButton("other", parent), QPushButton("choose", parent)
    for one in (other, button):
        one.show()
    parent.activateWindow()
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    ask(parent, tmp_path)
    dialog = parent.findChild(QFileDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(button.hasFocus)


def test_a_control_that_is_gone_by_then_is_let_be(parent, qtbot):
    button = QPushButton("choose", parent)
    button.show()
    parent.activateWindow()
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    files.ask_for_folder(parent, "t", print)
    shiboken6.delete(button)
    parent.findChild(QFileDialog).reject()


HISTORY = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from diary.ui.files import ask_for_name

app = QApplication([])
parent, chosen = QWidget(), []
parent.show()
ask_for_name(parent, Path(sys.argv[1]) / "x.pdf", chosen.append, title="t", kind="PDF (*.pdf)")
QTimer.singleShot(0, parent.findChild(QFileDialog).accept)
timer = QTimer()
timer.timeout.connect(lambda: app.quit() if chosen else None)
timer.start(5)
app.exec()
print(chosen[0])
"""


def test_no_list_of_her_folders_is_kept_for_other_programs(tmp_path):
    config, folder = tmp_path / "config", tmp_path / "her folder"
    folder.mkdir()
    ran = subprocess.run(
        [sys.executable, "-c", HISTORY, str(folder)],
        env={**os.environ, "HOME": str(config), "XDG_CONFIG_HOME": str(config)},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert ran.stdout.strip() == str(folder / "x.pdf")
    kept = [path for path in config.rglob("*") if path.is_file()]
    assert not any(b"her%20folder" in path.read_bytes() for path in kept)
    assert not any(path.name == "QtProject.conf" for path in kept)
