"""The Today page with a bridge that asks nobody."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit

from diary.domain.care import Contact, Profile, UsualLevel
from diary.domain.entry import DayEntry, Medicine, Pain, SignReport, SymptomReport
from diary.domain.limits import LONG_TEXT
from diary.domain.signs import SIGNS
from diary.rules.book import CallCard
from diary.rules.model import AlertReport, RuleFailure, Tier
from diary.ui.facts import AlertsNow, CallCardFound, DayLoaded, DaySaved, Failed
from diary.ui.today.draft import SignAnswer
from diary.ui.today.page import TodayPage
from diary.ui.today.states import SymptomAnswer
from diary.ui.widgets.contacts import ContactLines
from tests.ui.alerts import alert
from tests.ui.fakes import TODAY

TOMORROW = TODAY + dt.timedelta(days=1)
YESTERDAY = TODAY - dt.timedelta(days=1)
EVENING = dt.datetime(2026, 3, 20, 20, 41).astimezone()
ENTRY = DayEntry(
    date=TODAY,
    entered_at=EVENING,
    pains=(Pain(region="lower_back", worst=6, average=3, timing=("night",)),),
    signs=(),
    weight_kg=67.5,
)
HELD = DayEntry(
    date=YESTERDAY,
    entered_at=EVENING,
    pains=(),
    symptoms=(SymptomReport(symptom="fatigue", grade=2),),
    note="held",
)
CLICK = Qt.MouseButton.LeftButton


@pytest.fixture
def page(bridge, theme, shown):
    return shown(TodayPage(bridge, theme), 1000, 760)


@pytest.fixture
def open_page(page, bridge):
    """Return the page once the diary is open and the day is not recorded."""
    bridge.tell_opened(places=("lower_back", "hip"))
    load(bridge, None)
    bridge.asked.clear()
    return page


def load(bridge, entry, day=TODAY):
    bridge.day_loaded.emit(DayLoaded(day=day, entry=entry))


def saved(bridge, entry, at=EVENING):
    entry = entry.model_copy(update={"entered_at": at})
    bridge.saved.emit(DaySaved(day=entry.date, entry=entry, saved_at=at))


def speak(bridge, *alerts, day=TODAY):
    report = AlertReport(TODAY, alerts, ())
    bridge.alerts_changed.emit(AlertsNow(standing=report, saved_day=day, speaking=alerts))


def ctrl_enter(press, page):
    press(page, Qt.Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)


def test_the_questions_are_there_before_the_diary_is_open(page, bridge):
    assert page.day == TODAY
    assert not page.is_loaded
    assert page.header.status.text() == "Today, not yet recorded"
    assert page.draft.pain.answer is None
    assert page.draft.sign.answer is None
    assert bridge.asked == []


def test_the_day_is_filled_in_when_the_diary_opens(page, bridge):
    bridge.tell_opened(places=("lower_back",))
    assert bridge.asked_for("day") == [(TODAY,)]
    load(bridge, ENTRY)
    assert page.is_loaded
    assert page.pain.cards[0].score.value == 6
    assert page.header.status.text() == "Today, saved at 20:41"


def test_what_was_touched_meanwhile_is_kept(page, bridge, qtbot):
    qtbot.mouseClick(page.pain.no_pain, CLICK)
    load(bridge, ENTRY)
    assert page.pain.no_pain.isChecked()
    assert page.draft.pain.answer == ()
    assert page.draft.sign.answer == ()
    assert page.draft.is_changed


def test_what_is_touched_keeps_the_focus_while_the_rest_is_filled_in(page, bridge):
    page.signs.answer_row.focus_row()
    load(bridge, ENTRY.model_copy(update={"signs": None}))
    assert page.signs.answer_row.buttons[0].hasFocus()


def test_an_answer_for_another_day_is_let_go(open_page, bridge):
    load(bridge, ENTRY.model_copy(update={"date": YESTERDAY}), YESTERDAY)
    assert open_page.draft.base is None


def test_telling_again_that_it_is_open_moves_no_button(open_page, bridge):
    chips = dict(open_page.pain.chips)
    bridge.tell_opened(places=("neck",))
    assert open_page.pain.chips == chips
    assert bridge.asked_for("day") == []


def test_places_followed_from_now_on_are_offered_while_nothing_is_chosen(open_page, bridge):
    bridge.care.kept.emit()
    bridge.tell_opened(places=("neck",))
    assert list(open_page.pain.chips) == ["neck"]


def test_places_followed_from_now_on_wait_while_one_is_chosen(open_page, bridge, qtbot):
    qtbot.mouseClick(open_page.pain.chips["hip"], CLICK)
    bridge.care.kept.emit()
    bridge.tell_opened(places=("neck",))
    assert list(open_page.pain.chips) == ["lower_back", "hip"]
    open_page.show_day(YESTERDAY)
    assert list(open_page.pain.chips) == ["neck"]


@pytest.mark.usefixtures("open_page")
def test_a_change_of_another_day_is_looked_at_again(bridge):
    bridge.entries_changed.emit((YESTERDAY,))
    assert bridge.asked_for("day") != []
    bridge.entries_changed.emit((TODAY,))
    assert bridge.asked_for("day") == []


def test_new_places_are_offered_on_the_next_day_she_opens(open_page, bridge):
    bridge.tell_opened(places=("neck",))
    open_page.show_day(YESTERDAY)
    assert list(open_page.pain.chips) == ["neck"]


def test_two_actions_record_a_day_without_pain(open_page, bridge, press, qtbot):
    qtbot.keyClick(open_page.pain.no_pain, Qt.Key.Key_Space)
    ctrl_enter(press, open_page)
    assert bridge.asked_for("save") == [(DayEntry(date=TODAY, pains=()),)]


def test_five_actions_record_a_known_place(open_page, bridge, press, qtbot):
    page = open_page
    qtbot.mouseClick(page.pain.chips["lower_back"], CLICK)
    press(page, "4")
    qtbot.mouseClick(page.pain.cards[0].night.buttons[2], CLICK)
    qtbot.mouseClick(page.signs.answer_row.buttons[0], CLICK)
    qtbot.mouseClick(page.bar.button, CLICK)
    assert bridge.asked_for("save") == [
        (
            DayEntry(
                date=TODAY,
                pains=(Pain(region="lower_back", worst=4, night="woke_me"),),
                signs=(),
            ),
        )
    ]


def test_saving_an_untouched_day_says_that_there_is_nothing_to_save(open_page, bridge, press):
    ctrl_enter(press, open_page)
    assert bridge.asked == []
    assert open_page.bar.words.text() == "Nothing is answered yet, so there is nothing to save."


def test_a_save_before_the_diary_is_open_waits_for_it(page, bridge, press, qtbot):
    qtbot.keyClick(page.pain.no_pain, Qt.Key.Key_Space)
    ctrl_enter(press, page)
    assert bridge.asked == []
    load(bridge, ENTRY)
    assert bridge.asked_for("save") == [(ENTRY.model_copy(update={"pains": ()}),)]


def test_after_the_save_it_says_so(open_page, bridge, qtbot):
    qtbot.keyClick(open_page.pain.no_pain, Qt.Key.Key_Space)
    assert open_page.bar.words.text() == "Not saved yet."
    saved(bridge, DayEntry(date=TODAY, pains=()))
    assert open_page.bar.words.text() == "Saved at 20:41."
    assert open_page.header.status.text() == "Today, saved at 20:41"
    assert not open_page.draft.is_changed


def test_what_is_said_after_pressing_save_is_not_lost(open_page, bridge, qtbot):
    qtbot.keyClick(open_page.pain.no_pain, Qt.Key.Key_Space)
    first = DayEntry(date=TODAY, pains=())
    qtbot.mouseClick(open_page.signs.answer_row.buttons[0], CLICK)
    saved(bridge, first)
    assert open_page.draft.is_changed
    assert open_page.bar.words.text() == "Not saved yet."


def test_an_edited_day_keeps_what_the_form_does_not_show(open_page, bridge, press):
    load(bridge, ENTRY)
    open_page.pain.cards[0].score.focus_row()
    press(open_page, "2")
    ctrl_enter(press, open_page)
    pain = ENTRY.pains[0].model_copy(update={"worst": 2})
    assert bridge.asked_for("save") == [(ENTRY.model_copy(update={"pains": (pain,)}),)]


def test_the_new_card_stands_below(open_page, bridge):
    saved(bridge, ENTRY)
    speak(bridge, alert())
    assert open_page.results.isVisible()
    assert [card.alert.rule for card in open_page.results.cards] == ["W1"]


def test_a_card_that_asks_to_call_has_the_numbers(open_page, bridge):
    bridge.tell_opened(profile=Profile(contacts=(Contact(name="Cancer line", phone="222"),)))
    speak(bridge, alert(Tier.EMERGENCY), alert(Tier.SOON))
    numbers = [card.findChildren(ContactLines) for card in open_page.results.cards]
    assert [len(found) for found in numbers] == [1, 0]


def test_no_card_no_words(open_page, bridge):
    speak(bridge, alert())
    speak(bridge)
    assert not open_page.results.isVisible()
    assert open_page.results.cards == []


def test_a_rule_that_did_not_work_is_told_in_one_line(open_page, bridge):
    failures = (RuleFailure("W3", ZeroDivisionError()),)
    report = AlertReport(TODAY, (), (), failures=failures)
    bridge.alerts_changed.emit(AlertsNow(standing=report, saved_day=TODAY))
    assert open_page.results.fault.isVisible()
    assert "fault in the program" in open_page.results.fault.text()
    speak(bridge, alert())
    assert not open_page.results.fault.isVisible()


def test_a_card_of_another_day_is_not_shown(open_page, bridge):
    speak(bridge, alert(), day=YESTERDAY)
    speak(bridge, alert(), day=None)
    assert not open_page.results.isVisible()


def test_the_card_leads_to_all_that_was_noticed(open_page, bridge, qtbot):
    speak(bridge, alert(Tier.EMERGENCY))
    button = open_page.results.cards[0].findChild(QAbstractButton)
    with qtbot.waitSignal(open_page.noticed_requested):
        qtbot.mouseClick(button, CLICK)


def test_an_emergency_sign_shows_the_call_card_before_save(open_page, bridge, qtbot):
    contacts = (Contact(name="Cancer line", phone="222"),)
    bridge.tell_opened(profile=Profile(contacts=contacts))
    qtbot.mouseClick(open_page.signs.answer_row.button_of(SignAnswer.SOME), CLICK)
    qtbot.keyClick(open_page.signs.rows["leg_weakness"].box, Qt.Key.Key_Space)
    assert bridge.asked_for("alerts") == [(("leg_weakness",),)]
    card = CallCard("Call now.", "You recorded new weakness.")
    bridge.call_card_found.emit(CallCardFound(signs=("leg_weakness",), card=card))
    assert open_page.signs.call_note.isVisible()
    assert bridge.asked_for("save") == []


@pytest.mark.parametrize("what", ["save", "day"])
def test_a_failure_of_the_day_is_told_here(open_page, bridge, what):
    bridge.failed.emit(Failed(what=what, message="The disk is full.", problems=("One line.",)))
    assert open_page.banner.isVisible()
    assert open_page.banner.text == "The disk is full. One line."


def test_other_failures_are_told_elsewhere(open_page, bridge):
    bridge.failed.emit(Failed(what="chart", message="No."))
    assert not open_page.banner.isVisible()


def test_a_note_too_long_is_refused_before_it_is_sent(open_page, bridge, press):
    open_page.extras.note.field.setPlainText("x" * (LONG_TEXT + 1))
    ctrl_enter(press, open_page)
    assert bridge.asked_for("save") == []
    assert "It can have 100,000." in open_page.bar.words.text()
    assert open_page.bar.words.text().startswith("Note: ")


class TestOtherDays:
    """Days before and after; drafts stay."""

    def test_alt_and_the_arrows_change_the_day(self, open_page, bridge, press):
        alt = Qt.KeyboardModifier.AltModifier
        press(open_page, Qt.Key.Key_Left, modifier=alt)
        assert open_page.day == YESTERDAY
        assert bridge.asked_for("day") == [(YESTERDAY,)]
        press(open_page, Qt.Key.Key_Right, modifier=alt)
        assert open_page.day == TODAY

    def test_tomorrow_cannot_be_opened(self, open_page, bridge, press):
        press(open_page, Qt.Key.Key_Right, modifier=Qt.KeyboardModifier.AltModifier)
        assert open_page.day == TODAY
        assert bridge.asked == []

    def test_an_earlier_day_is_asked_about_as_such(self, open_page):
        open_page.show_day(YESTERDAY)
        assert open_page.pain._title.text() == "Pain on this day"
        assert open_page.header.to_today.isVisible()

    def test_what_was_not_saved_is_there_again(self, open_page, bridge, qtbot):
        qtbot.keyClick(open_page.pain.no_pain, Qt.Key.Key_Space)
        open_page.show_day(YESTERDAY)
        load(bridge, None, YESTERDAY)
        assert not open_page.pain.no_pain.isChecked()
        assert open_page.unsaved_days() == (TODAY,)
        open_page.show_day(TODAY)
        load(bridge, None)
        assert open_page.pain.no_pain.isChecked()
        assert open_page.draft.is_changed

    def test_an_untouched_day_leaves_no_draft(self, open_page, bridge):
        open_page.show_day(YESTERDAY)
        load(bridge, ENTRY.model_copy(update={"date": YESTERDAY}), YESTERDAY)
        open_page.show_day(TODAY)
        assert open_page.unsaved_days() == ()

    def test_a_draft_taken_back_is_gone(self, open_page, bridge, qtbot):
        qtbot.keyClick(open_page.pain.no_pain, Qt.Key.Key_Space)
        open_page.show_day(YESTERDAY)
        open_page.show_day(TODAY)
        load(bridge, None)
        qtbot.keyClick(open_page.pain.no_pain, Qt.Key.Key_Space)
        open_page.show_day(YESTERDAY)
        assert open_page.unsaved_days() == ()

    def test_the_cards_of_a_day_go_with_it(self, open_page, bridge):
        speak(bridge, alert())
        open_page.show_day(YESTERDAY)
        assert not open_page.results.isVisible()

    def test_a_draft_that_went_on_while_it_was_saved_stays(self, open_page, bridge, qtbot):
        qtbot.keyClick(open_page.pain.no_pain, Qt.Key.Key_Space)
        qtbot.mouseClick(open_page.signs.answer_row.buttons[0], CLICK)
        open_page.show_day(YESTERDAY)
        saved(bridge, DayEntry(date=TODAY, pains=()))
        assert open_page.unsaved_days() == (TODAY,)
        saved(bridge, DayEntry(date=dt.date(2026, 3, 1), pains=()))
        assert open_page.unsaved_days() == (TODAY,)


class TestNotLoaded:
    """What was answered before the day came from the file wipes nothing of that day."""

    def test_an_answer_that_came_after_she_moved_on_is_still_filled_in(self, open_page, bridge):
        open_page.show_day(YESTERDAY)
        open_page.signs.answer_row.buttons[0].click()
        open_page.show_day(TODAY)
        load(bridge, HELD, YESTERDAY)
        load(bridge, None)
        open_page.show_day(YESTERDAY)
        open_page.save()
        assert bridge.asked_for("save") == [(HELD.model_copy(update={"signs": ()}),)]

    def test_what_is_to_be_kept_again_is_loaded_first(self, open_page, bridge):
        open_page.show_day(YESTERDAY)
        open_page.signs.answer_row.buttons[0].click()
        open_page.show_day(TODAY)
        bridge.asked.clear()
        open_page.keep_again()
        assert bridge.asked_for("day") == [(YESTERDAY,), (TODAY,)]
        load(bridge, HELD, YESTERDAY)
        [kept] = bridge.asked_for("draft")
        assert kept[2] == YESTERDAY
        open_page.keep_again()
        assert bridge.asked_for("day") == [(TODAY,)]

    def test_a_save_pressed_before_loading_is_not_dropped_by_moving_on(
        self, open_page, bridge, press
    ):
        open_page.show_day(YESTERDAY)
        open_page.signs.answer_row.buttons[0].click()
        ctrl_enter(press, open_page)
        open_page.show_day(YESTERDAY - dt.timedelta(days=1))
        load(bridge, HELD, YESTERDAY)
        assert bridge.asked_for("save") == [(HELD.model_copy(update={"signs": ()}),)]
        load(bridge, HELD, YESTERDAY)
        assert bridge.asked_for("save") == []

    def test_what_the_file_says_already_leaves_no_draft(self, open_page, bridge):
        open_page.show_day(YESTERDAY)
        open_page.signs.answer_row.buttons[0].click()
        open_page.show_day(TODAY)
        load(bridge, HELD.model_copy(update={"signs": ()}), YESTERDAY)
        assert open_page.unsaved_days() == ()

    def test_a_draft_that_came_back_can_be_saved_at_once(self, open_page, bridge, press):
        open_page.pain.no_pain.click()
        open_page.show_day(YESTERDAY)
        open_page.show_day(TODAY)
        ctrl_enter(press, open_page)
        assert bridge.asked_for("save") == [(DayEntry(date=TODAY, pains=()),)]

    def test_days_answered_before_the_diary_opens_are_loaded_then(self, page, bridge):
        page.pain.no_pain.click()
        page.show_day(YESTERDAY)
        assert bridge.asked == []
        bridge.tell_opened()
        assert bridge.asked_for("day") == [(YESTERDAY,), (TODAY,)]


class TestNotOpen:
    """The diary file could not be opened."""

    @pytest.fixture
    def closed_page(self, page, bridge):
        bridge.failed.emit(Failed(what="open", message="The file is damaged."))
        page.pain.no_pain.click()
        return page

    def test_to_keep_it_once_more_opens_again(self, closed_page, bridge):
        closed_page.keep_again()
        assert bridge.asked == [("open",)]
        assert bridge.drafts.unkept == {TODAY}

    def test_saving_says_so_and_opens_again(self, closed_page, bridge):
        closed_page.save()
        assert closed_page.banner.isVisible()
        assert closed_page.banner.text == "Not saved yet. The file is damaged."
        assert bridge.asked == [("open",)]
        assert closed_page.pain.no_pain.isChecked()

    def test_it_stays_until_the_save_is_confirmed(self, closed_page, bridge, press):
        ctrl_enter(press, closed_page)
        closed_page.show_day(YESTERDAY)
        closed_page.show_day(TODAY)
        bridge.tell_opened()
        load(bridge, None)
        assert bridge.asked_for("save") == [(DayEntry(date=TODAY, pains=()),)]
        assert closed_page.banner.isVisible()
        saved(bridge, DayEntry(date=TODAY, pains=()))
        assert not closed_page.banner.isVisible()

    def test_it_says_so_once_more_when_it_failed_once_more(self, closed_page, bridge):
        closed_page.save()
        bridge.failed.emit(Failed(what="open", message="The disk is away."))
        assert closed_page.banner.text == "Not saved yet. The disk is away."

    def test_without_a_save_the_window_tells_it_alone(self, closed_page):
        assert not closed_page.banner.isVisible()


def test_a_refused_answer_is_named_beside_save_and_stays(open_page, bridge, press):
    open_page.extras.note.field.setPlainText("my words")
    ctrl_enter(press, open_page)
    bridge.failed.emit(Failed(what="save", message="The note is no text, so it was not saved."))
    assert open_page.bar.words.text() == "The note is no text, so it was not saved."
    assert open_page.extras.note.text == "my words"
    assert open_page.unsaved_days() == (TODAY,)
    ctrl_enter(press, open_page)
    assert open_page.banner.isVisible()


class TestMidnight:
    """The window may stay open for days."""

    @pytest.fixture
    def midnight(self, open_page, bridge):
        def midnight():
            bridge.clock._fixed += dt.timedelta(days=1)
            open_page._timer.timeout.emit()

        return midnight

    def test_an_untouched_page_goes_on_to_the_new_day(self, open_page, bridge, midnight):
        midnight()
        assert open_page.day == TOMORROW
        assert open_page.header.status.text() == "Today, not yet recorded"
        assert bridge.asked_for("day") == [(TOMORROW,)]

    def test_she_is_not_interrupted(self, open_page, bridge, midnight, qtbot):
        qtbot.keyClick(open_page.pain.no_pain, Qt.Key.Key_Space)
        midnight()
        assert open_page.day == TODAY
        assert open_page.header.status.text() == "Yesterday, changed, not saved yet"
        assert open_page.header.after.isEnabled()
        assert bridge.asked_for("day") == []

    def test_an_earlier_day_stays(self, open_page, midnight):
        open_page.show_day(YESTERDAY)
        midnight()
        assert open_page.day == YESTERDAY

    def test_the_same_day_changes_nothing(self, open_page, bridge):
        open_page._timer.timeout.emit()
        assert open_page.day == TODAY
        assert bridge.asked == []


def test_every_control_has_a_name(open_page, bridge, qtbot):
    load(
        bridge,
        ENTRY.model_copy(update={"signs": (SignReport(sign="heavy_legs"),), "note": "x"}),
    )
    qtbot.mouseClick(open_page.pain.more, CLICK)
    kinds = (QAbstractButton, QLineEdit, QPlainTextEdit)
    controls = [control for kind in kinds for control in open_page.findChildren(kind)]
    assert len(controls) > 60
    for control in controls:
        inside_the_field = control.parent() is open_page.pain.place_list.search
        if control.isVisible() and not inside_the_field:
            found = QAccessible.queryAccessibleInterface(control)
            assert found.text(QAccessible.Text.Name), control


def test_tab_goes_on_to_what_was_opened_later(open_page, press, qtbot):
    qtbot.mouseClick(open_page.pain.chips["hip"], CLICK)
    card = open_page.pain.cards[0]
    assert card.score.buttons[0].hasFocus()
    press(open_page, Qt.Key.Key_Tab)
    assert card.night.buttons[0].hasFocus()
    press(open_page, Qt.Key.Key_Tab)
    assert card.long_standing.answer_row.buttons[0].hasFocus()
    press(open_page, Qt.Key.Key_Tab)
    assert card.more_button.hasFocus()
    press(open_page, Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    assert open_page.signs.answer_row.buttons[0].hasFocus()
    press(open_page, Qt.Key.Key_Home, Qt.Key.Key_Right, Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    row = open_page.signs.rows["leg_weakness"]
    assert row.box.hasFocus()
    press(open_page, Qt.Key.Key_Space, Qt.Key.Key_Tab)
    assert row.details[0].side.buttons[0].hasFocus()
    press(open_page, Qt.Key.Key_Tab)
    assert row.details[0].grade.buttons[0].hasFocus()
    press(open_page, Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    assert open_page.signs.rows["arm_weakness"].box.hasFocus()


def test_tab_goes_through_the_page_from_top_to_bottom(open_page, press):
    open_page.setFocus()
    order = []
    for _ in range(14):
        order.append(open_page.window().focusWidget())
        press(open_page, Qt.Key.Key_Tab)
    pain = open_page.pain
    assert order == [
        pain.quick.nothing,
        pain.quick.no_pain,
        *pain.chips.values(),
        pain.more,
        pain.chip_row.map_button,
        open_page.signs.answer_row.buttons[0],
        open_page.symptoms.answer_row.buttons[0],
        *(line.open_button for line in open_page.extras.lines),
    ]
    assert open_page.bar.button.hasFocus()
    press(open_page, Qt.Key.Key_Tab)
    assert open_page.header.before.hasFocus()
    open_page.show_day(YESTERDAY)
    open_page.bar.button.setFocus()
    header = open_page.header
    for button in (header.to_today, header.before, header.after, pain.quick.nothing):
        press(open_page, Qt.Key.Key_Tab)
        assert button.hasFocus()


class TestToMend:
    """What cannot be read keeps the day from being saved, and nothing typed is lost."""

    @pytest.fixture
    def heavy(self, open_page, qtbot):
        qtbot.mouseClick(open_page.extras.weight.open_button, CLICK)
        qtbot.keyClicks(open_page.extras.weight.line.field, "700")
        return open_page

    def test_save_names_the_field_and_goes_there(self, heavy, bridge, press):
        heavy.pain.no_pain.setFocus()
        ctrl_enter(press, heavy)
        assert bridge.asked_for("save") == []
        assert heavy.bar.words.text() == "Weight: Write a number from 20 to 400."
        assert heavy.extras.weight.line.field.hasFocus()
        assert heavy.extras.weight.line.note.isVisible()

    def test_mended_it_is_saved(self, heavy, bridge, press):
        ctrl_enter(press, heavy)
        press(heavy, Qt.Key.Key_Backspace)
        ctrl_enter(press, heavy)
        assert bridge.asked_for("save") == [(DayEntry(date=TODAY, weight_kg=70.0),)]

    def test_it_waits_on_its_day(self, heavy, bridge):
        heavy.show_day(YESTERDAY)
        load(bridge, None, YESTERDAY)
        assert heavy.extras.weight.text == ""
        assert heavy.unsaved_days() == (TODAY,)
        heavy.show_day(TODAY)
        load(bridge, None)
        assert heavy.extras.weight.text == "700"
        assert heavy.extras.weight.line.note.isVisible()


class TestOffered:
    """What is usual for her and what she used lately is offered when the diary opens."""

    PROFILE = Profile(
        usual=(
            UsualLevel(of="heavy_legs", level=1),
            UsualLevel(of="fatigue", level=2, since=TODAY),
        )
    )

    @pytest.fixture
    def offered(self, page, bridge):
        bridge.tell_opened(
            profile=self.PROFILE,
            symptoms=("cough",),
            medicines=(Medicine(name="ibuprofen"),),
            signs_ever=("leg_weakness",),
        )
        load(bridge, None)
        return page

    def test_the_usual_ones_of_the_day(self, offered, bridge):
        usual = offered.symptoms.answer_row.button_of(SymptomAnswer.USUAL)
        assert usual.isVisible()
        offered.show_day(YESTERDAY)
        load(bridge, None, YESTERDAY)
        assert not usual.isVisible()
        assert offered.signs.answer_row.button_of(SignAnswer.USUAL).isVisible()

    def test_only_signs_never_recorded_are_asked_about(self, offered, qtbot):
        qtbot.mouseClick(offered.signs.answer_row.button_of(SignAnswer.SOME), CLICK)
        asked = {sign for sign, row in offered.signs.rows.items() if row.asks_usual}
        assert asked == set(SIGNS) - {"leg_weakness", "heavy_legs"}

    def test_a_long_standing_sign_is_saved_as_usual_with_the_day(self, offered, bridge, press):
        signs = offered.signs
        signs.answer_row.button_of(SignAnswer.SOME).click()
        signs.rows["arm_weakness"].box.click()
        signs.rows["arm_weakness"].details[0].grade.buttons[0].click()
        signs.rows["arm_weakness"].details[0].usual.buttons[0].click()
        ctrl_enter(press, offered)
        entry = DayEntry(date=TODAY, signs=(SignReport(sign="arm_weakness", grade=1),))
        level = UsualLevel(of="arm_weakness", level=1, confirmed_on=TODAY)
        assert bridge.asked_for("save") == [(entry, (level,))]
        bridge.saved.emit(DaySaved(day=TODAY, entry=entry, saved_at=EVENING, usual=(level,)))
        offered.extras.note.open_button.click()
        offered.extras.note.field.setPlainText("x")
        assert offered.draft.usual == ()

    def test_medicines_and_symptoms_of_late(self, offered, qtbot):
        assert [chip.text() for chip in offered.extras.medicines.chips] == ["ibuprofen"]
        qtbot.mouseClick(offered.symptoms.answer_row.button_of(SymptomAnswer.SOME), CLICK)
        assert next(iter(offered.symptoms.finder.chips)) == "cough"
