"""One line to type into, with its unit and what to mend; a long paste is never cut off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from diary.ui.widgets.field_note import FieldNote
from diary.ui.widgets.text import Hint

if TYPE_CHECKING:
    from collections.abc import Callable

    from diary.ui.theme import Theme

_NEVER_CUT = 10_000_000  # Qt would cut a paste after 32,767 characters


class TypedLine(QWidget):
    """A field whose text is told as it was typed.

    What to mend is told when she leaves the field, and goes as soon as it is mended.

    Args:
        name: what is asked, for the screen reader.
        theme: colours and sizes.
        problem_of: returns what to mend in a text, None if nothing.
        unit: stands behind the field.
        width: the width of the field at 100 %; None: all there is.
        parent: the owner.
    """

    changed = Signal()

    def __init__(
        self,
        name: str,
        theme: Theme,
        problem_of: Callable[[str], str | None],
        *,
        unit: str = "",
        width: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._width = width
        self._problem_of = problem_of
        self._given = self._shown = self._stays = ""
        self.field = QLineEdit(self)
        self.field.setMaxLength(_NEVER_CUT)
        self.field.setAccessibleName(f"{name}, {unit}" if unit else name)
        self.note = FieldNote(self.field, theme, self)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.field)
        if unit:
            row.addWidget(Hint(unit, self), 1)
        elif width is not None:
            row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.note)
        self.field.textChanged.connect(self._on_text_changed)
        self.field.editingFinished.connect(self._on_left)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    @property
    def text(self) -> str:
        """The text as it stands; untouched, it is the one given to the last character."""
        text = self.field.text()
        return self._given if text == self._shown else text

    def show_text(self, text: str) -> None:
        """Show a text without telling anybody."""
        with QSignalBlocker(self.field):
            self.field.setText(text)
            self.field.setCursorPosition(0)
        self._given, self._shown = text, self.field.text()
        self.note.tell(None)

    def set_stays(self, sentence: str) -> None:
        """Let this be said after what to mend: what holds until then."""
        self._stays = sentence

    def tell_problem(self) -> None:
        """Say what to mend, if anything."""
        problem = self._problem_of(self.text)
        self.note.tell(f"{problem} {self._stays}".rstrip() if problem else None)

    @Slot()
    def _on_text_changed(self) -> None:
        if self._problem_of(self.text) is None:
            self.note.tell(None)
        self.changed.emit()

    @Slot()
    def _on_left(self) -> None:
        self.tell_problem()

    @Slot()
    def _on_theme_changed(self) -> None:
        if self._width is not None:
            self.field.setFixedWidth(self._theme.px(self._width))
