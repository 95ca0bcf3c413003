"""The sample diary: clearly made up, and telling the story it is for."""

from __future__ import annotations

import datetime as dt
import itertools
import runpy
from pathlib import Path

import pytest

from diary.domain.diary import Diary
from diary.resources import resource
from diary.rules.engine import history
from diary.rules.model import State, Tier

MAKER = Path(__file__).parents[1] / "installer" / "make_sample.py"
LAST_DAY = dt.date(2026, 3, 22)


@pytest.fixture(scope="module")
def text():
    return resource("sample/sample-diary.json").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def sample(text):
    return Diary.model_validate_json(text)


@pytest.fixture(scope="module")
def report(sample):
    return history(sample, LAST_DAY)


def test_is_what_its_maker_writes(text):
    assert runpy.run_path(str(MAKER))["sample_text"]() == text


def test_says_that_it_is_made_up(sample):
    assert "made up" in sample.profile.name
    assert all("made up" in contact.name for contact in sample.profile.contacts)


def test_numbers_are_of_the_range_that_is_given_to_nobody(sample):
    assert [contact.phone[:9] for contact in sample.profile.contacts] == ["01632 960"] * 2


def test_lasts_sixteen_weeks_with_one_long_gap(sample):
    days = [entry.date for entry in sample.entries]
    gaps = [(later - day).days - 1 for day, later in itertools.pairwise(days)]
    assert (sample.first_day, sample.last_day) == (dt.date(2025, 12, 1), LAST_DAY)
    assert gaps.count(6) == 1
    assert set(gaps) == {0, 1, 3, 6}


def test_keeps_nothing_to_report_apart_from_not_answered(sample):
    for field in ("pains", "signs", "symptoms", "medicines"):
        answers = [getattr(entry, field) for entry in sample.entries]
        assert () in answers
        assert None in answers
        assert any(answers)


def test_has_late_days_and_a_copied_one(sample):
    late = [entry.date for entry in sample.entries if entry.is_late]
    copied = {entry.date: entry.copied_from for entry in sample.entries if entry.copied_from}
    assert len(late) == 5
    assert copied == {dt.date(2026, 2, 26): dt.date(2026, 2, 25)}


def test_nights_wake_her_in_the_last_two_weeks_only(sample):
    woken = [
        entry.date
        for entry in sample.entries
        if any(pain.night == "woke_me" for pain in entry.pains or ())
    ]
    assert len(woken) >= 5
    assert min(woken) > LAST_DAY - dt.timedelta(days=14)


def test_temperature_stays_below_a_fever(sample):
    assert max(entry.temperature_c or 0 for entry in sample.entries) < 38


def test_tells_of_a_slow_climb_that_ends_in_nights(report):
    back = next(alert for alert in report.alerts if alert.place == "lower_back")
    assert (back.tiers[0].rule, back.tiers[0].tier) == ("W3", Tier.SOON)
    assert {"W2", "U1", "U3"} <= {step.rule for step in back.tiers}
    assert back.tier is Tier.URGENT
    assert back.stands
    assert back.state is State.NEW


def test_tells_of_a_strain_that_healed(report):
    shoulder = next(alert for alert in report.alerts if alert.place == "shoulder_upper_arm")
    assert not shoulder.stands
    assert shoulder.state is State.DISCUSSED


def test_the_old_ache_of_the_knee_stays_silent_and_the_hands_wait_for_the_visit(report):
    assert [alert for alert in report.alerts if alert.place == "knee"] == []
    hands = next(alert for alert in report.alerts if alert.place == "hand_wrist_fingers")
    assert hands.tier is Tier.NEXT_VISIT


def test_no_day_of_it_is_an_emergency(sample):
    for entry in sample.entries:
        tiers = [alert.tier for alert in history(sample, entry.date).alerts]
        assert Tier.EMERGENCY not in tiers


def test_what_she_did_belongs_to_alerts_that_were_raised(sample, report):
    raised = {(alert.rule, alert.place, alert.raised_on) for alert in report.alerts}
    assert {(a.rule, a.place, a.raised_on) for a in sample.alert_actions} <= raised
