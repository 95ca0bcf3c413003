"""Files and folders of hers, asked for and shown: what the system does, so that tests need not."""

from __future__ import annotations

import functools
import os
from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QSettings, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


def documents_folder() -> Path:
    """Return the person's folder for documents, or her home."""
    kind = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(kind) or Path.home())


def show_folder(folder: Path) -> None:
    """Show a folder of this computer in the system's own window."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def ask_for_name(
    parent: QWidget, suggested: Path, chosen: Callable[[str], object], *, title: str, kind: str
) -> None:
    """Ask where to save; ``chosen`` gets the path, and nothing happens if she cancels.

    Args:
        parent: the owner of the dialog.
        suggested: the folder and the name offered, with its ending.
        chosen: takes the path.
        title: what is asked.
        kind: the kind of file as the dialog writes it: ``PDF file (*.pdf)``.
    """
    _keep_no_history()
    dialog = QFileDialog(parent, title, str(suggested), kind)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(suggested.suffix.removeprefix("."))
    dialog.selectFile(suggested.name)
    dialog.fileSelected.connect(chosen)
    _open(dialog)


def ask_for_folder(parent: QWidget, title: str, chosen: Callable[[str], object]) -> None:
    """Ask for a folder that is there; ``chosen`` gets the path, nothing happens if she cancels."""
    _keep_no_history()
    dialog = QFileDialog(parent, title, str(Path.home()))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(chosen)
    _open(dialog)


def ask_for_file(parent: QWidget, title: str, chosen: Callable[[str], object]) -> None:
    """Ask for a file that is there; ``chosen`` gets the path, nothing happens if she cancels."""
    _keep_no_history()
    dialog = QFileDialog(parent, title, str(Path.home()))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(chosen)
    _open(dialog)


def _open(dialog: QFileDialog) -> None:
    """Show a dialog; at its end, chosen or cancelled, she goes on where she was."""
    before = QApplication.focusWidget()
    if before is not None:
        dialog.finished.connect(functools.partial(_go_on, before))
    dialog.open()


def _go_on(before: QWidget, _result: int) -> None:
    # Not every system gives the focus back to the window by itself.
    if shiboken6.isValid(before):
        before.activateWindow()
        before.setFocus(Qt.FocusReason.OtherFocusReason)


def _keep_no_history() -> None:
    """Let Qt's own dialog keep no list of the folders she saved in; it writes one for all programs.

    The dialogs of Windows and macOS are the system's, and remember what the system remembers.
    """
    form, scope = QSettings.Format.NativeFormat, QSettings.Scope.UserScope
    QSettings.setPath(form, scope, os.devnull)
