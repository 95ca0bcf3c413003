from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from diary.domain.care import AlertAction
from diary.report.alerts import (
    also_noticed,
    asking,
    details,
    during,
    reasons,
)
from diary.report.judged import Judged
from diary.report.model import Fact
from diary.rules.model import State, Tier, TierStep
from tests.report.lively import LAST, START, ended_neck, lively_alerts, night_pain, step_up


def action(name, on=LAST, with_=None, note=None):
    return AlertAction(
        rule="U1", place="lower_back", raised_on=LAST, action=name, on=on, with_=with_, note=note
    )


def acted(alert, state, *actions):
    return dataclasses.replace(alert, state=state, actions=actions)


def test_alerts_of_the_period_are_those_that_stood_in_it_newest_first():
    found = during(lively_alerts(), START, LAST)
    assert [alert.rule for alert in found] == ["U1", "W2", "W1"]
    assert [a.rule for a in during(lively_alerts(), START, dt.date(2026, 3, 17))] == ["W2", "W1"]
    # It ended on 3 February: the first day on which it no longer stood.
    assert [a.rule for a in during(lively_alerts(), dt.date(2026, 2, 3), LAST)] == ["U1", "W2"]
    assert [a.rule for a in during(lively_alerts(), dt.date(2026, 2, 2), LAST)][-1] == "W1"


def test_the_highest_tier_stands_first():
    newer = dataclasses.replace(step_up(), raised_on=LAST)
    assert asking((step_up(), newer, night_pain(), ended_neck())) == [
        night_pain(),
        newer,
        step_up(),
    ]


def test_of_one_tier_the_worst_pain_stands_first_though_another_is_newer():
    hip = dataclasses.replace(step_up(), place="hip", raised_on=LAST)
    weight = {"lower_back": (6.0, 7.0, 5.0), "hip": (4.0, 5.0, 3.0)}
    assert asking((hip, step_up())) == [hip, step_up()]
    assert asking((hip, step_up(), night_pain()), weight) == [night_pain(), step_up(), hip]


def test_a_closed_alert_is_no_reason():
    assert asking((acted(night_pain(), State.CLOSED, action("closed")),)) == []


def test_reasons_say_how_soon_what_since_when_and_what_was_done():
    found = reasons((night_pain(), step_up(), ended_neck()), LAST, Judged.DAYS)
    first, second = found.items
    assert (first.rule, first.tier) == ("rule U1", "Today or tomorrow")
    assert first.title == "Lower back: new pain at night"
    assert first.text == night_pain().wording.noticed
    assert first.urgency == "urgent"
    assert first.state == "noticed 18 March 2026; new, not yet discussed"
    assert second.state == ("noticed 5 March 2026; discussed 12 March 2026 with breast care nurse")
    assert (found.more, found.nothing, found.own_reason) == ("", "", "")


def test_there_are_never_more_than_three():
    many = [dataclasses.replace(step_up(), rule=f"W{number}") for number in range(5)]
    found = reasons(many, LAST, Judged.DAYS)
    assert len(found.items) == 3
    assert found.more == "and 2 more, below"
    assert [fact.value[:7] for fact in also_noticed(many).facts] == ["rule W2", "rule W2"]


@pytest.mark.parametrize(
    ("shown", "judged", "words"),
    [
        ((), Judged.NOTHING, "No rule could judge: not enough days. This is not an all-clear."),
        ((), Judged.DAYS, "No rule matched these entries. This is not an all-clear."),
        (
            (ended_neck(),),
            Judged.SINGLE_DAYS,
            "No alert is open on 22 March 2026. This is not an all-clear.",
        ),
    ],
)
def test_with_no_reason_it_never_says_that_all_is_well(shown, judged, words):
    found = reasons(shown, LAST, judged)
    assert (found.items, found.nothing) == ((), words)
    assert found.own_reason == "My own reason:"


def test_what_is_no_reason_is_still_told_in_one_line():
    (fact,) = also_noticed((night_pain(), ended_neck())).facts
    assert fact.label == "Neck: pain for two weeks"
    assert fact.value == "rule W1, This week; noticed 20 January 2026; ended 3 February 2026"


@pytest.mark.parametrize(
    ("state", "actions", "words"),
    [
        (State.NEW, (), "new, not yet discussed"),
        (State.NEW, ("discussed",), "new, not yet discussed"),
        (State.SEEN, ("seen",), "Seen, 22 March 2026"),
        (State.ON_VISIT_LIST, ("seen", "on_visit_list"), "On your visit list, 22 March 2026"),
        (State.DISCUSSED, ("discussed",), "discussed 22 March 2026"),
        (State.CLOSED, ("closed",), "Closed, 22 March 2026"),
    ],
)
def test_a_state_is_said_with_its_day(state, actions, words):
    alert = acted(night_pain(), state, *(action(name) for name in actions))
    facts = {fact.label: fact.value for fact in details((alert,)).alerts[0].facts}
    assert facts["When"] == f"noticed 18 March 2026; {words}"


def test_the_last_talk_counts_and_an_ended_alert_keeps_it():
    talks = (
        action("discussed", dt.date(2026, 1, 21)),
        action("discussed", dt.date(2026, 1, 30), "GP"),
    )
    (alert,) = details((acted(ended_neck(), State.DISCUSSED, *talks),)).alerts
    facts = {fact.label: fact.value for fact in alert.facts}
    assert facts["When"] == (
        "noticed 20 January 2026; ended 3 February 2026; discussed 30 January 2026 with GP"
    )


def test_an_alert_in_full():
    (alert,) = details(
        (acted(step_up(), State.SEEN, action("seen", note="Called back: wait.")),)
    ).alerts
    assert (alert.rule, alert.title) == ("W2", "Lower back: more pain than before")
    assert {fact.label: fact.value for fact in alert.facts} == {
        "How soon": "This week",
        "When": "noticed 5 March 2026; Seen, 22 March 2026",
        "What I was told": f"{step_up().wording.noticed} {step_up().wording.what_to_do}",
        "How it was worked out": step_up().wording.worked_out,
        "Days used": "21 Mar, 22 Mar (7 of 7 days of the window recorded)",
        "What I did": "Seen, 22 March 2026: Called back: wait.",
    }
    assert alert.sources == ("Farrar 2001 (study), pubmed 11690728",)


def test_an_alert_that_grew_names_its_rules_in_turn():
    steps = (
        TierStep("W2", Tier.SOON, "lower_back", dt.date(2026, 3, 5), "Pain"),
        TierStep("U1", Tier.URGENT, "lower_back", dt.date(2026, 3, 18), "Pain"),
        TierStep("U1", Tier.URGENT, "neck", dt.date(2026, 3, 19), "Pain"),
    )
    (alert,) = details((dataclasses.replace(step_up(), tiers=steps),)).alerts
    facts = {fact.label: fact.value for fact in alert.facts}
    assert alert.rule == "W2, U1"
    assert facts["Rules in turn"] == (
        "5 March 2026: this week, Pain (W2); 18 March 2026: today or tomorrow, Pain (U1); "
        "19 March 2026: today or tomorrow, Pain (U1)"
    )


def days_told(count):
    used = tuple(dt.date(2026, 3, 1) + dt.timedelta(days=n) for n in range(count))
    evidence = dataclasses.replace(step_up().evidence, days_used=used)
    (alert,) = details((dataclasses.replace(step_up(), evidence=evidence),)).alerts
    return {fact.label: fact.value for fact in alert.facts}["Days used"]


def test_many_days_are_counted_and_the_last_are_named():
    window = "7 of 7 days of the window recorded"
    named = [f"{number} Mar" for number in range(1, 17)]
    assert days_told(0) == window
    assert days_told(14) == f"{', '.join(named[:14])} ({window})"
    assert days_told(16) == f"2 earlier days, {', '.join(named[2:])} ({window})"


def test_an_alert_that_grew_is_dated_by_the_rule_that_speaks_now():
    first = TierStep("W2", Tier.SOON, "lower_back", dt.date(2026, 3, 2), "Pain")
    grown = dataclasses.replace(
        night_pain(), raised_on=first.on, tiers=(first, *night_pain().tiers)
    )
    (reason,) = reasons((grown,), LAST, Judged.DAYS).items
    assert reason.rule == "rule U1"
    assert reason.state == (
        "first noticed 2 Mar 2026, under this name from 18 Mar 2026; new, not yet discussed"
    )
    (full,) = details((grown,)).alerts
    assert {fact.label: fact.value for fact in full.facts}["Named before"] == (
        "Pain (from 2 Mar 2026)"
    )


def test_what_the_rule_compared_with_before_is_told_with_it():
    evidence = dataclasses.replace(step_up().evidence, numbers={"mean_base56": 1.7})
    (reason,) = reasons(
        (dataclasses.replace(step_up(), evidence=evidence),), LAST, Judged.DAYS
    ).items
    assert reason.text == f"{step_up().wording.noticed} {step_up().wording.worked_out}"


def test_who_speaks_in_the_reasons_is_said_once_and_only_where_there_are_any():
    assert "\u201cyou\u201d is me" in reasons((night_pain(),), LAST, Judged.DAYS).lead
    assert reasons((), LAST, Judged.DAYS).lead == ""


def test_with_no_alert_open_her_first_question_is_her_reason():
    asked = reasons((), LAST, Judged.DAYS, ("May I swim?", "And run?")).asks
    assert asked == Fact("My first question", "May I swim?")
    assert reasons((night_pain(),), LAST, Judged.DAYS, ("May I swim?",)).asks is None


def test_more_than_five_further_alerts_are_counted():
    many = [dataclasses.replace(ended_neck(), rule=f"W{number}") for number in range(7)]
    assert also_noticed(many).facts[-1].label == "2 more, in full below"
