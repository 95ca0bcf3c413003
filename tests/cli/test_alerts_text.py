"""The alerts as a text: most urgent first, with days, numbers to call and what is not known."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from diary.cli.alerts_text import alerts_text, nothing_recorded
from diary.cli.paragraphs import wrapped
from diary.domain.care import AlertAction, Contact
from diary.rules.book import rule_of
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
SOON = alert(
    tiers=(TierStep("W1", Tier.SOON, "lower_back", RAISED, "Pain"),),
    last_true_on=AS_OF,
    wording=Wording(
        "Pain for two weeks",
        "You recorded pain.",
        "It was there two weeks ago.",
        "Most pain has an ordinary cause.",
        "Speak to them this week.",
        "It cannot tell the cause.",
    ),
    evidence=Evidence((RAISED, AS_OF), 12, 14),
    sources=(SourceNote("A book", "its page", Basis.CONVENTION),),
)
EMERGENCY = replace(
    SOON,
    rule="E2",
    place="leg_weakness",
    tier=Tier.EMERGENCY,
    spoken_by="E2",
    tiers=(),
    wording=replace(SOON.wording, title="New: weakness", ordinary="", what_to_do="Call now."),
    evidence=Evidence((), 1, 1),
)
CONTACTS = (
    Contact(name="Cancer line", phone="01632 960 001", hours="24 h", for_="emergency"),
    Contact(),
)


def text_of(*alerts, history=False, gaps=()):
    return alerts_text(AlertReport(AS_OF, alerts, gaps), CONTACTS, history=history)


def test_alert_in_full():
    assert text_of(SOON) == (
        "Alerts on 20 March 2026 (rule book 2026.2)\n"
        "\n"
        "1. This week: Pain for two weeks\n"
        "  Rule W1, Lower back. Raised on 14 March 2026, last true on 20 March 2026.\n"
        "  State: New.\n"
        "  What was noticed\n"
        "    You recorded pain.\n"
        "  How it was worked out\n"
        "    It was there two weeks ago.\n"
        "    12 of 14 days recorded. Days used: 2026-03-14, 2026-03-20.\n"
        "  What to do\n"
        "    Most pain has an ordinary cause.\n"
        "    Speak to them this week.\n"
        "  What would have kept it quiet\n"
        f"{wrapped(rule_of('W1').words.kept_quiet, 2)}\n"
        "  What this cannot tell\n"
        "    It cannot tell the cause.\n"
        "  Sources\n"
        "    - A book (its page): patient advice or rule of thumb"
    )


def test_emergency_stands_first_and_begins_with_what_to_do_and_whom_to_call():
    lines = text_of(SOON, EMERGENCY).splitlines()
    assert lines[2] == "1. Call now: New: weakness"
    assert lines[5:9] == [
        "  What to do",
        "    Call now.",
        "  Your numbers",
        "    - Cancer line, 01632\u00a0960\u00a0001, 24 h",
    ]
    assert "2. This week: Pain for two weeks" in lines
    assert "    1 of 1 day recorded." in lines


def test_numbers_to_call_stand_only_with_an_emergency_that_stands():
    ended = replace(EMERGENCY, ended_on=AS_OF)
    assert "01632" not in text_of(SOON)
    assert "01632" not in text_of(ended, history=True)


def test_history_keeps_the_order_and_says_when_an_alert_ended():
    text = text_of(replace(SOON, ended_on=AS_OF), EMERGENCY, history=True)
    assert text.startswith("Every alert up to 20 March 2026 (rule book 2026.2)\n\n1. This week")
    assert "Ended on 20 March 2026. State: New." in " ".join(text.split())


def test_alert_that_grew_says_how():
    steps = (*SOON.tiers, TierStep("U3", Tier.URGENT, "lower_back", AS_OF, "Pain"))
    text = text_of(replace(SOON, tiers=steps, tier=Tier.URGENT, spoken_by="U3"))
    assert "Rule U3 (opened by W1), Lower back." in text
    assert "    - 14 March 2026: this week, Pain (W1)\n" in text
    assert "    - 20 March 2026: today or tomorrow, Pain (U3)\n" in text


def test_what_she_did_is_told():
    did = AlertAction(
        rule="W1", raised_on=RAISED, action="discussed", on=AS_OF, with_="nurse", note="Wait."
    )
    seen = AlertAction(rule="W1", raised_on=RAISED, action="seen", on=RAISED)
    text = text_of(replace(SOON, actions=(seen, did), state=State.DISCUSSED))
    assert "State: Discussed." in text
    assert "    - 14 March 2026: Seen\n" in text
    assert "    - 20 March 2026: Discussed, with nurse. Wait.\n" in text


def test_silence_is_not_health():
    gaps = (
        NotEnoughDays("W2", "lower_back", 5, 10, "base28"),
        NotEnoughDays("W3", "lower_back", 20, 24, "last56"),
        NotEnoughDays("W2", "hip", 5, 10, "base28"),
    )
    text = text_of(gaps=gaps)
    assert "No rule matched your entries. This is not an all-clear." in text
    assert text.endswith(
        "Not enough days to tell\n"
        "  - Lower back. W2: 5 recorded, 10 needed; W3: 20 recorded, 24 needed\n"
        "  - Hip. W2: 5 recorded, 10 needed"
    )


def test_a_long_silence_is_said_before_the_alerts():
    report = AlertReport(AS_OF, (SOON,), (), last_entry=AS_OF - dt.timedelta(days=8))
    head, silence, alert, *_rest = alerts_text(report, CONTACTS, history=False).split("\n\n")
    assert silence.startswith("No entries since 12 March 2026 (")
    assert alert.startswith("1. ")
    assert head.startswith("Alerts on 20 March 2026")
    recent = AlertReport(AS_OF, (SOON,), (), last_entry=AS_OF)
    assert alerts_text(recent, CONTACTS, history=False) == text_of(SOON)


def test_how_the_days_were_kept_is_told_beside_them():
    kept = Keeping(missing=1, copied=2, late=0, quiet=0, filled_in_later=True)
    told = text_of(replace(SOON, evidence=replace(SOON.evidence, keeping=kept)))
    told = " ".join(told.split())
    assert "1 day missing and 2 copied. Filled in later: " in told


def test_diary_without_days_is_nothing_to_judge():
    assert "No day is recorded up to 20 March 2026" in nothing_recorded(AlertReport(AS_OF, (), ()))
