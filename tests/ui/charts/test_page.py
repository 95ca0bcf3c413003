from __future__ import annotations

import dataclasses
import datetime as dt

import pytest
from PySide6.QtCore import QCoreApplication, Qt

from diary.charts.data import Spell
from diary.charts.picture import picture_figure
from diary.charts.text import chart_text
from diary.ui.charts.page import ChartsPage
from diary.ui.facts import Failed
from tests.charts.planes import labels, planes
from tests.ui.charts.samples import chart_data
from tests.ui.charts.telling import (
    START,
    answer_drawing,
    asked_charts,
    choose,
    tell_chart,
    tell_charts,
)
from tests.ui.fakes import TODAY


def test_it_opens_with_the_places_she_follows_and_the_eight_weeks_of_the_sheet(
    bridge, theme, qtbot
):
    page = ChartsPage(bridge, theme)
    qtbot.addWidget(page)
    page.show()
    bridge.tell_opened(places=("lower_back", "hip", "neck", "knee", "skull"))
    assert page.choosing.place.currentText() == "The places I follow"
    assert page.choosing.range.button_of(page.choosing.range.value).text() == "8 weeks"
    followed = ["lower_back", "hip", "neck", "knee"]
    assert asked_charts(bridge) == [[(place, START, TODAY) for place in followed]]
    assert page.choosing._means.text() == "The 4 places you use most."
    assert page.choosing._means.isVisible()
    assert not page.choosing.compared.isVisible()


def test_before_the_diary_is_open_it_asks_for_nothing(bridge, theme, qtbot):
    page = ChartsPage(bridge, theme)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    button = page.choosing.range.button_of(page.choosing.range.value)
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Right)
    assert bridge.asked_for("chart") == []
    bridge.tell_opened(places=("hip",))
    (((place, start, _end),),) = asked_charts(bridge)
    assert (place, start) == ("hip", dt.date(2025, 9, 20))


def test_places_she_follows_come_first_and_every_other_place_after_them(page):
    offered = [page.choosing.place.itemData(row) for row in range(page.choosing.place.count())]
    assert offered[:4] == [None, "lower_back", "hip", "neck"]
    assert len(offered) == len(set(offered)) == 30


def test_another_place_is_chosen_by_keyboard_and_kept_when_something_is_saved(page, bridge, qtbot):
    bridge.asked_for("chart")
    page.setFocus()
    qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_Down)
    assert asked_charts(bridge)[-1:] == [[("hip", START, TODAY)]]
    bridge.tell_opened(places=("neck", "hip"))
    assert asked_charts(bridge)[-1:] == [[("hip", START, TODAY)]]
    assert page.choosing.place.currentText() == "Hip"


def test_before_she_chose_a_place_the_one_recorded_first_takes_its_place(bridge, theme, qtbot):
    page = ChartsPage(bridge, theme)
    qtbot.addWidget(page)
    bridge.tell_opened()
    assert page.choosing.place.currentText() == "Neck"
    page.choosing.range.button_of(page.choosing.range._values[0]).click()
    bridge.tell_opened(places=("hip",))
    assert page.choosing.place.currentText() == "Hip"


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
        for b in page.choosing.range.findChildren(
            type(page.choosing.range.button_of(page.choosing.range.value))
        )
        if b.text() == button
    ]
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert asked_charts(bridge)[-1:] == [[("lower_back", start, TODAY)]]


def test_ranges_are_one_stop_for_tab_and_arrows_choose(page, bridge, qtbot):
    bridge.asked_for("chart")
    chosen = page.choosing.range.button_of(page.choosing.range.value)
    chosen.setFocus()
    qtbot.keyClick(chosen, Qt.Key.Key_Right)
    assert asked_charts(bridge)[-1:] == [[("lower_back", dt.date(2025, 9, 20), TODAY)]]
    stops = [
        one
        for one in page.choosing.range.findChildren(type(chosen))
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
    (((data,), _look),) = bridge.asked_for("picture")
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
        buttons = [
            page.choosing.range.button_of(page.choosing.range.value),
            page.shown_as.button_of("table"),
        ]
        qtbot.waitUntil(lambda buttons=buttons: all(b.height() >= 44 for b in buttons))
        assert page.choosing.place.height() >= 44
        assert page.view.width() <= page.viewport().width()
    theme.set_text_size(100)


def test_two_places_are_compared_and_a_place_never_with_itself(page, bridge, qtbot):
    asked_charts(bridge)
    qtbot.mouseClick(page.choosing.compared.button_of("place"), Qt.MouseButton.LeftButton)
    assert asked_charts(bridge) == [[("lower_back", START, TODAY), ("hip", START, TODAY)]]
    choose(page.choosing.other, "knee")
    assert asked_charts(bridge) == [[("lower_back", START, TODAY), ("knee", START, TODAY)]]
    choose(page.choosing.place, "knee")
    ((first, second),) = asked_charts(bridge)
    assert first[0] == "knee"
    assert second[0] != "knee"


def test_a_time_is_compared_with_the_same_time_before(page, bridge, qtbot):
    asked_charts(bridge)
    qtbot.mouseClick(page.choosing.compared.button_of("before"), Qt.MouseButton.LeftButton)
    before = (dt.date(2025, 11, 29), dt.date(2026, 1, 23))
    assert asked_charts(bridge) == [[("lower_back", START, TODAY), ("lower_back", *before)]]
    assert (before[1] - before[0]) == (TODAY - START)
    assert not page.choosing.other.isVisible()


def test_a_day_of_several_charts_is_read_out_with_its_places(page, bridge, qtbot):
    qtbot.mouseClick(page.choosing.compared.button_of("place"), Qt.MouseButton.LeftButton)
    tell_charts(bridge, ("lower_back", START, TODAY), ("hip", START, TODAY))
    lines = page.read_out.text().splitlines()
    assert len(lines) == 2
    assert all(line.startswith("Lower back: Friday 20 March 2026:") for line in lines)
    assert page.view.accessibleName().count("Lower back, ") == 2
    ((charts, _look),) = bridge.asked_for("picture")
    assert len(charts) == 2


def test_more_panels_and_lanes_make_the_page_longer_not_the_panels_smaller(page, bridge, qtbot):
    tell_chart(bridge)
    one = page.view.minimumSizeHint().height()
    qtbot.mouseClick(page.choosing.compared.button_of("place"), Qt.MouseButton.LeftButton)
    tell_charts(bridge, ("lower_back", START, TODAY), ("hip", START, TODAY))
    assert page.view.minimumSizeHint().height() > one + 150


def test_an_alert_has_room_for_its_name_over_each_of_its_days(page, bridge):
    tell_chart(bridge)
    without = page.view.minimumSizeHint().height()
    names = [f"An alert of day {number}" for number in range(3)]
    days = [TODAY - dt.timedelta(days=number) for number in range(3)]
    spells = tuple(Spell(day, day, name) for day, name in zip(days, names, strict=True))
    data = dataclasses.replace(chart_data(), spells=spells)
    tell_chart(bridge, data=data)
    # No more than fits: the layout may give no more.
    size = page.view.minimumSizeHint()
    assert size.height() > without
    figure = picture_figure((data,), dataclasses.replace(page.view.look, height=size.height()))
    drawn = {word for plane in planes(figure) for word in labels(plane.words)}
    assert drawn.issuperset(names)


def test_a_long_range_says_that_it_is_drawn_week_by_week(page, bridge, qtbot):
    tell_chart(bridge)
    assert not page.by_weeks.isVisible()
    bridge.tell_opened(places=("lower_back",), first_day=dt.date(2015, 1, 1))
    last = page.choosing.range._values[-1]
    qtbot.mouseClick(page.choosing.range.button_of(last), Qt.MouseButton.LeftButton)
    long = chart_data(worst=(3,) * 500)
    tell_chart(bridge, start=dt.date(2015, 1, 1), data=long)
    assert page.by_weeks.isVisible()
    assert page.by_weeks.text().startswith("Drawn week by week")
    assert page.by_weeks.text() in page.in_words.text()


def test_a_chart_is_saved_as_it_looks_in_the_form_she_chose(bridge, theme, qtbot, tmp_path):
    suggested = []

    def ask(_parent, name, chosen):
        suggested.append(name.name)
        chosen(str(tmp_path / name.name))

    page = ChartsPage(bridge, theme, ask=ask)
    qtbot.addWidget(page)
    page.show()
    qtbot.mouseClick(page.saving.png, Qt.MouseButton.LeftButton)
    assert suggested == []
    bridge.tell_opened(places=("lower_back",))
    tell_chart(bridge)
    for button, ending in ((page.saving.png, "png"), (page.saving.svg, "svg")):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        name = f"Daymark lower back 2026-03-15 to 2026-03-20.{ending}"
        assert suggested[-1] == name
        ((_desk, charts, look, out),) = bridge.asked_for("chart_file")
        assert charts == (chart_data(),)
        assert look == page.view.look
        assert out == tmp_path / name
    bridge.charts.saved.emit(out)
    assert page.saving.said.text() == f"Saved to {out}"
    bridge.failed.emit(Failed(what="chart_file", message="The disk is full."))
    assert page.saving.said.text() == "The chart was not saved."


def test_tab_goes_as_the_eye_does(page, bridge, qtbot):
    tell_chart(bridge)
    qtbot.mouseClick(page.choosing.compared.button_of("place"), Qt.MouseButton.LeftButton)
    page.choosing.place.setFocus()
    visited = []
    for _ in range(6):
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        visited.append(page.focusWidget())
    assert visited == [
        page.choosing.compared.button_of("place"),
        page.choosing.other,
        page.choosing.range.button_of(page.choosing.range.value),
        page.shown_as.button_of("chart"),
        page.view,
        page.saving.png,
    ]


def test_a_chart_with_a_line_above_it_is_drawn_once(page, bridge, qtbot):
    tell_chart(bridge)
    assert answer_drawing(bridge) == 1
    bridge.tell_opened(places=("lower_back",), first_day=dt.date(2015, 1, 1))
    last = page.choosing.range._values[-1]
    qtbot.mouseClick(page.choosing.range.button_of(last), Qt.MouseButton.LeftButton)
    QCoreApplication.processEvents()
    answer_drawing(bridge)
    tell_chart(bridge, start=dt.date(2015, 1, 1), data=chart_data(worst=(3,) * 500))
    assert answer_drawing(bridge) == 1
    QCoreApplication.processEvents()
    assert page.by_weeks.isVisible()
    assert bridge.asked_for("picture") == []


def test_more_charts_and_fewer_are_drawn_once_when_all_is_laid_out(page, bridge):
    followed = ("lower_back", "hip", "neck", "knee")
    bridge.tell_opened(places=followed)
    for place in ("hip", None, "neck", None):
        choose(page.choosing.place, place)
        QCoreApplication.processEvents()
        answer_drawing(bridge)
        shown = followed if place is None else (place,)
        tell_charts(bridge, *[(one, START, TODAY) for one in shown])
        assert answer_drawing(bridge) == 1
        for _ in range(5):
            QCoreApplication.processEvents()
        assert bridge.asked_for("picture") == []
