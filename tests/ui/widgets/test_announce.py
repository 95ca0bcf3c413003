from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible

from diary.ui.widgets.announce import announce
from diary.ui.widgets.banner import Banner


@pytest.fixture
def heard(monkeypatch):
    """Listen as a screen reader does."""
    heard = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(
        QAccessible, "updateAccessibility", lambda event: heard.append(event.message())
    )
    return heard


def test_what_happened_is_read_aloud(heard, theme, qtbot):
    banner = Banner(theme)
    qtbot.addWidget(banner)
    banner.tell("The disk is full.")
    assert heard == ["The disk is full."]


@pytest.mark.parametrize("active", [True, False])
def test_with_or_without_a_screen_reader_nothing_breaks(theme, qtbot, active):
    was_active = QAccessible.isActive()
    banner = Banner(theme)
    qtbot.addWidget(banner)
    QAccessible.setActive(active)
    announce(banner, "Saved.")
    QAccessible.setActive(was_active)
    assert QAccessible.isActive() == was_active
