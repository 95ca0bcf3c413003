from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel

from diary import __version__
from diary.rules.model import RULE_BOOK
from diary.ui.help import words
from diary.ui.help.page import HelpPage
from diary.ui.pages import FOOT_PAGES, PAGES
from tests.ui.hands import words_of


@pytest.fixture
def page(bridge, theme, qtbot):
    keys = [(entry.label, entry.keys) for entry in (*PAGES, *FOOT_PAGES)]
    page = HelpPage(bridge, theme, keys)
    qtbot.addWidget(page)
    page.resize(900, 700)
    with qtbot.waitExposed(page):
        page.show()
    return page


def test_it_says_what_it_is_and_is_not(page):
    told = " ".join(words_of(page))
    for part in words.PARTS:
        assert part.title in told
        assert all(line in told for line in part.lines)
    assert "this is not an all-clear" in told
    assert "not certified" in told


def test_every_page_and_its_keys_are_told(page):
    told = words_of(page)
    for entry in (*PAGES, *FOOT_PAGES):
        assert told[told.index(entry.keys) + 1] == entry.label
    assert {"Ctrl+Enter", "Alt+Left", "Alt+Right"} <= set(told)


def test_versions_are_told(page):
    told = words_of(page)
    assert told[told.index("Daymark") + 1] == __version__
    assert told[told.index("Rule book") + 1] == RULE_BOOK


def test_the_licences_are_shown_when_asked_for(page, qtbot):
    licences = page.licences
    assert not licences.notices.isVisible()
    qtbot.keyClick(licences.button, Qt.Key.Key_Space)
    assert "Atkinson Hyperlegible" in licences.notices.text()
    assert licences.button.text() == "Put the licences away"
    qtbot.keyClick(licences.button, Qt.Key.Key_Space)
    assert not licences.notices.isVisible()


def test_it_opens_no_link(page):
    assert not any(label.openExternalLinks() for label in page.findChildren(QLabel))
    assert not page.licences.notices.textInteractionFlags() & (
        Qt.TextInteractionFlag.LinksAccessibleByMouse
    )


def test_the_keys_go_down_the_page(page, qtbot):
    page.activateWindow()
    page.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_PageDown)
    assert page.verticalScrollBar().value() > 0


@pytest.mark.parametrize("text_size", [100, 200])
def test_nothing_is_cut_off_in_a_small_window(page, theme, text_size):
    page.licences.button.click()
    theme.set_text_size(text_size)
    page.resize(734, 640)
    QApplication.processEvents()
    for label in page.findChildren(QLabel):
        right = label.mapTo(page.widget(), QPoint(label.width(), 0)).x()
        assert right <= page.viewport().width(), label.text()[:40]
