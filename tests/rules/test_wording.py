"""How findings become sentences: the patterns filled in and nothing left open."""

from __future__ import annotations

import datetime as dt
import string

import pytest

from diary.i18n import format_day
from diary.rules.catalog import RULES
from diary.rules.evidence import Finding
from diary.rules.model import AlertReport, Evidence, Tier
from diary.rules.wording import (
    NOTHING_MATCHED,
    WHAT_TO_DO,
    alert_wording,
    phone_words,
    silence_in_words,
)
from tests.rules.diaries import Sketch, alert_of, day, pain, report_of, standing_of
from tests.rules.firing import FIRING, alert_by, every_sketch, rendered

EACH_RULE = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
SENTENCES = ("title", "noticed", "worked_out", "ordinary", "kept_quiet", "cannot_tell")


def placeholders(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@EACH_RULE
def test_every_placeholder_is_filled(rule):
    texts = list(rendered(rule))
    assert texts
    for text in texts:
        assert not placeholders(text), text
        assert "None" not in text
        assert "nan" not in text.split()


@EACH_RULE
def test_only_what_the_alert_shows_has_placeholders(rule):
    assert not placeholders(rule.sentence)
    assert not placeholders(rule.words.kept_quiet)
    assert not any(placeholders(choice) for choice in rule.choices)


@EACH_RULE
def test_a_sentence_begins_with_a_capital_and_ends_with_a_stop(rule):
    wording = alert_by(rule, FIRING[rule.id]).wording
    for name in ("noticed", "worked_out", "what_to_do", "cannot_tell"):
        text = getattr(wording, name)
        assert text[0].isupper(), text
        assert text.endswith("."), text
    assert wording.title
    assert not wording.title.endswith(".")
    assert wording.ordinary == "" or wording.ordinary.endswith(".")
    assert rule.sentence.startswith("Speaks when ")
    assert rule.words.kept_quiet.startswith("It would have stayed quiet ")


@EACH_RULE
def test_she_recorded_and_never_has(rule):
    for sketch in every_sketch(rule.id):
        wording = alert_by(rule, sketch).wording
        said = f"{wording.title} {wording.noticed} {wording.worked_out}".lower()
        assert "you have" not in said.replace("you have recorded", "")
        assert "you" in said


@EACH_RULE
def test_the_tier_is_said_in_every_alert(rule):
    alert = alert_by(rule, FIRING[rule.id])
    assert alert.wording.what_to_do == WHAT_TO_DO[alert.tier]
    assert alert.wording.cannot_tell == "This diary cannot tell the cause."


@EACH_RULE
def test_nothing_comforts_in_an_emergency(rule):
    finding = Finding(Evidence((), 0, 0), dict.fromkeys(_all_placeholders(rule), "x"))
    assert alert_wording(rule, finding, Tier.EMERGENCY).ordinary == ""
    calm = alert_wording(rule, finding, Tier.SOON).ordinary
    assert (calm == "") is (rule.tier is Tier.EMERGENCY)


def _all_placeholders(rule):
    return {name for field in SENTENCES for name in placeholders(getattr(rule.words, field))}


def test_what_each_tier_asks_for():
    assert set(WHAT_TO_DO) == set(Tier)
    emergency = WHAT_TO_DO[Tier.EMERGENCY]
    assert emergency.startswith("Call your hospital team now.")
    assert "No answer at once?" in emergency
    assert "emergency department" in emergency
    assert "emergency number" in emergency
    assert emergency.endswith("Do not wait for your next visit.")
    assert "today or tomorrow, weekends included" in WHAT_TO_DO[Tier.URGENT]
    assert "this week" in WHAT_TO_DO[Tier.SOON]
    assert "on the list for your next visit" in WHAT_TO_DO[Tier.NEXT_VISIT]


def test_silence_of_the_rules_is_not_an_all_clear():
    assert NOTHING_MATCHED == (
        "No rule matched your entries. This is not an all-clear. If you are worried, call your "
        "team."
    )


def test_what_to_do_follows_the_tier_of_the_alert_and_not_of_the_rule():
    # First urgent by its nights, later only a two-week pain: it is still urgent.
    alert = alert_of(pain("0x20 3x9 5nx3 2gx9"))
    assert alert.tier is Tier.URGENT
    assert alert.spoken_by == "W1"
    assert alert.wording.what_to_do == WHAT_TO_DO[Tier.URGENT]
    assert alert.wording.title == "Pain in your lower back in the last two weeks"


@pytest.mark.parametrize(
    ("days", "words"),
    [(None, ""), (0, ""), (7, ""), (8, "No entries since 12 March 2026 (8 days). ")],
)
def test_a_long_silence_is_said_beside_the_alerts(days, words):
    last = dt.date(2026, 3, 12)
    as_of = last + dt.timedelta(days=days or 0)
    report = AlertReport(as_of, (), (), last_entry=None if days is None else last)
    told = silence_in_words(report)
    assert told.startswith(words)
    assert bool(told) is bool(words)


def test_the_engine_tells_the_last_entry():
    assert report_of(pain("3x3"), as_of=9).last_entry == day(2)
    assert standing_of(pain("3x3"), as_of=1).last_entry == day(1)
    assert report_of(Sketch(), as_of=1).last_entry is None


def test_what_to_say_on_the_phone_quotes_the_day_and_what_was_noticed():
    rule = next(rule for rule in RULES if rule.id == "E2")
    alert = alert_by(rule, FIRING["E2"])
    first, told, last = phone_words(alert)
    assert "cancer team" in first
    assert alert.wording.noticed in told
    assert format_day(alert.last_true_on) in told
    assert last.endswith("What should I do now?\u201d")
