"""The ribbon above the month: twelve months of days, and the way to any of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from diary.domain.fields import FIRST_DAY
from diary.i18n import format_day, mark, translate
from diary.ui.calendar.month import MONTHS_OF_YEAR, first_of, last_shown, shifted
from diary.ui.calendar.month_strip import MonthStrip
from diary.ui.calendar.year import glances_of, months_of_ribbon
from diary.ui.widgets.group import Group

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from diary.domain.glance import DayGlance
    from diary.ui.theme import Theme

_STEPS: dict[int, int] = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -MONTHS_OF_YEAR,
    Qt.Key.Key_PageDown: MONTHS_OF_YEAR,
}
_NAME = mark("Twelve months: {first} to {last}")


class Ribbon(Group):
    """Twelve months; one stop for Tab, arrows move by months, Page Up and Down by years.

    Args:
        theme: the colours and sizes.
        parent: the owner.
    """

    month_wanted = Signal(object)  # the first day of the month

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("", parent)  # named by its months
        self._shown = self._today = FIRST_DAY
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.strips = [MonthStrip(theme, self) for _ in range(MONTHS_OF_YEAR)]
        for strip in self.strips:
            strip.month_chosen.connect(self.month_wanted)
            row.addWidget(strip, 1)
        self._days: Sequence[DayGlance] = ()
        self._known: tuple[dt.date, ...] = ()  # the months that were looked up
        theme.changed.connect(self._on_theme_changed)

    @property
    def months(self) -> tuple[dt.date, ...]:
        """The first days of the months it has now."""
        return months_of_ribbon(self._shown, self._today)

    def show_month(self, shown: dt.date, today: dt.date) -> None:
        """Show the twelve months around the one the grid shows."""
        self._shown, self._today = first_of(shown), today
        self._show()

    def show_days(self, days: Sequence[DayGlance]) -> None:
        """Show what is recorded; days of other months are left out."""
        self._days, self._known = days, self.months
        self._show()

    def wait(self) -> None:
        """Say of no month that nothing is recorded, until that is looked up anew."""
        self._known = ()
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with the arrows and by years; let the others go."""
        wanted = self._wanted(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or wanted is None:
            event.ignore()
            return
        first, last = first_of(FIRST_DAY), first_of(last_shown(self._today))
        self.month_wanted.emit(min(max(wanted, first), last))
        self._shown_strip().setFocus(Qt.FocusReason.OtherFocusReason)

    def _wanted(self, key: int) -> dt.date | None:
        """Return the month a key asks for, None if it is none of ours."""
        if key == Qt.Key.Key_Home:
            return self.months[0]
        if key == Qt.Key.Key_End:
            return self.months[-1]
        step = _STEPS.get(key)
        return None if step is None else shifted(self._shown, step)

    def _shown_strip(self) -> MonthStrip:
        return self.strips[self.months.index(self._shown)]

    def _show(self) -> None:
        months = self.months
        first, last = (format_day(month, "LLLL y") for month in (months[0], months[-1]))
        self.setAccessibleName(translate(_NAME).format(first=first, last=last))
        glances = glances_of(months, self._days)
        had_focus = any(strip.hasFocus() for strip in self.strips)
        for strip, month in zip(self.strips, months, strict=True):
            shown = month == self._shown
            known = month in self._known
            strip.show_month(glances[month], self._today, shown=shown, is_known=known)
            policy = Qt.FocusPolicy.StrongFocus if shown else Qt.FocusPolicy.ClickFocus
            strip.setFocusPolicy(policy)
        self._name_strips()
        if had_focus:
            self._shown_strip().setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Write the names of the months as long as there is room for."""
        super().resizeEvent(event)
        self._name_strips()

    def _name_strips(self) -> None:
        """Write all names in the same way: short ones, or letters where one has no room."""
        names = [_short_name(month) for month in self.months]
        if not all(map(MonthStrip.fits, self.strips, names)):
            names = [format_day(month, "LLLLL") for month in self.months]
        for strip, name in zip(self.strips, names, strict=True):
            strip.show_name(name)

    @Slot()
    def _on_theme_changed(self) -> None:
        for strip in self.strips:
            strip.updateGeometry()
        self._name_strips()


def _short_name(month: dt.date) -> str:
    """Return the short name of a month; of January with its year, where a new one begins."""
    name = format_day(month, "LLL")
    return f"{name} {month:%y}" if month.month == 1 else name
