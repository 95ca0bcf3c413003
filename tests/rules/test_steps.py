"""An alert that grew tells each step with the short title of the rule, as it was on that day."""

from __future__ import annotations

import dataclasses

from diary.rules.steps import steps_in_words
from tests.rules.diaries import alert_of, pain


def test_every_step_is_told_with_its_title():
    alert = alert_of(pain("0x20 3x9 5nx3 2gx9"))
    told = steps_in_words(alert)
    assert len(told) == len(alert.tiers) > 1
    assert told[0].endswith(f", {alert.tiers[0].title} ({alert.rule})")
    assert "today or tomorrow, Night pain in your lower back (U1)" in " ".join(told)
    assert all(step.title for step in alert.tiers)


def test_a_single_step_needs_no_telling():
    alert = alert_of(pain("0x20 3x9 5nx3 2gx9"))
    assert steps_in_words(dataclasses.replace(alert, tiers=alert.tiers[:1])) == ()
