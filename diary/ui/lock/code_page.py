"""The recovery code, large and in groups, to be printed or written down."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout

from diary.i18n import mark, mark_plural, plural, translate
from diary.ui.files import documents_folder
from diary.ui.lock.code_files import ask_for_code_file, ask_for_code_printer
from diary.ui.lock.code_sheet import as_document, as_pdf, as_text, numbered_lines_of
from diary.ui.paper import usual_paper
from diary.ui.requests.protection import KEEP_CODE
from diary.ui.widgets.announce import announce
from diary.ui.widgets.buttons import Button, PrimaryButton
from diary.ui.widgets.card import Card
from diary.ui.widgets.flow import FlowLayout
from diary.ui.widgets.scroll_column import ScrollColumn
from diary.ui.widgets.text import Hint, PageTitle, Question, Words, breakable

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QWidget

    from diary.ui import facts
    from diary.ui.bridge import Bridge
    from diary.ui.theme import Theme

_TITLE = mark("Your recovery code")
_ABOUT = mark(
    "This code opens your diary and its backups if the passphrase is forgotten. Print it or copy "
    "it by hand, and keep it on paper, apart from this computer. Whoever has it can open the diary."
)
_OLD_CODE = mark("A code you printed before opens this diary no more.")
_MISSED, _MISSED_MANY = mark_plural(
    "{n} backup could not be changed. It opens as it did before:",
    "{n} backups could not be changed. They open as they did before:",
)
_PRINT, _PDF, _TEXT = mark("Print"), mark("Save as PDF"), mark("Save as text")
_PUT_AWAY = mark("I have put it where I will find it again")
_DONE = mark("Done")
_SAVED, _PRINTED = mark("Saved to {path}"), mark("Sent to the printer.")
_SAID = mark("Group {n}: {letters}")
_UNSAID = " "  # the name of the group says its number; with no name at all Qt gives the text
_APART = 16  # more than between a number and its group
_BESIDE = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_NAMES = {"pdf": "daymark-recovery-code.pdf", "txt": "daymark-recovery-code.txt"}


class CodePage(ScrollColumn):
    """Shows the code.

    Args:
        bridge: writes the file.
        theme: colours and sizes.
        told: the code, and what belongs to it.
        parent: the owner.
        ask: asks where to save.
        ask_printer: shows the dialog of the system for printing.
    """

    left = Signal()

    def __init__(
        self,
        bridge: Bridge,
        theme: Theme,
        told: facts.CodeTold,
        parent: QWidget | None = None,
        *,
        ask: Callable[[QWidget, Path, Callable[[str], object]], None] = ask_for_code_file,
        ask_printer: Callable[[QWidget, Callable[[QPrinter], object]], None] = ask_for_code_printer,
    ) -> None:
        super().__init__(theme, parent=parent)
        theme.dress(self)
        self.setAccessibleName(translate(_TITLE))
        self._bridge, self._told = bridge, told
        self._ask, self._ask_printer = ask, ask_printer
        self.print = Button(translate(_PRINT), theme, "printer", self)
        self.pdf = Button(translate(_PDF), theme, "file-down", self)
        self.text = Button(translate(_TEXT), theme, "file-down", self)
        self.said = Words("", self)
        self.said.hide()
        self.put_away = QCheckBox(translate(_PUT_AWAY), self)
        self.done = PrimaryButton(translate(_DONE), parent=self)
        self._build()
        self.begin_with(self.print)
        self.print.clicked.connect(self._on_print)
        self.pdf.clicked.connect(self._on_pdf)
        self.text.clicked.connect(self._on_text)
        self.put_away.toggled.connect(self.done.setEnabled)
        self.done.clicked.connect(self.left)
        bridge.protection.code_kept.connect(self._on_kept)
        bridge.failed.connect(self._on_failed)

    def _build(self) -> None:
        card = Card(parent=self)
        card.body.addWidget(PageTitle(translate(_TITLE), card))
        card.body.addWidget(Words(translate(_ABOUT), card))
        if self._told.is_another:
            card.body.addWidget(Words(translate(_OLD_CODE), card))
        card.body.addWidget(self._groups(card))
        buttons = FlowLayout()
        for button in (self.print, self.pdf, self.text):
            buttons.addWidget(button)
        card.body.addLayout(buttons)
        card.body.addWidget(self.said)
        if self._told.missed:
            self._add_missed(card)
        card.body.addWidget(self.put_away)
        card.body.addWidget(self.done, 0, Qt.AlignmentFlag.AlignLeft)
        self.put_away.setVisible(self._told.is_new)
        self.done.setEnabled(not self._told.is_new)
        self.body.addWidget(card)
        self.body.addStretch(1)

    def _groups(self, parent: QWidget) -> Card:
        """Return the code as rows of groups that stand below each other."""
        card = Card(parent=parent)
        card.setProperty("kind", "code")
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for row, groups in enumerate(numbered_lines_of(self._told.code)):
            for column, (number, letters) in enumerate(groups):
                place = Hint(str(number), card)
                place.setWordWrap(False)
                place.setAccessibleName(_UNSAID)
                place.setContentsMargins(_APART if column else 0, 0, 0, 0)
                label = Words(letters, card)
                label.setWordWrap(False)
                label.setProperty("kind", "code")
                spelled = " ".join(letters)
                label.setAccessibleName(translate(_SAID).format(n=number, letters=spelled))
                grid.addWidget(place, row, 2 * column, _BESIDE)
                grid.addWidget(label, row, 2 * column + 1)
        grid.setColumnStretch(grid.columnCount(), 1)
        card.body.addLayout(grid)
        card.setAccessibleName(translate(_TITLE))
        return card

    def _add_missed(self, card: Card) -> None:
        missed = self._told.missed
        card.body.addWidget(Question(plural(_MISSED, _MISSED_MANY, len(missed)), card))
        card.body.addWidget(Words("\n".join(breakable(str(path)) for path in missed), card))

    @Slot()
    def _on_print(self) -> None:
        self._ask_printer(self, self._on_printer)

    def _on_printer(self, printer: QPrinter) -> None:
        as_document(self._told.code, self._bridge.clock.today()).print_(printer)
        self._say(translate(_PRINTED))

    @Slot()
    def _on_pdf(self) -> None:
        self._ask(self, documents_folder() / _NAMES["pdf"], self._on_file)

    @Slot()
    def _on_text(self) -> None:
        self._ask(self, documents_folder() / _NAMES["txt"], self._on_file)

    @Slot(str)
    def _on_file(self, path: str) -> None:
        code, today, out = self._told.code, self._bridge.clock.today(), Path(path)
        if out.suffix.lower() == ".pdf":
            content = as_pdf(code, today, usual_paper())
        else:
            content = as_text(code, today).encode("utf-8")
        self._bridge.protection.keep_code(out, content)

    @Slot(object)
    def _on_kept(self, path: Path) -> None:
        self._say(translate(_SAVED).format(path=path))

    @Slot(object)
    def _on_failed(self, fact: facts.Failed) -> None:
        """Say why there is no file: this page covers where the window would."""
        if fact.what == KEEP_CODE:
            self._say(fact.message)

    def _say(self, words: str) -> None:
        self.said.setText(breakable(words))
        self.said.setAccessibleName(words)
        self.said.show()
        announce(self.said, words)
