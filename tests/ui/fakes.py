"""A bridge that asks nobody: it keeps what was asked, and tests emit the answers."""

from __future__ import annotations

import datetime as dt
import functools

import pytest

from diary.domain.care import Profile
from diary.paths import AppPaths
from diary.rules.model import AlertReport
from diary.services.open import open_services
from diary.ui.bridge import Bridge
from diary.ui.clock import Clock
from diary.ui.facts import AlertsNow, DiaryOpened
from diary.ui.tasks import Tasks
from diary.ui.theme import apply_theme

TODAY = dt.date(2026, 3, 20)
NOON = dt.datetime(2026, 3, 20, 12, tzinfo=dt.UTC)


class FakeBridge(Bridge):
    """Keeps the requests in ``asked``: what, then its arguments."""

    def __init__(self) -> None:
        super().__init__(None, None, Clock(TODAY, NOON))
        self.asked = []

    def _ask(self, what, job, _done):
        named = getattr(job, "keywords", {})
        arguments = [*getattr(job, "args", ()), *named.values()]
        if what == "save" and arguments[-1] == ():
            arguments.pop()  # nothing was said about usual levels
        self.asked.append((what, *arguments))

    def asked_for(self, what):
        """Return the arguments of the requests of one kind, and forget them."""
        found = [request[1:] for request in self.asked if request[0] == what]
        self.asked = [request for request in self.asked if request[0] != what]
        return found

    def tell_opened(self, **changes):
        """Tell that the diary is open."""
        fact = {
            "first_day": dt.date(2025, 11, 3),
            "last_day": TODAY,
            "places": (),
            "profile": Profile(),
            "events": (),
        }
        self.opened.emit(DiaryOpened(**{**fact, **changes}))

    def tell_speaking(self, *alerts, day=TODAY):
        """Tell which alerts speak now that a day is saved."""
        standing = AlertReport(TODAY, alerts, ())
        self.alerts_changed.emit(AlertsNow(standing=standing, saved_day=day, speaking=alerts))


def begun(paths):
    """Make an empty diary whose first screens were skipped, and return its paths."""
    services = open_services(paths)
    services.care.finish_first_run()
    services.close()
    return paths


@pytest.fixture
def bridge(qapp):  # noqa: ARG001  Qt objects need the application first
    return FakeBridge()


@pytest.fixture
def theme(qapp):
    return apply_theme(qapp, "light")


@pytest.fixture
def paths(tmp_path):
    """Return where a new diary will be."""
    return AppPaths(tmp_path / "data")


@pytest.fixture
def real_bridge(paths, qapp, qtbot):
    """Open a new diary and give the bridge to it."""
    bridge = Bridge(Tasks(qapp), functools.partial(open_services, paths), Clock(TODAY, NOON))
    with qtbot.waitSignal(bridge.opened):
        bridge.open_diary()
    yield bridge
    bridge.close()
