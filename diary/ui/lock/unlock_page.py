"""The page before a protected diary: it asks for the passphrase, and holds nothing of the diary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot

from diary.i18n import mark, mark_plural, plural, translate
from diary.ui.widgets.announce import announce
from diary.ui.widgets.buttons import PrimaryButton, QuietButton
from diary.ui.widgets.card import Card
from diary.ui.widgets.passphrase_field import PassphraseField
from diary.ui.widgets.scroll_column import ScrollColumn
from diary.ui.widgets.text import Hint, PageTitle, Question, Words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from diary.ui.theme import Theme

_TITLE = mark("Your diary is locked")
_ABOUT = mark("It opens with your passphrase, or with the recovery code you printed.")
_FIELD = mark("Passphrase or recovery code")
_OPEN, _OPENING = mark("Open my diary"), mark("Opening...")
_IN_SECONDS, _IN_SECONDS_MANY = mark_plural("Open in {n} second", "Open in {n} seconds")
_EMPTY = mark("Type your passphrase first.")
_WRONG = mark(
    "That did not open the diary. Press Show to see what you typed, and look for capital letters."
)
_FORGOTTEN = mark("Forgotten?")
_WAY_OUT = mark(
    "Type the recovery code instead: the groups of letters on the page you printed when you set "
    "the passphrase. It opens the diary just as well. If both the passphrase and the code are "
    "lost, nobody can open the diary, not even the makers of Daymark, and what is in it is lost."
)
_SHOULD_FIT = mark("It should fit? Other ways to open the diary")
_TRIES_BEFORE = 2  # our choice: a slip of the finger is no reason to speak of damage
_WIDTH = 640
_SECOND_MS = 1000


class UnlockPage(ScrollColumn):
    """Asks for the passphrase or the recovery code.

    Args:
        theme: colours and sizes.
        parent: the owner.
    """

    tried = Signal(str)  # what she typed
    other_ways_wanted = Signal()  # a damaged file refuses the right passphrase, too

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, _WIDTH, parent)
        theme.dress(self)
        self.setAccessibleName(translate(_TITLE))
        self.first = Words("", self)
        self.first.hide()
        self.field = PassphraseField(translate(_FIELD), theme, self)
        self.open = PrimaryButton("", parent=self)
        self.others = QuietButton(translate(_SHOULD_FIT), parent=self)
        self.others.hide()
        self._seconds = self._wrong = 0
        self._is_opening = False
        self._timer = QTimer(self)
        self._timer.setInterval(_SECOND_MS)
        card = Card(parent=self)
        card.body.addWidget(PageTitle(translate(_TITLE), card))
        card.body.addWidget(self.first)
        card.body.addWidget(Words(translate(_ABOUT), card))
        card.body.addWidget(self.field)
        card.body.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)
        card.body.addSpacing(8)
        card.body.addWidget(Question(translate(_FORGOTTEN), card))
        card.body.addWidget(Hint(translate(_WAY_OUT), card))
        card.body.addWidget(self.others, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)
        self.body.addWidget(card)
        self.body.addStretch(2)
        self.setFocusProxy(self.field.line)
        self._refresh()
        self.field.entered.connect(self._on_open)
        self.open.clicked.connect(self._on_open)
        self.others.clicked.connect(self.other_ways_wanted)
        self._timer.timeout.connect(self._on_second)

    @property
    def seconds_left(self) -> int:
        """For how many seconds the next try has to wait."""
        return self._seconds

    def wait(self, seconds: int) -> None:
        """Let the next try wait; whoever comes back to this page does not get round it."""
        self._seconds = seconds
        if self._seconds:
            self._timer.start()
        self._refresh()

    def tell_first(self, words: str) -> None:
        """Say what to know before the passphrase is typed."""
        self.first.setText(words)
        self.first.show()
        announce(self.first, words)

    def tell_wrong(self, to_mend: str, seconds: int) -> None:
        """Say that it did not fit.

        Args:
            to_mend: what to mend in a recovery code; empty if that is not known.
            seconds: how long the next try has to wait.
        """
        self._is_opening = False
        self._wrong += 1
        self.others.setVisible(self._wrong >= _TRIES_BEFORE)
        self.field.tell(to_mend or translate(_WRONG))
        self.field.ask(selecting=True)
        self.wait(seconds)

    def tell_problem(self, message: str) -> None:
        """Say what else keeps the diary from opening."""
        self._is_opening = False
        self.field.tell(message)
        self.field.ask()
        self._refresh()

    @Slot()
    def _on_open(self) -> None:
        if self._seconds or self._is_opening:
            return
        if not self.field.text:
            self.field.tell(translate(_EMPTY))
            self.field.ask()
            return
        self._is_opening = True
        self._refresh()
        self.tried.emit(self.field.text)

    @Slot()
    def _on_second(self) -> None:
        self._seconds = max(0, self._seconds - 1)
        if not self._seconds:
            self._timer.stop()
        self._refresh()

    def _refresh(self) -> None:
        words = translate(_OPENING if self._is_opening else _OPEN)
        if self._seconds:
            words = plural(_IN_SECONDS, _IN_SECONDS_MANY, self._seconds)
        self.open.setText(words)
        self.open.setEnabled(not self._seconds)
        self.others.setEnabled(not self._seconds)
