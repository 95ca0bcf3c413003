"""What the system does for the settings, so that tests need not: a folder shown, a name asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from diary.i18n import mark, translate

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

_TITLE = mark("Save a copy of everything as")
_KINDS = {"json": mark("Diary file (*.json)"), "csv": mark("Table for a spreadsheet (*.csv)")}


def ask_where(parent: QWidget, suggested: Path, chosen: Callable[[str], object]) -> None:
    """Ask for the name of a copy; ``chosen`` gets the path, and nothing happens if she cancels."""
    ending = suggested.suffix.removeprefix(".")
    dialog = QFileDialog(parent, translate(_TITLE), str(suggested), translate(_KINDS[ending]))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(ending)
    dialog.selectFile(suggested.name)
    dialog.fileSelected.connect(chosen)
    dialog.open()


def show_folder(folder: Path) -> None:
    """Show a folder of this computer in the system's own window."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
