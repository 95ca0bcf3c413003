"""What a test made for the whole application goes with the test."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from diary.ui.theme import Theme


@pytest.fixture(autouse=True)
def own_themes(qapp):
    """Delete the widgets of a test, then its themes.

    Widgets left would be dressed anew by each theme of the tests after it, and themes left would
    dress the widgets of those.
    """
    before = _themes(qapp)
    yield
    delete_what_was_closed()
    for theme in _themes(qapp) - before:
        theme.deleteLater()
    delete_what_was_closed()


def delete_what_was_closed():
    """Delete at once what Qt would delete the next time that it waits for something."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _themes(app):
    return {child for child in app.children() if isinstance(child, Theme)}
