from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt

from diary.domain.places import PLACES
from diary.ui.today.place_list import PlaceList

TICK = QPoint(16, 20)  # where the square of a check box is


@pytest.fixture
def places(theme, shown):  # noqa: ARG001  the theme gives the boxes their size
    return shown(PlaceList())


@pytest.fixture
def told(places):
    told = []
    places.toggled.connect(lambda region, chosen: told.append((region, chosen)))
    return told


def visible(places):
    return [region for region, box in places.boxes.items() if box.isVisible()]


def test_every_place_is_there_and_none_is_ticked(places):
    assert set(places.boxes) == {place.id for place in PLACES.offered()}
    assert not any(box.isChecked() for box in places.boxes.values())


def test_a_box_tells_its_place(places, told, qtbot):
    qtbot.mouseClick(places.boxes["hip"], Qt.MouseButton.LeftButton, pos=TICK)
    qtbot.keyClick(places.boxes["hip"], Qt.Key.Key_Space)
    assert told == [("hip", True), ("hip", False)]


def test_boxes_set_from_outside_tell_nobody(places, told):
    places.set_chosen({"hip", "neck"})
    assert [region for region, box in places.boxes.items() if box.isChecked()] == ["neck", "hip"]
    places.set_chosen(())
    assert told == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("HIP", ["hip"]),
        ("upper arm", ["shoulder_upper_arm"]),
        ("tailbone", ["sacrum"]),
        ("knee   ", ["knee"]),
        ("xyz", []),
    ],
)
def test_the_search_finds_places_by_label_and_help(places, qtbot, words, found):
    qtbot.keyClicks(places.search, words)
    assert visible(places) == found
    assert places._none_found.isVisible() == (not found)


def test_groups_without_a_find_are_hidden(places, qtbot):
    qtbot.keyClicks(places.search, "hip")
    assert [head.text() for head in places._heads.values() if head.isVisible()] == [
        "Bones and large joints"
    ]


def test_enter_ticks_what_is_found_and_clears_the_field(places, told, qtbot):
    qtbot.keyClicks(places.search, "hip")
    qtbot.keyClick(places.search, Qt.Key.Key_Return)
    assert told == [("hip", True)]
    assert places.search.text() == ""
    assert len(visible(places)) == len(places.boxes)


def test_enter_ticks_the_first_of_several_and_nothing_without_words(places, told, qtbot):
    qtbot.keyClick(places.search, Qt.Key.Key_Return)
    assert told == []
    qtbot.keyClicks(places.search, "upper")
    first = visible(places)[0]
    qtbot.keyClick(places.search, Qt.Key.Key_Return)
    assert [region for region, _ in told] == [first]
    assert places.search.text() == ""


def test_enter_does_nothing_where_nothing_is_found(places, told, qtbot):
    qtbot.keyClicks(places.search, "xyz")
    qtbot.keyClick(places.search, Qt.Key.Key_Return)
    assert (told, places.search.text()) == ([], "xyz")
