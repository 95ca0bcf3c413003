from __future__ import annotations

import datetime as dt

import pytest

from diary.domain.care import AlertAction

DAY = dt.date(2026, 3, 14)
FIRST = AlertAction(rule="W1", place="hip", raised_on=DAY, action="seen", on=DAY)
SECOND = AlertAction(
    rule="W9", raised_on=DAY, action="discussed", on=DAY, with_="nurse", note="NUL \0"
)


@pytest.fixture
def actions(database):
    """Her actions, inside a transaction that is rolled back."""
    with database.unit(writing=True) as unit:
        yield unit.actions


def test_actions_are_added_in_their_order_even_when_repeated(actions):
    assert actions.all() == ()
    for action in (SECOND, FIRST, SECOND):
        actions.add(action)
    assert actions.all() == (SECOND, FIRST, SECOND)


def test_an_import_brings_all_actions(actions):
    actions.add(FIRST)
    actions.set_all((SECOND, FIRST))
    assert actions.all() == (SECOND, FIRST)
    actions.set_all(())
    assert actions.all() == ()
