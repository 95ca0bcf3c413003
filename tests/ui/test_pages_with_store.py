"""Calendar, Charts, Noticed and For your visit over one real file, with the real bridge."""

from __future__ import annotations

import datetime as dt
import functools

import pytest

from diary.domain.care import Contact, Event, Profile
from diary.domain.entry import DayEntry, Pain
from diary.paths import AppPaths
from diary.services.open import open_services
from diary.store.database import Database
from diary.ui.bridge import Bridge
from diary.ui.calendar.page import CalendarPage
from diary.ui.charts.page import ChartsPage
from diary.ui.charts.ranges import RANGES
from diary.ui.clock import Clock
from diary.ui.noticed.page import NoticedPage
from diary.ui.tasks import Tasks
from diary.ui.visit.page import VisitPage
from tests.ui.fakes import NOON, TODAY
from tests.ui.hands import press

FIRST = TODAY - dt.timedelta(days=27)


@pytest.fixture
def paths(tmp_path):
    """Return a diary of four weeks: pain of 3, and of 5 with bad nights in the last fortnight."""
    paths = AppPaths(tmp_path / "data")
    open_services(paths).close()
    database = Database.open(paths.diary)
    with database.unit(writing=True) as unit:
        for number in range(28):
            late = number >= 14
            pain = Pain(
                region="lower_back",
                worst=5 if late else 3,
                night="woke_me" if late and number % 2 else "none",
            )
            unit.entries.put(DayEntry(date=FIRST + dt.timedelta(days=number), pains=(pain,)), NOON)
        line = Contact(name="Cancer line", phone="0800 111", for_="emergency")
        unit.care.set_profile(Profile(contacts=(line,)))
        unit.care.set_events((Event(date=dt.date(2026, 3, 9), kind="appointment"),))
        unit.commit()
    database.close()
    return paths


@pytest.fixture
def bridge(paths, qapp):
    bridge = Bridge(Tasks(qapp), functools.partial(open_services, paths), Clock(TODAY, NOON))
    yield bridge
    bridge.close()


@pytest.fixture
def open_page(bridge, theme, qtbot):
    """Show a page and open the diary, as the window does."""

    def open_page(make, answer, **more):
        page = make(bridge, theme, **more)
        qtbot.addWidget(page)
        page.resize(1100, 760)
        with qtbot.waitExposed(page):
            page.show()
        with qtbot.waitSignal(answer):
            bridge.open_diary()
        return page

    return open_page


def test_the_calendar_shows_what_is_in_the_file(open_page, bridge):
    page = open_page(CalendarPage, bridge.glance_loaded)
    assert page.bar.count.text() == "20 of 20 days recorded."
    assert page.read_out.text() == (
        "Friday 20 March 2026. Today. Worst pain 5 of 10, in your lower back. "
        "Pain woke you or kept you awake."
    )
    visit = page.grid.cell_of(dt.date(2026, 3, 9)).accessibleName()
    assert visit.endswith("Appointment.")
    last = page.ribbon.strips[-1].accessibleName()
    assert last == "March 2026. 20 of 20 days recorded. Worst pain 5 of 10."


def test_the_chart_is_drawn_from_the_file_off_the_window(open_page, bridge, qtbot):
    page = open_page(ChartsPage, bridge.charts.loaded)
    qtbot.waitUntil(lambda: not page.view.pixmap().isNull(), timeout=20_000)
    assert page.read_out.text().startswith("Friday 20 March 2026: worst pain 5 of 10.")
    press(qtbot, page.choosing.range.button_of(RANGES[0]))
    qtbot.waitUntil(lambda: page.table.days.rowCount() == 14, timeout=20_000)


def test_what_was_noticed_is_explained_and_told(open_page, bridge, qtbot):
    page = open_page(NoticedPage, bridge.history_loaded)
    card = page.standing.widgets[0]
    with qtbot.waitSignal(bridge.rule_loaded):
        press(qtbot, card.why)
    assert card.why_panel.is_filled
    press(qtbot, card.told)
    qtbot.keyClicks(card.form.whom, "my GP")
    with qtbot.waitSignal(bridge.history_loaded):
        press(qtbot, card.form.keep)
    (action,) = page.standing.widgets[0].alert.actions
    assert (action.action, action.on, action.with_) == ("discussed", TODAY, "my GP")


def test_the_sheet_since_the_last_visit_is_saved(open_page, bridge, qtbot, tmp_path):
    out = tmp_path / "sheet.pdf"
    shown = []
    page = open_page(
        VisitPage,
        bridge.days_loaded,
        ask=lambda _parent, _suggested, chosen: chosen(str(out)),
        show=shown.append,
    )
    assert page.days.dates.text() == "9 March 2026 to 20 March 2026"
    assert page.days.count.text() == "12 of 12 days recorded."
    with qtbot.waitSignal(bridge.sheets.written, timeout=20_000):
        press(qtbot, page.making.save)
    assert out.read_bytes().startswith(b"%PDF")
    assert page.making.said.text() == f"Saved to {out}"
    press(qtbot, page.making.open_folder)
    assert shown == [tmp_path]


def test_a_sheet_that_cannot_be_written_is_told(open_page, bridge, qtbot, tmp_path):
    out = tmp_path / "nowhere" / "sheet.pdf"
    page = open_page(
        VisitPage, bridge.days_loaded, ask=lambda _parent, _suggested, chosen: chosen(str(out))
    )
    with qtbot.waitSignal(bridge.failed, timeout=20_000) as told:
        press(qtbot, page.making.save)
    assert told.args[0].what == "report"
    assert page.making.said.text() == "The sheet was not saved."
    assert not out.exists()
