"""The page while the diary and its backups are written anew: how far it is, nothing to press."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar

from diary.i18n import mark, translate
from diary.ui.widgets.announce import announce
from diary.ui.widgets.card import Card
from diary.ui.widgets.scroll_column import ScrollColumn
from diary.ui.widgets.text import PageTitle, Words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from diary.ui.theme import Theme

_TITLES = {
    "on": mark("Your diary is being protected"),
    "change": mark("The passphrase is being changed"),
    "off": mark("The passphrase is being taken off"),
}
_ABOUT = mark(
    "The diary and each of its backups are written anew and checked. Please leave the computer on."
)
_FAR = mark("{done} of {all} files")
_WIDTH = 640


class WorkingPage(ScrollColumn):
    """Shows how far the work is.

    Args:
        theme: colours and sizes.
        parent: the owner.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, _WIDTH, parent)
        theme.dress(self)
        self.title = PageTitle("", self)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.far = Words("", self)
        self.said = Words("", self)
        card = Card(parent=self)
        card.body.addWidget(self.title)
        card.body.addWidget(Words(translate(_ABOUT), card))
        card.body.addWidget(self.bar)
        card.body.addWidget(self.far)
        card.body.addWidget(self.said)
        self.body.addStretch(1)
        self.body.addWidget(card)
        self.body.addStretch(2)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def start_work(self, what: str) -> None:
        """Say what is being done: ``on``, ``change`` or ``off``."""
        title = translate(_TITLES[what])
        self.title.setText(title)
        self.setAccessibleName(title)
        self.bar.setAccessibleName(title)
        self.bar.setRange(0, 0)
        self.far.setText("")

    def tell(self, words: str) -> None:
        """Say something below how far it is."""
        self.said.setText(words)
        announce(self.said, words)

    def tell_progress(self, done: int, total: int) -> None:
        """Say how many files are done."""
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(done)
        self.far.setText(translate(_FAR).format(done=done, all=total))
