"""A column of alerts that keeps what did not change: an open form is never lost to a refresh."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtWidgets import QVBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from diary.rules.model import Alert

Key: TypeAlias = tuple[str, str | None, dt.date]


def key_of(alert: Alert) -> Key:
    """Return what finds an alert again: its rule, its place, the day it was raised."""
    return alert.rule, alert.place, alert.raised_on


class AlertList(QWidget):
    """One widget an alert, in order.

    Args:
        make: makes the widget of an alert.
        renew: carries over what was open from an old widget to its successor.
        parent: the owner.
    """

    def __init__(
        self,
        make: Callable[[Alert, QWidget], QWidget],
        renew: Callable[[QWidget, QWidget], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._make = make
        self._renew = renew
        self._alerts: dict[Key, Alert] = {}
        self._widgets: dict[Key, QWidget] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)

    @property
    def widgets(self) -> list[QWidget]:
        """The widgets, in order; while they are being made, those that are."""
        return [self._widgets[key] for key in self._alerts if key in self._widgets]

    def show_alerts(self, alerts: Sequence[Alert], *, anew: bool = False) -> None:
        """Show these alerts; a widget is made again only if its alert changed.

        Args:
            alerts: what to show, in order.
            anew: make every widget again, because what surrounds the alerts changed.
        """
        before, widgets = self._alerts, self._widgets
        self._alerts = {key_of(alert): alert for alert in alerts}
        self._widgets = {}
        for place, (key, alert) in enumerate(self._alerts.items()):
            old = widgets.pop(key, None)
            if old is not None and before[key] == alert and not anew:
                widget = old
            else:
                widget = self._make(alert, self)
            self._widgets[key] = widget
            self._column.insertWidget(place, widget)
            # Shown now and not on the next turn: the focus may have to move into it.
            widget.show()
            if old is not None and widget is not old:
                self._renew(old, widget)
                _drop(old)
        for gone in widgets.values():
            _drop(gone)


def _drop(widget: QWidget) -> None:
    widget.hide()
    widget.setParent(None)
    widget.deleteLater()
