"""The cards about the diary file: where it is, a copy of everything, and an end of everything."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot

from diary.i18n import mark, translate
from diary.ui.files import documents_folder, show_folder
from diary.ui.settings.fields import LineField
from diary.ui.settings.system import ask_where
from diary.ui.widgets.announce import announce
from diary.ui.widgets.buttons import Button, QuietButton
from diary.ui.widgets.card import Card
from diary.ui.widgets.escape import leave_by_escape
from diary.ui.widgets.flow import FlowLayout
from diary.ui.widgets.text import Hint, Words, breakable

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from diary.services.transfer import Format
    from diary.ui import facts
    from diary.ui.bridge import Bridge
    from diary.ui.theme import Theme

_WHERE_ABOUT = mark(
    "Your diary is one file on this computer, with its backups, settings and logs beside it. "
    "Nothing of it is anywhere else unless you copied it."
)
_NOT_OPEN = mark("The diary is not open yet.")
_COPY_ABOUT = mark(
    "A copy in a form that other programs can read. The diary file (JSON) holds everything and "
    "can be read in again. The table (CSV) holds your days, for a spreadsheet. The record (FHIR) "
    "is for the systems of a hospital. None is locked: whoever has the file can read it."
)
_SAVED = mark("Saved to {path}")
_NOT_SAVED = mark("The copy was not saved.")
_NAME = "daymark-{day}.{ending}"
_ENDINGS = {"json": "json", "csv": "csv", "fhir": "fhir.json"}
_END_ABOUT = mark(
    "This deletes your diary, all its backups, the settings and the logs on this computer. "
    "It cannot be undone. Copies you made elsewhere are not touched."
)
WORD = mark("DELETE")
_TYPE_IT = mark("To delete everything, type {word}")
_NOT_THE_WORD = mark("Type {word} in capital letters, or leave everything as it is.")


class WhereCard(Card):
    """Where the diary is.

    Args:
        theme: tints the icon.
        parent: the owner.
        show: shows a folder.
    """

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None = None,
        show: Callable[[Path], None] = show_folder,
    ) -> None:
        super().__init__(translate(mark("Where my diary is")), parent=parent)
        self._show_folder = show
        self._folder: Path | None = None
        self.path = Words(translate(_NOT_OPEN), self)
        self.path.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.open = Button(translate(mark("Open the folder")), theme, "folder-open", self)
        self.open.setEnabled(False)
        self.body.addWidget(Hint(translate(_WHERE_ABOUT), self))
        self.body.addWidget(self.path)
        self.body.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)
        self.open.clicked.connect(self._on_open)

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """What Tab visits, in order."""
        return (self.open,)

    @Slot(object)
    def set_folder(self, folder: Path) -> None:
        """Show where it is."""
        self._folder = folder
        self.path.setText(breakable(str(folder)))
        self.path.setAccessibleName(str(folder))
        self.open.setEnabled(True)

    @Slot()
    def _on_open(self) -> None:
        if self._folder is not None:
            self._show_folder(self._folder)


class CopyCard(Card):
    """A copy of everything.

    Args:
        bridge: writes the copy.
        theme: tints the icons.
        parent: the owner.
        ask: asks for its name.
    """

    def __init__(
        self,
        bridge: Bridge,
        theme: Theme,
        parent: QWidget | None = None,
        ask: Callable[[QWidget, Path, Callable[[str], object]], None] = ask_where,
    ) -> None:
        super().__init__(translate(mark("Export everything")), parent=parent)
        self._bridge, self._ask = bridge, ask
        self._format: Format = "json"
        self.json = Button(translate(mark("Save the diary file")), theme, "file-down", self)
        self.csv = Button(translate(mark("Save the table")), theme, "file-down", self)
        self.fhir = Button(translate(mark("Save the record")), theme, "file-down", self)
        self.said = Words("", self)
        self.said.hide()
        flow = FlowLayout()
        flow.addWidget(self.json)
        flow.addWidget(self.csv)
        flow.addWidget(self.fhir)
        self.body.addWidget(Hint(translate(_COPY_ABOUT), self))
        self.body.addLayout(flow)
        self.body.addWidget(self.said)
        self.json.clicked.connect(self._on_json)
        self.csv.clicked.connect(self._on_csv)
        self.fhir.clicked.connect(self._on_fhir)
        bridge.whole.exported.connect(self._on_exported)
        bridge.failed.connect(self._on_failed)

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """What Tab visits, in order."""
        return (self.json, self.csv, self.fhir)

    @Slot()
    def _on_json(self) -> None:
        self._ask_for("json")

    @Slot()
    def _on_csv(self) -> None:
        self._ask_for("csv")

    @Slot()
    def _on_fhir(self) -> None:
        self._ask_for("fhir")

    def _ask_for(self, format_: Format) -> None:
        self._format = format_
        name = _NAME.format(day=self._bridge.clock.today().isoformat(), ending=_ENDINGS[format_])
        self._ask(self, documents_folder() / name, self._on_file_chosen)

    @Slot(str)
    def _on_file_chosen(self, path: str) -> None:
        self.said.hide()
        self._bridge.whole.export(Path(path), self._format)

    @Slot(object)
    def _on_exported(self, fact: facts.Exported) -> None:
        self._say(translate(_SAVED).format(path=fact.path))

    @Slot(object)
    def _on_failed(self, fact: facts.Failed) -> None:
        """Say that there is no copy; the window says why."""
        if fact.what == "export":
            self._say(translate(_NOT_SAVED))

    def _say(self, words: str) -> None:
        self.said.setText(breakable(words))
        self.said.setAccessibleName(words)
        self.said.show()
        announce(self.said, words)


class EndCard(Card):
    """An end of everything, behind a word that has to be typed.

    Args:
        theme: tints the icon.
        parent: the owner.
    """

    confirmed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(translate(mark("Delete everything")), parent=parent)
        word = translate(WORD)
        self.start = Button(translate(mark("Delete everything...")), theme, "trash-2", self)
        self.word = LineField(translate(_TYPE_IT).format(word=word), theme, self)
        self.delete = Button(translate(mark("Delete everything now")), theme, "trash-2", self)
        self.leave = QuietButton(translate(mark("Leave everything as it is")), parent=self)
        self._flow = FlowLayout()
        self._flow.addWidget(self.delete)
        self._flow.addWidget(self.leave)
        self.body.addWidget(Hint(translate(_END_ABOUT), self))
        self.body.addWidget(self.start, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.word)
        self.body.addLayout(self._flow)
        self._show(is_asking=False)
        self.start.clicked.connect(self._on_start)
        self.delete.clicked.connect(self._on_delete)
        self.leave.clicked.connect(self.let_go)
        self.word.line.field.returnPressed.connect(self._on_delete)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Escape."""
        if not leave_by_escape(self.leave, event):
            super().keyPressEvent(event)

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """What Tab visits, in order."""
        return (self.start, *self.word.tab_stops, self.delete, self.leave)

    @Slot()
    def let_go(self) -> None:
        """Leave everything as it is."""
        had_focus = any(stop.hasFocus() for stop in self.tab_stops)
        self._show(is_asking=False)
        if had_focus:
            self.start.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, *, is_asking: bool) -> None:
        self.word.set_value(None)
        self.start.setVisible(not is_asking)
        for widget in (self.word, self.delete, self.leave):
            widget.setVisible(is_asking)

    @Slot()
    def _on_start(self) -> None:
        self._show(is_asking=True)
        self.word.line.field.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_delete(self) -> None:
        word = translate(WORD)
        if self.word.value == word:
            self.confirmed.emit()
            return
        self.word.tell(translate(_NOT_THE_WORD).format(word=word))
        self.word.line.field.setFocus(Qt.FocusReason.OtherFocusReason)
