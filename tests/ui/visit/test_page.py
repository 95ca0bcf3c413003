from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from diary.domain.care import Event, Profile
from diary.domain.entry import DayEntry
from diary.domain.preferences import Preferences
from diary.i18n import language_name, languages
from diary.report.pages import PagePicture
from diary.report.parts import Parts, SheetWanted
from diary.rules.model import AlertReport, State, Tier
from diary.services.care import CareNow
from diary.ui.facts import AlertsNow, DaysLoaded, Failed, ReportWritten, SheetPreviewed
from diary.ui.paper import usual_paper
from diary.ui.visit.page import VisitPage
from diary.ui.visit.period import OWN_DATES, SINCE_VISIT, WEEKS_4, WEEKS_8
from diary.ui.widgets.text import Words
from tests.ui.alerts import alert
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
        self.printing = []

    def ask(self, _parent, suggested, chosen):
        self.suggested.append(suggested)
        if not self.cancels:
            chosen(str(self.folder / suggested.name))

    def show(self, folder):
        self.shown.append(folder)

    def ask_printer(self, _parent, paper, title, chosen):
        self.printing.append((paper, title))
        if not self.cancels:
            chosen(print)


@pytest.fixture
def system(tmp_path):
    return System(tmp_path)


@pytest.fixture
def page(bridge, theme, qtbot, system):
    page = VisitPage(
        bridge, theme, ask=system.ask, show=system.show, ask_printer=system.ask_printer
    )
    qtbot.addWidget(page)
    page.resize(1000, 700)
    with qtbot.waitExposed(page):
        page.show()
    bridge.tell_opened()
    return page


def press(qtbot, button):
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)


def retype(qtbot, field, text):
    field.field.selectAll()
    qtbot.keyClicks(field.field, text)


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


def test_documents_are_suggested_first(bridge, theme, qtbot):
    asked = []
    page = VisitPage(bridge, theme, ask=lambda _p, suggested, _c: asked.append(suggested))
    qtbot.addWidget(page)
    page.show()
    bridge.tell_opened()
    press(qtbot, page.making.save)
    assert isinstance(asked[0], Path)
    assert asked[0].parent.is_absolute()


def test_the_paper_of_the_settings_is_offered_and_her_choice_here_stays(page, bridge):
    bridge.tell_opened(paper="letter")
    assert page.sheet.paper.value == "letter"
    page.sheet.paper.button_of("a4").click()
    bridge.tell_opened(paper="letter")
    assert page.sheet.paper.value == "a4"
    bridge.tell_opened(paper="system")
    assert page.sheet.paper.value == usual_paper()


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


def test_a_preview_that_fails_is_said_and_made_after_the_next_change(page, bridge, qtbot):
    bridge.asked_for("preview")
    bridge.failed.emit(Failed(what="preview", message="No."))
    assert page.pages.text() == "Page 1 could not be shown."
    assert bridge.asked_for("preview") == []
    press(qtbot, page.days.presets.button_of(WEEKS_4))
    assert answer_preview(bridge) is not None


@pytest.mark.usefixtures("page")
def test_a_saved_day_is_on_page_1_at_once(bridge):
    answer_preview(bridge)
    bridge.tell_opened()
    assert answer_preview(bridge) is not None


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


def test_a_question_is_added_with_the_keyboard_and_stays_in_the_list(page, bridge, qtbot):
    bridge.asked_for("care")
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
    assert page.visit_list._none.isVisible()
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


def test_the_page_stands_beside_the_choices_where_there_is_room(page, qtbot):
    page.resize(1300, 800)
    qtbot.waitUntil(lambda: page.preview.mapTo(page, page.preview.rect().topLeft()).x() > 600)
    page.resize(760, 800)
    qtbot.waitUntil(lambda: page.preview.mapTo(page, page.preview.rect().topLeft()).x() < 200)


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


class TestLanguage:
    """The sheet's own, apart from that of the window."""

    def test_every_language_can_be_chosen(self, page):
        box = page.sheet.language
        assert [box.itemText(row) for row in range(box.count())] == [
            language_name(code) for code in languages()
        ]
        assert page.sheet.language_chosen == "en"

    def test_it_is_that_of_the_settings_until_she_chooses(self, page):
        page.sheet.set_language("es")
        assert page._sheet_wanted.language == "es"
        page.sheet._show_language("en")
        page.sheet.set_language("es")  # told again after a save: her choice stays
        assert page._sheet_wanted.language == "en"

    def test_the_same_as_the_window_is_the_language_of_the_window(self, page):
        page.sheet.set_language("es")
        page.sheet.set_language("same")
        assert page._sheet_wanted.language == "en"

    def test_choosing_one_draws_the_page_anew_and_says_that_it_awaits_a_review(self, page, qtbot):
        sheet = page.sheet
        assert sheet.review.isHidden()
        with qtbot.waitSignal(sheet.changed):
            sheet.language.setFocus()
            qtbot.keyClick(sheet.language, Qt.Key.Key_End)
        assert sheet.language_chosen == languages()[-1] != "en"
        assert not sheet.review.isHidden()
        assert language_name(sheet.language_chosen) in sheet.review.text()
