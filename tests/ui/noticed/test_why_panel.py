"""The workings of an alert, opened from its card."""

from __future__ import annotations

import datetime as dt

from diary.rules.book import rule_json, rule_of
from diary.ui.facts import RuleLoaded
from tests.ui.hands import press, words_of
from tests.ui.noticed.samples import CLIMB, report


def tell_rule(bridge, rule="W3"):
    bridge.rule_loaded.emit(RuleLoaded(rule=rule, data=rule_json(rule_of(rule))))


def test_why_am_i_seeing_this_opens_the_workings_and_closes_them(page, bridge, qtbot):
    bridge.history_loaded.emit(report(CLIMB))
    (card,) = page.standing.widgets
    press(qtbot, card.why)
    assert bridge.asked_for("rule") == [("W3",)]
    assert "Looking up the rule." in words_of(card)
    tell_rule(bridge)
    qtbot.waitUntil(lambda: "What would have kept it quiet" in words_of(card))
    words = words_of(card)
    assert "Looking up the rule." not in words
    assert "40 of 56 days recorded. The others are not known and were not counted." in words
    assert card.why.text() == "Hide why"
    press(qtbot, card.why)
    assert not card.why_panel.isVisible()
    press(qtbot, card.why)
    assert bridge.asked_for("rule") == []


def test_a_rule_that_was_not_asked_for_opens_nothing(page, bridge):
    bridge.history_loaded.emit(report(CLIMB))
    tell_rule(bridge, "W1")
    tell_rule(bridge)
    (card,) = page.standing.widgets
    assert not card.why_panel.is_filled


def test_each_day_the_rule_used_opens_that_day(page, bridge, qtbot):
    bridge.history_loaded.emit(report(CLIMB))
    (card,) = page.standing.widgets
    press(qtbot, card.why)
    tell_rule(bridge, "W3")
    days = card.why_panel.days
    assert [button.text() for button in days] == ["10 Mar", "11 Mar", "12 Mar", "14 Mar"]
    assert days[0].accessibleName() == "Open Tuesday, 10 March 2026"
    wanted = []
    page.day_requested.connect(wanted.append)
    press(qtbot, days[3])
    assert wanted == [dt.date(2026, 3, 14)]
    assert days[0] in card.tab_stops
