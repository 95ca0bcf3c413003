"""The card *Backups*: how old the newest is, one now, a second folder, and one put back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from diary.i18n import mark, translate
from diary.ui.backups import words
from diary.ui.backups.copy_list import CopyList
from diary.ui.backups.second_folder import SecondFolder
from diary.ui.requests.backups import WHAT
from diary.ui.widgets.announce import announce
from diary.ui.widgets.buttons import Button, QuietButton
from diary.ui.widgets.card import Card, Line
from diary.ui.widgets.text import Hint, Question, Words, breakable

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QShowEvent

    from diary.ui import facts
    from diary.ui.backup_facts import BackupsNow, PutBack
    from diary.ui.bridge import Bridge
    from diary.ui.theme import Theme

_TITLE: Final = mark("Backups")
_ABOUT: Final = mark(
    "When you close the window after a change, a copy of your diary is kept and checked. All "
    "copies of today and yesterday stay, then one a day for 14 days, one a week for 8 weeks and "
    "one a month for 24 months."
)
_WHERE: Final = mark("They are in {folder}")
_NOW: Final = mark("Back up now")
_MAKING: Final = mark("Making a backup...")
_MADE: Final = mark("The backup was made and checked.")
_NOT_MADE: Final = mark("This did not work. Everything is as it was.")
_LIST: Final = mark("Put a backup back")
_IS_BACK: Final = mark("The backup was put back.")
_IS_UNDONE: Final = mark("Your diary is as it was before.")
_UNDO: Final = mark("Put back as it was")


class BackupsCard(Card):
    """The card.

    Args:
        bridge: makes, lists and puts back.
        theme: colours and sizes.
        parent: the owner.
    """

    rebuilt = Signal()  # what Tab visits changed

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(translate(_TITLE), parent=parent)
        self._bridge = bridge
        self.newest = Words("", self)
        self.newest.setProperty("kind", "item")
        self.problem = Words("", self)
        self.problem.hide()
        self.where = Hint("", self)
        self.where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.now = Button(translate(_NOW), theme, "plus", self)
        self.said = Words("", self)
        self.said.hide()
        self.undo = QuietButton(translate(_UNDO), theme, "rotate-ccw", self)
        self.undo.hide()
        self.second = SecondFolder(bridge, theme, self)
        self.list_title = Question(translate(_LIST), self)
        self.list = CopyList(bridge, theme, self)
        self._build()
        self._wire()

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """What Tab visits, in order."""
        return (self.now, self.undo, *self.second.tab_stops, *self.list.tab_stops)

    def showEvent(self, event: QShowEvent) -> None:
        """Load the list: it changes behind this page."""
        super().showEvent(event)
        self._bridge.backups.load()

    def hideEvent(self, event: QHideEvent) -> None:
        """Forget what was about to be put back."""
        super().hideEvent(event)
        self.list.let_go()

    def _build(self) -> None:
        told = QHBoxLayout()
        told.addWidget(self.said, 1)
        told.addWidget(self.undo)
        self.body.addWidget(Hint(translate(_ABOUT), self))
        self.body.addWidget(self.newest)
        self.body.addWidget(self.problem)
        self.body.addWidget(self.where)
        self.body.addWidget(self.now, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addLayout(told)
        self.body.addWidget(Line(self))
        self.body.addWidget(self.second)
        self.body.addWidget(Line(self))
        self.body.addWidget(self.list_title)
        self.body.addWidget(self.list)

    def _wire(self) -> None:
        self.now.clicked.connect(self._on_now)
        self.undo.clicked.connect(self._on_undo)
        self.list.rebuilt.connect(self.rebuilt)
        backups = self._bridge.backups
        backups.loaded.connect(self._on_loaded)
        backups.made.connect(self._on_made)
        backups.put_back.connect(self._on_put_back)
        self._bridge.failed.connect(self._on_failed)

    @Slot()
    def _on_now(self) -> None:
        self.now.setEnabled(False)
        self._say(translate(_MAKING))
        self._bridge.backups.back_up()

    @Slot()
    def _on_undo(self) -> None:
        self.undo.setEnabled(False)
        self._bridge.backups.undo()

    @Slot(object)
    def _on_loaded(self, now: BackupsNow) -> None:
        made = [copy.about.taken_at for copy in now.copies]
        self.newest.setText(words.newest(max(made, default=None), self._bridge.clock.today()))
        self.problem.setText(now.told or "")
        self.problem.setVisible(now.told is not None)
        where = translate(_WHERE).format(folder=now.folder)
        self.where.setText(breakable(where))
        self.where.setAccessibleName(where)
        self.second.show_folder(now)
        self.list_title.setVisible(bool(now.copies))
        self.list.set_copies(now.copies)

    @Slot(object)
    def _on_made(self, told: str | None) -> None:
        was_asked = not self.now.isEnabled()
        self._go_on()
        if told is None and was_asked:
            self._say(translate(_MADE))
        else:
            self.said.hide()

    @Slot(object)
    def _on_put_back(self, fact: PutBack) -> None:
        self.list.let_go()
        self._go_on()
        self._say(translate(_IS_UNDONE if fact.was_undone else _IS_BACK))
        self.undo.setVisible(fact.can_undo)
        (self.undo if fact.can_undo else self.now).setFocus(Qt.FocusReason.OtherFocusReason)
        self.rebuilt.emit()

    @Slot(object)
    def _on_failed(self, fact: facts.Failed) -> None:
        """Let her try again; the window says why it did not work."""
        if fact.what == WHAT:
            was_asked = not (self.now.isEnabled() and self.undo.isEnabled())
            self._go_on()
            if self.list.form is not None:
                self.list.form.go_on()
            if was_asked:
                self._say(translate(_NOT_MADE))

    def _go_on(self) -> None:
        had_focus = not self.now.isEnabled()
        self.now.setEnabled(True)
        self.undo.setEnabled(True)
        if had_focus:
            self.now.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, text: str) -> None:
        self.said.setText(text)
        self.said.show()
        announce(self.said, text)
