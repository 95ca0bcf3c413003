"""Every field of a pain can be told and taken back on its card."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from diary.domain.choices import PAIN_MANY, PAIN_ONE
from diary.domain.entry import Pain
from diary.ui.today.more_about import MoreAbout
from diary.ui.today.words import EARLIER, TODAY
from tests.ui.fakes import TODAY as DAY
from tests.ui.today.telling import FULL

CLICK = Qt.MouseButton.LeftButton


@pytest.fixture
def make(theme, shown):
    def make(pain, words=TODAY):
        more = shown(MoreAbout(pain, words, DAY, theme))
        more.told = []
        more.answered.connect(lambda field, value: more.told.append((field, value)))
        return more

    return make


def test_it_asks_in_the_order_of_a_doctor(make):
    assert list(make(Pain(region="hip")).rows) == [
        "side",
        "onset",
        "started_on",
        "trigger",
        "quality",
        "spreads_to",
        "pattern",
        "timing",
        "worse_with",
        "better_with",
        "relief",
        "average",
    ]


def test_nothing_is_answered_at_first(make):
    more = make(Pain(region="hip"))
    for field, row in more.rows.items():
        assert (row.values if field in PAIN_MANY else row.value) in (None, ())


def test_it_shows_what_a_file_holds(make):
    more = make(FULL)
    for field, row in more.rows.items():
        assert (row.values if field in PAIN_MANY else row.value) == getattr(FULL, field)
    assert more.told == []


@pytest.mark.parametrize("field", ["side", *PAIN_ONE.keys() - {"night"}])
def test_one_of_several_answers_is_told_and_taken_back(make, field, qtbot):
    more = make(Pain(region="hip"))
    row = more.rows[field]
    qtbot.mouseClick(row.buttons[1], CLICK)
    qtbot.keyClick(row.buttons[1], Qt.Key.Key_Delete)
    value = "right" if field == "side" else list(PAIN_ONE[field])[1]
    assert more.told == [(field, value), (field, None)]


@pytest.mark.parametrize("field", PAIN_MANY)
def test_several_answers_are_told_and_taken_back(make, field, qtbot):
    more = make(Pain(region="hip"))
    first, second = list(PAIN_MANY[field])[:2]
    for word in (first, second, first):
        qtbot.mouseClick(more.rows[field].chips[word], CLICK)
    assert more.told == [(field, (first,)), (field, (first, second)), (field, (second,))]


def test_the_average_is_typed_like_the_worst(make, press):
    more = make(Pain(region="hip"))
    more.rows["average"].focus_row()
    press(more, "1", "0", Qt.Key.Key_Delete)
    assert more.told == [("average", 1), ("average", 10), ("average", None)]


def test_the_day_it_began_is_told_and_taken_back(make, qtbot):
    more = make(Pain(region="hip"))
    began = more.rows["started_on"]
    qtbot.mouseClick(began.open_button, CLICK)
    assert more.told == []
    qtbot.mouseClick(began.use_button, CLICK)
    qtbot.mouseClick(began.clear_button, CLICK)
    assert more.told == [("started_on", DAY), ("started_on", None)]


@pytest.mark.parametrize(
    ("pain", "sides"),
    [
        (Pain(region="hip"), ["left", "right", "both"]),
        (Pain(region="hip", side="centre"), ["left", "right", "both", "centre"]),
        (Pain(region="lower_back"), ["left", "right", "both", "centre"]),
        (Pain(region="all_over"), None),
        (Pain(region="all_over", side="both"), ["both"]),
    ],
)
def test_the_sides_that_make_sense_are_offered(make, pain, sides):
    row = make(pain).rows.get("side")
    assert (None if row is None else list(row._values)) == sides


@pytest.mark.parametrize(
    ("pain", "offered"),
    [
        (Pain(region="knee"), False),
        (Pain(region="knee", side="left"), True),
        (Pain(region="knee", side="both"), False),
        (Pain(region="lower_back", side="left"), False),
    ],
)
def test_the_other_side_is_offered_where_it_can_differ(make, pain, offered, qtbot):
    more = make(pain)
    assert more.other_side.isVisible() == offered
    if pain.region == "knee" and pain.side is None:
        qtbot.mouseClick(more.rows["side"].buttons[1], CLICK)
        assert more.other_side.isVisible()
        with qtbot.waitSignal(more.other_side_wanted):
            qtbot.mouseClick(more.other_side, CLICK)


def test_questions_name_the_place_and_its_side_to_a_screen_reader(make, qtbot):
    more = make(Pain(region="knee"))
    assert more.rows["timing"].accessibleName() == "Knee: At what time of day?"
    qtbot.mouseClick(more.rows["side"].buttons[0], CLICK)
    for row in more.rows.values():
        assert row.accessibleName().startswith("Knee (left): ")
    chip = more.rows["timing"].chips["night"]
    assert chip.accessibleDescription() == "Knee (left): At what time of day?"


def test_every_control_has_a_name_and_they_go_from_top_to_bottom(make):
    more = make(FULL)
    visible = [stop for stop in more.tab_stops if stop.isVisible()]
    for stop in visible:
        assert QAccessible.queryAccessibleInterface(stop).text(QAccessible.Text.Name)
    tops = [stop.mapTo(more, stop.rect().topLeft()).y() for stop in visible]
    assert tops == sorted(tops)


def test_an_earlier_day_is_asked_about_as_such(make):
    assert make(FULL, EARLIER).rows["average"].accessibleName().endswith("Average pain on this day")
