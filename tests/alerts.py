"""Alerts made by hand, for what only shows them."""

from __future__ import annotations

import datetime as dt

from diary.rules.model import Alert, Evidence, State, Tier, Wording

RAISED = dt.date(2026, 3, 14)


def alert(tier=Tier.SOON, place="lower_back", **changes):
    """Return an alert of a tier."""
    emergency = tier is Tier.EMERGENCY
    given = {
        "rule": "W1",
        "place": place,
        "family": "pain",
        "tier": tier,
        "raised_on": RAISED,
        "tiers": (),
        "last_true_on": RAISED,
        "ended_on": None,
        "state": State.NEW,
        "spoken_by": "W1",
        "wording": Wording(
            title="Two weeks of pain in your lower back",
            noticed="Your lower-back pain was 4 or more on 11 of the 13 days you recorded.",
            worked_out="It was usually 2 before.",
            ordinary="" if emergency else "Most back pain has an ordinary cause.",
            what_to_do="Speak to your team this week.",
            cannot_tell="This diary cannot tell the cause.",
        ),
        "evidence": Evidence((RAISED,), 13, 14),
        "sources": (),
    }
    return Alert(**{**given, **changes})
