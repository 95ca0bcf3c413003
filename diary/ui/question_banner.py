"""The one question after a silence, above every page; recording a day answers it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from diary.i18n import mark, translate
from diary.ui.widgets.announce import announce
from diary.ui.widgets.buttons import Button, QuietButton
from diary.ui.widgets.text import Question as QuestionWords
from diary.ui.widgets.text import Words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from diary.rules.questions import Question
    from diary.ui import facts
    from diary.ui.bridge import Bridge
    from diary.ui.theme import Theme

_RECORD, _NOT_NOW = mark("Record today"), mark("Not now")


class QuestionBanner(QFrame):
    """The question, shown while there is one to ask.

    Args:
        bridge: tells the question, and keeps that it was put away.
        theme: colours and sizes.
        parent: the owner.
    """

    record_wanted = Signal()

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._question: Question | None = None
        self.setProperty("kind", "banner")
        self._asks = QuestionWords("", self)
        self._about = Words("", self)
        self.record = Button(translate(_RECORD), theme, parent=self)
        self.not_now = QuietButton(translate(_NOT_NOW), parent=self)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._asks)
        words.addWidget(self._about)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(8)
        row.addLayout(words, 1)
        for button in (self.record, self.not_now):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.record.clicked.connect(self.record_wanted)
        self.not_now.clicked.connect(self._on_not_now)
        bridge.alerts_changed.connect(self._on_alerts)
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return f"{self._asks.text()} {self._about.text()}"

    @Slot(object)
    def _on_alerts(self, fact: facts.AlertsNow) -> None:
        is_new = fact.question is not None and fact.question != self._question
        self._question = fact.question
        if fact.question is not None and is_new:
            self._asks.setText(fact.question.asks)
            self._about.setText(fact.question.about)
            self.setAccessibleName(self.text)
            announce(self, self.text)
        self.setVisible(fact.question is not None)

    @Slot()
    def _on_not_now(self) -> None:
        if self._question is not None:
            self._bridge.put_away(self._question)
        self.hide()
