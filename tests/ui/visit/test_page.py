from __future__ import annotations

import datetime as dt
from pathlib import Path

from PySide6.QtCore import Qt

from diary.domain.care import Event, Profile
from diary.domain.entry import DayEntry
from diary.domain.preferences import Preferences
from diary.rules.model import AlertReport, State, Tier
from diary.services.care import CareNow
from diary.ui.facts import AlertsNow, DaysLoaded, Failed
from diary.ui.visit.period import OWN_DATES, SINCE_VISIT, WEEKS_4, WEEKS_8
from diary.ui.widgets.text import Words
from tests.alerts import alert
from tests.ui.fakes import TODAY
from tests.ui.hands import press, retype

VISIT = Event(date=dt.date(2026, 2, 11), kind="appointment")
EIGHT_WEEKS = (dt.date(2026, 1, 24), TODAY)


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
    qtbot.keyClick(page.days.first.field, Qt.Key.Key_Up)
    assert bridge.asked_for("days") == [(dt.date(2026, 1, 25), TODAY)]


def test_own_dates_the_wrong_way_round_cannot_be_saved_and_say_why(page, qtbot):
    press(qtbot, page.days.presets.button_of(OWN_DATES))
    retype(qtbot, page.days.last, "1 January 2026")
    assert page.days.period is None
    assert page.days.dates.text().startswith("The first day lies after the last day.")
    assert not page.making.save.isEnabled()
    page.days.tell_count(3)
    assert page.days.count.text() == ""
    retype(qtbot, page.days.last, "20 March 2026")
    assert page.making.save.isEnabled()


def test_a_page_that_is_not_shown_counts_when_it_is(page, bridge):
    page.hide()
    bridge.asked_for("days")
    bridge.tell_opened()
    assert bridge.asked_for("days") == []
    page.show()
    assert bridge.asked_for("days") == [EIGHT_WEEKS]


def test_the_focus_of_the_page_goes_to_save(page):
    page.setFocus()
    assert page.window().focusWidget() is page.making.save


def test_everything_fits_and_is_large_enough(page, theme, qtbot):
    for size in (100, 200):
        theme.set_text_size(size)
        page.resize(724, 640)
        press(qtbot, page.days.presets.button_of(OWN_DATES))
        for widget in (
            page.days.first,
            page.making.save,
            page.sheet.boxes["notes"],
            page.sheet.paper.button_of("a4"),
        ):
            qtbot.waitUntil(lambda widget=widget: widget.height() >= 44)
        assert page.widget().width() <= page.viewport().width()
        field = page.days.first
        words = field.fontMetrics().horizontalAdvance("30 September 2026")
        assert words + 44 < field.width()
    theme.set_text_size(100)


def test_a_question_is_added_with_the_keyboard_and_stays_in_the_list(page, bridge, qtbot):
    bridge.asked_for("care")
    bridge.care.care_changed.emit(care_now())
    press(qtbot, page.questions.add)
    field = page.window().focusWidget()
    qtbot.keyClicks(field, "Can I swim again?")
    press(qtbot, page.questions.form.keep)
    ((part, items),) = bridge.asked_for("care")
    assert (part, items) == ("visit_questions", ("Can I swim again?",))
    now = care_now(visit_questions=items)
    bridge.care.care_changed.emit(now)
    assert [row.item for row in page.questions.rows] == ["Can I swim again?"]


def care_now(**preferences):
    return CareNow(Profile(), (), (), (), Preferences(**preferences))


def tell_alerts(bridge, *alerts):
    bridge.alerts_changed.emit(AlertsNow(standing=AlertReport(TODAY, alerts, ())))


def test_the_visit_list_holds_what_she_put_there_and_what_belongs_there(page, bridge, qtbot):
    put = alert(state=State.ON_VISIT_LIST)
    later = alert(Tier.NEXT_VISIT, place="hip")
    told = alert(Tier.NEXT_VISIT, place="knee", state=State.DISCUSSED)
    tell_alerts(bridge, put, later, told, alert(place="neck"))

    def shown():
        labels = page.visit_list.findChildren(Words)
        return [label.text() for label in labels if label.isVisible()]

    qtbot.waitUntil(lambda: shown().count("Two weeks of pain in your lower back") == 2)
    assert shown().count("Noticed on 14 March 2026.") == 2
    wanted = []
    page.page_requested.connect(wanted.append)
    press(qtbot, page.visit_list.see)
    assert wanted == ["noticed"]


def test_that_nothing_is_on_the_list_is_said_only_once_it_is_known(page, bridge):
    words = page.visit_list.said
    assert words.text() == "Working out what is on the list."
    tell_alerts(bridge)
    assert words.text().startswith("Nothing is on the list now.")
    bridge.entries_changed.emit((TODAY,))
    assert words.text() == "Working out what is on the list."
    tell_alerts(bridge, alert(Tier.NEXT_VISIT))
    assert not words.isVisible()
    bridge.failed.emit(Failed("alerts", "Not now."))
    assert not words.isVisible()


def test_a_list_that_cannot_be_worked_out_is_not_empty(page, bridge):
    bridge.failed.emit(Failed("alerts", "Not now."))
    assert page.visit_list.said.text() == "What is on the list could not be worked out."


def test_copies_for_other_programs_are_there_on_demand(page, qtbot):
    assert not page.copies.isVisible()
    press(qtbot, page.more.button)
    assert page.copies.json.isVisible()
    assert page.copies.csv.isVisible()
    asked = []
    page.copies._ask = lambda _parent, name, chosen: asked.append((name.name, chosen))
    press(qtbot, page.copies.fhir)
    ((name, chosen),) = asked
    assert name == "daymark-2026-03-20.fhir.json"
    chosen("/tmp/record.json")
    assert page._bridge.asked_for("export") == [(Path("/tmp/record.json"), "fhir")]


def test_tab_goes_through_the_sheet_as_it_stands(page, qtbot):
    first, *others = page.sheet.boxes.values()
    first.setFocus()
    met = []
    for _ in range(len(others) + 2):
        qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_Tab)
        met.append(page.window().focusWidget())
    paper = page.sheet.paper.button_of(page.sheet.paper_chosen)
    assert met == [*others, paper, page.sheet.language]


def test_a_narrow_page_ends_with_its_last_line(page, theme, qtbot):
    theme.set_text_size(200)
    page.resize(700, 600)
    qtbot.wait_until(lambda: page.making.width() < 700)
    qtbot.wait_until(lambda: _room_below(page) < theme.px(80))


def _room_below(page):
    """Return the empty height under the last thing on the page."""
    column = page.widget()
    return column.height() - page.more.mapTo(column, page.more.rect().bottomLeft()).y()
