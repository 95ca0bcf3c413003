"""Where a sheet is saved to, and its folder shown: what the system does, so that tests need not."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from diary.i18n import mark, translate

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Literal

    from PySide6.QtWidgets import QWidget

_TITLE = mark("Save the sheet as")
_KIND = mark("PDF file (*.pdf)")
_LETTER_COUNTRIES = frozenset(
    {
        QLocale.Country.UnitedStates,
        QLocale.Country.Canada,
        QLocale.Country.Mexico,
        QLocale.Country.Philippines,
    }
)


def documents_folder() -> Path:
    """Return the person's folder for documents, or her home."""
    kind = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(kind) or Path.home())


def usual_paper(locale: QLocale | None = None) -> Literal["a4", "letter"]:
    """Return the paper of her country."""
    country = (QLocale.system() if locale is None else locale).territory()
    return "letter" if country in _LETTER_COUNTRIES else "a4"


def ask_for_file(parent: QWidget, suggested: Path, chosen: Callable[[str], object]) -> None:
    """Ask where to save a PDF; ``chosen`` gets the path, and nothing happens if she cancels."""
    dialog = QFileDialog(parent, translate(_TITLE), str(suggested), translate(_KIND))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("pdf")
    dialog.selectFile(suggested.name)
    dialog.fileSelected.connect(chosen)
    dialog.open()


def show_folder(folder: Path) -> None:
    """Show a folder in the system's own window."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
