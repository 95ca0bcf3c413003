"""A large button that stays down: what it says in bold, and below it all that it stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout

from diary.ui.stylesheet import TARGET
from diary.ui.widgets.enter import press_by_enter
from diary.ui.widgets.text import Hint, Question

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from diary.ui.theme import Theme

_MARK = 22  # the side of the mark that tells whether it is chosen
_MARGIN = 14


class LargeButton(QPushButton):
    """A check box in the shape of a large button; its words wrap.

    ``clicked`` does not tell all: a screen reader switches a button without a click.

    Args:
        theme: tints the mark.
        parent: the owner.
    """

    switched = Signal(bool)  # by the person, in whatever way

    _by_program = False

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setAutoDefault(False)
        self._theme = theme
        self._mark = QLabel(self)
        self.words = Question("", self)
        self.details = Hint("", self)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(self.words)
        column.addWidget(self.details)
        column.addStretch(1)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        row.setSpacing(10)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        for label in (self._mark, self.words, self.details):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.toggled.connect(self._on_toggled)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def set_words(self, words: str, details: str) -> None:
        """Say what it stands for."""
        self.words.setText(words)
        self.details.setText(details)
        self.details.setVisible(bool(details))
        self.setAccessibleName(words)
        self.setAccessibleDescription(details)
        self.updateGeometry()

    def setChecked(self, checked: bool) -> None:
        """Show it as chosen or not; this is no answer of hers."""
        self._by_program = True
        super().setChecked(checked)
        self._by_program = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter as Space."""
        if not press_by_enter(self, event):
            super().keyPressEvent(event)

    def hasHeightForWidth(self) -> bool:
        """Return True: the narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height its words need."""
        return max(TARGET, self._row.totalHeightForWidth(width))

    def sizeHint(self) -> QSize:
        """Return the size of its words, not of a text of its own, which it has not."""
        return self._row.totalSizeHint().expandedTo(QSize(TARGET, TARGET))

    def minimumSizeHint(self) -> QSize:
        """Return the smallest size at which nothing is cut off."""
        return self._row.totalMinimumSize().expandedTo(QSize(TARGET, TARGET))

    def checkStateSet(self) -> None:
        """Show whether it is chosen, also when nobody is told of it."""
        super().checkStateSet()
        self._on_theme_changed()

    @Slot(bool)
    def _on_toggled(self, checked: bool) -> None:
        self._on_theme_changed()  # ``checkStateSet`` is not called after a click
        if not self._by_program:
            self.switched.emit(checked)

    @Slot()
    def _on_theme_changed(self) -> None:
        chosen = self.isChecked()
        icon, color = ("circle-check", "on_accent") if chosen else ("circle", "border")
        for label in (self.words, self.details):
            if bool(label.property("chosen")) != chosen:
                label.setProperty("chosen", chosen)
                label.style().unpolish(label)
                label.style().polish(label)
        side = self._theme.px(_MARK)
        self._mark.setPixmap(self._theme.icon(icon, color, size=_MARK).pixmap(side, side))
