"""Every page at its hardest sizes: nothing cut, covered, out of reach, or silent."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QToolButton, QWidget

from diary import i18n
from diary.ui import start
from tests.ui import layout_walk as walk
from tests.ui import pseudo
from tests.ui.every_page import PAGES, sample, session, settle, states_of

__all__ = ["sample", "session"]  # pytest looks for fixtures here

LOOKS = {"1024x640 at 200 %": (1024, 640, 200), "1920x1080 at 100 %": (1920, 1080, 100)}


@pytest.mark.parametrize("look", LOOKS)
def test_nothing_is_cut_covered_out_of_reach_or_silent(session, qtbot, look):
    assert found_wrong(session, qtbot, look, walk.findings) == {}


def found_wrong(session, qtbot, look, findings):
    """Return what is found wrong with each page of one window, by the states it is wrong in."""
    width, height, text_size = LOOKS[look]
    window = session.window
    session.theme.set_text_size(text_size)
    window.resize(width, height)
    found = {}
    for name in PAGES:
        window.show_page(name)
        for state in states_of(name, window.pages[name]):
            settle(qtbot, session)
            found[state] = [*findings(window.pages[name]), *findings(window.rail)]
    assert len(found) > len(PAGES)
    return {state: wrong for state, wrong in found.items() if wrong}


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
    def test_nothing_is_cut_covered_or_left_in_english(self, session, qtbot, look):
        assert found_wrong(session, qtbot, look, walk.text_findings) == {}


class TestInEachLanguage:
    """The languages there are, where room is scarcest."""

    @pytest.fixture(params=[code for code in i18n.languages() if code != i18n.ENGLISH])
    def spoken(self, request, monkeypatch, qapp):
        choose = start.choose_language
        monkeypatch.setattr(start, "choose_language", lambda app, _: choose(app, request.param))
        yield
        choose(qapp, i18n.ENGLISH)

    def test_every_page_opens_and_nothing_is_cut(self, spoken, session, qtbot):  # noqa: ARG002
        session.theme.set_text_size(200)
        session.window.resize(1024, 640)
        found = {}
        for name in PAGES:
            session.window.show_page(name)
            settle(qtbot, session)
            page = session.window.pages[name]
            wrong = [*walk.cut_texts(page), *walk.overlaps(page), *walk.outside(page)]
            found[name] = [*wrong, *walk.cut_texts(session.window.rail)]
        assert {name: wrong for name, wrong in found.items() if wrong} == {}


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
