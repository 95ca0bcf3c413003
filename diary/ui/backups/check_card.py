"""The card *Check my diary*: what was looked at, line by line, and what is not in order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from diary.i18n import mark, mark_plural, plural, translate
from diary.services.rescue_words import BY_BACKUP, without_way_out
from diary.ui.icons import icon_pixmap
from diary.ui.requests.backups import WHAT
from diary.ui.widgets.announce import announce
from diary.ui.widgets.buttons import ICON, Button
from diary.ui.widgets.card import Card
from diary.ui.widgets.text import Hint, Words

if TYPE_CHECKING:
    from diary.services.safekeeping import Check
    from diary.ui import facts
    from diary.ui.bridge import Bridge
    from diary.ui.theme import Theme

_TITLE: Final = mark("Check my diary")
_ABOUT: Final = mark(
    "Reads the whole diary and its newest backup, and says what is in order. Nothing is changed."
)
_NOW: Final = mark("Check now")
_CHECKING: Final = mark("Checking...")
_ALL_WELL: Final = mark("Everything is in order.")
_NOT_WELL, _NOT_WELL_MANY = mark_plural(
    "{n} thing is not in order.", "{n} things are not in order."
)
_NOT_CHECKED: Final = mark("The diary could not be checked.")
_BACKUP: Final = mark("The newest backup is in order")
_NO_BACKUP: Final = mark("There is no backup yet to be checked.")
_YES, _NO = mark("in order"), mark("not in order")


class CheckLine(QWidget):
    """One thing that was looked at, and what is wrong with it.

    Args:
        what: what was looked at.
        faults: what is wrong, one sentence each.
        theme: tints the icon.
        parent: the owner.
    """

    def __init__(
        self, what: str, faults: tuple[str, ...], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._is_sound = theme, not faults
        self._icon = QLabel(self)
        self.words = Words(what, self)
        self.faults = [Words(fault, self) for fault in faults]
        self.setAccessibleName(f"{what}: {translate(_NO if faults else _YES)}")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(4)
        for words in (self.words, *self.faults):
            column.addWidget(words)
        row.addLayout(column, 1)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    @Slot()
    def _on_theme_changed(self) -> None:
        name, color = ("circle-check", self._theme.colors.accent)
        if not self._is_sound:
            name, color = ("circle-alert", self._theme.colors.ink)
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(icon_pixmap(name, color, self._theme.px(ICON), ratio))


class CheckCard(Card):
    """The card.

    Args:
        bridge: checks.
        theme: colours and sizes.
        parent: the owner.
    """

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(translate(_TITLE), parent=parent)
        self._bridge, self._theme = bridge, theme
        self.now = Button(translate(_NOW), theme, "search", self)
        self.said = Words("", self)
        self.said.setProperty("kind", "item")
        self.said.hide()
        self.lines: list[CheckLine] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self.body.addWidget(Hint(translate(_ABOUT), self))
        self.body.addWidget(self.now, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.said)
        self.body.addLayout(self._list)
        self.now.clicked.connect(self._on_now)
        bridge.backups.checked.connect(self._on_checked)
        bridge.failed.connect(self._on_failed)

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """What Tab visits, in order."""
        return (self.now,)

    def _show_lines(self, lines: list[CheckLine]) -> None:
        for line in self.lines:
            self._list.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = lines
        for line in lines:
            self._list.addWidget(line)

    def _say(self, text: str) -> None:
        self.said.setText(text)
        self.said.show()
        announce(self.said, text)

    @Slot()
    def _on_now(self) -> None:
        self.now.setEnabled(False)
        self._show_lines([])
        self._say(translate(_CHECKING))
        self._bridge.backups.check()

    @Slot(object)
    def _on_checked(self, found: Check) -> None:
        parts = [(part.what, tuple(map(without_way_out, part.faults))) for part in found.parts]
        if found.newest is not None:
            problem = () if found.backup_problem is None else (found.backup_problem,)
            parts.append((translate(_BACKUP), problem))
        lines = [CheckLine(what, faults, self._theme, self) for what, faults in parts]
        self._show_lines(lines)
        count = len(found.faults)
        words = plural(_NOT_WELL, _NOT_WELL_MANY, count) if count else translate(_ALL_WELL)
        if found.newest is None:
            words = f"{words} {translate(_NO_BACKUP)}"
        elif found.backup_problem is None and count:
            words = f"{words} {translate(BY_BACKUP)}"
        self._done(words)

    @Slot(object)
    def _on_failed(self, fact: facts.Failed) -> None:
        if fact.what == WHAT and not self.now.isEnabled():
            self._done(translate(_NOT_CHECKED))

    def _done(self, words: str) -> None:
        self.now.setEnabled(True)
        self.now.setFocus(Qt.FocusReason.OtherFocusReason)
        self._say(words)
