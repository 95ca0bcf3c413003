from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt

from diary.domain.care import UsualLevel
from diary.domain.entry import Pain
from diary.ui.today.draft import PainState
from diary.ui.today.pain_section import PainSection
from diary.ui.today.place_chips import MOST_CHIPS
from diary.ui.today.words import DayAsked
from tests.ui.fakes import TODAY as DAY

BACK = Pain(region="lower_back", worst=6, timing=("night",))
HIP = Pain(region="hip", worst=2, night="none")
LEFT, RIGHT = Pain(region="knee", side="left"), Pain(region="knee", side="right")
TODAY = DayAsked(DAY, DAY)
EARLIER = DayAsked(DAY - dt.timedelta(days=1), DAY)
CLICK = Qt.MouseButton.LeftButton


@pytest.fixture
def section(theme, shown):
    section = shown(PainSection(theme))
    section.set_followed(("lower_back", "hip"))
    return section


def test_unanswered_is_unanswered(section):
    assert section.state() == PainState()
    assert not section.no_pain.isChecked()
    assert not any(chip.isChecked() for chip in section.chips.values())


def test_no_pain_is_said_and_taken_back_by_one_key(section, told, qtbot):
    qtbot.keyClick(section.no_pain, Qt.Key.Key_Space)
    qtbot.keyClick(section.no_pain, Qt.Key.Key_Space)
    assert told == [PainState(no_pain=True), PainState()]


def test_a_place_she_follows_is_one_press_and_the_score_the_next_key(section, press, qtbot):
    qtbot.mouseClick(section.chips["lower_back"], CLICK)
    press(section, "4")
    assert section.state() == PainState(pains=(Pain(region="lower_back", worst=4),))


def test_pressing_it_again_takes_the_place_away(section, qtbot):
    qtbot.mouseClick(section.chips["hip"], CLICK)
    qtbot.mouseClick(section.chips["hip"], CLICK)
    assert section.state() == PainState()


def test_the_most_used_places_come_first_and_not_too_many(section):
    section.set_followed(("neck", "hip", "knee", "elbow", "ribs", "skull", "thigh"))
    assert list(section.chips) == ["neck", "hip", "knee", "elbow", "ribs", "skull"]
    assert len(section.chips) == MOST_CHIPS
    flow = section.chip_row._flow
    row = [flow.itemAt(at).widget() for at in range(flow.count())]
    assert row == [*section.chips.values(), section.more, section.chip_row.map_button]


def test_the_whole_list_opens_closes_and_agrees(section, press, qtbot):
    assert section.more.text() == "Another place"
    qtbot.mouseClick(section.more, CLICK)
    assert section.more.text() == "Close the list"
    assert section.place_list.search.hasFocus()
    press(section, "neck", Qt.Key.Key_Return)
    assert [card.pain.region for card in section.cards] == ["neck"]
    qtbot.mouseClick(section.chips["hip"], CLICK)
    assert section.place_list.boxes["hip"].isChecked()
    qtbot.mouseClick(section.more, CLICK)
    assert section.place_list.isVisible()
    qtbot.mouseClick(section.more, CLICK)
    assert not section.place_list.isVisible()


@pytest.mark.parametrize("way", ["search", "box"])
def test_a_place_of_the_list_closes_it_and_the_next_key_is_the_score(section, press, qtbot, way):
    brought: list[object] = []
    section.card_added.connect(brought.append)
    qtbot.mouseClick(section.more, CLICK)
    press(section, "neck")
    if way == "search":
        press(section, Qt.Key.Key_Return)
    else:
        section.place_list.boxes["neck"].click()
    assert not section.place_list.isVisible()
    assert section.more.text() == "Another place"
    assert brought == section.cards
    press(section, "7")
    assert section.state().pains == (Pain(region="neck", worst=7),)
    qtbot.mouseClick(section.more, CLICK)
    assert section.place_list.search.text() == ""
    assert section.place_list.boxes["hip"].isVisible()


def test_a_place_of_the_list_that_is_not_ticked_any_more_leaves_it_open(section, qtbot):
    section.show_state(PainState(pains=(BACK, HIP)), TODAY)
    qtbot.mouseClick(section.more, CLICK)
    section.place_list.boxes["hip"].click()
    assert section.place_list.isVisible()
    assert section.state().pains == (BACK,)


def test_the_list_is_named_otherwise_for_one_who_follows_nothing(theme, shown):
    section = shown(PainSection(theme))
    assert section.more.text() == "Choose where it hurts"


def test_no_pain_puts_the_cards_aside_and_brings_them_back(section, told, qtbot):
    section.show_state(PainState(pains=(BACK, HIP)), TODAY)
    qtbot.mouseClick(section.no_pain, CLICK)
    assert section.state() == PainState(no_pain=True)
    qtbot.mouseClick(section.no_pain, CLICK)
    assert section.state() == PainState(pains=(BACK, HIP))
    assert len(told) == 2


def test_no_pain_taken_back_brings_back_what_is_long_standing(section, qtbot):
    section.places.set_known(frozenset())
    section.show_state(PainState(pains=(BACK, HIP)), TODAY)
    yes, no = (card.long_standing for card in section.cards)
    yes.answer_row.buttons[0].click()
    yes.level_row.button_of(2).click()
    no.answer_row.buttons[1].click()
    for _ in range(2):
        qtbot.mouseClick(section.no_pain, CLICK)
    assert [card.long_standing.answer for card in section.cards] == [True, False]
    assert section.cards[0].usual_level == 2


def test_a_place_after_no_pain_means_that_place(section, qtbot):
    section.show_state(PainState(no_pain=True), TODAY)
    qtbot.mouseClick(section.chips["hip"], CLICK)
    assert section.state() == PainState(pains=(Pain(region="hip"),))
    assert not section.no_pain.isChecked()


def test_removing_can_be_undone(section, told, qtbot):
    section.show_state(PainState(pains=(BACK, HIP)), TODAY)
    qtbot.mouseClick(section.cards[0].remove_button, CLICK)
    assert section.state() == PainState(pains=(HIP,))
    assert section.places.undo_button.hasFocus()
    assert section.places._undo.words.text() == "Lower back was removed."
    qtbot.keyClick(section.places.undo_button, Qt.Key.Key_Space)
    assert section.state() == PainState(pains=(BACK, HIP))
    assert not section.places._undo.isVisible()
    assert told[-1] == section.state()
    section.places._on_undo()
    assert section.state() == PainState(pains=(BACK, HIP))


@pytest.mark.parametrize("way", ["chip", "box"])
def test_a_place_not_ticked_any_more_can_be_brought_back(section, qtbot, way):
    section.show_state(PainState(pains=(BACK, HIP)), TODAY)
    if way == "chip":
        qtbot.mouseClick(section.chips["lower_back"], CLICK)
    else:
        qtbot.mouseClick(section.more, CLICK)
        qtbot.keyClick(section.place_list.boxes["lower_back"], Qt.Key.Key_Space)
    assert section.state() == PainState(pains=(HIP,))
    assert section.places._undo.words.text() == "Lower back was removed."
    assert section.places._undo.isVisible()
    qtbot.mouseClick(section.places.undo_button, CLICK)
    assert section.state() == PainState(pains=(BACK, HIP))
    assert section.cards[0].pain.timing == ("night",)


def test_both_sides_come_back_to_where_they_were(section, qtbot):
    section.show_state(PainState(pains=(LEFT, BACK, RIGHT)), TODAY)
    qtbot.mouseClick(section.more, CLICK)
    qtbot.keyClick(section.place_list.boxes["knee"], Qt.Key.Key_Space)
    qtbot.mouseClick(section.places.undo_button, CLICK)
    assert section.state() == PainState(pains=(LEFT, BACK, RIGHT))


def test_undo_goes_away_with_the_next_answer(section, qtbot):
    section.show_state(PainState(pains=(BACK, HIP)), TODAY)
    qtbot.mouseClick(section.cards[0].remove_button, CLICK)
    qtbot.mouseClick(section.cards[0].score.buttons[3], CLICK)
    assert not section.places._undo.isVisible()


def test_both_sides_of_a_place_have_a_card_each(section, qtbot):
    state = PainState(pains=(LEFT, BACK, RIGHT))
    section.show_state(state, TODAY)
    assert section.state() == state
    qtbot.mouseClick(section.more, CLICK)
    qtbot.keyClick(section.place_list.boxes["knee"], Qt.Key.Key_Space)
    assert section.state() == PainState(pains=(BACK,))


def test_a_place_is_not_added_twice(section):
    section.show_state(PainState(pains=(BACK,)), TODAY)
    section._choose("lower_back", chosen=True)
    assert section.state() == PainState(pains=(BACK,))


def test_an_earlier_day_is_asked_about_as_such(section):
    section.show_state(PainState(), EARLIER)
    assert section._title.text() == "Pain on this day"
    assert section.no_pain.accessibleName() == "No pain on this day"


def test_it_says_what_not_choosing_a_place_means(section):
    assert not section._hint.isVisible()
    section.show_state(PainState(pains=(BACK,)), TODAY)
    assert section._hint.isVisible()


def test_only_a_place_never_recorded_before_is_asked_about(section):
    section.show_state(PainState(pains=(BACK, HIP)), TODAY)
    assert not any(card.long_standing for card in section.cards)
    section.places.set_known(frozenset({"lower_back"}))
    assert [card.long_standing is not None for card in section.cards] == [False, True]
    section.places.set_usual({"hip": 3})
    assert not any(card.long_standing for card in section.cards)
    section.places.set_usual({})
    section.places.set_known(None)
    assert not any(card.long_standing for card in section.cards)


def test_a_place_is_asked_about_once_however_many_sides_it_has(section):
    section.places.set_known(frozenset())
    section.show_state(PainState(pains=(LEFT, RIGHT)), TODAY)
    assert [card.long_standing is not None for card in section.cards] == [True, False]
    section.cards[0].remove_button.click()
    assert [card.long_standing is not None for card in section.cards] == [True]


def test_a_long_standing_pain_becomes_a_usual_level_of_its_place(section, press):
    section.places.set_known(frozenset())
    section.show_state(PainState(pains=(LEFT, BACK)), TODAY)
    assert section.usual_levels(DAY) == ()
    section.cards[0].long_standing.answer_row.focus_row()
    press(section, Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.Key.Key_Tab, "4")
    level = UsualLevel(of="knee", level=4, confirmed_on=DAY)
    assert section.usual_levels(DAY) == (level,)
    section.cards[0].remove_button.click()
    assert section.usual_levels(DAY) == ()
    section.places.undo_button.click()
    assert section.usual_levels(DAY) == (level,)
    section.places.usual_kept({"knee": 4})
    assert section.usual_levels(DAY) == ()


def test_a_level_of_a_draft_is_shown_again(section):
    level = UsualLevel(of="hip", level=2, confirmed_on=DAY)
    section.show_state(PainState(pains=(HIP,)), TODAY, (level,))
    assert section.usual_levels(DAY) == (level,)
    section.places.set_known(frozenset())
    assert section.cards[0].long_standing.level == 2
    assert section.usual_levels(DAY) == (level,)


def test_the_other_side_gets_a_card_of_its_own_or_the_one_there_is(section, told):
    section.show_state(PainState(pains=(LEFT, BACK)), TODAY)
    section.cards[0].other_side_wanted.emit(section.cards[0])
    assert section.state().pains == (LEFT, RIGHT, BACK)
    assert section.cards[1].score.buttons[0].hasFocus()
    section.cards[1].other_side_wanted.emit(section.cards[1])
    assert section.state().pains == (LEFT, RIGHT, BACK)
    assert section.cards[0].score.buttons[0].hasFocus()
    assert len(told) == 1


def test_what_opens_in_a_card_is_next_for_tab(section, press, qtbot):
    section.show_state(PainState(pains=(HIP, BACK)), TODAY)
    qtbot.keyClick(section.cards[0].more_button, Qt.Key.Key_Space)
    section.cards[0].more_button.setFocus()
    press(section, Qt.Key.Key_Tab)
    assert section.cards[0].more.rows["side"].buttons[0].hasFocus()
    section.cards[0].more.rows["average"].focus_row()
    press(section, Qt.Key.Key_Tab)
    assert section.cards[0].remove_button.hasFocus()
    press(section, Qt.Key.Key_Tab)
    assert section.cards[1].score.buttons[6].hasFocus()
