"""Every page at its hardest sizes: nothing cut, covered, out of reach, or silent."""

from __future__ import annotations

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QToolButton, QWidget

from diary import i18n
from diary.domain.diary import Diary
from diary.paths import AppPaths
from diary.resources import resource
from diary.services.open import open_services
from diary.ui import pages, start
from diary.ui.start import Session
from diary.ui.widgets.buttons import Button
from tests.ui import layout_walk as walk
from tests.ui import pseudo
from tests.ui.fakes import NOON

SAMPLE = "sample/sample-diary.json"
PAGES = tuple(entry.id for entry in (*pages.PAGES, *pages.FOOT_PAGES))
LOOKS = {"1024x640 at 200 %": (1024, 640, 200), "1920x1080 at 100 %": (1920, 1080, 100)}
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
    session.theme.set_text_size(100)
    session.window._was_asked = True
    session.window.close()
    session.bridge.close()


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


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_cut_covered_out_of_reach_or_silent(session, qtbot, name, look):
    width, height, text_size = LOOKS[look]
    window = session.window
    session.theme.set_text_size(text_size)
    window.resize(width, height)
    window.show_page(name)
    found = {}
    for state in states_of(name, window.pages[name]):
        settle(qtbot, session)
        found[state] = [*walk.findings(window.pages[name]), *walk.findings(window.rail)]
    assert {state: wrong for state, wrong in found.items() if wrong} == {}


@pytest.fixture
def stretched(monkeypatch, qapp):
    """Have the window speak the made-up language, and begin on the right."""

    def choose(app, _wanted):
        monkeypatch.setattr(i18n, "_own", pseudo.VOICE)
        app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    monkeypatch.setattr(start, "choose_language", choose)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.mark.usefixtures("stretched")
class TestInAnotherLanguage:
    """Longer words, from right to left, and none that a translator would never see."""

    @pytest.mark.parametrize("look", LOOKS)
    @pytest.mark.parametrize("name", PAGES)
    def test_nothing_is_cut_covered_or_left_in_english(self, session, qtbot, name, look):
        width, height, text_size = LOOKS[look]
        window = session.window
        session.theme.set_text_size(text_size)
        window.resize(width, height)
        window.show_page(name)
        found = {}
        for state in states_of(name, window.pages[name]):
            settle(qtbot, session)
            found[state] = [
                finding
                for page in (window.pages[name], window.rail)
                for finding in walk.text_findings(page)
            ]
        assert {state: wrong for state, wrong in found.items() if wrong} == {}


class TestInEachLanguage:
    """The languages there are, where room is scarcest."""

    @pytest.fixture(params=[code for code in i18n.languages() if code != i18n.ENGLISH])
    def spoken(self, request, monkeypatch, qapp):
        choose = start.choose_language
        monkeypatch.setattr(start, "choose_language", lambda app, _: choose(app, request.param))
        yield
        choose(qapp, i18n.ENGLISH)

    @pytest.mark.parametrize("name", PAGES)
    def test_every_page_opens_and_nothing_is_cut(self, spoken, session, qtbot, name):  # noqa: ARG002
        session.theme.set_text_size(200)
        session.window.resize(1024, 640)
        session.window.show_page(name)
        settle(qtbot, session)
        page = session.window.pages[name]
        wrong = [*walk.cut_texts(page), *walk.overlaps(page), *walk.outside(page)]
        assert [*wrong, *walk.cut_texts(session.window.rail)] == []


class TestTheWalk:
    """It finds what it looks for."""

    @pytest.fixture
    def page(self, qtbot, theme):  # noqa: ARG002  the style makes the sizes
        page = QWidget()
        qtbot.addWidget(page)
        page.resize(400, 300)
        page.show()
        page.activateWindow()
        return page

    @staticmethod
    def put(widget, x, y, width, height):
        widget.setGeometry(x, y, width, height)
        widget.show()
        return widget

    @pytest.mark.parametrize(
        ("text", "found"),
        [
            (pseudo.pseudo("No pain today"), []),
            (pseudo.pseudo("{n} days"), []),
            ("Untranslated throughout", ["Untranslated", "throughout"]),
            ("22 March 2026", []),
            ("/home/somebody/diary", []),
        ],
    )
    def test_words_that_were_never_translated(self, page, text, found):
        self.put(QLabel(text, page), 0, 0, 300, 20)
        assert [str(found) in finding for finding in walk.left_in_english(page)] == [True][
            : len(found)
        ]

    def test_words_without_room(self, page):
        self.put(QLabel("many words in a line", page), 0, 0, 30, 20)
        wrapped = QLabel("many words in a line", page)
        wrapped.setWordWrap(True)
        self.put(wrapped, 200, 0, 60, 20)
        self.put(QPushButton("many words", page), 0, 100, 50, 50)
        assert len(walk.cut_texts(page)) == 3

    def test_neighbours_on_each_other(self, page):
        self.put(QPushButton("a", page), 0, 0, 60, 60)
        self.put(QPushButton("b", page), 50, 50, 60, 60)
        self.put(QPushButton("c", page), 110, 110, 60, 60)
        assert len(walk.overlaps(page)) == 1

    def test_what_is_outside(self, page):
        self.put(QPushButton("a", page), 350, 0, 60, 60)
        assert len(walk.outside(page)) == 1

    def test_what_is_small(self, page):
        self.put(QToolButton(page), 0, 0, 44, 43)
        self.put(QToolButton(page), 60, 0, 44, 44)
        assert len(walk.small_targets(page)) == 1

    def test_what_has_no_name_or_cannot_be_reached(self, page):
        self.put(QPushButton("", page), 0, 0, 60, 60)
        named = self.put(QCheckBox("b", page), 100, 0, 60, 60)
        assert [finding.split(":")[0] for finding in walk.nameless(page)] == ["no name"]
        named.setFocusPolicy(named.focusPolicy().NoFocus)
        assert len(walk.nameless(page)) == 2

    def test_a_focus_that_is_not_seen(self, page):
        class Plain(QPushButton):
            def paintEvent(self, _event):  # noqa: N802  as Qt calls it
                """Show nothing, whatever happens."""

        self.put(QPushButton("seen", page), 0, 0, 100, 60)
        self.put(Plain("unseen", page), 200, 0, 100, 60)
        assert [finding.split("'")[1] for finding in walk.unseen_focus(page)] == ["unseen"]
