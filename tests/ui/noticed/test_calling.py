from __future__ import annotations

import dataclasses

import pytest
from PySide6.QtWidgets import QPushButton, QStackedWidget

from diary.domain.care import Contact, Profile
from diary.rules.model import Tier
from diary.ui.noticed.calling import Calling
from diary.ui.widgets.contacts import ContactLines
from diary.ui.widgets.text import Words
from tests.ui.fakes import TODAY
from tests.ui.hands import press
from tests.ui.noticed.samples import CLIMB, WEAKNESS

LINE = Contact(name="Cancer line", phone="01632 960 001", hours="24 h", for_="emergency")
NURSE = Contact(name="Nurse", phone="01632 960 002")
BREATH = dataclasses.replace(WEAKNESS, rule="E5", place="breathless_at_rest", family="breath")


@pytest.fixture
def stack(qtbot):
    stack = QStackedWidget()
    qtbot.addWidget(stack)
    stack.addWidget(QPushButton("Today", stack))
    stack.addWidget(QPushButton("Noticed", stack))
    stack.resize(900, 700)
    with qtbot.waitExposed(stack):
        stack.show()
    return stack


@pytest.fixture
def calling(bridge, theme, stack):
    calling = Calling(bridge, theme, stack)
    bridge.tell_opened(profile=Profile(contacts=(NURSE, LINE)))
    return calling


def words(widget):
    return [label.text() for label in widget.findChildren(Words) if not label.isHidden()]


def test_an_emergency_fills_the_page_after_save_with_what_to_do_first(calling, bridge, stack):
    bridge.tell_speaking(WEAKNESS, CLIMB)
    sheet = calling.sheet
    assert stack.currentWidget() is sheet
    said = words(sheet)
    order = [
        "Call now",
        "Call now.",
        "What to say on the phone",
        "Why",
        "New: weakness in your legs",
    ]
    assert sorted(order, key=said.index) == order
    numbers = words(sheet.findChild(ContactLines))
    assert numbers == [
        "Cancer line, 01632\u00a0960\u00a0001, 24 h",
        "Nurse, 01632\u00a0960\u00a0002",
    ]
    assert not sheet.number.isVisible()
    assert "Ordinary causes" not in said
    assert sheet.accessibleName() == "Call now: New: weakness in your legs"
    assert stack.window().focusWidget() is sheet.have_called


@pytest.mark.usefixtures("calling")
def test_nothing_else_interrupts(bridge, stack):
    urgent = dataclasses.replace(CLIMB, tier=Tier.URGENT)
    bridge.tell_speaking(urgent, CLIMB)
    assert stack.currentIndex() == 0
    bridge.tell_speaking(WEAKNESS, day=None)
    assert stack.currentIndex() == 0


def test_that_she_called_is_kept_and_the_page_comes_back(calling, bridge, stack, qtbot):
    bridge.tell_speaking(WEAKNESS)
    sheet = calling.sheet
    press(qtbot, sheet.have_called)
    assert sheet.form.isVisible()
    qtbot.keyClicks(sheet.form.whom, "the ward")
    bridge.asked_for("act")
    press(qtbot, sheet.form.keep)
    ((alert, action, day, whom, said),) = bridge.asked_for("act")
    assert (alert, action, day, whom, said) == (WEAKNESS, "discussed", TODAY, "the ward", None)
    assert stack.currentIndex() == 0
    assert calling.sheet is None
    assert stack.count() == 2


def test_who_reaches_nobody_is_told_where_to_go(calling, bridge, qtbot):
    bridge.tell_speaking(WEAKNESS)
    sheet = calling.sheet
    assert not sheet.no_answer.isVisible()
    press(qtbot, sheet.nobody)
    assert sheet.no_answer.isVisible()
    assert sheet.no_answer.text().startswith("Go to the emergency department now")
    press(qtbot, sheet.have_called)
    assert not sheet.no_answer.isVisible()
    press(qtbot, sheet.form.cancel)
    assert not sheet.form.isVisible()
    assert sheet.window().focusWidget() is sheet.have_called


def test_where_no_number_is_stored_one_can_be_stored_at_once(calling, bridge, qtbot):
    bridge.tell_opened(profile=Profile())
    bridge.tell_speaking(WEAKNESS)
    sheet = calling.sheet
    assert any("emergency number of your country" in line for line in words(sheet))
    press(qtbot, sheet.number.keep)
    assert bridge.asked_for("care") == []
    qtbot.keyClicks(sheet.number.number.line.field, "01632 960 003")
    press(qtbot, sheet.number.keep)
    kept = Contact(phone="01632 960 003", for_="emergency")
    assert bridge.asked_for("care") == [("contacts", (kept,))]
    bridge.tell_opened(profile=Profile(contacts=(kept,)))
    assert not sheet.number.isVisible()
    assert "01632\u00a0960\u00a0003" in words(sheet)


def test_several_emergencies_come_one_after_the_other(calling, bridge, stack, qtbot):
    bridge.tell_speaking(WEAKNESS, BREATH)
    assert calling.sheet.alert is WEAKNESS
    press(qtbot, calling.sheet.back)
    assert calling.sheet.alert is BREATH
    assert stack.count() == 3
    press(qtbot, calling.sheet.back)
    assert calling.sheet is None
    assert stack.currentIndex() == 0
    assert stack.window().focusWidget() is stack.widget(0)


def test_another_page_leads_away_from_it(calling, bridge, stack):
    bridge.tell_speaking(WEAKNESS, BREATH)
    stack.setCurrentIndex(1)
    assert calling.sheet is None
    assert stack.currentIndex() == 1
    assert stack.count() == 2


def test_it_is_shown_again_from_the_page_noticed(calling, stack, qtbot):
    stack.setCurrentIndex(1)
    calling.show_sheet(WEAKNESS)
    assert stack.currentWidget() is calling.sheet
    press(qtbot, calling.sheet.back)
    assert stack.currentIndex() == 1


def test_everything_fits_at_every_text_size(calling, bridge, theme, stack, qtbot):
    bridge.tell_speaking(WEAKNESS)
    sheet = calling.sheet
    for size in (100, 200):
        theme.set_text_size(size)
        stack.resize(724, 640)
        for button in (sheet.have_called, sheet.nobody, sheet.back):
            qtbot.waitUntil(lambda button=button: button.height() >= 44)
        assert sheet.widget().width() <= sheet.viewport().width()
    theme.set_text_size(100)
