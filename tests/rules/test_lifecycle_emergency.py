"""An emergency stands until someone was told and the sign is gone."""

from __future__ import annotations

import pytest

from diary.rules.families import Family
from diary.rules.model import State
from tests.rules.diaries import (
    Sketch,
    alert_of,
    pain,
    raised,
)
from tests.rules.toys import ended, lower_back, toy

DAILY = "0x90"


def daily_signs():
    """Return entries in which both questions were answered, for families of signs."""
    return pain(DAILY).no_signs(*range(90))


def test_an_emergency_is_raised_afresh_at_once():
    sketch = daily_signs().act("discussed", 1, rule="E", raised=0, place="heavy_legs")
    for line, again in (("E f f E", 3), ("E f E", 2)):
        rule = toy("E", {"heavy_legs": line}, family=Family.WEAKNESS)
        assert raised(sketch, rule) == [("E", "heavy_legs", 0), ("E", "heavy_legs", again)]


def test_contact_on_the_day_the_sign_is_back_is_about_the_same_emergency():
    sketch = daily_signs().act("discussed", 5, rule="E", raised=0, place="heavy_legs")
    rule = toy("E", {"heavy_legs": "E f f f f E E f"}, family=Family.WEAKNESS)
    alert = alert_of(sketch, rule)
    assert (ended(alert), alert.state) == (7, State.DISCUSSED)


# Emergencies end only after contact, when the sign is gone or no longer new.


def emergency(line, *actions, rule_line_of=None):
    """Return the alert of an emergency sign with some actions about it."""
    sketch = daily_signs()
    for action, on in actions:
        sketch.act(action, on, rule="E", raised=0, place="heavy_legs")
    lines = {"heavy_legs": line, **(rule_line_of or {})}
    return alert_of(sketch, toy("E", lines, family=Family.WEAKNESS))


@pytest.mark.parametrize("action", ["discussed", "closed"])
def test_an_emergency_ends_when_it_is_discussed_and_the_sign_is_gone(action):
    assert ended(emergency("E E f f", (action, 1))) == 2
    assert ended(emergency("E E f f", (action, 5))) == 5
    assert ended(emergency("E E E E E E f", (action, 1))) == 6


def test_an_emergency_stands_while_nobody_was_told():
    assert ended(emergency("E f")) is None
    assert ended(emergency("E f", ("seen", 1), ("on_visit_list", 2))) is None


def test_an_emergency_stands_while_the_sign_is_new():
    assert ended(emergency("Ex90", ("discussed", 3))) is None


def test_an_emergency_stands_while_the_sign_was_not_asked_again():
    assert ended(emergency("E ?x89", ("discussed", 3))) is None
    assert ended(emergency("E ?x9 f", ("discussed", 3))) == 10


def test_an_emergency_that_is_reopened_waits_for_the_next_contact():
    actions = ("discussed", 1), ("reopened", 2)
    assert ended(emergency("E E E f", *actions)) is None
    assert ended(emergency("E E E f", *actions, ("closed", 9))) == 9


def test_contact_before_it_was_an_emergency_is_not_enough():
    sketch = pain(DAILY).act("discussed", 2, rule="E", raised=0)
    rule = lower_back("W W W W E f", "E", family=Family.RADIATING)
    assert ended(alert_of(sketch, rule)) is None
    assert ended(alert_of(sketch.act("discussed", 4, rule="E", raised=0), rule)) == 5


def test_another_emergency_sign_is_not_held_back_by_an_alert_she_discussed():
    joined = {"leg_weakness": "f f f E E E f"}
    alert = emergency("E E E E f", ("discussed", 1), rule_line_of=joined)
    assert alert.state is State.NEW
    assert ended(alert) is None
    told = emergency("E E E E f", ("discussed", 1), ("discussed", 4), rule_line_of=joined)
    assert told.state is State.DISCUSSED
    assert ended(told) == 6


def test_with_real_rules_no_longer_new_ends_it_too():
    sketch = Sketch().sign((0, 1), "leg_weakness", new="yes").sign(2, "leg_weakness", new="no")
    sketch.act("discussed", 1, rule="E2", raised=0, place="leg_weakness")
    assert ended(alert_of(sketch)) == 2
    usual = Sketch().sign(range(3), "leg_weakness").usual("leg_weakness", 1, since=2)
    usual.act("closed", 0, rule="E2", raised=0, place="leg_weakness")
    assert ended(alert_of(usual)) == 2
