"""The alerts as JSON, exactly in the shape that scripts rely on."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace

import pytest

from diary.exchange import alerts_json
from diary.rules.model import (
    AlertReport,
    Evidence,
    Keeping,
    NotEnoughDays,
    SourceNote,
    State,
    Tier,
    TierStep,
    Wording,
)
from diary.rules.sources import Basis
from tests.alerts import RAISED, alert

AS_OF = dt.date(2026, 3, 20)
ALERT = alert(
    tiers=(TierStep("W1", Tier.SOON, "lower_back", RAISED, "Pain"),),
    last_true_on=AS_OF,
    state=State.ON_VISIT_LIST,
    wording=Wording("Title", "Noticed ü.", "Worked out.", "Ordinary.", "To do.", "Cannot tell."),
    evidence=Evidence((dt.date(2026, 3, 7),), 12, 14, {"share": 0.83, "days": 3, "why": "x"}),
    sources=(SourceNote("A book", "its page", Basis.OUR_CHOICE),),
)
REPORT = AlertReport(
    AS_OF, (ALERT,), (NotEnoughDays("W2", "lower_back", 5, 10, "base28"),), rule_book="2026.1"
)


def test_report_in_full():
    assert json.loads(alerts_json.write(REPORT)) == {
        "format": "daymark-alerts",
        "version": 1,
        "as_of": "2026-03-20",
        "rule_book": "2026.1",
        "alerts": [
            {
                "rule": "W1",
                "tier": "soon",
                "place": "lower_back",
                "title": "Title",
                "raised_on": "2026-03-14",
                "tiers": [
                    {"rule": "W1", "tier": "soon", "place": "lower_back", "on": "2026-03-14"}
                ],
                "last_true_on": "2026-03-20",
                "ended_on": None,
                "state": "on_visit_list",
                "noticed": "Noticed ü.",
                "worked_out": "Worked out.",
                "what_to_do": "Ordinary. To do.",
                "cannot_tell": "Cannot tell.",
                "evidence": {
                    "days_used": ["2026-03-07"],
                    "days_recorded": 12,
                    "days_in_window": 14,
                    "numbers": {"share": 0.83, "days": 3, "why": "x"},
                },
                "sources": [{"citation": "A book", "locator": "its page", "basis": "our choice"}],
            }
        ],
        "not_enough_days": [
            {
                "rule": "W2",
                "place": "lower_back",
                "recorded": 5,
                "needed": 10,
                "window": "base28",
            }
        ],
    }


def test_text_is_readable_and_ends_with_its_line():
    assert "Noticed ü." in alerts_json.write(REPORT)
    assert alerts_json.write(REPORT).endswith("}\n")


def test_emergency_has_nothing_ordinary_before_what_to_do():
    words = replace(ALERT.wording, ordinary="")
    report = replace(REPORT, alerts=(replace(ALERT, wording=words),))
    assert alerts_json.alerts_data(report)["alerts"][0]["what_to_do"] == "To do."


def test_ended_alert_without_a_place():
    alert = replace(ALERT, ended_on=AS_OF, place=None)
    found = alerts_json.alerts_data(replace(REPORT, alerts=(alert,)))["alerts"][0]
    assert (found["ended_on"], found["place"]) == ("2026-03-20", None)


def test_number_that_json_does_not_know_is_a_bug():
    evidence = replace(ALERT.evidence, numbers={"share": float("nan")})
    with pytest.raises(ValueError, match="JSON"):
        alerts_json.write(replace(REPORT, alerts=(replace(ALERT, evidence=evidence),)))


def test_how_the_days_were_kept_stands_among_the_numbers():
    kept = Keeping(missing=3, copied=2, late=4, quiet=1, filled_in_later=True)
    told = Evidence((), 11, 14, {"share": 0.8}, keeping=kept)
    (alert,) = alerts_json.alerts_data(replace(REPORT, alerts=(replace(ALERT, evidence=told),)))[
        "alerts"
    ]
    assert alert["evidence"]["numbers"] == {
        "share": 0.8,
        "days_before_diary": 0,
        "days_missing": 3,
        "days_copied": 2,
        "days_late": 4,
        "days_quiet": 1,
        "filled_in_later": 1,
    }
