"""The list of copies: the newest first, a few at once, each looked into when it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.i18n import mark_plural, plural
from diary.ui.backups import words
from diary.ui.backups.copy_row import CopyRow
from diary.ui.backups.put_back_form import PutBackForm
from diary.ui.widgets.buttons import QuietButton
from diary.ui.widgets.card import Line

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QShowEvent

    from diary.ui.backup_facts import Copy, CopyLookedAt
    from diary.ui.bridge import Bridge
    from diary.ui.theme import Theme

_MORE, _MORE_MANY = mark_plural(
    "Show {n} older backup",
    "Show {n} older backups",
)
_AT_FIRST: Final = 5  # our choice: the one she wants is mostly among the newest


class CopyList(QWidget):
    """The copies.

    Args:
        bridge: looks into them, one after another.
        theme: tints the icons.
        parent: the owner.

    Attributes:
        form: the question before one is put back; None while none is asked.
    """

    rebuilt = Signal()  # what Tab visits changed

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._theme = bridge, theme
        self.rows: list[CopyRow] = []
        self.form: PutBackForm | None = None
        self._lines: list[Line] = []
        self._copies: tuple[Copy, ...] = ()
        self._known: dict[Path, CopyLookedAt] = {}
        self._asked: Path | None = None
        self._shows_all = False
        self.more = QuietButton("", theme, "chevron-down", self)
        self.more.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.more.clicked.connect(self._on_more)
        bridge.backups.looked_at.connect(self._on_looked_at)

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """What Tab visits, in order."""
        stops: list[QWidget] = []
        for row in self.rows:
            stops.append(row.put_back)
            if self.form is not None and self.form.path == row.copy.about.path:
                stops += self.form.tab_stops
        return (*stops, self.more)

    def showEvent(self, event: QShowEvent) -> None:
        """Go on looking."""
        super().showEvent(event)
        self._look_on()

    def set_copies(self, copies: tuple[Copy, ...]) -> None:
        """Show these copies; the same ones stay as they are."""
        if copies == self._copies:
            return
        gone = {copy.about for copy in self._copies} - {copy.about for copy in copies}
        for about in gone:
            self._known.pop(about.path, None)
        self._copies = copies
        self._asked = None
        self._build()

    def let_go(self) -> None:
        """Ask no more whether one is to be put back."""
        if self.form is None:
            return
        path = self.form.path
        self._take_form_away()
        for row in self.rows:
            row.put_back.show()
            if row.copy.about.path == path:
                row.put_back.setFocus(Qt.FocusReason.OtherFocusReason)
        self.rebuilt.emit()

    def _build(self) -> None:
        for widget in (*self.rows, *self._lines):
            self._take_away(widget)
        self._take_form_away()
        shown = self._copies if self._shows_all else self._copies[:_AT_FIRST]
        made = words.names(self._copies)
        self.rows = [
            CopyRow(copy, name, self._theme, self) for copy, name in zip(shown, made, strict=False)
        ]
        self._lines = [Line(self) for _ in self.rows]
        for place, (line, row) in enumerate(zip(self._lines, self.rows, strict=True)):
            self._column.insertWidget(2 * place, line)
            self._column.insertWidget(2 * place + 1, row)
            row.put_back_wanted.connect(self._on_put_back_wanted)
            if (known := self._known.get(row.copy.about.path)) is not None:
                row.show_looked(known)
        hidden = len(self._copies) - len(shown)
        self.more.setText(plural(_MORE, _MORE_MANY, hidden))
        self.more.setVisible(hidden > 0)
        self._look_on()
        self.rebuilt.emit()

    def _look_on(self) -> None:
        """Have the next one looked into; one at a time, so that a save need not wait for all."""
        if self._asked is not None or not self.isVisible():
            return
        for row in self.rows:
            if row.looked is None:
                self._asked = row.copy.about.path
                self._bridge.backups.look_at(self._asked)
                return

    def _take_form_away(self) -> None:
        if self.form is not None:
            self._take_away(self.form)
            self.form = None

    def _take_away(self, widget: QWidget) -> None:
        self._column.removeWidget(widget)
        widget.hide()
        widget.deleteLater()

    @Slot(object)
    def _on_looked_at(self, fact: CopyLookedAt) -> None:
        self._known[fact.path] = fact
        for row in self.rows:
            if row.copy.about.path == fact.path:
                row.show_looked(fact)
        if self._asked == fact.path:
            self._asked = None
            self._look_on()

    @Slot()
    def _on_more(self) -> None:
        self._shows_all = True
        self._build()
        if len(self.rows) > _AT_FIRST:
            self.rows[_AT_FIRST].put_back.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_put_back_wanted(self, row: CopyRow) -> None:
        self.let_go()
        self.form = PutBackForm(row.copy.about.path, self._bridge, self._theme, self)
        self.form.left.connect(self.let_go)
        row.put_back.hide()
        self._column.insertWidget(self._column.indexOf(row) + 1, self.form)
        self.rebuilt.emit()
