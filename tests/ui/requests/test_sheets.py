"""The sheet over the real services: its process is there while she makes sheets, and then not."""

from __future__ import annotations

import functools
import os
import sys

import pytest

from diary.report.parts import SheetWanted
from diary.services.open import open_services
from diary.ui.bridge import UNEXPECTED, Bridge
from diary.ui.clock import Clock
from diary.ui.tasks import Tasks
from diary.ui.visit.page import VisitPage
from tests.report.test_at_hand import FAINTS
from tests.ui.fakes import NOON, TODAY

WANTED = SheetWanted(start=TODAY, end=TODAY)


@pytest.fixture
def bridge(paths, qapp, qtbot):
    """Open a new diary as the window does."""
    opening = functools.partial(open_services, paths, sheets_apart=True)
    bridge = Bridge(Tasks(qapp), opening, Clock(TODAY, NOON))
    with qtbot.waitSignal(bridge.opened):
        bridge.open_diary()
    yield bridge
    bridge.close()


def process_of(bridge):
    return bridge._desk.services.reporting._setter.process


def previewed(qtbot, bridge):
    with qtbot.waitSignal(bridge.sheets.previewed) as told:
        bridge.sheets.preview(WANTED, 40)
    assert told.args[0].page.pages == 1
    return process_of(bridge)


def is_there(process):
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def test_one_process_makes_the_picture_and_the_file_until_it_rests(bridge, qtbot, tmp_path):
    process = previewed(qtbot, bridge)
    with qtbot.waitSignal(bridge.sheets.written):
        bridge.sheets.write(WANTED, tmp_path / "sheet.pdf")
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
    assert process_of(bridge) == process
    bridge.sheets.rest()
    qtbot.waitUntil(lambda: not is_there(process))
    assert previewed(qtbot, bridge) != process


def test_it_goes_with_the_diary(bridge, qtbot):
    process = previewed(qtbot, bridge)
    with qtbot.waitSignal(bridge.finished):
        bridge.finish()
    assert not is_there(process)


def test_where_no_diary_is_open_there_is_nothing_to_rest(bridge, qtbot):
    with qtbot.waitSignal(bridge.finished):
        bridge.finish()
    told = []
    bridge.failed.connect(told.append)
    bridge.sheets.rest()
    qtbot.waitUntil(lambda: not bridge.busy)
    assert told == []


@pytest.fixture
def page(bridge, theme, qtbot, tmp_path):
    """The page with its picture of the sheet."""
    page = VisitPage(bridge, theme, ask=lambda _, __, chosen: chosen(str(tmp_path / "sheet.pdf")))
    qtbot.addWidget(page)
    with qtbot.waitSignal(bridge.sheets.previewed):
        page.show()
        bridge.open_diary()
    return page


def test_leaving_the_page_lets_it_go(page, bridge, qtbot):
    process = process_of(bridge)
    assert is_there(process)
    page.hide()
    qtbot.waitUntil(lambda: not bridge.busy)
    assert not is_there(process)
    assert not page._idle.isActive()


def test_whoever_only_looks_for_long_has_its_memory_back(page, bridge, qtbot):
    process = process_of(bridge)
    assert page._idle.isActive()
    page._idle.start(0)  # as if she had
    qtbot.waitUntil(lambda: not is_there(process))
    assert not page._idle.isActive()


def test_each_sheet_begins_the_wait_anew(page, bridge, qtbot):
    page._idle.stop()
    with qtbot.waitSignal(bridge.sheets.written):
        page.making.save.click()
    assert page._idle.isActive()


def test_one_that_ends_at_work_is_told_in_a_plain_sentence_and_reported(
    bridge, qtbot, monkeypatch, caplog
):
    reported = []
    monkeypatch.setattr(sys, "excepthook", lambda *error: reported.append(error[1]))
    setter = bridge._desk.services.reporting._setter._apart
    monkeypatch.setattr(setter, "_command", [sys.executable, "-c", FAINTS])
    with qtbot.waitSignal(bridge.failed) as told:
        bridge.sheets.preview(WANTED, 40)
    assert told.args[0].message == UNEXPECTED
    assert [error.exit_status for error in reported] == [3]
    assert "request failed" in caplog.text
    caplog.clear()
    monkeypatch.undo()
    setter.rest()
    previewed(qtbot, bridge)


def test_where_no_process_can_be_started_she_sees_her_sheet_and_keeps_it(
    bridge, qtbot, monkeypatch, caplog, tmp_path
):
    setter = bridge._desk.services.reporting._setter._apart
    monkeypatch.setattr(setter, "_command", [str(tmp_path / "not here")])
    assert previewed(qtbot, bridge) is None
    with qtbot.waitSignal(bridge.sheets.written):
        bridge.sheets.write(WANTED, tmp_path / "sheet.pdf")
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
    assert [one.levelname for one in caplog.records if "they are set here" in one.message] == [
        "WARNING"
    ]
    caplog.clear()
