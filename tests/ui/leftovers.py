"""What a test made for the whole application goes with the test."""

from __future__ import annotations

import pytest

from diary.ui.theme import Theme


@pytest.fixture(autouse=True)
def own_themes(qapp):
    """Delete the themes of a test; those left would dress the widgets of all tests after it.

    Each goes when Qt comes to it, after the widgets that still use it.
    """
    before = _themes(qapp)
    yield
    for theme in _themes(qapp) - before:
        theme.deleteLater()


def _themes(app):
    return {child for child in app.children() if isinstance(child, Theme)}
