"""One alert on the Noticed page: its words, its workings, and what she did about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal, Slot

from diary.i18n import mark, translate
from diary.rules.model import State, Tier
from diary.ui.noticed.told_form import ToldForm
from diary.ui.noticed.why_panel import WhyPanel
from diary.ui.noticed.words import (
    DISCUSSED,
    ON_VISIT_LIST,
    REOPENED,
    actions_in_words,
    time_in_words,
)
from diary.ui.noticed.workings import workings
from diary.ui.widgets.alert_card import AlertCard
from diary.ui.widgets.buttons import Button, PrimaryButton, QuietButton
from diary.ui.widgets.contacts import ContactLines
from diary.ui.widgets.tab_order import chain
from diary.ui.widgets.text import Hint, Words

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from diary.domain.care import Contact
    from diary.rules.model import Alert
    from diary.ui.theme import Theme

_WHAT_NOW = mark("Show what to do now")
_WHY, _HIDE_WHY = mark("Why am I seeing this?"), mark("Hide why")
_TOLD, _LIST, _REOPEN = (
    mark("I have told my team"),
    mark("Add to my visit list"),
    mark("Reopen"),
)
_SETTLED = frozenset({State.DISCUSSED, State.CLOSED})
_NOT_LISTED = frozenset({Tier.EMERGENCY, Tier.NEXT_VISIT})


@dataclass(frozen=True, slots=True)
class Act:
    """What she did about an alert; the day is today where it is not said."""

    alert: Alert
    action: str
    on: dt.date | None = None
    with_: str | None = None
    note: str | None = None


class NoticedCard(AlertCard):
    """An alert with its workings and its buttons.

    Args:
        alert: the alert.
        contacts: whom to call.
        theme: the colours and sizes.
        today: the last day on which she can have told her team.
        parent: the owner.
    """

    rule_wanted = Signal(str)
    sheet_wanted = Signal(object)  # the alert
    day_wanted = Signal(object)  # a day the rule used
    filled = Signal()  # the workings are there
    acted = Signal(object)  # an Act

    def __init__(
        self,
        alert: Alert,
        contacts: tuple[Contact, ...],
        theme: Theme,
        today: dt.date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(alert, theme, parent)
        if alert.stands and alert.tier >= Tier.SOON and (self._emergency or contacts):
            self.add_to_do(ContactLines(contacts, self))
        self._silence = Words("", self)
        self.what_now = PrimaryButton(translate(_WHAT_NOW), theme, "phone", self)
        self.why = Button(translate(_WHY), theme, "info", self)
        self.told = Button(translate(_TOLD), theme, "message-circle", self)
        self.on_list = Button(translate(_LIST), theme, "bookmark-plus", self)
        self.reopen = QuietButton(translate(_REOPEN), theme, "rotate-ccw", self)
        self.why_panel = WhyPanel(self)
        self.form: ToldForm | None = None
        self._last_day = max(today, alert.raised_on)
        self._build()
        self._wire()

    @property
    def shows_why(self) -> bool:
        """Whether the workings are open."""
        return not self.why_panel.isHidden()

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """What Tab visits, in order."""
        buttons = (self.what_now, self.why, self.told, self.on_list, self.reopen)
        days = self.why_panel.days
        return (*buttons, *days, *(() if self.form is None else self.form.tab_stops))

    def set_silence(self, words: str) -> None:
        """Say under what was noticed that there are no entries since; nothing where it is empty."""
        self._silence.setText(words)
        self._silence.setVisible(bool(words))

    def show_rule(self, rule: Mapping[str, Any]) -> None:
        """Take the rule that speaks, and show the workings."""
        if not self.why_panel.is_filled:
            self.why_panel.fill(workings(self.alert, rule), self.alert.evidence.days_used)
            self.filled.emit()

    @Slot()
    def toggle_why(self) -> None:
        """Open or close the workings."""
        wanted = not self.shows_why
        self.why_panel.setVisible(wanted)
        self.why.setText(translate(_HIDE_WHY if wanted else _WHY))
        if wanted and not self.why_panel.is_filled:
            self.rule_wanted.emit(self.alert.spoken_by)

    def _build(self) -> None:
        self.add_noticed(self._silence)
        self._silence.hide()
        self.add_detail(Hint(time_in_words(self.alert), self))
        for line in actions_in_words(self.alert):
            self.add_detail(Words(line, self))
        if self._emergency:
            self.add_to_do(self.what_now)
        for button in (self.what_now, self.why, self.told, self.on_list, self.reopen):
            # Several cards have the same buttons: the name says which one this is.
            button.setAccessibleDescription(self.alert.wording.title)
            if not (self._emergency and button is self.what_now):
                self.add_action(button)
        # What a button opens stands below the buttons, so that they do not move away.
        self.body.addWidget(self.why_panel)
        self.why_panel.hide()
        self.what_now.setVisible(self.alert.stands and self._emergency)
        settled = self.alert.state in _SETTLED
        # An emergency does not wait for a visit, and what is for the visit is on its list.
        listed = self.alert.state is State.ON_VISIT_LIST or self.alert.tier in _NOT_LISTED
        self.on_list.setVisible(self.alert.stands and not settled and not listed)
        self.reopen.setVisible(self.alert.stands and settled)

    def _wire(self) -> None:
        self.what_now.clicked.connect(self._on_what_now)
        self.why.clicked.connect(self.toggle_why)
        self.why_panel.day_wanted.connect(self.day_wanted)
        self.told.clicked.connect(self._on_told)
        self.on_list.clicked.connect(self._on_listed)
        self.reopen.clicked.connect(self._on_reopened)

    @Slot()
    def _on_what_now(self) -> None:
        self.sheet_wanted.emit(self.alert)

    @Slot()
    def _on_told(self) -> None:
        if self.form is None:
            # Made when it is wanted: a page of cards each with a form would be slow to build.
            self.form = ToldForm(self._theme, self.alert.raised_on, self._last_day, self)
            self.form.kept.connect(self._on_kept)
            self.form.cancelled.connect(self._on_cancelled)
            self.body.addWidget(self.form)
            chain((self.reopen, *self.form.tab_stops))
        self.form.show()
        self.form.start()

    @Slot()
    def _on_listed(self) -> None:
        self.acted.emit(Act(self.alert, ON_VISIT_LIST))

    @Slot()
    def _on_reopened(self) -> None:
        self.acted.emit(Act(self.alert, REOPENED))

    @Slot(object, object, object)
    def _on_kept(self, day: dt.date, whom: str | None, said: str | None) -> None:
        self.acted.emit(Act(self.alert, DISCUSSED, day, whom, said))

    @Slot()
    def _on_cancelled(self) -> None:
        if self.form is not None:
            self.form.hide()
        self.told.setFocus(Qt.FocusReason.OtherFocusReason)
