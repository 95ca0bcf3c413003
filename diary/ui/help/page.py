"""The page *Help*: plain words on one page; it opens nothing and follows no link."""

from __future__ import annotations

import platform
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot, qVersion
from PySide6.QtWidgets import QGridLayout

from diary import __version__
from diary.i18n import mark, translate
from diary.resources import notices
from diary.rules.model import RULE_BOOK
from diary.ui.help import words
from diary.ui.help.reports import Reports
from diary.ui.widgets.buttons import Button
from diary.ui.widgets.card import Card
from diary.ui.widgets.scroll_column import ScrollColumn
from diary.ui.widgets.text import Hint, PageTitle, Question, Words, breakable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

    from diary.ui.bridge import Bridge
    from diary.ui.theme import Theme

_TITLE = mark("Help")
_SHOW, _HIDE = mark("Show the licences"), mark("Put the licences away")
_RULE_BOOK, _SYSTEM = mark("Rule book"), mark("System")


class Pairs(Card):
    """Two columns of words: what, and what it means.

    Args:
        title: the title of the card.
        pairs: the lines.
        parent: the owner.
    """

    def __init__(
        self, title: str, pairs: Iterable[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(title, parent=parent)
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 5)
        for row, (what, meaning) in enumerate(pairs):
            grid.addWidget(Question(what, self), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Words(meaning, self), row, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(grid)


class Licences(Card):
    """The licences of what Daymark stands on, shown when asked for.

    Args:
        theme: tints the icon.
        parent: the owner.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(translate(words.LICENCES_TITLE), parent=parent)
        self.button = Button(translate(_SHOW), theme, "chevron-down", self)
        self.notices = Hint(parent=self)  # a table, in which small words have the room they need
        self.notices.setTextFormat(Qt.TextFormat.MarkdownText)
        self.notices.setWordWrap(True)
        self.notices.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.notices.hide()
        self.body.addWidget(Hint(translate(words.LICENCES), self))
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.notices)
        self.button.clicked.connect(self._on_clicked)

    @Slot()
    def _on_clicked(self) -> None:
        if not self.notices.text():
            self.notices.setText(breakable(notices().read_text(encoding="utf-8")))
        is_shown = self.notices.isHidden()
        self.notices.setVisible(is_shown)
        self.button.setText(translate(_HIDE if is_shown else _SHOW))
        self.button.set_icon("chevron-up" if is_shown else "chevron-down")


class HelpPage(ScrollColumn):
    """What Daymark is and is not, the keys, how to check that it is offline, versions, licences.

    Args:
        bridge: lists the reports of what did not work.
        theme: colours and sizes.
        page_keys: the words of each page, and the keys that open it.
        parent: the owner.
    """

    def __init__(
        self,
        bridge: Bridge,
        theme: Theme,
        page_keys: Iterable[tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent=parent)
        theme.dress(self)
        self.setAccessibleName(translate(_TITLE))
        self.licences = Licences(theme, self)
        self.reports = Reports(bridge, theme, self)
        self.reports.shown.connect(self.bring_into_view)
        self.body.addWidget(PageTitle(translate(_TITLE), self))
        for part in words.PARTS:
            card = Card(translate(part.title), parent=self)
            for line in part.lines:
                card.body.addWidget(Words(translate(line), card))
            self.body.addWidget(card)
        self.body.addWidget(self.reports)
        keys = [(keys, translate(label)) for label, keys in page_keys]
        keys += [(translate(key), translate(meaning)) for key, meaning in words.KEYS]
        self.body.addWidget(Pairs(translate(words.KEYS_TITLE), keys, self))
        self.body.addWidget(Pairs(translate(words.VERSIONS_TITLE), _versions(), self))
        self.body.addWidget(self.licences)
        self.body.addStretch(1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the arrows and Page Down go down it


def _versions() -> list[tuple[str, str]]:
    return [
        ("Daymark", __version__),
        (translate(_RULE_BOOK), RULE_BOOK),
        ("Qt", qVersion()),
        ("Python", platform.python_version()),
        (translate(_SYSTEM), f"{platform.system()} {platform.release()}"),
    ]
