"""Bridges over the real services, and the facts that answer what is asked."""

from __future__ import annotations

import pytest

from diary.ui.bridge import Bridge
from diary.ui.clock import Clock
from diary.ui.tasks import Tasks
from tests.ui.fakes import NOON, TODAY


@pytest.fixture
def make_bridge(qtbot):
    """Make bridges and close them at the end."""
    made = []

    def make_bridge(open_it):
        bridge = Bridge(Tasks(), open_it, Clock(TODAY, NOON))
        made.append(bridge)
        return bridge

    yield make_bridge
    for bridge in made:
        bridge.close()
    del qtbot


@pytest.fixture
def ask(qtbot):
    """Make a request, once all before it is answered, and return the fact that answers it."""

    def ask(signal, request, *arguments, **named):
        owner = getattr(request, "func", request).__self__
        tasks = (owner if isinstance(owner, Bridge) else owner.parent())._tasks
        qtbot.waitUntil(lambda: not tasks.busy)
        with qtbot.waitSignal(signal) as told:
            request(*arguments, **named)
        return told.args[0]

    return ask


def facts_of(qtbot, signals, request, *arguments):
    """Return the facts of several signals that a request leads to, in order."""
    told = []
    for signal in signals:
        signal.connect(told.append)
    with qtbot.waitSignals(signals):
        request(*arguments)
    for signal in signals:
        signal.disconnect(told.append)
    return told
