"""The five pages of the rail, in order, each built on its first visit.

A page is a widget made with ``(bridge, theme, parent)`` in ``diary/ui/<name>/page.py``. It works
with the bridge alone and knows no other page: it declares requests as signals, and the window
connects them. A page that wants to show another day declares ``day_requested = Signal(object)``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.i18n import mark
from diary.ui.today.page import TodayPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from diary.ui.bridge import Bridge
    from diary.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page of the rail: its id, its words (marked for translation), its icon, how to make it."""

    id: str
    label: str
    icon: str
    make: Callable[[Bridge, Theme, QWidget], QWidget]


def _calendar(bridge: Bridge, theme: Theme, parent: QWidget) -> QWidget:
    from diary.ui.calendar.page import CalendarPage  # noqa: PLC0415  built when first shown

    return CalendarPage(bridge, theme, parent)


def _charts(bridge: Bridge, theme: Theme, parent: QWidget) -> QWidget:
    from diary.ui.charts.page import ChartsPage  # noqa: PLC0415  brings matplotlib

    return ChartsPage(bridge, theme, parent)


def _noticed(bridge: Bridge, theme: Theme, parent: QWidget) -> QWidget:
    from diary.ui.noticed.page import NoticedPage  # noqa: PLC0415  built when first shown

    return NoticedPage(bridge, theme, parent)


def _visit(bridge: Bridge, theme: Theme, parent: QWidget) -> QWidget:
    from diary.ui.visit.page import VisitPage  # noqa: PLC0415  built when first shown

    return VisitPage(bridge, theme, parent)


PAGES = (
    PageEntry("today", mark("Today"), "notebook-pen", TodayPage),
    PageEntry("calendar", mark("Calendar"), "calendar-days", _calendar),
    PageEntry("charts", mark("Charts"), "chart-line", _charts),
    PageEntry("noticed", mark("Noticed"), "eye", _noticed),
    PageEntry("visit", mark("For your visit"), "clipboard-list", _visit),
)
