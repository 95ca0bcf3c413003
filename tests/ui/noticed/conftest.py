"""The page with what was noticed."""

from __future__ import annotations

import pytest

from diary.domain.care import Contact, Profile
from diary.ui.noticed.page import NoticedPage

LINE = Contact(name="Cancer line", phone="0800 111", hours="24 h", for_="emergency")


@pytest.fixture
def page(bridge, theme, qtbot):
    page = NoticedPage(bridge, theme)
    qtbot.addWidget(page)
    page.resize(1000, 700)
    with qtbot.waitExposed(page):
        page.show()
    bridge.tell_opened(profile=Profile(contacts=(LINE,)))
    return page
