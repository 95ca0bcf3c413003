"""The page of the charts."""

from __future__ import annotations

import pytest

from diary.ui.charts.page import ChartsPage
from tests.ui.charts.telling import choose


@pytest.fixture
def page(bridge, theme, qtbot):
    page = ChartsPage(bridge, theme)
    qtbot.addWidget(page)
    page.resize(1000, 700)
    with qtbot.waitExposed(page):
        page.show()
    bridge.tell_opened(places=("lower_back", "hip"))
    choose(page.choosing.place, "lower_back")
    return page
