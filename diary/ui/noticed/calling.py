"""Shows the sheet of an emergency over the page that is open, and what she did about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtWidgets import QStackedWidget, QWidget

    from diary.domain.care import Contact
    from diary.rules.model import Alert
    from diary.ui import facts
    from diary.ui.bridge import Bridge
    from diary.ui.noticed.emergency_sheet import EmergencySheet
    from diary.ui.theme import Theme

# Public ids: the rules, which name them, are not imported at the start.
_EMERGENCY, _DISCUSSED = "emergency", "discussed"


class Calling(QObject):
    """Watches for an emergency that speaks after a day was saved.

    Args:
        bridge: tells what speaks, and keeps what she did.
        theme: colours and sizes.
        stack: the pages of the window.
    """

    def __init__(self, bridge: Bridge, theme: Theme, stack: QStackedWidget) -> None:
        super().__init__(stack)
        self._bridge, self._theme, self._stack = bridge, theme, stack
        self._contacts: tuple[Contact, ...] = ()
        self._before: QWidget | None = None
        self._waiting: tuple[Alert, ...] = ()
        self.sheet: EmergencySheet | None = None
        bridge.opened.connect(self._on_opened)
        bridge.alerts_changed.connect(self._on_alerts_changed)
        # Any page of the rail leads away from it; the alert stays on the page Noticed.
        stack.currentChanged.connect(self._on_page_changed)

    @Slot(object)
    def show_sheet(self, alert: Alert) -> None:
        """Show the sheet of an alert."""
        from diary.ui.noticed.emergency_sheet import EmergencySheet  # noqa: PLC0415  seldom

        self._let_go()
        self._before = self._stack.currentWidget()
        sheet = EmergencySheet(
            alert, self._contacts, self._bridge.clock.today(), self._theme, self._stack
        )
        sheet.called.connect(self._on_called)
        sheet.number_kept.connect(self._on_number_kept)
        sheet.left.connect(self._on_left)
        self._stack.addWidget(sheet)
        self._stack.setCurrentWidget(sheet)
        self.sheet = sheet
        sheet.setFocus(Qt.FocusReason.OtherFocusReason)
        sheet.to_top()

    def _let_go(self) -> None:
        sheet, self.sheet = self.sheet, None
        if sheet is not None:
            self._stack.removeWidget(sheet)
            sheet.hide()
            sheet.deleteLater()

    def _show_next(self) -> None:
        """Show the next emergency that speaks, else the page that was there before."""
        if self._waiting:
            before, (alert, *rest) = self._before, self._waiting
            self._waiting = tuple(rest)
            self.show_sheet(alert)
            self._before = before if before is not None else self._before
            return
        before, self._before = self._before, None
        if before is not None:
            self._stack.setCurrentWidget(before)
        self._let_go()
        if before is not None:
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_opened(self, fact: facts.DiaryOpened) -> None:
        self._contacts = fact.profile.contacts
        if self.sheet is not None:
            self.sheet.set_contacts(self._contacts)

    @Slot(object)
    def _on_alerts_changed(self, fact: facts.AlertsNow) -> None:
        if fact.saved_day is None:
            return
        loud = tuple(alert for alert in fact.speaking if alert.tier.id == _EMERGENCY)
        if loud:
            self._waiting = loud[1:]
            self.show_sheet(loud[0])

    @Slot(int)
    def _on_page_changed(self, _page: int) -> None:
        if self.sheet is not None and self._stack.currentWidget() is not self.sheet:
            self._before = None
            self._waiting = ()
            self._let_go()

    @Slot(object, object, object, object)
    def _on_called(self, alert: Alert, day: dt.date, whom: str | None, said: str | None) -> None:
        self._bridge.act(alert, _DISCUSSED, whom, said, day)
        self._show_next()

    @Slot(object)
    def _on_number_kept(self, contact: Contact) -> None:
        self._bridge.care.replace("contacts", (*self._contacts, contact))

    @Slot()
    def _on_left(self) -> None:
        self._show_next()
