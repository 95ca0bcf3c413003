from __future__ import annotations

import pytest


@pytest.fixture
def shown(qtbot):
    """Show a widget in a window of its own, in front."""

    def show(widget, width=900, height=700):
        qtbot.addWidget(widget)
        widget.resize(width, height)
        with qtbot.waitExposed(widget):
            widget.show()
        widget.activateWindow()
        return widget

    return show


@pytest.fixture
def press(qtbot):
    """Press keys on whatever has the focus; a text is typed."""

    def press(widget, *keys, modifier=None):
        for key in keys:
            target = widget.window().focusWidget()
            if isinstance(key, str):
                qtbot.keyClicks(target, key)
            elif modifier is None:
                qtbot.keyClick(target, key)
            else:
                qtbot.keyClick(target, key, modifier)

    return press
