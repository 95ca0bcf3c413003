from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt

from diary.charts.look import Picture
from diary.charts.text import chart_text
from diary.ui.charts.page import ChartsPage
from diary.ui.facts import ChartDrawn, ChartLoaded, Failed
from tests.ui.charts.samples import chart_data
from tests.ui.fakes import TODAY

START = dt.date(2026, 1, 24)


@pytest.fixture
def page(bridge, theme, qtbot):
    page = ChartsPage(bridge, theme)
    qtbot.addWidget(page)
    page.resize(1000, 700)
    with qtbot.waitExposed(page):
        page.show()
    bridge.tell_opened(places=("lower_back", "hip"))
    return page


def tell_chart(bridge, place="lower_back", start=START, end=TODAY, data=None):
    data = chart_data() if data is None else data
    bridge.chart_loaded.emit(ChartLoaded(place=place, start=start, end=end, data=data))


def answer_drawing(bridge):
    """Draw what was asked for, in one colour; return how often that was."""
    asked = bridge.asked_for("picture")
    for data, look in asked:
        size = (round(look.width * look.ratio), round(look.height * look.ratio))
        picture = Picture(
            width=size[0],
            height=size[1],
            rgba=bytes(4 * size[0] * size[1]),
            left=0.1,
            right=0.9,
            top=0.1,
            bottom=0.9,
        )
        bridge.chart_drawn.emit(ChartDrawn(data=data, look=look, picture=picture))
    return len(asked)


def test_it_opens_with_the_place_used_most_and_the_eight_weeks_of_the_sheet(page, bridge):
    assert bridge.asked_for("chart") == [("lower_back", START, TODAY)]
    assert page.place.currentText() == "Lower back"
    assert page.range.button_of(page.range.value).text() == "8 weeks"


def test_before_the_diary_is_open_it_asks_for_nothing(bridge, theme, qtbot):
    page = ChartsPage(bridge, theme)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    button = page.range.button_of(page.range.value)
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Right)
    assert bridge.asked_for("chart") == []
    bridge.tell_opened(places=("hip",))
    ((place, start, _end),) = bridge.asked_for("chart")
    assert (place, start) == ("hip", dt.date(2025, 9, 20))


def test_places_she_follows_come_first_and_every_other_place_after_them(page):
    offered = [page.place.itemData(row) for row in range(page.place.count())]
    assert offered[:3] == ["lower_back", "hip", "neck"]
    assert len(offered) == len(set(offered)) == 29


def test_another_place_is_chosen_by_keyboard_and_kept_when_something_is_saved(page, bridge, qtbot):
    bridge.asked_for("chart")
    page.setFocus()
    qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_Down)
    assert bridge.asked_for("chart") == [("hip", START, TODAY)]
    bridge.tell_opened(places=("neck", "hip"))
    assert bridge.asked_for("chart") == [("hip", START, TODAY)]
    assert page.place.currentText() == "Hip"


@pytest.mark.parametrize(
    ("button", "start"),
    [
        ("2 weeks", dt.date(2026, 3, 7)),
        ("4 weeks", dt.date(2026, 2, 21)),
        ("6 months", dt.date(2025, 9, 20)),
        ("Year", dt.date(2025, 3, 21)),
        ("All", dt.date(2025, 11, 3)),
    ],
)
def test_a_range_is_a_click_away(page, bridge, qtbot, button, start):
    bridge.asked_for("chart")
    (chip,) = [
        b
        for b in page.range.findChildren(type(page.range.button_of(page.range.value)))
        if b.text() == button
    ]
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert bridge.asked_for("chart") == [("lower_back", start, TODAY)]


def test_ranges_are_one_stop_for_tab_and_arrows_choose(page, bridge, qtbot):
    bridge.asked_for("chart")
    chosen = page.range.button_of(page.range.value)
    chosen.setFocus()
    qtbot.keyClick(chosen, Qt.Key.Key_Right)
    assert bridge.asked_for("chart") == [("lower_back", dt.date(2025, 9, 20), TODAY)]
    stops = [
        one
        for one in page.range.findChildren(type(chosen))
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert [one.text() for one in stops] == ["6 months"]


def test_the_chart_is_drawn_once_and_read_out(page, bridge):
    tell_chart(bridge)
    assert answer_drawing(bridge) == 1
    assert answer_drawing(bridge) == 0
    assert page.read_out.text() == "Friday 20 March 2026: worst pain 5 of 10. Entered late."
    assert page.view.accessibleDescription() == page.read_out.text()
    assert page.in_words.text() == chart_text(chart_data())
    assert page.view.accessibleName() == page.in_words.text()


def test_arrows_read_the_days_out(page, bridge, qtbot):
    tell_chart(bridge)
    answer_drawing(bridge)
    page.view.setFocus()
    qtbot.keyClick(page.view, Qt.Key.Key_Home)
    assert page.read_out.text() == "Sunday 15 March 2026: worst pain 3 of 10."


def test_an_answer_for_what_is_no_longer_asked_is_let_go(page, bridge):
    tell_chart(bridge, place="hip")
    tell_chart(bridge, start=dt.date(2026, 3, 7))
    assert page.in_words.text() == ""
    assert answer_drawing(bridge) == 0


def test_a_resized_page_and_another_theme_are_drawn_again(page, bridge, theme, qtbot):
    tell_chart(bridge)
    answer_drawing(bridge)
    page.resize(900, 660)
    qtbot.waitUntil(lambda: answer_drawing(bridge) == 1)
    theme.set_choice("dark")
    qtbot.waitUntil(lambda: answer_drawing(bridge) == 1)
    theme.set_choice("light")


@pytest.mark.usefixtures("page")
def test_while_a_picture_is_being_drawn_no_second_one_is_asked_for(bridge):
    tell_chart(bridge)
    first = bridge.asked_for("picture")
    tell_chart(bridge, data=chart_data(worst=(1, 1, 1, 1, 1, 1)))
    assert len(first) == 1
    assert bridge.asked_for("picture") == []
    bridge.asked.append(("picture", *first[0]))
    answer_drawing(bridge)
    # The first picture is of the past: the next one is asked for at once.
    ((data, _look),) = bridge.asked_for("picture")
    assert data.worst == (1,) * 6


@pytest.mark.usefixtures("page")
def test_after_a_failure_it_draws_again(bridge):
    tell_chart(bridge)
    bridge.asked_for("picture")
    bridge.failed.emit(Failed(what="save", message="The disk is full."))
    tell_chart(bridge)
    assert bridge.asked_for("picture") == []
    bridge.failed.emit(Failed(what="picture", message="It did not work."))
    tell_chart(bridge)
    assert len(bridge.asked_for("picture")) == 1


def test_the_table_shows_the_same_days_and_needs_no_picture(page, bridge, qtbot):
    tell_chart(bridge)
    answer_drawing(bridge)
    qtbot.mouseClick(page.shown_as.button_of("table"), Qt.MouseButton.LeftButton)
    assert page.table.isVisible()
    assert not page.read_out.isVisible()
    assert page.table.days.index(0, 1).data() == "5"
    page.resize(950, 650)
    tell_chart(bridge, data=chart_data(worst=(1, 1, 1, 1, 1, 9)))
    assert page.table.days.index(0, 1).data() == "9"
    assert bridge.asked_for("picture") == []
    qtbot.mouseClick(page.shown_as.button_of("chart"), Qt.MouseButton.LeftButton)
    assert answer_drawing(bridge) == 1


def test_a_page_that_is_not_shown_waits(page, bridge):
    bridge.asked_for("chart")
    page.hide()
    bridge.tell_opened(places=("lower_back",))
    assert bridge.asked_for("chart") == []
    page.show()
    assert len(bridge.asked_for("chart")) == 1


def test_controls_are_large_enough_at_every_text_size(page, bridge, theme, qtbot):
    tell_chart(bridge)
    for size in (100, 200):
        theme.set_text_size(size)
        page.resize(724, 640)
        buttons = [page.range.button_of(page.range.value), page.shown_as.button_of("table")]
        qtbot.waitUntil(lambda buttons=buttons: all(b.height() >= 44 for b in buttons))
        assert page.place.height() >= 44
        assert page.view.width() <= page.viewport().width()
    theme.set_text_size(100)
