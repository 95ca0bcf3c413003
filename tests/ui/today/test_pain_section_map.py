"""The question about pain with the body map beside it: the map, the chips and the cards agree."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from diary.domain.entry import Pain
from diary.ui.today.draft import PainState
from diary.ui.today.pain_section import PainSection
from tests.ui.today.bodies import spot_of
from tests.ui.today.test_pain_section import CLICK, LEFT, RIGHT, TODAY


@pytest.fixture
def section(theme, shown):
    section = shown(PainSection(theme))
    section.set_followed(("lower_back", "hip"))
    return section


def choose_on_map(section, qtbot, region, side):
    section.body_map.load()
    qtbot.keyClick(spot_of(section.body_map, region, side), Qt.Key.Key_Space)


@pytest.fixture
def wide(theme, shown):
    section = shown(PainSection(theme), 1120, 900)
    section.set_followed(("lower_back", "hip"))
    section.allow_map()
    section.body_map.load()
    return section


def shown_on_map(section):
    spots = section.body_map.spots
    return {(spot.place.region, spot.place.side) for spot in spots if spot.isChecked()}


def test_map_chips_list_and_cards_are_one(wide, qtbot):
    qtbot.mouseClick(wide.more, CLICK)
    choose_on_map(wide, qtbot, "lower_back", None)
    assert wide.state().pains == (Pain(region="lower_back"),)
    assert wide.chips["lower_back"].isChecked()
    assert wide.place_list.boxes["lower_back"].isChecked()
    qtbot.keyClick(wide.place_list.boxes["hip"], Qt.Key.Key_Space)
    assert shown_on_map(wide) == {("lower_back", None), ("hip", "left"), ("hip", "right")}
    qtbot.mouseClick(wide.chips["hip"], CLICK)
    assert shown_on_map(wide) == {("lower_back", None)}
    wide.show_state(PainState(pains=(LEFT,)), TODAY)
    assert shown_on_map(wide) == {("knee", "left")}
    qtbot.mouseClick(wide.no_pain, CLICK)
    assert shown_on_map(wide) == set()


def test_two_sides_pressed_on_the_map_have_a_card_each(wide, qtbot):
    choose_on_map(wide, qtbot, "knee", "left")
    choose_on_map(wide, qtbot, "knee", "right")
    assert wide.state().pains == (LEFT, RIGHT)
    choose_on_map(wide, qtbot, "knee", "left")
    assert wide.state().pains == (RIGHT,)
    qtbot.mouseClick(wide.places.undo_button, CLICK)
    assert wide.state().pains == (LEFT, RIGHT)


def test_a_tap_on_the_map_brings_the_card_into_view_and_a_key_does_not(wide, qtbot):
    told = []
    wide.card_added.connect(told.append)
    spot_of(wide.body_map, "knee", "left").setFocus()
    choose_on_map(wide, qtbot, "knee", "left")
    assert told == []
    wide.no_pain.setFocus()
    wide.body_map.place_toggled.emit("neck", None)
    wide.body_map.place_toggled.emit("neck", None)
    wide.body_map.place_toggled.emit("neck", None)
    assert [card.pain.region for card in told] == ["neck", "neck"]


def test_after_a_click_on_the_map_the_next_key_is_the_score(wide, press, qtbot):
    told = []
    wide.card_added.connect(told.append)
    spot = spot_of(wide.body_map, "knee", "right")
    middle = wide.body_map.picture.middle_of(spot.place).toPoint()
    qtbot.mouseClick(wide.body_map, CLICK, pos=middle)
    press(wide, "6")
    assert wide.state().pains == (RIGHT.model_copy(update={"worst": 6}),)
    assert told == wide.cards


def test_the_map_tells_the_side_of_a_place_and_takes_one_of_both_away(wide, qtbot):
    wide.show_state(PainState(pains=(Pain(region="knee", worst=3),)), TODAY)
    choose_on_map(wide, qtbot, "knee", "left")
    assert wide.state().pains == (LEFT.model_copy(update={"worst": 3}),)
    both = Pain(region="knee", side="both", worst=5)
    wide.show_state(PainState(no_pain=True), TODAY)
    wide.show_state(PainState(pains=(both,)), TODAY)
    choose_on_map(wide, qtbot, "knee", "left")
    assert wide.state().pains == (RIGHT.model_copy(update={"worst": 5}),)


def test_a_press_on_the_map_after_no_pain_means_that_place(wide, qtbot):
    qtbot.mouseClick(wide.no_pain, CLICK)
    choose_on_map(wide, qtbot, "neck", None)
    assert wide.state() == PainState(pains=(Pain(region="neck"),))


def test_the_map_shows_the_worst_of_two_cards_of_one_place(wide):
    pains = (Pain(region="neck", worst=2), Pain(region="neck", worst=7), Pain(region="neck"))
    wide.show_state(PainState(pains=pains), TODAY)
    assert wide.body_map._scores == {("neck", None): 7}


def test_the_map_waits_until_it_may_be_drawn(theme, shown):
    section = shown(PainSection(theme), 1120, 900)
    assert section.body_map is None
    section.allow_map()
    section.allow_map()
    assert section.body_map.isVisible()
    assert not section.chip_row.map_button.isVisible()


def test_where_there_is_little_room_the_map_is_opened_and_folded(section, qtbot):
    section.allow_map()
    button = section.chip_row.map_button
    assert section.body_map is None
    assert button.text() == "Show the body map"
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert section.body_map.isVisible()
    assert button.text() == "Hide the body map"
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert not section.body_map.isVisible()
    section.resize(1120, 900)
    assert section.body_map.isVisible()


def test_larger_letters_need_more_room_for_the_map(wide, theme):
    theme.set_text_size(200)
    assert not wide.is_beside
    assert not wide.body_map.isVisible()
    theme.set_text_size(100)
    assert wide.body_map.isVisible()


def test_the_map_stands_in_the_reading_order(wide, section):
    for each, order in ((wide, ["map", "chip"]), (section, ["chip", "map"])):
        each.allow_map()
        if each is section:
            each._on_map_wanted()
        each.quick.no_pain.setFocus()
        seen = []
        for _ in range(6):
            each.focusNextChild()
            widget = each.window().focusWidget()
            if widget is each.chips["lower_back"]:
                seen.append("chip")
            elif each.body_map.isAncestorOf(widget) or widget is each.body_map:
                seen.append("map")
        assert seen == order


def test_in_a_narrow_window_again_the_button_shows_the_map_that_was_beside(section, qtbot):
    section.resize(1120, 900)
    qtbot.mouseClick(section.chips["hip"], CLICK)
    section.resize(700, 900)
    button = section.chip_row.map_button
    assert button.isVisible()
    assert button.text() == "Show the body map"
    qtbot.mouseClick(button, CLICK)
    assert section._map_card.isVisible()
    assert button.text() == "Hide the body map"
