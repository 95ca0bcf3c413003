from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from diary.ui.visit import places


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
