"""What the day says once it is saved: the cards below the page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from diary.domain.care import Contact, Profile
from diary.rules.model import AlertReport, RuleFailure, Tier
from diary.ui.facts import AlertsNow
from diary.ui.widgets.contacts import ContactLines
from tests.alerts import alert
from tests.ui.accessible_walk import tab_round
from tests.ui.fakes import TODAY
from tests.ui.today.telling import ENTRY, YESTERDAY, saved

CLICK = Qt.MouseButton.LeftButton


def test_the_new_card_stands_below(open_page, bridge):
    saved(bridge, ENTRY)
    bridge.tell_speaking(alert())
    assert open_page.results.isVisible()
    assert [card.alert.rule for card in open_page.results.cards] == ["W1"]


def test_a_card_that_asks_to_call_has_the_numbers(open_page, bridge):
    bridge.tell_opened(profile=Profile(contacts=(Contact(name="Cancer line", phone="222"),)))
    bridge.tell_speaking(alert(Tier.EMERGENCY), alert(Tier.SOON))
    numbers = [card.findChildren(ContactLines) for card in open_page.results.cards]
    assert [len(found) for found in numbers] == [1, 0]


def test_no_card_no_words(open_page, bridge):
    bridge.tell_speaking(alert())
    bridge.tell_speaking()
    assert not open_page.results.isVisible()
    assert open_page.results.cards == []


def test_a_rule_that_did_not_work_is_told_in_one_line(open_page, bridge):
    failures = (RuleFailure("W3", ZeroDivisionError()),)
    report = AlertReport(TODAY, (), (), failures=failures)
    bridge.alerts_changed.emit(AlertsNow(standing=report, saved_day=TODAY))
    assert open_page.results.fault.isVisible()
    assert "fault in the program" in open_page.results.fault.text()
    bridge.tell_speaking(alert())
    assert not open_page.results.fault.isVisible()


def test_a_card_of_another_day_is_not_shown(open_page, bridge):
    bridge.tell_speaking(alert(), day=YESTERDAY)
    bridge.tell_speaking(alert(), day=None)
    assert not open_page.results.isVisible()


def test_the_card_leads_to_all_that_was_noticed(open_page, bridge, qtbot):
    bridge.tell_speaking(alert(Tier.EMERGENCY))
    button = open_page.results.cards[0].findChild(QAbstractButton)
    with qtbot.waitSignal(open_page.noticed_requested):
        qtbot.mouseClick(button, CLICK)


def test_tab_comes_to_the_cards_where_they_stand(open_page, bridge):
    bridge.tell_speaking(alert())
    saved(bridge, ENTRY)
    bridge.tell_speaking(alert(Tier.EMERGENCY), alert(Tier.SOON))
    buttons = [card.findChild(QAbstractButton) for card in open_page.results.cards]
    expected = [*buttons, open_page.deletion.button, open_page.bar.button]
    assert all(button.isVisible() for button in expected)
    open_page.setFocus()
    assert [stop for stop in tab_round(open_page.window()) if stop in expected] == expected
