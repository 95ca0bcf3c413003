"""What she did is laid over the alert it was about, and outlives edits of old days."""

from __future__ import annotations

import pytest

from diary.rules.families import Family
from diary.rules.model import State
from tests.rules.diaries import (
    LOWER_BACK,
    alert_of,
    alerts_of,
    number_of,
    pain,
)
from tests.rules.toys import lower_back, toy

DAILY = "0x90"


@pytest.mark.parametrize(
    ("actions", "state"),
    [
        ([], State.NEW),
        ([("seen", 3)], State.SEEN),
        ([("on_visit_list", 3), ("seen", 4)], State.ON_VISIT_LIST),
        ([("discussed", 3), ("seen", 4)], State.DISCUSSED),
        ([("discussed", 3), ("closed", 5)], State.CLOSED),
        ([("closed", 5), ("discussed", 3)], State.CLOSED),
        ([("discussed", 3), ("reopened", 4)], State.NEW),
        ([("discussed", 3), ("reopened", 4), ("seen", 5)], State.SEEN),
        ([("discussed", 3), ("on_visit_list", 4)], State.ON_VISIT_LIST),
    ],
)
def test_the_state_is_her_last_word(actions, state):
    sketch = pain("0x9")
    for action, on in actions:
        sketch.act(action, on, rule="W", raised=1)
    alert = alert_of(sketch, lower_back("f Wx8"))
    assert alert.state is state
    assert len(alert.actions) == len(actions)


def test_the_state_is_new_again_when_it_grows():
    sketch = pain("0x9").act("discussed", 3, rule="A", raised=1)
    rules = lower_back("f Wx8", "A"), lower_back("fx5 W W", "B")
    assert alert_of(sketch, *rules, as_of=4).state is State.DISCUSSED
    assert alert_of(sketch, *rules, as_of=5).state is State.NEW
    assert alert_of(sketch.act("seen", 6, rule="A", raised=1), *rules).state is State.SEEN


def test_what_she_does_on_the_day_it_grows_is_about_what_it_is_then():
    sketch = pain("0x9").act("discussed", 5, rule="A", raised=1)
    assert alert_of(sketch, lower_back("f W W W W U", "A")).state is State.DISCUSSED


def test_later_actions_are_not_known_yet():
    sketch = pain("0x9").act("discussed", 5, rule="W", raised=1)
    rule = lower_back("f Wx8")
    assert alert_of(sketch, rule, as_of=4).state is State.NEW
    assert alert_of(sketch, rule, as_of=5).state is State.DISCUSSED


def test_an_action_belongs_to_the_alert_of_its_day_family_and_place():
    rule = toy("A", {LOWER_BACK: "W fx40 W", "neck": "Wx9"})
    other = lower_back("W", "B", family=Family.RADIATING)
    sketch = pain(DAILY).act("discussed", 2, rule="A", raised=0)
    states = {
        (one.rule, one.place, number_of(one.raised_on)): one.state
        for one in alerts_of(sketch, rule, other)
    }
    assert states == {
        ("A", LOWER_BACK, 0): State.DISCUSSED,
        ("A", LOWER_BACK, 41): State.NEW,
        ("A", "neck", 0): State.NEW,
        ("B", LOWER_BACK, 0): State.NEW,
    }


def test_two_alerts_of_one_place_keep_their_own_actions():
    sketch = (
        pain(DAILY).act("discussed", 2, rule="W", raised=0).act("closed", 50, rule="W", raised=41)
    )
    first, second = alerts_of(sketch, lower_back("W fx40 W"))
    assert (first.state, second.state) == (State.DISCUSSED, State.CLOSED)
    assert [action.action for action in (*first.actions, *second.actions)] == [
        "discussed",
        "closed",
    ]


def test_an_action_of_a_rule_that_joined_counts():
    sketch = pain("0x9").act("discussed", 3, rule="B", raised=0)
    rules = lower_back("Wx9", "A"), lower_back("Wx9", "B")
    assert alert_of(sketch, *rules).state is State.DISCUSSED


def test_an_action_of_a_rule_that_is_no_more_is_left_out():
    sketch = pain("0x9").act("discussed", 3, rule="X9", raised=0)
    assert alert_of(sketch, lower_back("Wx9")).state is State.NEW


@pytest.mark.parametrize("moved_to", [0, 3])
def test_an_action_survives_an_edit_that_moves_the_day_it_was_raised(moved_to):
    # It was raised on day 2 when she acted; edits of old days make it earlier or later.
    sketch = pain("0x40").act("discussed", 5, rule="W", raised=2)
    alert = alert_of(sketch, lower_back(f"fx{moved_to} W W W W W W" if moved_to else "Wx9"))
    assert number_of(alert.raised_on) == moved_to
    assert alert.state is State.DISCUSSED


def test_an_action_is_not_carried_over_from_long_ago():
    sketch = pain(DAILY).act("discussed", 5, rule="W", raised=2)
    alert = alert_of(sketch, lower_back("fx40 W"))
    assert (alert.state, alert.actions) == (State.NEW, ())


def test_an_action_of_an_alert_that_ended_is_not_the_next_ones():
    sketch = pain(DAILY).act("discussed", 5, rule="W", raised=3)
    first, second = alerts_of(sketch, lower_back("U fx14 U"))
    assert (first.state, second.state) == (State.DISCUSSED, State.NEW)
    assert (len(first.actions), second.actions) == (1, ())


def test_an_alert_of_another_place_that_ended_does_not_claim_it():
    # An edit moved the day from 10 to 20; meanwhile the alert of the neck ended on day 15.
    sketch = pain(DAILY).act("discussed", 22, rule="W", raised=10)
    rule = toy("W", {"neck": "f W", LOWER_BACK: "fx20 Wx9"})
    assert [alert.state for alert in alerts_of(sketch, rule)] == [State.NEW, State.DISCUSSED]
