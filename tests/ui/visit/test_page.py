from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from diary.domain.care import Event
from diary.domain.entry import DayEntry
from diary.ui.facts import DaysLoaded, Failed, ReportWritten
from diary.ui.visit.page import VisitPage
from diary.ui.visit.period import OWN_DATES, SINCE_VISIT, WEEKS_4, WEEKS_8
from diary.ui.visit.places import usual_paper
from tests.ui.fakes import TODAY

VISIT = Event(date=dt.date(2026, 2, 11), kind="appointment")
EIGHT_WEEKS = (dt.date(2026, 1, 24), TODAY)


class System:
    """What the system would ask and show."""

    def __init__(self, folder):
        self.folder = folder
        self.suggested = []
        self.shown = []
        self.cancels = False

    def ask(self, _parent, suggested, chosen):
        self.suggested.append(suggested)
        if not self.cancels:
            chosen(str(self.folder / suggested.name))

    def show(self, folder):
        self.shown.append(folder)


@pytest.fixture
def system(tmp_path):
    return System(tmp_path)


@pytest.fixture
def page(bridge, theme, qtbot, system):
    page = VisitPage(bridge, theme, ask=system.ask, show=system.show)
    qtbot.addWidget(page)
    page.resize(1000, 700)
    with qtbot.waitExposed(page):
        page.show()
    bridge.tell_opened()
    return page


def press(qtbot, button):
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)


def test_without_a_visit_it_offers_eight_weeks_and_counts_their_days(page, bridge):
    assert page.days.presets.value is WEEKS_8
    assert page.days.presets.button_of(SINCE_VISIT).isHidden()
    assert page.days.dates.text() == "24 January 2026 to 20 March 2026"
    assert bridge.asked_for("days")[-1] == EIGHT_WEEKS
    entries = (DayEntry(date=TODAY), DayEntry(date=TODAY - dt.timedelta(days=1)))
    bridge.days_loaded.emit(DaysLoaded(start=EIGHT_WEEKS[0], end=TODAY, entries=entries))
    assert page.days.count.text() == "2 of 56 days recorded."


def test_days_of_another_period_are_not_counted(page, bridge):
    bridge.days_loaded.emit(DaysLoaded(start=TODAY, end=TODAY, entries=(DayEntry(date=TODAY),)))
    assert page.days.count.text() == ""


def test_an_empty_period_says_so(page, bridge):
    bridge.days_loaded.emit(DaysLoaded(start=EIGHT_WEEKS[0], end=TODAY, entries=()))
    assert page.days.count.text() == "Nothing is recorded on these days."


def test_with_a_visit_it_starts_there_and_ends_with_the_last_recorded_day(page, bridge):
    bridge.tell_opened(events=(VISIT,), last_day=dt.date(2026, 3, 18))
    assert page.days.presets.value is SINCE_VISIT
    assert page.days.dates.text() == "11 February 2026 to 18 March 2026"


def test_a_period_she_chose_stays_when_a_day_is_saved(page, bridge, qtbot):
    press(qtbot, page.days.presets.button_of(WEEKS_4))
    bridge.tell_opened(events=(VISIT,))
    assert page.days.presets.value is WEEKS_4
    assert page.days.dates.text() == "21 February 2026 to 20 March 2026"


def test_a_visit_that_is_gone_leaves_eight_weeks(page, bridge, qtbot):
    bridge.tell_opened(events=(VISIT,))
    press(qtbot, page.days.presets.button_of(SINCE_VISIT))
    bridge.tell_opened()
    assert page.days.presets.value is WEEKS_8


def test_an_empty_diary_ends_today(page, bridge):
    bridge.tell_opened(first_day=None, last_day=None)
    assert page.days.dates.text() == "24 January 2026 to 20 March 2026"


def test_own_dates_begin_with_what_was_shown_and_are_typed(page, bridge, qtbot):
    assert not page.days.first.isVisible()
    press(qtbot, page.days.presets.button_of(OWN_DATES))
    assert page.days.first.isVisible()
    assert page.days.dates.text() == "24 January 2026 to 20 March 2026"
    bridge.asked_for("days")
    page.days.first.setFocus()
    page.days.first.setCurrentSection(page.days.first.Section.DaySection)
    qtbot.keyClick(page.days.first, Qt.Key.Key_Up)
    assert bridge.asked_for("days") == [(dt.date(2026, 1, 25), TODAY)]


def test_own_dates_the_wrong_way_round_cannot_be_saved_and_say_why(page, qtbot):
    press(qtbot, page.days.presets.button_of(OWN_DATES))
    page.days.last.set_day(dt.date(2026, 1, 1))
    assert page.days.period is None
    assert page.days.dates.text().startswith("The first day lies after the last day.")
    assert not page.save.isEnabled()
    page.days.tell_count(3)
    assert page.days.count.text() == ""
    page.days.last.set_day(TODAY)
    assert page.save.isEnabled()


@pytest.mark.parametrize(("paper", "notes"), [("a4", False), ("letter", True)])
def test_it_asks_where_and_writes_what_was_chosen(page, qtbot, system, paper, notes):
    bridge = page._bridge
    press(qtbot, page.paper.button_of(paper))
    if notes:
        press(qtbot, page.notes)
    press(qtbot, page.save)
    out = system.folder / "Daymark 2026-01-24 to 2026-03-20.pdf"
    assert system.suggested[0].name == out.name
    assert bridge.asked_for("report") == [(out, *EIGHT_WEEKS, paper, notes)]
    assert page.progress.isVisible()
    assert page.said.text() == "Making the sheet."


def test_it_says_where_the_sheet_is_and_opens_its_folder(page, bridge, qtbot, system):
    press(qtbot, page.save)
    out = system.folder / "sheet.pdf"
    bridge.report_written.emit(ReportWritten(path=out))
    assert page.said.text() == f"Saved to {out}"
    assert not page.progress.isVisible()
    press(qtbot, page.open_folder)
    assert system.shown == [system.folder]


def test_the_next_sheet_is_offered_in_the_same_folder(page, bridge, qtbot, system):
    press(qtbot, page.save)
    bridge.report_written.emit(ReportWritten(path=system.folder / "sheet.pdf"))
    press(qtbot, page.save)
    assert system.suggested[1].parent == system.folder


def test_while_a_sheet_is_being_made_the_button_keeps_the_focus_and_asks_nothing(
    page, qtbot, system
):
    press(qtbot, page.save)
    press(qtbot, page.save)
    assert len(system.suggested) == 1
    assert page.window().focusWidget() is page.save


def test_nothing_happens_when_she_cancels(page, bridge, qtbot, system):
    system.cancels = True
    press(qtbot, page.save)
    assert bridge.asked_for("report") == []
    assert page.said.text() == ""


def test_a_file_chosen_for_a_period_that_is_gone_is_not_written(page, bridge, qtbot):
    def turn_round_then_choose(_parent, suggested, chosen):
        page.days.last.set_day(dt.date(2026, 1, 1))
        chosen(str(suggested))

    press(qtbot, page.days.presets.button_of(OWN_DATES))
    page._ask = turn_round_then_choose
    press(qtbot, page.save)
    assert bridge.asked_for("report") == []


def test_a_failure_is_said_and_another_one_is_not_ours(page, bridge, qtbot):
    press(qtbot, page.save)
    bridge.failed.emit(Failed(what="chart", message="No."))
    assert page.progress.isVisible()
    bridge.failed.emit(Failed(what="report", message="The disk is full."))
    assert not page.progress.isVisible()
    assert page.said.text() == "The sheet was not saved."
    assert not page.open_folder.isVisible()


def test_a_page_that_is_not_shown_counts_when_it_is(page, bridge):
    page.hide()
    bridge.asked_for("days")
    bridge.tell_opened()
    assert bridge.asked_for("days") == []
    page.show()
    assert bridge.asked_for("days") == [EIGHT_WEEKS]


def test_the_focus_of_the_page_goes_to_save(page):
    page.setFocus()
    assert page.window().focusWidget() is page.save


def test_everything_fits_and_is_large_enough(page, theme, qtbot):
    for size in (100, 200):
        theme.set_text_size(size)
        page.resize(724, 640)
        press(qtbot, page.days.presets.button_of(OWN_DATES))
        for widget in (page.days.first, page.save, page.notes, page.paper.button_of("a4")):
            qtbot.waitUntil(lambda widget=widget: widget.height() >= 44)
        assert page.widget().width() <= page.viewport().width()
        field = page.days.first
        words = field.fontMetrics().horizontalAdvance("30 September 2026")
        assert words + 44 < field.width()
    theme.set_text_size(100)


def test_documents_are_suggested_first(bridge, theme, qtbot):
    asked = []
    page = VisitPage(bridge, theme, ask=lambda _p, suggested, _c: asked.append(suggested))
    qtbot.addWidget(page)
    page.show()
    bridge.tell_opened()
    press(qtbot, page.save)
    assert isinstance(asked[0], Path)
    assert asked[0].parent.is_absolute()


def test_the_paper_of_the_settings_is_offered_and_her_choice_here_stays(page, bridge):
    bridge.tell_opened(paper="letter")
    assert page.paper.value == "letter"
    page.paper.button_of("a4").click()
    bridge.tell_opened(paper="letter")
    assert page.paper.value == "a4"
    bridge.tell_opened(paper="system")
    assert page.paper.value == usual_paper()
