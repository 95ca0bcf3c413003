"""The card of the settings about the passphrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.i18n import mark, mark_plural, plural, translate
from diary.ui.lock.forms import PassphraseForm
from diary.ui.requests.protection import CHANGE, CODE, OFF, ON, PROTECT
from diary.ui.widgets.announce import announce
from diary.ui.widgets.buttons import Button
from diary.ui.widgets.card import Card
from diary.ui.widgets.flow import FlowLayout
from diary.ui.widgets.one_of import OneOfRow
from diary.ui.widgets.tab_order import chain
from diary.ui.widgets.text import Hint, Question, Words, breakable

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QHideEvent, QShowEvent

    from diary.settings import Settings
    from diary.ui import facts
    from diary.ui.bridge import Bridge
    from diary.ui.theme import Theme

LOCK_AFTER = "lock_after"
_TITLE = mark("Passphrase")
_OFF_ABOUT = mark(
    "Your diary has no passphrase. Whoever can open your files on this computer can read it. "
    "With a passphrase, the diary and its backups are encrypted and open only with it, or with a "
    "recovery code that you print."
)
_ON_ABOUT = mark(
    "Your diary is protected: it and its backups open only with your passphrase or the recovery "
    "code. What you exported or printed is not."
)
_START = mark("Protect my diary...")
_LOCK_NOW = mark("Lock now (Ctrl+L)")
_SHOW_CODE, _CHANGE = mark("Show the recovery code..."), mark("Change the passphrase...")
_TAKE_OFF = mark("Take the passphrase off...")
_LOCK_WHEN = mark("Lock by itself when nothing is touched")
_AFTER = {
    "5": mark("After 5 minutes"),
    "15": mark("After 15 minutes"),
    "30": mark("After 30 minutes"),
    "never": mark("Never"),
}
_IS_OFF = mark("The passphrase is off. Your diary opens without one.")
_MISSED, _MISSED_MANY = mark_plural(
    "{n} backup could not be changed and still needs the passphrase:",
    "{n} backups could not be changed and still need the passphrase:",
)


class PassphraseCard(Card):
    """Turns the passphrase on and off, changes it, and shows the recovery code.

    Args:
        bridge: does it.
        theme: colours and sizes.
        parent: the owner.
    """

    option_changed = Signal(str, object)
    lock_requested = Signal()

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(translate(_TITLE), parent=parent)
        self._bridge, self._theme = bridge, theme
        self._is_on = self._goes_on = False
        self._from: Button | None = None  # the button the form was opened with
        self.about = Words("", self)
        self.start = Button(translate(_START), theme, "lock", self)
        self.lock = Button(translate(_LOCK_NOW), theme, "lock", self)
        self.code = Button(translate(_SHOW_CODE), theme, "eye", self)
        self.change = Button(translate(_CHANGE), theme, "pencil", self)
        self.take_off = Button(translate(_TAKE_OFF), theme, "x", self)
        options = [(value, translate(words)) for value, words in _AFTER.items()]
        self.after = OneOfRow(translate(_LOCK_WHEN), options, self)
        self._when = Question(translate(_LOCK_WHEN), self)
        self.said = Hint("", self)
        self.form: PassphraseForm | None = None
        self._opens = {self.start: ON, self.code: CODE, self.change: CHANGE, self.take_off: OFF}
        self._build()
        self._wire()
        self._show()

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """What Tab visits, in order."""
        form = () if self.form is None else self.form.tab_stops
        return (self.start, self.lock, self.code, self.change, self.take_off, *form)

    def showEvent(self, event: QShowEvent) -> None:
        """Go on here, once what covered it is gone."""
        super().showEvent(event)
        if self._goes_on:
            self._goes_on = False
            self.ask()

    def hideEvent(self, event: QHideEvent) -> None:
        """Forget what was typed, unless it is at work."""
        super().hideEvent(event)
        if not self._bridge.protection.is_working:
            self._let_go()

    def set_settings(self, settings: Settings) -> None:
        """Show after how many minutes it locks."""
        self.after.set_value(settings.lock_after)

    @Slot()
    def ask(self) -> None:
        """Bring her to the first thing to press."""
        (self.lock if self._is_on else self.start).setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        self._buttons = QWidget(self)
        flow = FlowLayout(self._buttons)
        for button in (self.start, self.lock, self.code, self.change, self.take_off):
            flow.addWidget(button)
        self._place = QVBoxLayout()
        self._place.setContentsMargins(0, 0, 0, 0)
        for widget in (self.about, self._when, self.after, self._buttons):
            self.body.addWidget(widget)
        self.body.addLayout(self._place)
        self.body.addWidget(self.said)

    def _wire(self) -> None:
        for button in self._opens:
            button.clicked.connect(self._on_form_wanted)
        self.lock.clicked.connect(self.lock_requested)
        self.after.chosen.connect(self._on_after)
        bridge = self._bridge
        bridge.opened.connect(self._on_opened)
        bridge.whole.settings_loaded.connect(self.set_settings)
        bridge.protection.code_told.connect(self._on_done)
        bridge.protection.turned_off.connect(self._on_turned_off)
        bridge.failed.connect(self._on_failed)

    def _show(self) -> None:
        asks = self.form is not None
        self.about.setText(translate(_ON_ABOUT if self._is_on else _OFF_ABOUT))
        self.start.setVisible(not self._is_on)
        self.about.setVisible(not asks)
        for button in (self.lock, self.code, self.change, self.take_off):
            button.setVisible(self._is_on)
        for widget in (self.after, self._when):
            widget.setVisible(self._is_on and not asks)
        self._buttons.setVisible(not asks)
        self.said.setVisible(bool(self.said.text()) and not asks)

    def _let_go(self) -> None:
        """Take the form away."""
        form, self.form = self.form, None
        if form is not None:
            form.forget()
            self._place.removeWidget(form)
            form.hide()
            form.deleteLater()
        self._show()

    @Slot()
    def _on_form_wanted(self) -> None:
        button = self.sender()
        if not isinstance(button, Button):
            return
        self._from = button
        self.said.setText("")
        self.form = PassphraseForm(self._opens[button], self._theme, self)
        self.form.sent.connect(self._on_sent)
        self.form.left.connect(self._on_left)
        self._place.addWidget(self.form)
        self._show()
        chain([self.take_off, *self.form.tab_stops])
        self.form.first.ask()

    @Slot(str, str, str)
    def _on_sent(self, what: str, present: str, new: str) -> None:
        protection = self._bridge.protection
        if what == ON:
            protection.turn_on(new)
        elif what == CHANGE:
            protection.change(present, new)
        elif what == OFF:
            protection.turn_off(present)
        else:
            protection.show_code(present)

    @Slot()
    def _on_left(self) -> None:
        self._let_go()
        if self._from is not None:
            self._from.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_after(self, value: object) -> None:
        self.option_changed.emit(LOCK_AFTER, value)

    @Slot(object)
    def _on_opened(self, fact: facts.DiaryOpened) -> None:
        self._is_on = fact.is_protected
        self._show()

    @Slot(object)
    def _on_done(self, _fact: facts.CodeTold) -> None:
        self._is_on = self._goes_on = True
        self._let_go()

    @Slot(object)
    def _on_turned_off(self, missed: tuple[Path, ...]) -> None:
        self._is_on = False
        self._let_go()
        words = translate(_IS_OFF)
        if missed:
            lines = (breakable(str(path)) for path in missed)
            words = "\n".join((words, plural(_MISSED, _MISSED_MANY, len(missed)), *lines))
        self.said.setText(words)
        self._show()
        announce(self.said, words)
        self.ask()

    @Slot(object)
    def _on_failed(self, fact: facts.Failed) -> None:
        if fact.what in (PROTECT, CODE) and self.form is not None:
            self.form.tell_problem(fact.message)
