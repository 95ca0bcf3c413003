"""The buttons that save and print the sheet, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from diary.i18n import mark, translate
from diary.ui.widgets.announce import announce
from diary.ui.widgets.buttons import Button, PrimaryButton
from diary.ui.widgets.flow import FlowLayout
from diary.ui.widgets.text import Words

if TYPE_CHECKING:
    from pathlib import Path

    from diary.ui.theme import Theme

_SAVE, _PRINT, _OPEN = mark("Save PDF"), mark("Print"), mark("Open the folder")
_WORKING = mark("Making the sheet.")
_SAVED = mark("Saved to {path}")
_NOT_SAVED = mark("The sheet was not saved.")
_PRINTED = mark("Sent to the printer.")
_NOT_PRINTED = mark("The sheet was not printed.")


class Making(QWidget):
    """Save, Print, a bar while the sheet is being made, and the outcome in words.

    Args:
        theme: tints the icons.
        parent: the owner.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_working = False
        self.save = PrimaryButton(translate(_SAVE), theme, "file-down", self)
        self.print = Button(translate(_PRINT), theme, "printer", self)
        self.progress = QProgressBar(self)
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(translate(_WORKING))
        self.said = Words("", self)
        self.open_folder = Button(translate(_OPEN), theme, "external-link", self)
        buttons = FlowLayout()
        buttons.addWidget(self.save)
        buttons.addWidget(self.print)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(buttons)
        column.addWidget(self.progress)
        column.addWidget(self.said)
        column.addWidget(self.open_folder, 0, Qt.AlignmentFlag.AlignLeft)
        self._say("")

    def set_possible(self, *, possible: bool) -> None:
        """Say whether there is a sheet to make."""
        self.save.setEnabled(possible)
        self.print.setEnabled(possible)

    def tell_working(self) -> None:
        """Say that the sheet is being made."""
        self._say(translate(_WORKING), is_working=True)

    def tell_saved(self, path: Path) -> None:
        """Say where it is."""
        self._say(translate(_SAVED).format(path=path), has_folder=True)

    def tell_not_saved(self) -> None:
        """Say that there is none."""
        self._say(translate(_NOT_SAVED))

    def tell_printed(self) -> None:
        """Say that the printer has it."""
        self._say(translate(_PRINTED))

    def tell_not_printed(self) -> None:
        """Say that nothing was printed."""
        self._say(translate(_NOT_PRINTED))

    def _say(self, words: str, *, is_working: bool = False, has_folder: bool = False) -> None:
        self.is_working = is_working
        self.said.setText(words)
        self.said.setVisible(bool(words))
        self.progress.setVisible(is_working)
        self.open_folder.setVisible(has_folder)
        if words and not is_working:
            announce(self.said, words)
