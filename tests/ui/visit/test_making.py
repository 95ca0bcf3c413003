"""Saving and printing the sheet: what is asked, and what is said about it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from diary.report.parts import Parts, SheetWanted
from diary.ui.facts import Failed, ReportWritten
from diary.ui.paper import usual_paper
from diary.ui.visit.page import VisitPage
from diary.ui.visit.period import OWN_DATES
from tests.ui.fakes import TODAY
from tests.ui.hands import press, retype

EIGHT_WEEKS = (dt.date(2026, 1, 24), TODAY)


@pytest.mark.parametrize(("paper", "notes"), [("a4", False), ("letter", True)])
def test_it_asks_where_and_writes_what_was_chosen(page, qtbot, system, paper, notes):
    bridge = page._bridge
    press(qtbot, page.sheet.paper.button_of(paper))
    if notes:
        press(qtbot, page.sheet.boxes["notes"])
    press(qtbot, page.making.save)
    out = system.folder / "Daymark 2026-01-24 to 2026-03-20.pdf"
    assert system.suggested[0].name == out.name
    wanted = SheetWanted(
        start=EIGHT_WEEKS[0], end=TODAY, paper=paper, parts=Parts(notes=notes), language="en"
    )
    ((_desk, *asked),) = bridge.asked_for("report")
    assert asked == [wanted, out]
    assert page.making.progress.isVisible()
    assert page.making.said.text() == "Making the sheet."


def test_it_says_where_the_sheet_is_and_opens_its_folder(page, bridge, qtbot, system):
    press(qtbot, page.making.save)
    out = system.folder / "sheet.pdf"
    bridge.sheets.written.emit(ReportWritten(path=out))
    assert page.making.said.text() == f"Saved to {out}"
    assert not page.making.progress.isVisible()
    press(qtbot, page.making.open_folder)
    assert system.shown == [system.folder]


def test_the_next_sheet_is_offered_in_the_same_folder(page, bridge, qtbot, system):
    press(qtbot, page.making.save)
    bridge.sheets.written.emit(ReportWritten(path=system.folder / "sheet.pdf"))
    press(qtbot, page.making.save)
    assert system.suggested[1].parent == system.folder


def test_while_a_sheet_is_being_made_the_button_keeps_the_focus_and_asks_nothing(
    page, qtbot, system
):
    press(qtbot, page.making.save)
    press(qtbot, page.making.save)
    assert len(system.suggested) == 1
    assert page.window().focusWidget() is page.making.save


def test_nothing_happens_when_she_cancels(page, bridge, qtbot, system):
    system.cancels = True
    press(qtbot, page.making.save)
    assert bridge.asked_for("report") == []
    assert page.making.said.text() == ""


def test_a_file_chosen_for_a_period_that_is_gone_is_not_written(page, bridge, qtbot):
    def turn_round_then_choose(_parent, suggested, chosen):
        retype(qtbot, page.days.last, "1 January 2026")
        chosen(str(suggested))

    press(qtbot, page.days.presets.button_of(OWN_DATES))
    page._ask = turn_round_then_choose
    press(qtbot, page.making.save)
    assert bridge.asked_for("report") == []


def test_a_failure_is_said_and_another_one_is_not_ours(page, bridge, qtbot):
    press(qtbot, page.making.save)
    bridge.failed.emit(Failed(what="chart", message="No."))
    assert page.making.progress.isVisible()
    bridge.failed.emit(Failed(what="report", message="The disk is full."))
    assert not page.making.progress.isVisible()
    assert page.making.said.text() == "The sheet was not saved."
    assert not page.making.open_folder.isVisible()


def test_documents_are_suggested_first(bridge, theme, qtbot):
    asked = []
    page = VisitPage(bridge, theme, ask=lambda _p, suggested, _c: asked.append(suggested))
    qtbot.addWidget(page)
    page.show()
    bridge.tell_opened()
    press(qtbot, page.making.save)
    assert isinstance(asked[0], Path)
    assert asked[0].parent.is_absolute()


def test_it_prints_what_was_chosen_through_the_dialog_of_the_system(page, bridge, qtbot, system):
    press(qtbot, page.making.print)
    assert system.printing == [
        (usual_paper(), "Daymark, 24 January 2026 to 20 March 2026"),
    ]
    ((_desk, wanted, print_pages),) = bridge.asked_for("print")
    assert (wanted.start, wanted.end) == EIGHT_WEEKS
    assert print_pages is print
    assert page.making.progress.isVisible()
    bridge.sheets.printed.emit(wanted)
    assert page.making.said.text() == "Sent to the printer."
    press(qtbot, page.making.print)
    bridge.failed.emit(Failed(what="print", message="Off."))
    assert page.making.said.text() == "The sheet was not printed."


def test_nothing_is_printed_when_she_cancels(page, bridge, qtbot, system):
    system.cancels = True
    press(qtbot, page.making.print)
    assert bridge.asked_for("print") == []
