"""What the rules rest on: every source is published, used, and named where it speaks."""

from __future__ import annotations

import re

import pytest

from diary.rules import keeping, life_numbers, questions
from diary.rules.catalog import RULES
from diary.rules.sources import SOURCES, Basis
from tests.rules.each_rule import EACH_RULE
from tests.rules.firing import FIRING, alert_by

# What each rule rests on: guidelines, conventions and studies. A rule that is not here rests on
# our own choice, or on what is from memory only.
GROUNDS = {
    rule_id: set(ids.split())
    for rule_id, ids in {
        "E1": "L01 L18 L18a L44b L02b",
        "E2": "L01 L02 L03 L04 L06c",
        "E3": "L01 L02 L03 L05",
        "E4": "L43",
        "E5": "L21",
        "E6": "L21",
        "U1": "L01 L03 L20 L14 L15",
        "U2": "L01 L19",
        "U3": "L50 L51 L03 L23 L53",
        "U4": "L01 L03 L24",
        "U5": "L01",
        "U6": "L01",
        "U7": "L01 L18 L28",
        "U8": "L18b",
        "U9": "L44b",
        "U10": "L43",
        "U11": "L44b L21",
        "U12": "L45 L11",
        "U13": "L18c",
        "U14": "L21 L22 L04b",
        "U15": "L43 L44b",
        "U16": "L01 L19 L23",
        "W1": "L43 L44 L45 L46 L47b L53",
        "W2": "L50 L51 L53 L54 L37",
        "W3": "L50 L55",
        "W4": "L43 L44b L45",
        "W5": "L43 L44b L03",
        "W7": "L03",
        "W8": "L04b",
        "W10": "L44",
        "W11": "L40 L43 L44b",
        "W13": "L43 L44 L44b",
        "W14": "L43",
        "W15": "L44 L52",
        "W16": "L43",
        "V1": "L20",
        "V2": "L25 L26 L27",
    }.items()
}


@EACH_RULE
def test_every_ground_but_our_own_choice_is_published_somewhere(rule):
    for number in rule.numbers:
        reason = number.reason
        if reason.basis is Basis.OUR_CHOICE:
            continue
        assert reason.source is SOURCES[reason.source.id]
        assert reason.source.locator
    for cited in rule.sources:
        assert cited.source is SOURCES[cited.source.id]
        assert cited.basis is not Basis.OUR_CHOICE
    assert len({cited.source.id for cited in rule.sources}) == len(rule.sources)


@EACH_RULE
def test_it_rests_on_what_the_rule_book_names(rule):
    assert {cited.source.id for cited in rule.sources} == GROUNDS.get(rule.id, set())


@EACH_RULE
def test_nothing_from_memory_reaches_a_reader(rule):
    assert not any(cited.source.from_memory for cited in rule.sources)
    alert = alert_by(rule, FIRING[rule.id])
    remembered = {source.citation for source in SOURCES.values() if source.from_memory}
    assert not {note.citation for note in alert.sources} & remembered


@pytest.mark.parametrize("source", SOURCES.values(), ids=lambda source: source.id)
def test_a_source_says_who_where_and_what_for(source):
    assert re.fullmatch(r"L\d\d[a-e]?", source.id)
    assert SOURCES[source.id] is source
    assert source.citation
    assert source.locator
    assert source.supports
    # The rule book's list marks pages of one source only; none of the others may be invented.
    if source.id != "L21":
        assert not re.search(r"\bp\. ?\d|\bpage\b|\btable\b", source.locator)


def test_every_source_is_used_by_a_rule():
    used = {cited.source.id for rule in RULES for cited in rule.sources}
    noted = (*questions.NUMBERS, *keeping.NUMBERS, *life_numbers.NUMBERS)
    numbers = (*(n for r in RULES for n in r.numbers), *noted)
    used |= {number.reason.source.id for number in numbers if number.reason.source is not None}
    remembered = {source.id for source in SOURCES.values() if source.from_memory}
    assert used == set(SOURCES) - remembered


@pytest.mark.parametrize("basis", Basis)
def test_a_basis_is_written_out(basis):
    assert len(basis.value) > len("G")
    assert basis.label
