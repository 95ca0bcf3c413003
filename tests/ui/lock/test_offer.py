"""Whether she wants a passphrase: asked on a quiet day after the first week, and never again."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt

from diary.domain.entry import DayEntry, Pain
from diary.services.open import open_services
from tests.ui.fakes import NOON, TODAY


@pytest.fixture
def recorded(paths):
    """Record some days, with what each says about pain."""

    def recorded(count, pains=()):
        services = open_services(paths)
        for back in range(count):
            day = TODAY - dt.timedelta(days=back)
            services.journal.save(DayEntry(date=day, pains=pains), NOON, TODAY)
        services.close()

    return recorded


def saved(used):
    """Save the day; return the card if it is there then."""
    used.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    return used.window.contents.offer.card


def card_of(used):
    return used.window.contents.offer.card


def test_not_in_the_first_week(recorded, start):
    recorded(6)
    assert saved(start()) is None


def test_after_it_she_is_asked_and_shown_how(recorded, start):
    recorded(7)
    used = start()
    assert card_of(used) is None  # not before she is done with today
    card = saved(used)
    assert card.isVisible()
    assert card.accessibleName() == "Do you want to protect this diary with a passphrase?"
    used.press(card.show_how)
    settings = used.window.pages["settings"]
    assert used.window._stack.currentWidget() is settings
    assert used.window.focusWidget() is settings.passphrase.start
    assert card_of(used) is None


def test_tab_comes_to_it_where_it_stands(recorded, start):
    recorded(7)
    used = start()
    today, card = used.window.pages["today"], saved(used)
    used.tab_to(today.bar.button)
    above = []
    for _ in range(4):
        used.qtbot.keyClick(used.window.focusWidget(), Qt.Key.Key_Backtab)
        above.append(used.window.focusWidget())
    assert above[:3] == [today.deletion.button, card.not_now, card.show_how]
    assert today.extras.isAncestorOf(above[3])


def test_after_it_she_goes_on_with_save_and_never_with_what_deletes(recorded, start):
    recorded(7)
    used = start()
    used.press(saved(used).not_now)
    assert used.window.focusWidget() is used.window.pages["today"].bar.button


def test_it_takes_the_focus_from_nobody_as_it_goes(recorded, start):
    recorded(7)
    used = start()
    header = used.window.pages["today"].header
    saved(used)
    used.tab_to(header.before)
    used.window.contents.offer._put_away()
    assert used.window.focusWidget() is header.before


def test_not_now_is_for_the_next_two_weeks(recorded, start, paths):
    recorded(7)
    used = start()
    used.press(saved(used).not_now)
    assert card_of(used) is None
    assert saved(used) is None
    services = open_services(paths)
    assert not services.offering.is_due(TODAY + dt.timedelta(days=13))
    assert services.offering.is_due(TODAY + dt.timedelta(days=14))
    services.close()


def test_not_on_a_day_with_something_noticed(recorded, start):
    recorded(20, (Pain(region="lower_back", worst=8, night="kept_awake"),))
    used = start()
    assert used.window.contents.offer._is_due
    assert saved(used) is None


def test_it_goes_as_soon_as_something_is_noticed(recorded, start):
    recorded(7)
    used = start()
    assert saved(used).isVisible()
    services = used.session.bridge._desk.services
    bad = (Pain(region="lower_back", worst=9, night="kept_awake"),)
    for back in range(20):
        day = TODAY - dt.timedelta(days=back)
        services.journal.save(DayEntry(date=day, pains=bad), NOON, TODAY)
    used.session.bridge.load_alerts()
    used.rest()
    assert card_of(used) is None


def test_not_in_the_sample(recorded, start):
    recorded(7)
    assert not hasattr(start(demo=True).window, "_offer")


def test_not_of_a_protected_diary(protected, start):  # noqa: ARG001  the diary is there before
    used = start()
    used.unlock()
    assert saved(used) is None
