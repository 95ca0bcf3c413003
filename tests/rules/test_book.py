"""The rule book as it is shown, and the call card the form shows before Save."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from diary.domain.signs import SIGNS
from diary.rules.book import CALL_NOW_SIGNS, call_card, rule_book_json, rule_json, rule_of
from diary.rules.catalog import RULES
from diary.rules.evidence import NOT_CHECKED, Number, because, our_choice
from diary.rules.sources import SOURCES, Basis
from tests.rules.diaries import Sketch, alert_of


def test_a_rule_is_found_by_its_id():
    assert [rule_of(rule.id) for rule in RULES] == list(RULES)
    with pytest.raises(KeyError, match="W99"):
        rule_of("W99")


def test_the_book_is_plain_data_with_every_rule_in_its_order():
    book = rule_book_json()
    assert json.loads(json.dumps(book)) == book
    assert (book["format"], book["version"], book["rule_book"]) == ("daymark-rules", 1, "2026.2")
    assert [rule["id"] for rule in book["rules"]] == [rule.id for rule in RULES]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_is_shown_with_everything_that_explains_it(rule):
    shown = rule_json(rule)
    assert (shown["id"], shown["tier"], shown["family"]) == (
        rule.id,
        rule.tier.id,
        rule.family.value,
    )
    assert shown["sentence"] == rule.sentence
    assert shown["kept_quiet"] == rule.words.kept_quiet
    assert shown["choices"] == list(rule.choices)
    assert [(n["name"], n["value"], n["why"]) for n in shown["numbers"]] == [
        (number.name, number.value, number.reason.note) for number in rule.numbers
    ]
    assert [(s["citation"], s["locator"]) for s in shown["sources"]] == [
        (cited.source.citation, cited.source.locator) for cited in rule.sources
    ]


def test_tiers_and_minimums_are_shown():
    shown = rule_json(rule_of("W1"))
    assert shown["other_tiers"] == ["next_visit"]
    assert [(minimum["window"], minimum["needed"]) for minimum in shown["minimums"]] == [
        ("last14", 8),
        ("last7", 3),
        ("prior7", 3),
    ]
    assert all(minimum["basis"] == "our choice" and minimum["why"] for minimum in shown["minimums"])
    assert rule_json(rule_of("E1"))["minimums"] == []


def test_the_source_of_a_number_is_shown_and_our_choice_has_none():
    numbers = {n["name"]: n for n in rule_json(rule_of("U1"))["numbers"]}
    pain = numbers["pain on such a day of at least"]
    assert (pain["basis"], pain["locator"]) == ("study", "pubmed 15621362")
    nights = numbers["such nights in the last 7 days"]
    assert (nights["basis"], nights["citation"], nights["locator"]) == ("our choice", None, None)


def test_a_source_from_memory_is_not_shown_as_its_ground():
    remembered = replace(SOURCES["L01"], from_memory=True)
    reason = because(remembered, Basis.GUIDELINE, "what it says")
    assert (reason.basis, reason.note, reason.source) == (Basis.OUR_CHOICE, NOT_CHECKED, None)
    rule = replace(rule_of("W1"), numbers=(Number("limit", 38.0, "points", reason),))
    (shown,) = rule_json(rule)["numbers"]
    assert (shown["basis"], shown["why"]) == (
        "our choice",
        "not yet checked against a source",
    )
    assert (shown["citation"], shown["locator"]) == (None, None)


def test_reasons():
    assert our_choice("why").source is None
    assert because(SOURCES["L01"], Basis.GUIDELINE, "note").basis is Basis.GUIDELINE


# The call card.


def test_the_signs_that_are_an_emergency_by_themselves():
    assert set(CALL_NOW_SIGNS) == {
        "bladder_difficulty",
        "bladder_leak",
        "bladder_feeling_lost",
        "bowel_control_lost",
        "saddle_numbness",
        "leg_weakness",
        "arm_weakness",
        "trouble_walking",
        "heavy_legs",
    }


@pytest.mark.parametrize("sign", SIGNS)
def test_the_card_says_what_the_alert_will_say(sign):
    card = call_card([sign])
    assert (card is not None) is (sign in CALL_NOW_SIGNS)
    if card is not None:
        alert = alert_of(Sketch().sign(0, sign, new="yes"))
        # Whether it is new may not be answered yet, so the card does not say so.
        assert card.noticed == alert.wording.noticed.replace("recorded new ", "recorded ")
        assert card.what_to_do == alert.wording.what_to_do


def test_of_several_signs_the_first_emergency_is_named():
    assert call_card([]) is None
    assert call_card(["hand_stiffness", "tingling_limb"]) is None
    card = call_card(["hand_stiffness", "bladder_leak", "heavy_legs"])
    assert card is not None
    assert "leaking urine" in card.noticed


def test_an_old_guideline_is_cited_as_replaced_wherever_it_is_cited():
    cited = [source for rule in rule_book_json()["rules"] for source in rule["sources"]]
    old = [source["citation"] for source in cited if "CG75" in source["citation"]]
    assert old
    assert all(citation.endswith("replaced by NG234 in 2023") for citation in old)
