from __future__ import annotations

import dataclasses
import datetime as dt

from diary.charts.data import Spell
from diary.charts.lanes import Span
from diary.report.spells import named_before, sign_spells, spells
from diary.rules.model import Tier, TierStep
from tests.report.lively import LAST, START, lively_alerts, night_pain


def test_spells_are_the_days_on_which_it_stood():
    alerts = lively_alerts().alerts
    assert spells(alerts, "neck", LAST) == (
        Spell(dt.date(2026, 1, 20), dt.date(2026, 2, 2), "Neck: pain for two weeks", Tier.SOON),
    )
    assert [spell.end for spell in spells(alerts, "lower_back", LAST)] == [LAST, LAST]
    assert spells(alerts, "hip", LAST) == ()


def test_a_spell_is_named_as_on_its_first_day_and_begins_anew_with_a_higher_tier():
    days = [START + dt.timedelta(days=ago) for ago in range(4)]
    tiers = (Tier.NEXT_VISIT, Tier.SOON, Tier.SOON, Tier.URGENT)
    steps = tuple(
        TierStep(rule="W1", tier=tier, place="lower_back", on=day, title=f"Title {number}")
        for number, (tier, day) in enumerate(zip(tiers, (days[0], *days[:2], days[3]), strict=True))
    )
    alert = dataclasses.replace(night_pain(), raised_on=days[0], tiers=steps)
    # The second came on the day of the first; the third called for no more than it.
    assert spells((alert,), "lower_back", LAST) == (
        Spell(days[0], days[2], "Title 1", Tier.SOON),
        Spell(days[3], LAST, "Title 3", Tier.URGENT),
    )


def test_the_alert_a_chart_is_about_goes_before_the_others():
    found = spells(lively_alerts().alerts, "lower_back", LAST, "W2")
    assert [spell.first for spell in found if spell.title.endswith("than before")] == [True]
    assert [spell.first for spell in found].count(True) == 1


def grown(*steps):
    """Return night pain that grew by (rule, tier, day after the start)."""
    tiers = tuple(
        TierStep(rule, tier, "lower_back", START + dt.timedelta(days=day), f"Title {rule}")
        for rule, tier, day in steps
    )
    wording = dataclasses.replace(night_pain().wording, title="Title U1")
    return dataclasses.replace(
        night_pain(), raised_on=tiers[0].on, tiers=tiers, wording=wording, spoken_by="U1"
    )


def test_the_last_spell_has_the_name_of_the_alert_now_from_the_day_it_got_it():
    alert = grown(
        ("W3", Tier.SOON, 0),
        ("U14", Tier.URGENT, 6),
        ("U1", Tier.URGENT, 13),
        ("W6", Tier.SOON, 14),
    )
    titles = [(spell.start, spell.title) for spell in spells((alert,), "lower_back", LAST)]
    assert titles == [
        (START, "Title W3"),
        (START + dt.timedelta(days=6), "Title U14"),
        (START + dt.timedelta(days=13), "Title U1"),
    ]
    assert [step.rule for step in named_before(alert)] == ["W3", "U14"]


def test_a_rule_that_spoke_before_a_higher_one_does_not_begin_a_spell_again():
    alert = grown(("U1", Tier.URGENT, 0), ("E3", Tier.EMERGENCY, 4), ("U1", Tier.URGENT, 6))
    titles = [spell.title for spell in spells((alert,), "lower_back", LAST)]
    assert titles == ["Title U1", "Title E3"]
    assert named_before(alert) == ()


def test_signs_have_spells_too_but_not_what_waits_for_a_visit():
    weak = dataclasses.replace(night_pain(), place="leg_weakness", tier=Tier.EMERGENCY)
    stiff = dataclasses.replace(night_pain(), place="hand_stiffness", tier=Tier.NEXT_VISIT)
    assert sign_spells((weak, stiff, night_pain()), LAST) == (
        Span(dt.date(2026, 3, 18), LAST, "Lower back: new pain at night"),
    )
