"""Keeping whom she told of an alert, when, and what was said."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt

from tests.ui.fakes import TODAY
from tests.ui.hands import press, words_of
from tests.ui.noticed.samples import CLIMB, WEAKNESS, report, talk


def test_she_keeps_whom_she_told_when_and_what_was_said(page, bridge, qtbot):
    bridge.history_loaded.emit(report(CLIMB))
    (card,) = page.standing.widgets
    press(qtbot, card.told)
    assert page.window().focusWidget() is card.form.whom
    qtbot.keyClicks(card.form.whom, "breast care nurse")
    qtbot.keyClick(card.form.whom, Qt.Key.Key_Tab)
    qtbot.keyClicks(page.window().focusWidget(), "She will ring me.")
    press(qtbot, card.form.keep)
    asked = bridge.asked_for("act")
    assert asked == [(CLIMB, "discussed", TODAY, "breast care nurse", "She will ring me.")]


def test_what_was_not_said_is_not_kept_and_another_day_can_be_chosen(page, bridge, qtbot):
    bridge.history_loaded.emit(report(CLIMB))
    (card,) = page.standing.widgets
    press(qtbot, card.told)
    card.form.day.set_day(dt.date(2026, 3, 16))
    press(qtbot, card.form.keep)
    assert bridge.asked_for("act") == [(CLIMB, "discussed", dt.date(2026, 3, 16), None, None)]


def test_she_cannot_have_told_them_before_it_was_noticed(page, bridge, qtbot):
    bridge.history_loaded.emit(report(CLIMB))
    (card,) = page.standing.widgets
    press(qtbot, card.told)
    card.form.day.set_day(dt.date(2026, 3, 1))
    assert card.form.day.day == CLIMB.raised_on


def test_cancel_closes_the_form_and_gives_the_focus_back(page, bridge, qtbot):
    bridge.history_loaded.emit(report(CLIMB))
    (card,) = page.standing.widgets
    press(qtbot, card.told)
    press(qtbot, card.form.cancel)
    assert not card.form.isVisible()
    assert page.window().focusWidget() is card.told
    assert bridge.asked_for("act") == []


def test_after_it_was_discussed_the_card_says_so_and_keeps_what_was_open(page, bridge, qtbot):
    bridge.history_loaded.emit(report(CLIMB))
    (card,) = page.standing.widgets
    press(qtbot, card.why)
    press(qtbot, card.told)
    press(qtbot, card.form.keep)
    bridge.asked_for("rule")
    bridge.history_loaded.emit(report(talk(CLIMB, note="A scan is booked.")))
    (after,) = page.standing.widgets
    assert after is not card
    assert "Discussed on 20 March 2026 with breast care nurse. A scan is booked." in words_of(after)
    assert after.shows_why
    assert bridge.asked_for("rule") == [("W3",)]
    assert page.window().focusWidget() is after.why
    assert not after.on_list.isVisible()


def test_a_form_that_is_half_filled_is_not_lost_when_another_alert_changes(page, bridge, qtbot):
    bridge.history_loaded.emit(report(WEAKNESS, CLIMB))
    emergency, soon = page.standing.widgets
    press(qtbot, soon.told)
    qtbot.keyClicks(soon.form.whom, "my GP")
    bridge.history_loaded.emit(report(talk(WEAKNESS), CLIMB))
    assert page.standing.widgets[0] is not emergency
    assert page.standing.widgets[1] is soon
    assert soon.form.whom.text() == "my GP"
    assert page.window().focusWidget() is soon.form.whom
