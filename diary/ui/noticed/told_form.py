"""The short form of *I have told my team*: when, whom, what was said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from diary.domain.limits import SHORT_TEXT
from diary.i18n import mark, translate
from diary.ui.widgets.buttons import PrimaryButton, QuietButton
from diary.ui.widgets.date_field import DateField
from diary.ui.widgets.escape import leave_by_escape
from diary.ui.widgets.text import Question

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtGui import QKeyEvent

    from diary.ui.theme import Theme

_NOTE_HEIGHT = 96


class ToldForm(QWidget):
    """Three questions; only the day has an answer from the start, and it is shown.

    Args:
        theme: gives the sizes.
        first: the first day that makes sense: the day of the alert.
        today: the day offered, and the last that makes sense.
        parent: the owner.
    """

    kept = Signal(object, object, object)  # the day, whom or None, what was said or None
    cancelled = Signal()

    def __init__(
        self, theme: Theme, first: dt.date, today: dt.date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.day = DateField(theme, today, first, today, self)
        self.day.set_is_answer(is_answer=False)
        self.whom = QLineEdit(self)
        self.whom.setMaxLength(SHORT_TEXT)
        self.whom.setPlaceholderText(translate(mark("For example: breast care nurse")))
        self.said = QPlainTextEdit(self)
        self.said.setTabChangesFocus(True)
        self.keep = PrimaryButton(translate(mark("Keep this")), parent=self)
        self.cancel = QuietButton(translate(mark("Cancel")), parent=self)
        self._build()
        self.keep.clicked.connect(self._on_keep)
        self.cancel.clicked.connect(self.cancelled)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Escape."""
        if not leave_by_escape(self.cancel, event):
            super().keyPressEvent(event)

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """What Tab visits, in order."""
        return *self.day.tab_stops, self.whom, self.said, self.keep, self.cancel

    def start(self) -> None:
        """Begin with the question that has no answer yet."""
        self.whom.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(14)
        for words, field in (
            (mark("When did you tell them?"), self.day),
            (mark("Whom did you tell?"), self.whom),
            (mark("What was said? You may leave this empty."), self.said),
        ):
            question = Question(translate(words), self)
            question.setBuddy(field.field if isinstance(field, DateField) else field)
            field.setAccessibleName(translate(words))
            pair = QVBoxLayout()
            pair.setSpacing(4)
            pair.addWidget(question)
            pair.addWidget(field)
            column.addLayout(pair)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.keep)
        row.addWidget(self.cancel)
        row.addStretch(1)
        column.addLayout(row)

    @Slot()
    def _on_keep(self) -> None:
        if not self.day.check():
            self.day.setFocus()
            return
        self.kept.emit(
            self.day.day,
            self.whom.text().strip() or None,
            self.said.toPlainText().strip() or None,
        )

    @Slot()
    def _on_theme_changed(self) -> None:
        self.said.setFixedHeight(self._theme.px(_NOTE_HEIGHT))
