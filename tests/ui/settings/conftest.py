"""The page *Settings* over a real file, with the real bridge, used by its visible controls."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from diary.ui.settings.page import SettingsPage


class Used:
    """The page and what is in its diary."""

    def __init__(self, page, bridge, qtbot):
        self.page, self.bridge, self.qtbot = page, bridge, qtbot

    def rest(self):
        """Wait until all that was asked for is answered."""
        self.qtbot.waitUntil(lambda: not self.bridge.busy, timeout=20_000)

    def press(self, button):
        assert button.isVisible()
        assert button.isEnabled()
        button.setFocus()
        self.qtbot.keyClick(button, Qt.Key.Key_Space)
        self.rest()

    def write(self, field, text):
        field.setFocus()
        field.selectAll()
        self.qtbot.keyClicks(field, text)
        self.rest()

    def choose(self, dropdown, words):
        dropdown.setFocus()
        assert dropdown.findText(words) > 0
        dropdown.setCurrentIndex(dropdown.findText(words))
        dropdown.activated.emit(dropdown.currentIndex())

    def in_file(self):
        """Return what surrounds the days, from the file."""
        return self.bridge._desk.services.care.now()


@pytest.fixture
def use(real_bridge, theme, qtbot):
    """Return a function that opens a part of the page."""

    def use(part):
        page = SettingsPage(real_bridge, theme)
        qtbot.addWidget(page)
        page.resize(1000, 800)
        with qtbot.waitExposed(page):
            page.show()
        used = Used(page, real_bridge, qtbot)
        page.show_part(part)
        used.rest()
        return used

    return use
