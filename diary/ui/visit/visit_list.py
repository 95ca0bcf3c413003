"""What the rules put on the list for the visit, and what she put there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.i18n import format_day, mark, translate
from diary.rules.model import State, Tier
from diary.ui.widgets.buttons import QuietButton
from diary.ui.widgets.card import Card, Line
from diary.ui.widgets.text import Hint, Words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diary.rules.model import Alert
    from diary.ui.theme import Theme

_TITLE = mark("On my visit list")
_NONE = mark("Nothing is on the list now. On the page Noticed you can put things on it.")
_SINCE = mark("Noticed on {day}.")
_WAIT = mark("Working out what is on the list.")
_UNKNOWN = mark("What is on the list could not be worked out.")
_SEE = mark("Open the page Noticed")
_SETTLED = frozenset({State.DISCUSSED, State.CLOSED})


def on_visit_list(alerts: Iterable[Alert]) -> tuple[Alert, ...]:
    """Return what stands, was not talked about, and waits for the visit."""
    return tuple(
        alert
        for alert in alerts
        if alert.stands
        and alert.state not in _SETTLED
        and (alert.state is State.ON_VISIT_LIST or alert.tier is Tier.NEXT_VISIT)
    )


class VisitList(Card):
    """The list; until it is worked out it says so, and never that nothing is on it.

    Args:
        theme: tints the icon.
        parent: the owner.
    """

    noticed_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(translate(_TITLE), parent=parent)
        self._rows: list[QWidget] = []
        self._is_known = False
        self.said = Hint("", self)  # what is said where there is no list
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self.see = QuietButton(translate(_SEE), theme, "eye", self)
        self.see.clicked.connect(self.noticed_wanted)
        self.body.addWidget(self.said)
        self.body.addLayout(self._list)
        self.body.addWidget(self.see, 0, Qt.AlignmentFlag.AlignLeft)
        self.wait()

    def wait(self) -> None:
        """Say that the list is being worked out: what it was may be over."""
        self._show((), _WAIT)
        self._is_known = False

    def give_up(self) -> None:
        """Say that it could not be worked out, unless it is known already."""
        if not self._is_known:
            self._show((), _UNKNOWN)

    def show_alerts(self, alerts: tuple[Alert, ...]) -> None:
        """Show these alerts."""
        self._is_known = True
        self._show(alerts, _NONE)

    def _show(self, alerts: tuple[Alert, ...], instead: str) -> None:
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = []
        for alert in alerts:
            since = translate(_SINCE).format(day=format_day(alert.raised_on))
            for row in (Words(alert.wording.title, self), Hint(since, self), Line(self)):
                self._list.addWidget(row)
                self._rows.append(row)
            self._rows[-3].setProperty("kind", "item")
        self.said.setText(translate(instead))
        self.said.setVisible(not alerts)
        self.see.setVisible(bool(alerts))
