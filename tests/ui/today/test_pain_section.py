from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt

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


@pytest.fixture
def told(section):
    told = []
    section.changed.connect(lambda: told.append(section.state()))
    return told


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
    assert not section.place_list.isVisible()
    qtbot.mouseClick(section.more, CLICK)
    assert section.place_list.isVisible()


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
    assert section.places._undo_words.text() == "Lower back was removed."
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
    assert section.places._undo_words.text() == "Lower back was removed."
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
