"""The pages of the rail, in order, each built on its first visit.

A page is a widget made with ``(bridge, theme, parent)`` in ``diary/ui/<name>/page.py``. It works
with the bridge alone and knows no other page: it declares requests as signals, and the window
connects them. A page that wants to show another day declares ``day_requested = Signal(object)``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from diary.i18n import mark

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from diary.ui.bridge import Bridge
    from diary.ui.theme import Theme
    from diary.ui.today.page import TodayPage


class PageEntry(NamedTuple):
    """A page of the rail.

    Attributes:
        id: its name in the program.
        label: its words, marked for translation.
        icon: its icon.
        keys: the keys that open it.
        make: makes it.
    """

    id: str
    label: str
    icon: str
    keys: str
    make: Callable[[Bridge, Theme, QWidget], QWidget]


def make_today(bridge: Bridge, theme: Theme, parent: QWidget) -> TodayPage:
    """Make the page Today."""
    from diary.ui.today.page import TodayPage  # noqa: PLC0415  not before the frame is painted

    return TodayPage(bridge, theme, parent)


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


def _settings(bridge: Bridge, theme: Theme, parent: QWidget) -> QWidget:
    from diary.ui.settings.page import SettingsPage  # noqa: PLC0415  built when first shown

    return SettingsPage(bridge, theme, parent)


def _help(bridge: Bridge, theme: Theme, parent: QWidget) -> QWidget:
    from diary.ui.help.page import HelpPage  # noqa: PLC0415  built when first shown

    page_keys = [(entry.label, entry.keys) for entry in (*PAGES, *FOOT_PAGES)]
    return HelpPage(bridge, theme, page_keys, parent)


PAGES = (
    PageEntry("today", mark("Today"), "notebook-pen", "Ctrl+1", make_today),
    PageEntry("calendar", mark("Calendar"), "calendar-days", "Ctrl+2", _calendar),
    PageEntry("charts", mark("Charts"), "chart-line", "Ctrl+3", _charts),
    PageEntry("noticed", mark("Noticed"), "eye", "Ctrl+4", _noticed),
    PageEntry("visit", mark("For your visit"), "clipboard-list", "Ctrl+5", _visit),
)
# At the foot of the rail.
FOOT_PAGES = (
    PageEntry("settings", mark("Settings"), "settings", "Ctrl+,", _settings),
    PageEntry("help", mark("Help"), "circle-question-mark", "F1", _help),
)
