from __future__ import annotations

import dataclasses

from diary.report.guideline import ITEMS, clinician_line
from diary.rules.catalog import RULES
from diary.rules.model import TierStep
from diary.rules.sources import SOURCES, Basis
from tests.report.lively import LAST, night_pain, step_up


def test_it_names_the_items_of_all_rules_that_joined():
    alert = night_pain()
    grown = dataclasses.replace(
        alert, tiers=(*alert.tiers, TierStep("U16", alert.tier, "lower_back", LAST, "Pain"))
    )
    assert clinician_line([grown, step_up()]) == (
        "For the clinician: meets items of NICE CG75, since replaced by NG234: "
        "night spinal pain and progressive spinal pain. Please consider assessment."
    )


def test_an_item_of_several_signs_names_those_that_were_recorded():
    alert = night_pain()
    tingling = dataclasses.replace(
        alert, tiers=(TierStep("U7", alert.tier, "tingling_hand_foot", LAST, "Pain"),)
    )
    assert "numbness or tingling (recorded: Tingling hands or feet)." in clinician_line([tingling])


def test_alerts_that_rest_on_other_grounds_get_no_line():
    assert clinician_line([step_up()]) == ""
    assert clinician_line([]) == ""


def test_every_item_belongs_to_a_rule_that_rests_on_the_guideline():
    resting = {
        rule.id
        for rule in RULES
        for cited in rule.sources
        if cited.source == SOURCES["L01"] and cited.basis is Basis.GUIDELINE
    }
    assert set(ITEMS) <= resting
