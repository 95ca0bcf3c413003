"""The question after a silence: shown while it is asked, put away once, said once."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt

from diary.rules.model import AlertReport
from diary.rules.questions import Question
from diary.ui.facts import AlertsNow
from diary.ui.question_banner import QuestionBanner
from tests.ui.fakes import TODAY

LEFT = Qt.MouseButton.LeftButton
ASKED = Question(TODAY - dt.timedelta(days=4), "How are you today?", "If you like, record today.")


@pytest.fixture
def banner(qtbot, bridge, theme):
    banner = QuestionBanner(bridge, theme)
    qtbot.addWidget(banner)
    return banner


def tell(bridge, question):
    """Tell the alerts with a question."""
    bridge.alerts_changed.emit(AlertsNow(standing=AlertReport(TODAY, (), ()), question=question))


def test_it_shows_only_while_there_is_a_question(banner, bridge):
    assert banner.isHidden()
    tell(bridge, ASKED)
    assert not banner.isHidden()
    assert banner.text == "How are you today? If you like, record today."
    assert banner.accessibleName() == banner.text
    tell(bridge, None)
    assert banner.isHidden()


def test_not_now_puts_it_away_and_keeps_that(qtbot, banner, bridge):
    tell(bridge, ASKED)
    qtbot.mouseClick(banner.not_now, LEFT)
    assert banner.isHidden()
    assert bridge.asked_for("act") == [(ASKED,)]


def test_not_now_without_a_question_asks_for_nothing(banner, bridge):
    banner.not_now.click()
    assert bridge.asked_for("act") == []


def test_recording_is_asked_for_and_the_question_stays(qtbot, banner, bridge):
    tell(bridge, ASKED)
    with qtbot.waitSignal(banner.record_wanted):
        qtbot.mouseClick(banner.record, LEFT)
    assert not banner.isHidden()
    assert bridge.asked_for("act") == []


def test_it_is_said_aloud_once(monkeypatch, banner, bridge):
    said = []
    monkeypatch.setattr(
        "diary.ui.question_banner.announce", lambda _widget, text: said.append(text)
    )
    tell(bridge, ASKED)
    tell(bridge, ASKED)
    assert said == [banner.text]
