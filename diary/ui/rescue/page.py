"""The page in the place of all others where the diary file cannot be used: what can be done."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QSizePolicy

from diary.i18n import mark, translate
from diary.services.rescue_words import without_way_out
from diary.ui.files import ask_for_file, show_folder
from diary.ui.requests.rescue import OPEN, RESCUE
from diary.ui.rescue.words import about_backup, about_salvaged, not_read
from diary.ui.widgets.announce import announce
from diary.ui.widgets.buttons import Button, PrimaryButton, QuietButton
from diary.ui.widgets.card import Card
from diary.ui.widgets.flow import FlowLayout
from diary.ui.widgets.scroll_column import ScrollColumn
from diary.ui.widgets.tab_order import chain
from diary.ui.widgets.text import Hint, PageTitle, Words, breakable

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QFocusEvent
    from PySide6.QtWidgets import QWidget

    from diary.services.rescue import Salvaged, WaysOut
    from diary.ui import facts
    from diary.ui.bridge import Bridge
    from diary.ui.theme import Theme

_TITLE: Final = mark("Your diary file cannot be opened as it is")
_UNCHANGED: Final = mark(
    "Nothing was changed. Whatever you choose here, the file is kept among your backups."
)
_TYPED: Final = mark("What you wrote and did not save yet is still there, and stays on the page.")
_LOOKING: Final = mark("Looking for what can be done...")
_BACKUP_TITLE: Final = mark("Put the newest backup back")
_PUT_BACK: Final = mark("Put this backup back")
_NO_BACKUP: Final = mark("There is no backup here that is in order.")
_SALVAGE_TITLE: Final = mark("Save what can still be read")
_SALVAGE_ABOUT: Final = mark(
    "Daymark reads all it can and makes a new diary of it. You then see what is missing, before "
    "you decide."
)
_SALVAGE: Final = mark("See what can be read")
_OTHER_TITLE: Final = mark("Or another way")
_OTHER: Final = mark("Choose another backup...")
_SHOW: Final = mark("Open the folder")
_TRY: Final = mark("Try the passphrase again")
_CLOSE: Final = mark("Close Daymark")
_CHOOSE: Final = mark("Choose a backup or another diary file")
_READING: Final = mark("Reading what can be read. This can take a minute...")
_PUTTING: Final = mark("Putting it back...")
_FOUND_TITLE: Final = mark("What can be read")
_LOOK_THROUGH: Final = mark(
    "A number that the damage made into another cannot be told apart. Look through the days that "
    "matter to you."
)
_TAKE: Final = mark("Go on with this diary")
_BACK: Final = mark("Choose another way")
_OPEN_TITLE: Final = mark("This copy has no passphrase")
_OPEN_ABOUT: Final = mark(
    "Your diary needs a passphrase, and what you typed cannot be checked. If this copy is put "
    "back, anybody who uses this computer can open your diary, until you choose a passphrase "
    "again in the settings."
)
_OPEN: Final = mark("Put it back without a passphrase")
_DONE: Final = mark("Your diary is open again.")
_RENEWED: Final = mark("The diary file was put right meanwhile. Your diary is open again.")
_KEPT: Final = mark("The file that could not be opened is kept among your backups as {file}.")
_WIDTH: Final = 720


class RescuePage(ScrollColumn):
    """Says what is the matter and offers the ways out; nothing happens before she chooses one.

    Args:
        bridge: goes the ways.
        theme: colours and sizes.
        message: what is the matter, in one plain sentence.
        parent: the owner.
        ask: asks for a file.
        show: shows a folder.
        can_try: whether it is not known that the file is damaged: it may be the passphrase.
    """

    left = Signal(str)  # a diary is in its place again, and where the other file is now
    close_wanted = Signal()
    try_wanted = Signal()  # she wants to type her passphrase once more

    def __init__(
        self,
        bridge: Bridge,
        theme: Theme,
        message: str,
        parent: QWidget | None = None,
        *,
        ask: Callable[[QWidget, str, Callable[[str], object]], None] = ask_for_file,
        show: Callable[[Path], None] = show_folder,
        can_try: bool = False,
    ) -> None:
        super().__init__(theme, _WIDTH, parent)
        theme.dress(self)
        self._bridge, self._ask_file, self._show_folder = bridge, ask, show
        self._ways: WaysOut | None = None
        self._found: Salvaged | None = None
        self._unprotected: Path | None = None  # what she is asked about
        self._is_working = self._is_renewed = False
        self.setAccessibleName(translate(_TITLE))
        self._message = message
        self.message = Words("", self)
        self.typed = Words(translate(_TYPED), self)
        self.said = Words("", self)
        self.backup = Words("", self)
        self.put_back = PrimaryButton(translate(_PUT_BACK), theme, "rotate-ccw", self)
        self.salvage = Button(translate(_SALVAGE), theme, "search", self)
        self.other = Button(translate(_OTHER), theme, "file-down", self)
        self.show_it = Button(translate(_SHOW), theme, "folder-open", self)
        self.end = QuietButton(translate(_CLOSE), theme, "x", self)
        self.try_again = QuietButton(translate(_TRY), theme, "undo-2", self)
        self.try_again.setVisible(can_try)
        self.found = Words("", self)
        self.missing = Words("", self)
        self.take = PrimaryButton(translate(_TAKE), theme, "check", self)
        self.back = QuietButton(translate(_BACK), theme, "undo-2", self)
        self.put_back_open = Button(translate(_OPEN), theme, "rotate-ccw", self)
        self.leave_open = QuietButton(translate(_BACK), theme, "undo-2", self)
        self._build()
        self._wire()
        self._show_ways(None)
        bridge.rescue.look()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin with what helps most."""
        super().focusInEvent(event)
        stops = (self.take, self.leave_open, self.put_back, self.salvage, self.other)
        first = next((one for one in stops if one.isVisible() and one.isEnabled()), self.end)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def event(self, event: QEvent) -> bool:
        """Look, as she comes to the window, whether a command put the file right meanwhile."""
        if event.type() == QEvent.Type.WindowActivate:
            is_deciding = self._found is not None or self._unprotected is not None
            if self._ways is not None and not (self._is_working or is_deciding):
                self._bridge.rescue.look_again(self._ways)
        return super().event(event)

    @Slot()
    def _on_renewed(self) -> None:
        self._is_renewed = True
        self._bridge.open_diary()

    @Slot()
    def _on_opened(self) -> None:
        if self._is_renewed:
            self.left.emit(translate(_RENEWED))

    @Slot(object)
    def _on_looked(self, ways: WaysOut) -> None:
        self._say("")
        self._show_ways(ways)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_salvaged(self, found: Salvaged) -> None:
        self._found = found
        self._say("")
        self.found.setText(about_salvaged(found))
        self.missing.setText("\n\n".join(not_read(found)))
        self._show_ways(self._ways)
        announce(self.found, f"{self.found.text()} {self.missing.text()}")
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_unprotected(self, file: Path) -> None:
        self._unprotected = file
        self._say("")
        self._show_ways(self._ways)
        announce(self._open_card, f"{translate(_OPEN_TITLE)}. {translate(_OPEN_ABOUT)}")
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_put_back_open(self) -> None:
        if self._unprotected is not None:
            self._put_back(self._unprotected, is_sure=True)

    @Slot()
    def _on_leave_open(self) -> None:
        self._unprotected = None
        self._show_ways(self._ways)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_done(self, kept: Path | None) -> None:
        done = translate(_DONE)
        words = done if kept is None else f"{done} {translate(_KEPT).format(file=kept.name)}"
        self.left.emit(breakable(words))

    @Slot(object)
    def _on_failed(self, fact: facts.Failed) -> None:
        if fact.what == OPEN and self._is_renewed:
            self._is_renewed = False
            if fact.is_of_content:  # the other file is damaged, too
                self._message = fact.message
                self._bridge.rescue.look()
            else:
                self._say(fact.message)
        elif fact.what == RESCUE:
            self._say(fact.message)
            self._show_ways(self._ways)

    @Slot()
    def _on_put_back(self) -> None:
        if self._ways is not None and self._ways.backup is not None:
            self._put_back(self._ways.backup.path)

    @Slot(str)
    def _on_file_chosen(self, path: str) -> None:
        self._put_back(Path(path))

    def _put_back(self, file: Path, *, is_sure: bool = False) -> None:
        self._say(translate(_PUTTING), is_working=True)
        self._bridge.rescue.put_back(file, is_sure=is_sure)

    @Slot()
    def _on_salvage(self) -> None:
        self._say(translate(_READING), is_working=True)
        self._bridge.rescue.salvage()

    @Slot()
    def _on_take(self) -> None:
        if self._found is not None:
            self._say(translate(_PUTTING), is_working=True)
            self._bridge.rescue.take(self._found)

    @Slot()
    def _on_back(self) -> None:
        found, self._found = self._found, None
        if found is not None:
            self._bridge.rescue.leave(found)
        self._show_ways(self._ways)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_other(self) -> None:
        self._ask_file(self, translate(_CHOOSE), self._on_file_chosen)

    @Slot()
    def _on_show(self) -> None:
        if self._ways is not None:
            self._show_folder(self._ways.folder)

    def _say(self, words: str, *, is_working: bool = False) -> None:
        """Say how far it is; while it works, nothing else can be begun."""
        self._is_working = is_working
        self.said.setText(words)
        self.said.setVisible(bool(words))
        ways = (self.put_back, self.salvage, self.other, self.take, self.back)
        for button in (*ways, self.put_back_open, self.leave_open):
            button.setEnabled(not is_working)
        if words:
            announce(self.said, words)

    def _show_ways(self, ways: WaysOut | None) -> None:
        self._ways = ways
        backup = None if ways is None else ways.backup
        self.put_back.setVisible(backup is not None)
        has_backup = backup is not None
        self.message.setText(self._message if has_backup else without_way_out(self._message))
        if ways is None:
            self.backup.setText(translate(_LOOKING))
        else:
            none = translate(_NO_BACKUP)
            self.backup.setText(none if backup is None else about_backup(backup))
        is_asked = self._unprotected is not None
        is_deciding = is_asked or self._found is not None
        self._open_card.setVisible(is_asked)
        self._found_card.setVisible(self._found is not None)
        self._backup_card.setVisible(not is_deciding)
        self._salvage_card.setVisible(not is_deciding and ways is not None and ways.can_salvage)
        self._other_card.setVisible(not is_deciding)
        self.typed.setVisible(bool(self._bridge.drafts.unkept))

    def _build(self) -> None:
        head = Card(parent=self)
        for widget in (PageTitle(translate(_TITLE), head), self.message):
            head.body.addWidget(widget)
        head.body.addWidget(Words(translate(_UNCHANGED), head))
        head.body.addWidget(self.typed)
        head.body.addWidget(self.said)
        self._backup_card = self._card(_BACKUP_TITLE, self.backup, self.put_back)
        about = Hint(translate(_SALVAGE_ABOUT), self)
        self._salvage_card = self._card(_SALVAGE_TITLE, about, self.salvage)
        others = (self.other, self.show_it, self.try_again, self.end)
        self._other_card = self._card(_OTHER_TITLE, None, *others)
        self._found_card = self._card(_FOUND_TITLE, self.found, self.take, self.back)
        self._found_card.body.insertWidget(2, self.missing)
        self._found_card.body.insertWidget(3, Hint(translate(_LOOK_THROUGH), self._found_card))
        asked_about = Words(translate(_OPEN_ABOUT), self)
        self._open_card = self._card(_OPEN_TITLE, asked_about, self.put_back_open, self.leave_open)
        self.body.addStretch(1)
        cards = (self._backup_card, self._salvage_card, self._other_card)
        for card in (head, self._found_card, self._open_card, *cards):
            self.body.addWidget(card)
        self.body.addStretch(2)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        asked = (self.put_back_open, self.leave_open)
        chain((self.take, self.back, *asked, self.put_back, self.salvage, *others))

    def _card(self, title: str, about: QWidget | None, *buttons: QWidget) -> Card:
        card = Card(translate(title), parent=self)
        if about is not None:
            card.body.addWidget(about)
        flow = FlowLayout()
        for button in buttons:
            button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            flow.addWidget(button)
        card.body.addLayout(flow)
        return card

    def _wire(self) -> None:
        self.put_back.clicked.connect(self._on_put_back)
        self.salvage.clicked.connect(self._on_salvage)
        self.other.clicked.connect(self._on_other)
        self.show_it.clicked.connect(self._on_show)
        self.end.clicked.connect(self.close_wanted)
        self.try_again.clicked.connect(self.try_wanted)
        self.take.clicked.connect(self._on_take)
        self.back.clicked.connect(self._on_back)
        self.put_back_open.clicked.connect(self._on_put_back_open)
        self.leave_open.clicked.connect(self._on_leave_open)
        rescue = self._bridge.rescue
        rescue.looked.connect(self._on_looked)
        rescue.salvaged.connect(self._on_salvaged)
        rescue.unprotected.connect(self._on_unprotected)
        rescue.done.connect(self._on_done)
        rescue.renewed.connect(self._on_renewed)
        self._bridge.opened.connect(self._on_opened)
        self._bridge.failed.connect(self._on_failed)
