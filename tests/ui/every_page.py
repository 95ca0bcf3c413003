"""The window on the sample diary, and each of its pages in every state worth a look."""

from __future__ import annotations

import shutil

import pytest

from diary.domain.diary import Diary
from diary.paths import AppPaths
from diary.resources import resource
from diary.services.open import open_services
from diary.ui import pages
from diary.ui.start import Session
from diary.ui.widgets.buttons import Button
from tests.ui.fakes import NOON
from tests.ui.leftovers import delete_what_was_closed

SAMPLE = "sample/sample-diary.json"
PAGES = tuple(entry.id for entry in (*pages.PAGES, *pages.FOOT_PAGES))
UNFOLDS = "chevron-down"  # the icon of buttons that show more
QUIET_TURNS = 5  # so many looks at an idle program in a row before the walk


@pytest.fixture(scope="session")
def sample(tmp_path_factory):
    """A data folder with the sample diary, and the day it ends on."""
    paths = AppPaths(tmp_path_factory.mktemp("sample") / "data")
    services = open_services(paths)
    try:
        day = Diary.model_validate_json(resource(SAMPLE).read_bytes()).last_day
        services.transfer.import_file(resource(SAMPLE), day, NOON)
    finally:
        services.close()
    return paths, day


@pytest.fixture
def session(sample, qapp, qtbot, tmp_path):
    """The window on the sample diary."""
    filled, day = sample
    paths = AppPaths(tmp_path / "data")
    shutil.copytree(filled.folder, paths.folder)
    session = Session(qapp, paths, day)
    qtbot.addWidget(session.window)
    with qtbot.waitSignal(session.bridge.alerts_changed):
        session.window.show()
    session.window.activateWindow()
    yield session
    session.window.leaving.was_asked = True
    session.window.close()
    session.bridge.close()
    delete_what_was_closed()  # or all of it would be laid out anew for the next line
    session.theme.set_text_size(100)


def settle(qtbot, session):
    """Wait until everything asked for is shown."""
    quiet = []

    def is_quiet():
        quiet.append(True) if not session.bridge.busy else quiet.clear()
        return len(quiet) >= QUIET_TURNS

    # The first chart brings matplotlib, which takes its time on a busy machine.
    qtbot.waitUntil(is_quiet, timeout=30_000)


def states_of(name, page):
    """Bring a page into each state worth a walk, and yield what it is called."""
    yield name
    if name == "calendar":
        page.finder.words.setText("walk")
        page.finder.search.click()
        yield "calendar with days found"
        page.earlier.click()
        yield "calendar with earlier versions"
    if name == "noticed":
        for card in page.standing.widgets:
            card.why.click()
            card.told.click()
        yield "noticed, with reasons and a form"
    if name == "settings":
        for part in page._parts:
            page.show_part(part)
            yield f"settings, {part}"
    for button in page.findChildren(Button):
        if button.isVisible() and button.isEnabled() and button._icon_name == UNFOLDS:
            button.click()
    yield f"{name} unfolded"
