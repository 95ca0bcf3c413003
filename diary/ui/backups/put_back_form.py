"""The question before a copy is put back: what would change, and its passphrase if it has one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.i18n import mark, translate
from diary.ui.backups import words
from diary.ui.widgets.announce import announce
from diary.ui.widgets.buttons import Button, QuietButton
from diary.ui.widgets.escape import leave_by_escape
from diary.ui.widgets.flow import FlowLayout
from diary.ui.widgets.passphrase_field import PassphraseField
from diary.ui.widgets.text import Words

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QKeyEvent

    from diary.ui.backup_facts import CopyCompared
    from diary.ui.bridge import Bridge
    from diary.ui.theme import Theme

_LOOKING = mark("Looking at what would change...")
_ASKED = mark("Passphrase or recovery code of this backup")
_OTHER = mark("This backup was made with another passphrase than your diary has now.")
_DOES_NOT_FIT = mark("This does not open the backup. Nothing was changed; try again.")
_OPEN = mark("Open this backup")
_PUT_BACK = mark("Put this backup back now")
_LEAVE = mark("Leave everything as it is")


class PutBackForm(QWidget):
    """What would change, and the two ways on.

    Args:
        path: the copy.
        bridge: compares and puts back.
        theme: colours and sizes.
        parent: the owner.
    """

    left = Signal()  # everything stays as it is

    def __init__(
        self, path: Path, bridge: Bridge, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.path = path
        self._bridge = bridge
        self._opened_with: str | None = None
        self.said = Words(translate(_LOOKING), self)
        self.passphrase = PassphraseField(translate(_ASKED), theme, self)
        self.open = Button(translate(_OPEN), parent=self)
        self.now = Button(translate(_PUT_BACK), theme, "rotate-ccw", self)
        self.leave = QuietButton(translate(_LEAVE), parent=self)
        flow = FlowLayout()
        for button in (self.open, self.now, self.leave):
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 8)
        column.setSpacing(8)
        column.addWidget(self.said)
        column.addWidget(self.passphrase)
        column.addLayout(flow)
        for widget in (self.passphrase, self.open, self.now):
            widget.hide()
        self.open.clicked.connect(self._on_open)
        self.passphrase.entered.connect(self._on_open)
        self.now.clicked.connect(self._on_now)
        self.leave.clicked.connect(self.left)
        bridge.backups.compared.connect(self._on_compared)
        bridge.backups.compare(path)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Escape."""
        if not leave_by_escape(self.leave, event):
            super().keyPressEvent(event)

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """What Tab visits, in order."""
        return (*self.passphrase.tab_stops, self.open, self.now, self.leave)

    def go_on(self) -> None:
        """Let her try again: it was not put back."""
        self.setEnabled(True)

    @Slot(object)
    def _on_compared(self, fact: CopyCompared) -> None:
        if fact.path != self.path:
            return
        self.setEnabled(True)
        self.passphrase.setVisible(fact.needs_other)
        self.open.setVisible(fact.needs_other)
        self.now.setVisible(fact.difference is not None)
        if fact.difference is not None:
            self._say("\n\n".join(words.difference(fact.difference)))
            self.now.setFocus(Qt.FocusReason.OtherFocusReason)
        elif fact.needs_other:
            self._say(translate(_OTHER))
            if self._opened_with is not None:
                self.passphrase.tell(translate(_DOES_NOT_FIT))
            self.passphrase.ask(selecting=True)
        else:
            self._say(fact.problem or "")
            self.leave.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, text: str) -> None:
        self.said.setText(text)
        announce(self.said, text)

    @Slot()
    def _on_open(self) -> None:
        if self.passphrase.text:
            self._opened_with = self.passphrase.text
            self.setEnabled(False)
            self._bridge.backups.compare(self.path, self._opened_with)

    @Slot()
    def _on_now(self) -> None:
        self.setEnabled(False)
        self._bridge.backups.restore(self.path, self._opened_with)
