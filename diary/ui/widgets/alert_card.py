"""One alert in words, in the order of the rule book: the sentences come from the rules alone.

Pages add their own buttons at its foot; the card itself decides nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from diary.i18n import mark, translate
from diary.ui.icons import icon_pixmap
from diary.ui.widgets.buttons import ICON
from diary.ui.widgets.card import Card
from diary.ui.widgets.flow import FlowLayout
from diary.ui.widgets.text import Hint, SectionTitle, Words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton, QWidget

    from diary.rules.model import Alert, Wording
    from diary.ui.theme import Theme

_ICONS = {
    "emergency": "phone",
    "urgent": "circle-alert",
    "soon": "message-circle",
    "next_visit": "clipboard-list",
}
_HEADS = {
    "noticed": mark("What was noticed"),
    "worked_out": mark("How it was worked out"),
    "ordinary": mark("Ordinary causes"),
    "what_to_do": mark("What to do, and by when"),
    "cannot_tell": mark("What this cannot tell"),
}
_ACTION_FIRST = ("what_to_do", "noticed", "worked_out", "cannot_tell")


class AlertCard(Card):
    """A card with the five parts of an alert's wording.

    Args:
        alert: the alert.
        theme: tints the icon.
        parent: the owner.
    """

    def __init__(self, alert: Alert, theme: Theme, parent: QWidget | None = None) -> None:
        self._emergency = alert.tier.id == "emergency"
        super().__init__(kind="emergency" if self._emergency else "card", parent=parent)
        self.alert = alert
        self._theme = theme
        self._icon = QLabel(self)
        self._columns = {part: QVBoxLayout() for part in _HEADS}
        self._add_head(alert)
        for part in _ACTION_FIRST if self._emergency else tuple(_HEADS):
            self._add_part(part, alert.wording)
        self._details = QVBoxLayout()
        self._details.setSpacing(8)
        self._actions = FlowLayout()
        self.body.addLayout(self._details)
        self.body.addLayout(self._actions)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def add_to_do(self, widget: QWidget) -> None:
        """Add something right under what to do, such as the number to call."""
        self._columns["what_to_do"].addWidget(widget)

    def add_workings(self, widget: QWidget) -> None:
        """Add something right under how it was worked out, such as a chart."""
        self._columns["worked_out"].addWidget(widget)

    def add_noticed(self, widget: QWidget) -> None:
        """Add something right under what was noticed, such as how long ago that is."""
        self._columns["noticed"].addWidget(widget)

    def add_detail(self, widget: QWidget) -> None:
        """Add something between the words and the buttons."""
        self._details.addWidget(widget)

    def add_action(self, button: QPushButton) -> None:
        """Add a button at the foot."""
        self._actions.addWidget(button)

    def _add_head(self, alert: Alert) -> None:
        tier = Words(translate(alert.tier.label), self)
        tier.setProperty("kind", "call" if self._emergency else "tier")
        title = SectionTitle(alert.wording.title, self)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(tier)
        column.addWidget(title)
        row.addLayout(column, 1)
        self.body.addLayout(row)
        self.setAccessibleName(f"{tier.text()}: {title.text()}")

    def _add_part(self, part: str, wording: Wording) -> None:
        text: str = getattr(wording, part)
        if not text:
            return
        column = self._columns[part]
        column.setSpacing(2)
        column.addWidget(Hint(translate(_HEADS[part]), self))
        column.addWidget(Words(text, self))
        self.body.addLayout(column)

    @Slot()
    def _on_theme_changed(self) -> None:
        colors = self._theme.colors
        color = colors.emergency if self._emergency else colors.accent
        side = self._theme.px(ICON)
        name = _ICONS[self.alert.tier.id]
        self._icon.setPixmap(icon_pixmap(name, color, side, self.devicePixelRatioF()))
