"""The full sheet of an emergency: what to do first, whom to call, what to say, and then why.

Its words about the alert come from the rules alone. It ends with what she did: she called, or she
reached nobody.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.i18n import mark, translate
from diary.rules.wording import NO_ANSWER, phone_words
from diary.ui.noticed.number_form import NumberForm
from diary.ui.noticed.told_form import ToldForm
from diary.ui.widgets.announce import announce
from diary.ui.widgets.buttons import Button, PrimaryButton, QuietButton
from diary.ui.widgets.card import Card
from diary.ui.widgets.contacts import ContactLines, contact_lines
from diary.ui.widgets.escape import leave_by_escape
from diary.ui.widgets.flow import FlowLayout
from diary.ui.widgets.scroll_column import ScrollColumn
from diary.ui.widgets.tab_order import chain
from diary.ui.widgets.text import Hint, PageTitle, SectionTitle, Words

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtGui import QKeyEvent

    from diary.domain.care import Contact
    from diary.rules.model import Alert
    from diary.ui.theme import Theme

_TITLE = mark("Call now")
_SAY, _WHY = mark("What to say on the phone"), mark("Why")
_CALLED, _NOBODY = mark("I have called"), mark("I cannot reach anyone")
_BACK = mark("Back to the diary")


class EmergencySheet(ScrollColumn):
    """A page over all others, for one alert.

    Args:
        alert: an emergency.
        contacts: her numbers; those for an emergency come first.
        today: the last day on which she can have called.
        theme: the colours and sizes.
        parent: the owner.
    """

    called = Signal(object, object, object, object)  # the alert, the day, whom, what was said
    number_kept = Signal(object)  # a Contact
    left = Signal()

    def __init__(
        self,
        alert: Alert,
        contacts: tuple[Contact, ...],
        today: dt.date,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent=parent)
        theme.dress(self)
        self.alert = alert
        self.setAccessibleName(f"{translate(_TITLE)}: {alert.wording.title}")
        self.card = Card(kind="emergency", parent=self)
        self._numbers = QVBoxLayout()
        self._lines: ContactLines | None = None
        self.number = NumberForm(theme, self.card)
        self.have_called = PrimaryButton(translate(_CALLED), theme, "phone", self.card)
        self.nobody = Button(translate(_NOBODY), parent=self.card)
        self.back = QuietButton(translate(_BACK), parent=self)
        self.no_answer = Words(translate(NO_ANSWER), self.card)
        self.no_answer.setProperty("kind", "figure")
        self.form = ToldForm(theme, alert.raised_on, max(today, alert.raised_on), self.card)
        self._build()
        self.set_contacts(contacts)
        self.no_answer.hide()
        self.form.hide()
        self.have_called.clicked.connect(self._on_called)
        self.nobody.clicked.connect(self._on_nobody)
        self.back.clicked.connect(self.left)
        self.form.kept.connect(self._on_kept)
        self.form.cancelled.connect(self._on_cancelled)
        self.number.kept.connect(self.number_kept)
        chain(
            [
                *self.number.tab_stops,
                self.have_called,
                self.nobody,
                *self.form.tab_stops,
                self.back,
            ]
        )
        self.begin_with(self.have_called)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Escape."""
        if not leave_by_escape(self.back, event):
            super().keyPressEvent(event)

    def set_contacts(self, contacts: tuple[Contact, ...]) -> None:
        """Show her numbers; where there is none, the way to store one."""
        if self._lines is not None:
            self._lines.hide()
            self._lines.deleteLater()
        self._lines = ContactLines(contacts, self.card, large=True)
        self._numbers.addWidget(self._lines)
        self.number.setVisible(not contact_lines(contacts))

    def _build(self) -> None:
        wording = self.alert.wording
        title = PageTitle(translate(_TITLE), self.card)
        title.setProperty("kind", "call")
        what_to_do = Words(wording.what_to_do, self.card)
        what_to_do.setProperty("kind", "item")
        body = self.card.body
        body.addWidget(title)
        body.addWidget(what_to_do)
        body.addLayout(self._numbers)
        body.addWidget(self.number)
        body.addWidget(SectionTitle(translate(_SAY), self.card))
        for line in phone_words(self.alert):
            body.addWidget(Words(line, self.card))
        body.addWidget(SectionTitle(translate(_WHY), self.card))
        for line in (wording.title, wording.noticed, wording.worked_out):
            body.addWidget(Words(line, self.card))
        body.addWidget(Hint(wording.cannot_tell, self.card))
        buttons = FlowLayout()
        buttons.addWidget(self.have_called)
        buttons.addWidget(self.nobody)
        body.addLayout(buttons)
        body.addWidget(self.no_answer)
        body.addWidget(self.form)
        self.body.addWidget(self.card)
        self.body.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)

    @Slot()
    def _on_called(self) -> None:
        self.no_answer.hide()
        self.form.show()
        self.form.start()
        self.bring_into_view(self.form)

    @Slot()
    def _on_nobody(self) -> None:
        self.form.hide()
        self.no_answer.show()
        self.bring_into_view(self.no_answer)
        announce(self.no_answer, self.no_answer.text())

    @Slot(object, object, object)
    def _on_kept(self, day: dt.date, whom: str | None, said: str | None) -> None:
        self.called.emit(self.alert, day, whom, said)

    @Slot()
    def _on_cancelled(self) -> None:
        self.form.hide()
        self.have_called.setFocus(Qt.FocusReason.OtherFocusReason)
