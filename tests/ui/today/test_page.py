"""The Today page with a bridge that asks nobody."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit

from diary.domain.care import Contact, Profile, UsualLevel
from diary.domain.entry import DayEntry, Medicine, SignReport
from diary.domain.signs import SIGNS
from diary.rules.book import CallCard
from diary.ui.facts import CallCardFound, DaySaved, Failed
from diary.ui.today.draft import SignAnswer
from diary.ui.today.states import SymptomAnswer
from tests.ui.fakes import TODAY
from tests.ui.today.telling import ENTRY, EVENING, YESTERDAY, ctrl_enter, load

CLICK = Qt.MouseButton.LeftButton


def test_the_questions_are_there_before_the_diary_is_open(page, bridge):
    assert page.day == TODAY
    assert not page.is_loaded
    assert page.header.status.text() == "Today"
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
    assert page.pain.quick.nothing.isChecked()  # no sign stands in the file
    assert page.draft.pain.answer == ()
    assert page.draft.sign.answer == ()
    assert page.draft.is_changed


def test_what_is_touched_keeps_the_focus_while_the_rest_is_filled_in(page, bridge):
    page.signs.answer_row.focus_row()
    load(bridge, ENTRY.model_copy(update={"signs": None}))
    assert page.signs.answer_row.buttons[0].hasFocus()


def test_no_button_stands_for_a_moment_where_a_place_comes(page, bridge):
    row = page.pain.chip_row
    high = row.height()
    assert not row.more.isVisible()
    assert not row.map_button.isVisible()
    bridge.tell_opened(places=("lower_back",))
    assert row.more.isVisible()
    assert row.height() == high


def test_where_the_diary_does_not_open_a_place_can_be_chosen_all_the_same(page, bridge):
    bridge.failed.emit(Failed("open", "It cannot be read."))
    assert page.pain.more.isVisible()


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
