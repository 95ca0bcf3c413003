from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt

from diary.domain.note_search import NoteHit
from diary.services.looking_back import FoundNotes
from diary.ui.calendar.find_bar import FindBar
from tests.ui.fakes import TODAY

LEFT = Qt.MouseButton.LeftButton
HITS = tuple(
    NoteHit(TODAY - dt.timedelta(days=number), "walked up the hill " * 8) for number in range(3)
)


@pytest.fixture
def bar(theme, qtbot):
    bar = FindBar(TODAY, theme)
    qtbot.addWidget(bar)
    bar.resize(880, 500)
    with qtbot.waitExposed(bar):
        bar.show()
    bar.window().activateWindow()
    return bar


def look_for(qtbot, bar, words):
    bar.words.clear()
    qtbot.keyClicks(bar.words, words)
    qtbot.mouseClick(bar.search, LEFT)


def test_the_button_opens_the_day_of_the_field(bar, qtbot):
    bar.date.set_day(dt.date(2019, 5, 1))
    with qtbot.waitSignal(bar.day_wanted) as asked:
        qtbot.mouseClick(bar.open, LEFT)
    assert asked.args == [dt.date(2019, 5, 1)]


def test_nothing_is_looked_for_without_words(bar, qtbot):
    with qtbot.assertNotEmitted(bar.search_wanted):
        look_for(qtbot, bar, "  ")
        bar.search_again()


def test_what_was_found_is_shown_with_its_days(bar, qtbot):
    with qtbot.waitSignal(bar.search_wanted) as asked:
        look_for(qtbot, bar, " walk ")
    assert asked.args == ["walk"]
    assert not bar.hits.isVisible()
    bar.show_found("walk", FoundNotes(HITS, 3))
    assert bar.hits.isVisible()
    assert bar.hits.item(0).text().startswith("Friday 20 March 2026. walked up the hill")
    with qtbot.waitSignal(bar.day_wanted) as asked:
        place = bar.hits.visualItemRect(bar.hits.item(1)).center()
        qtbot.mouseClick(bar.hits.viewport(), LEFT, pos=place)
    assert asked.args == [HITS[1].day]


def test_an_old_answer_is_let_go(bar, qtbot):
    look_for(qtbot, bar, "walk")
    bar.show_found("wal", FoundNotes(HITS, 3))
    assert not bar.hits.isVisible()


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (FoundNotes((), 0), "No note has all of these words."),
        (FoundNotes(HITS[:1], 1), "Written on 1 day."),
        (
            FoundNotes(HITS, 120),
            "Written on 120 days. The newest 3 are shown; one more word finds fewer.",
        ),
    ],
)
def test_how_many_there_are_is_said(bar, qtbot, found, words):
    look_for(qtbot, bar, "walk")
    bar.show_found("walk", found)
    assert bar.said.text() == words
    assert bar.hits.isVisible() == bool(found.hits)


def test_what_was_found_can_be_put_away(bar, qtbot):
    look_for(qtbot, bar, "walk")
    bar.show_found("walk", FoundNotes(HITS, 3))
    bar.close_hits.setFocus()
    qtbot.keyClick(bar.close_hits, Qt.Key.Key_Space)
    assert not bar.hits.isVisible()
    assert not bar.said.isVisible()
    assert bar.words.text() == ""
    assert bar.window().focusWidget() is bar.words


def test_each_day_found_is_a_large_target_and_all_its_words_are_there(bar, qtbot, theme):
    look_for(qtbot, bar, "walk")
    bar.show_found("walk", FoundNotes(HITS, 3))
    before = bar.hits.sizeHintForRow(0)
    assert before >= 44
    theme.set_text_size(200)
    bar.resize(600, 900)
    qtbot.waitUntil(lambda: bar.hits.sizeHintForRow(0) > 2 * before)
    theme.set_text_size(100)
