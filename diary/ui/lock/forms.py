"""The small forms of the passphrase card: what each asks, and what to mend before it is sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from diary.i18n import mark, translate
from diary.ui.requests.protection import CHANGE, CODE, OFF, ON
from diary.ui.widgets.buttons import PrimaryButton, QuietButton
from diary.ui.widgets.escape import leave_by_escape
from diary.ui.widgets.field_note import FieldNote
from diary.ui.widgets.flow import FlowLayout
from diary.ui.widgets.passphrase_field import PassphraseField
from diary.ui.widgets.text import Words

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from diary.ui.theme import Theme

_LOST = mark(
    "Nobody can open a protected diary without its passphrase or its recovery code, not even the "
    "makers of Daymark. If both are lost, the diary and its backups are lost."
)
_ABOUT = {
    ON: _LOST,
    CHANGE: mark(
        "The diary and its backups get the new passphrase and a new recovery code. The old ones "
        "open them no more. If both the new ones are lost, the diary is lost."
    ),
    OFF: mark(
        "Without a passphrase, whoever can open your files on this computer can read your diary "
        "and its backups."
    ),
    CODE: mark("The code opens your diary, so your passphrase is asked for first."),
}
_SEND = {
    ON: mark("Protect my diary"),
    CHANGE: mark("Change the passphrase"),
    OFF: mark("Take the passphrase off"),
    CODE: mark("Show the recovery code"),
}
_LEAVE = mark("Leave it as it is")
_PRESENT = mark("Your passphrase now, or the recovery code")
_NEW, _AGAIN = mark("New passphrase"), mark("The new passphrase once more")
_WORDS = mark(
    "Four or more words that do not belong together are easy to keep in mind and hard to guess."
)
_UNDERSTOOD = mark("I have understood this")
_NEEDED = mark("This one is needed.")
_DIFFERENT = mark("The two are not the same. Type the passphrase once more.")
_TICK = mark("Please tick this first.")


class PassphraseForm(QWidget):
    """Asks for the present passphrase, a new one, or both.

    Args:
        what: ``on``, ``change``, ``off`` or ``code``.
        theme: colours and sizes.
        parent: the owner.
    """

    sent = Signal(str, str, str)  # what, the present passphrase, the new one; empty if not asked
    left = Signal()

    def __init__(self, what: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.what = what
        self.setAccessibleName(translate(_SEND[what]))
        self.present = PassphraseField(translate(_PRESENT), theme, self)
        self.new = PassphraseField(translate(_NEW), theme, self, hint=translate(_WORDS))
        self.again = PassphraseField(translate(_AGAIN), theme, self)
        self.understood = QCheckBox(translate(_UNDERSTOOD), self)
        self._tick_note = FieldNote(self.understood, theme, self)
        self.send = PrimaryButton(translate(_SEND[what]), parent=self)
        self.leave = QuietButton(translate(_LEAVE), parent=self)
        asks_new = what in (ON, CHANGE)
        self.present.setVisible(what != ON)
        for widget in (self.new, self.again):
            widget.setVisible(asks_new)
        self.understood.setVisible(what == ON)
        self._fields: list[PassphraseField] = [
            *((self.present,) if what != ON else ()),
            *((self.new, self.again) if asks_new else ()),
        ]
        self._build()
        self._wire()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Escape."""
        if not leave_by_escape(self.leave, event):
            super().keyPressEvent(event)

    @property
    def first(self) -> PassphraseField:
        """The first line."""
        return self._fields[0]

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """What Tab visits, in order."""
        lines = (stop for field in self._fields for stop in field.tab_stops)
        ticks = (self.understood,) if self.what == ON else ()
        return (*lines, *ticks, self.send, self.leave)

    def forget(self) -> None:
        """Forget everything typed."""
        for field in (self.present, self.new, self.again):
            field.clear()
        self.understood.setChecked(False)
        self._tick_note.tell(None)

    def tell_problem(self, message: str) -> None:
        """Say what did not work, at the first line."""
        self.first.tell(message)
        self.first.ask(selecting=True)

    def _build(self) -> None:
        flow = FlowLayout()
        flow.addWidget(self.send)
        flow.addWidget(self.leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(Words(translate(_ABOUT[self.what]), self))
        for widget in (self.present, self.new, self.again, self.understood, self._tick_note):
            column.addWidget(widget)
        column.addLayout(flow)

    def _wire(self) -> None:
        for field, following in zip(self._fields, [*self._fields[1:], None], strict=True):
            if following is None:
                field.entered.connect(self._on_send)
            else:
                field.entered.connect(following.ask)
        self.understood.toggled.connect(self._on_ticked)
        self.send.clicked.connect(self._on_send)
        self.leave.clicked.connect(self.left)

    @Slot()
    def _on_ticked(self) -> None:
        self._tick_note.tell(None)

    @Slot()
    def _on_send(self) -> None:
        for field in self._fields:
            if not field.text:
                field.tell(translate(_NEEDED))
                field.ask()
                return
        if self.again in self._fields and self.again.text != self.new.text:
            self.again.tell(translate(_DIFFERENT))
            self.again.ask(selecting=True)
        elif self.what == ON and not self.understood.isChecked():
            self._tick_note.tell(translate(_TICK))
            self.understood.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.sent.emit(self.what, self.present.text, self.new.text)
