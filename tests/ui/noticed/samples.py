"""Alerts made by hand, and the rules they name as the rule book gives them."""

from __future__ import annotations

import dataclasses
import datetime as dt

from diary.domain.care import AlertAction
from diary.rules.model import AlertReport, Evidence, SourceNote, State, Tier, TierStep, Wording
from diary.rules.sources import Basis
from tests.alerts import RAISED, alert
from tests.ui.fakes import TODAY

CLIMB = alert(
    rule="W3",
    spoken_by="W3",
    tiers=(TierStep("W3", Tier.SOON, "lower_back", RAISED, "Pain"),),
    last_true_on=TODAY,
    wording=Wording(
        title="Pain in your lower back climbs slowly",
        noticed="A climb of about 2 points in 8 weeks.",
        worked_out="A line through 40 days rises.",
        ordinary="Most pain of this kind has an ordinary cause.",
        what_to_do="Speak to them this week.",
        cannot_tell="This diary cannot tell the cause.",
    ),
    evidence=Evidence(
        days_used=tuple(dt.date(2026, 3, day) for day in (10, 11, 12, 14)),
        days_recorded=40,
        days_in_window=56,
        numbers={"rise": 2.25, "share": 0.833, "a_new_one": 3},
    ),
    sources=(SourceNote("Farrar 2001", "pubmed 11690728", Basis.STUDY),),
)
WEAKNESS = dataclasses.replace(
    CLIMB,
    rule="E2",
    place="leg_weakness",
    family="weakness",
    tier=Tier.EMERGENCY,
    spoken_by="E2",
    raised_on=TODAY,
    tiers=(TierStep("E2", Tier.EMERGENCY, "leg_weakness", TODAY, "Pain"),),
    wording=dataclasses.replace(
        CLIMB.wording, title="New: weakness in your legs", ordinary="", what_to_do="Call now."
    ),
)
ENDED = dataclasses.replace(
    CLIMB,
    place="hip",
    raised_on=dt.date(2025, 11, 1),
    ended_on=dt.date(2025, 12, 1),
    state=State.DISCUSSED,
    wording=dataclasses.replace(CLIMB.wording, title="Pain in your hip climbs slowly"),
)


def talk(alert, with_="breast care nurse", note=None, on=TODAY):
    """Return the alert after she told her team."""
    action = AlertAction(
        rule=alert.rule,
        place=alert.place,
        raised_on=alert.raised_on,
        action="discussed",
        on=on,
        with_=with_,
        note=note,
    )
    actions = (*alert.actions, action)
    return dataclasses.replace(alert, state=State.DISCUSSED, actions=actions)


def report(*alerts, not_enough=(), failures=()):
    """Return the answer to the question for every alert."""
    return AlertReport(TODAY, alerts, tuple(not_enough), failures=tuple(failures))
