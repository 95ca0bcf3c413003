"""What a test made for the whole application goes with the test.

Widgets that wait to be deleted would be dressed anew by the theme of the next test, which took a
third of the time of all tests of the window.
"""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from diary.ui.theme import Theme


@pytest.fixture(autouse=True)
def own_themes(qapp):
    """Delete the themes of a test, and all that waits for it."""
    before = _themes(qapp)
    yield
    own = _themes(qapp) - before
    for theme in own:
        theme.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if own and not before:
        qapp.setStyleSheet("")  # its pictures are gone with its theme


def _themes(app):
    return {child for child in app.children() if isinstance(child, Theme)}
