"""The page and what the system would ask."""

from __future__ import annotations

import pytest

from diary.ui.visit.page import VisitPage


class System:
    """What the system would ask and show."""

    def __init__(self, folder):
        self.folder = folder
        self.suggested = []
        self.shown = []
        self.cancels = False
        self.printing = []

    def ask(self, _parent, suggested, chosen):
        self.suggested.append(suggested)
        if not self.cancels:
            chosen(str(self.folder / suggested.name))

    def show(self, folder):
        self.shown.append(folder)

    def ask_printer(self, _parent, paper, title, chosen):
        self.printing.append((paper, title))
        if not self.cancels:
            chosen(print)


@pytest.fixture
def system(tmp_path):
    return System(tmp_path)


@pytest.fixture
def page(bridge, theme, qtbot, system):
    page = VisitPage(
        bridge, theme, ask=system.ask, show=system.show, ask_printer=system.ask_printer
    )
    qtbot.addWidget(page)
    page.resize(1000, 700)
    with qtbot.waitExposed(page):
        page.show()
    bridge.tell_opened()
    return page
