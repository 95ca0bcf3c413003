"""The body with what hurt over a range of days."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt

from diary.domain.entry import DayEntry, Pain
from diary.report.body import body_maps
from diary.ui.facts import BodySummed
from tests.ui.charts.telling import START
from tests.ui.fakes import TODAY


def test_the_body_is_asked_for_when_it_is_shown_and_with_each_range(page, bridge, qtbot):
    assert bridge.asked_for("body") == []
    qtbot.mouseClick(page.shown_as.button_of("body"), Qt.MouseButton.LeftButton)
    assert [asked[1:] for asked in bridge.asked_for("body")] == [(START, TODAY)]
    assert page.body_sums.isVisible()
    assert not page.body_sums.nothing.isVisible()  # not known yet
    bridge.charts.body_summed.emit(BodySummed(start=START, end=TODAY, maps=None))
    assert page.body_sums.nothing.isVisible()
    first = page.choosing.range._values[0]
    qtbot.mouseClick(page.choosing.range.button_of(first), Qt.MouseButton.LeftButton)
    assert [asked[1] for asked in bridge.asked_for("body")] == [dt.date(2026, 3, 7)]
    assert not page.body_sums.nothing.isVisible()
    maps = body_maps(BACK_AND_HIP, dt.date(2026, 3, 7), TODAY)
    bridge.charts.body_summed.emit(BodySummed(start=START, end=TODAY, maps=maps))
    assert page.body_sums.bodies == []
    start = dt.date(2026, 3, 7)
    bridge.charts.body_summed.emit(BodySummed(start=start, end=TODAY, maps=maps))
    assert [body.drawing.accessibleName() for body in page.body_sums.bodies] == [
        one.text for one in maps.maps
    ]
    assert not page.body_sums.nothing.isVisible()
    qtbot.waitUntil(lambda: page.body_sums.bodies[0].drawing.width() > 200)
    assert shades(page.body_sums.bodies[2].drawing) > shades(page.body_sums.bodies[0].drawing)


def shades(drawing):
    image = drawing.grab().toImage()
    size = image.width(), image.height()
    return len({image.pixel(x, y) for x in range(0, size[0], 2) for y in range(0, size[1], 2)})


BACK_AND_HIP = (
    DayEntry(date=TODAY, pains=(Pain(region="lower_back", worst=6), Pain(region="hip", worst=2))),
)
