"""The second folder of the backups: chosen, shown, forgotten."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.i18n import mark, translate
from diary.ui.files import ask_for_folder
from diary.ui.widgets.buttons import Button, QuietButton
from diary.ui.widgets.flow import FlowLayout
from diary.ui.widgets.text import Hint, Question, Words, breakable

if TYPE_CHECKING:
    from collections.abc import Callable

    from diary.ui.backup_facts import BackupsNow
    from diary.ui.bridge import Bridge
    from diary.ui.theme import Theme

_TITLE = mark("A second folder")
_ABOUT = mark(
    "For the day this computer breaks: each new backup is copied there too. A memory stick is "
    "good, or a folder that is copied to another place. Without a passphrase, whoever has the "
    "folder can read your diary."
)
_NONE = mark("None chosen.")
_THERE = mark("{folder} (there now)")
_AWAY = mark("{folder} (not there now; it is tried again each time the diary is closed)")
_CHOOSE, _OTHER = mark("Choose a folder..."), mark("Choose another folder...")
_FORGET = mark("Use no second folder")
_ASKED = mark("Folder for a second copy of each backup")


class SecondFolder(QWidget):
    """The folder, and the buttons to choose and to forget it.

    Args:
        bridge: keeps what she chose.
        theme: tints the icon.
        parent: the owner.
        ask: asks for a folder.
    """

    def __init__(
        self,
        bridge: Bridge,
        theme: Theme,
        parent: QWidget | None = None,
        ask: Callable[[QWidget, str, Callable[[str], object]], None] = ask_for_folder,
    ) -> None:
        super().__init__(parent)
        self._bridge, self._ask = bridge, ask
        self.folder = Words(translate(_NONE), self)
        self.choose = Button(translate(_CHOOSE), theme, "folder-open", self)
        self.forget = QuietButton(translate(_FORGET), parent=self)
        self.forget.hide()
        flow = FlowLayout()
        flow.addWidget(self.choose)
        flow.addWidget(self.forget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Question(translate(_TITLE), self))
        column.addWidget(Hint(translate(_ABOUT), self))
        column.addWidget(self.folder)
        column.addLayout(flow)
        self.choose.clicked.connect(self._on_choose)
        self.forget.clicked.connect(self._on_forget)

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """What Tab visits, in order."""
        return (self.choose, self.forget)

    def show_folder(self, now: BackupsNow) -> None:
        """Say which folder it is, and whether it is there."""
        if now.second is None:
            words = translate(_NONE)
        else:
            words = translate(_THERE if now.is_second_there else _AWAY).format(folder=now.second)
        self.folder.setText(breakable(words))
        self.folder.setAccessibleName(words)
        self.choose.setText(translate(_CHOOSE if now.second is None else _OTHER))
        if now.second is None and self.forget.hasFocus():
            self.choose.setFocus()
        self.forget.setVisible(now.second is not None)

    @Slot()
    def _on_choose(self) -> None:
        self._ask(self, translate(_ASKED), self._on_chosen)

    @Slot(str)
    def _on_chosen(self, folder: str) -> None:
        self._bridge.backups.choose(Path(folder))

    @Slot()
    def _on_forget(self) -> None:
        self._bridge.backups.choose(None)
