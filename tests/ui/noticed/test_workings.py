from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from diary.rules.book import rule_json, rule_of
from diary.rules.catalog import RULES
from diary.rules.model import Keeping, Tier, TierStep
from diary.ui.noticed.workings import workings
from tests.ui.noticed.samples import CLIMB

RULE = {
    "sentence": "Speaks when pain climbed.",
    "kept_quiet": "It would have stayed quiet with less.",
    "choices": ["One-sided pain is only urgent, because it is common."],
    "numbers": [
        {
            "name": "rise of at least",
            "value": 2,
            "unit": "points",
            "basis": "study",
            "why": "a change that matters",
            "citation": "Farrar 2001",
            "locator": "pubmed 11690728",
        },
        {
            "name": "share of the days",
            "value": 0.75,
            "unit": "share",
            "basis": "our choice",
            "why": "most days",
            "citation": "from memory",
            "locator": "nowhere",
        },
        {
            "name": "score above",
            "value": 2.58,
            "unit": "score",
            "basis": "our choice",
            "why": "calibrated",
            "citation": None,
            "locator": None,
        },
        {
            "name": "new within",
            "value": 14,
            "unit": "days",
            "basis": "guideline",
            "why": "as advised",
            "citation": "NICE",
            "locator": "nice.org.uk",
        },
        {
            "name": "days between",
            "value": 2.5,
            "unit": "days",
            "basis": "our choice",
            "why": "halves count",
            "citation": None,
            "locator": None,
        },
    ],
    "sources": [
        {
            "citation": "Farrar 2001",
            "locator": "pubmed 11690728",
            "basis": "study",
            "supports": "2 points",
        }
    ],
}


def lines(title, alert=CLIMB, rule=RULE):
    return {part.title: part.lines for part in workings(alert, rule)}.get(title)


def test_the_rule_is_told_in_a_sentence_with_its_id_and_book():
    assert lines("The rule") == ("Speaks when pain climbed.", "Rule W3 of rule book 2026.2.")


def test_the_days_are_named_and_the_missing_ones_are_owned_up_to():
    assert lines("The days it used") == (
        "10 to 12 and 14 March 2026.",
        "40 of 56 days recorded. The others are not known and were not counted.",
    )


def test_nothing_is_said_to_be_missing_where_nothing_is():
    evidence = dataclasses.replace(CLIMB.evidence, days_recorded=56)
    alert = dataclasses.replace(CLIMB, evidence=evidence)
    assert lines("The days it used", alert)[1] == "56 of 56 days recorded."


def test_what_was_found_is_told_in_words_and_numbers():
    assert lines("What it found") == (
        "Rise over these days: 2.2",
        "Share of the recorded days: 83 %",
        "A new one: 3",
    )


def test_every_limit_comes_with_its_reason_and_our_choice_never_with_a_source():
    assert lines("Its limits, and where they come from") == (
        "Rise of at least: 2 of 10. Study: a change that matters. Farrar 2001, pubmed 11690728.",
        "Share of the days: 75 %. Our choice: most days.",
        "Score above: 2.58. Our choice: calibrated.",
        "New within: 14 days. Guideline: as advised. NICE, nice.org.uk.",
        "Days between: 2.5. Our choice: halves count.",
    )


def test_how_the_days_were_kept_is_told_where_it_matters():
    kept = Keeping(missing=3, copied=0, late=4, quiet=0, filled_in_later=True)
    evidence = dataclasses.replace(CLIMB.evidence, keeping=kept)
    told = lines("The days it used", dataclasses.replace(CLIMB, evidence=evidence))
    assert told[2] == "3 days missing and 4 entered late."
    assert told[3].startswith("Filled in later: ")
    assert len(told) == 4


def test_what_would_have_kept_it_quiet_choices_and_sources_are_told():
    assert lines("What would have kept it quiet") == ("It would have stayed quiet with less.",)
    assert lines("How we read the advice") == (RULE["choices"][0],)
    assert lines("Sources") == ("Farrar 2001. pubmed 11690728. Study, used for: 2 points.",)


def test_parts_without_lines_are_left_out():
    rule = {**RULE, "choices": [], "sources": []}
    assert lines("How we read the advice", rule=rule) is None
    assert lines("Sources", rule=rule) is None
    assert lines("How it came about") is None


def test_how_it_grew_is_told_where_it_grew():
    later = dt.date(2026, 3, 18)
    steps = (*CLIMB.tiers, TierStep("U1", Tier.URGENT, "lower_back", later, "Pain"))
    alert = dataclasses.replace(CLIMB, tiers=steps)
    assert lines("How it came about", alert) == (
        "14 March 2026: this week, Pain (W3)",
        "18 March 2026: today or tomorrow, Pain (U1)",
    )


@pytest.mark.parametrize("rule", [rule.id for rule in RULES])
def test_every_rule_of_the_book_can_be_shown(rule):
    alert = dataclasses.replace(CLIMB, spoken_by=rule)
    parts = workings(alert, rule_json(rule_of(rule)))
    assert all(line and "{" not in line for part in parts for line in part.lines)
