"""Page 1 as it will print, beside the choices."""

from __future__ import annotations

import datetime as dt

import pytest

from diary.report.pages import PagePicture
from diary.rules.model import AlertReport
from diary.ui.facts import AlertsNow, Failed, SheetPreviewed
from diary.ui.visit.period import WEEKS_4, WEEKS_8
from tests.ui.fakes import TODAY
from tests.ui.hands import press

EIGHT_WEEKS = (dt.date(2026, 1, 24), TODAY)


def white_page(pages=3):
    return PagePicture(pages, 20, 28, b"\xff" * (4 * 20 * 28))


def answer_preview(bridge):
    """Answer what is asked for of page 1; return what was wanted last, and how fine."""
    last = None
    while asked := bridge.asked_for("preview"):
        ((_desk, *last),) = asked
        wanted, dpi = last
        bridge.sheets.previewed.emit(SheetPreviewed(wanted=wanted, dpi=dpi, page=white_page()))
    return last


def test_page_1_is_shown_as_it_will_print_and_again_after_each_change(page, bridge, qtbot):
    wanted, dpi = answer_preview(bridge)
    assert (wanted.start, wanted.end) == EIGHT_WEEKS
    assert dpi >= page.preview.dpi
    assert not page.preview.pixmap().isNull()
    assert page.pages.text() == "Page 1 of 3, as it will print"
    press(qtbot, page.sheet.boxes["tables"])
    assert not answer_preview(bridge)[0].parts.tables
    press(qtbot, page.sheet.paper.button_of("letter"))
    assert answer_preview(bridge)[0].paper == "letter"
    press(qtbot, page.days.presets.button_of(WEEKS_4))
    assert answer_preview(bridge)[0].start == dt.date(2026, 2, 21)
    assert bridge.asked_for("preview") == []


def test_while_page_1_is_made_nothing_piles_up_and_the_last_wish_comes_next(page, bridge, qtbot):
    for preset in (WEEKS_4, WEEKS_8, WEEKS_4):
        press(qtbot, page.days.presets.button_of(preset))
    assert len([one for one in bridge.asked if one[0] == "preview"]) == 1
    assert answer_preview(bridge)[0].start == dt.date(2026, 2, 21)
    assert not page.preview.pixmap().isNull()


def test_a_page_that_may_be_another_by_now_is_not_named_as_what_will_print(page, bridge):
    assert (page.pages.text(), page.preview.text()) == ("", "Making page 1.")
    answer_preview(bridge)
    assert page.pages.text() == "Page 1 of 3, as it will print"
    bridge.alerts_changed.emit(AlertsNow(standing=AlertReport(TODAY, (), ())))
    assert page.pages.text() == "Making page 1."
    ((_desk, wanted, dpi),) = bridge.asked_for("preview")
    bridge.alerts_changed.emit(AlertsNow(standing=AlertReport(TODAY, (), ())))
    bridge.sheets.previewed.emit(SheetPreviewed(wanted=wanted, dpi=dpi, page=white_page()))
    assert page.pages.text() == "Making page 1."  # it was asked for before the last change
    answer_preview(bridge)
    assert page.pages.text() == "Page 1 of 3, as it will print"


def test_a_preview_that_fails_is_said_and_made_after_the_next_change(page, bridge, qtbot):
    answer_preview(bridge)
    press(qtbot, page.sheet.boxes["tables"])
    bridge.asked_for("preview")
    bridge.failed.emit(Failed(what="preview", message="No."))
    assert page.pages.text() == "Page 1 could not be shown."
    assert page.preview.pixmap().isNull()  # not the page of before, which is another sheet
    assert page.preview.text() == ""
    assert bridge.asked_for("preview") == []
    press(qtbot, page.days.presets.button_of(WEEKS_4))
    assert answer_preview(bridge) is not None


def test_after_one_that_fails_the_last_wish_comes_next(page, bridge, qtbot):
    for preset in (WEEKS_4, WEEKS_8, WEEKS_4):
        press(qtbot, page.days.presets.button_of(preset))
    bridge.asked_for("preview")
    bridge.failed.emit(Failed(what="preview", message="No."))
    assert answer_preview(bridge)[0].start == dt.date(2026, 2, 21)
    assert page.pages.text() == "Page 1 of 3, as it will print"


def test_whoever_comes_back_to_a_page_1_that_failed_has_it_made_again_once(page, bridge):
    wanted, _ = answer_preview(bridge)
    bridge.tell_opened()
    for _ in range(2):
        bridge.asked_for("preview")
        bridge.failed.emit(Failed(what="preview", message="No."))
        assert bridge.asked_for("preview") == []
        page.hide()
        page.show()
    assert answer_preview(bridge)[0] == wanted
    page.hide()
    page.show()
    assert bridge.asked_for("preview") == []


@pytest.mark.usefixtures("page")
def test_a_saved_day_is_on_page_1_at_once(bridge):
    answer_preview(bridge)
    bridge.tell_opened()
    assert answer_preview(bridge) is not None


def test_the_page_stands_beside_the_choices_where_there_is_room(page, qtbot):
    page.resize(1300, 800)
    qtbot.waitUntil(lambda: page.preview.mapTo(page, page.preview.rect().topLeft()).x() > 600)
    page.resize(760, 800)
    qtbot.waitUntil(lambda: page.preview.mapTo(page, page.preview.rect().topLeft()).x() < 200)
