"""A made-up diary of 16 weeks with a bit of everything, for the tests of charts and sheet."""

from __future__ import annotations

import datetime as dt
import random

from diary.domain.care import (
    AlertAction,
    Contact,
    Event,
    Profile,
    QuietPeriod,
    Treatment,
    UsualLevel,
)
from diary.domain.diary import Diary
from diary.domain.entry import DayEntry, Medicine, Pain, SignReport, SymptomReport
from diary.rules.model import (
    Alert,
    AlertReport,
    Evidence,
    NotEnoughDays,
    SourceNote,
    State,
    Tier,
    TierStep,
    Wording,
)
from diary.rules.sources import Basis

FIRST = dt.date(2025, 12, 1)
LAST = dt.date(2026, 3, 22)
START = LAST - dt.timedelta(days=55)
_GAP = (dt.date(2026, 2, 6), dt.date(2026, 2, 13))
_SILENT = {7, 19, 20, 33, 46, 61, 66, 81, 87, 98}
_LATE = {62, 63, 89}
_COLD = range(40, 47)
_CLIMB = 76  # day of the diary on which the lower back begins to climb
_HANDS = 50


def lively_diary() -> Diary:
    """Return the diary: usual ache, a cold, a gap, hands on a new drug, a climb with nights."""
    dice = random.Random(11)
    days = [FIRST + dt.timedelta(days=n) for n in range((LAST - FIRST).days + 1)]
    entries = [
        _entry(n, day, dice)
        for n, day in enumerate(days)
        if n not in _SILENT and not _GAP[0] <= day <= _GAP[1]
    ]
    return Diary(
        profile=Profile(
            name="Ruth Example",
            birth_year=1968,
            cancer="breast",
            diagnosed_on=dt.date(2019, 5, 1),
            bone_metastases=False,
            osteoporosis=None,
            usual=(
                UsualLevel(of="lower_back", level=2, since=dt.date(2024, 5, 1)),
                UsualLevel(of="tingling_hand_foot", level=1),
            ),
            contacts=(Contact(name="Cancer line", phone="01 234", for_="emergency"),),
        ),
        treatments=(
            Treatment(
                kind="aromatase_inhibitor", name="letrozole", start=dt.date(2026, 1, 10), end=None
            ),
            Treatment(kind="physiotherapy", start=dt.date(2026, 2, 20), end=dt.date(2026, 3, 13)),
            Treatment(kind="surgery", start=dt.date(2019, 6, 3), end=dt.date(2019, 6, 3)),
        ),
        events=(Event(date=dt.date(2026, 3, 26), kind="appointment", title="Oncology visit"),),
        quiet_periods=(QuietPeriod(start=_GAP[0], end=_GAP[1], reason="away"),),
        entries=tuple(entries),
        alert_actions=(DISCUSSED,),
    )


def _entry(number: int, day: dt.date, dice: random.Random) -> DayEntry:
    entered = dt.datetime.combine(day, dt.time(20, 4), dt.UTC)
    if number in _LATE:
        entered += dt.timedelta(days=5)
    pains = [_back(number, dice)]
    if number >= _HANDS:
        pains.append(
            Pain(
                region="hand_wrist_fingers",
                side="both",
                worst=min(5, 2 + (number - _HANDS) // 12 + dice.choice((-1, 0, 0, 1))),
                timing=("early_morning",),
            )
        )
    symptoms = [SymptomReport(symptom="fatigue", grade=1 if number < _CLIMB else 2, new="no")]
    if number in _COLD:
        symptoms.append(SymptomReport(symptom="cough", grade=1, new="yes"))
    signs = [SignReport(sign="tingling_hand_foot", side="both", grade=1, new="no")]
    return DayEntry(
        date=day,
        entered_at=entered,
        pains=tuple(pain for pain in pains if pain.worst != 0),
        signs=None if number % 3 == 1 else tuple(signs if number % 2 else ()),
        symptoms=tuple(symptoms),
        weight_kg=round(68.4 - number * 0.02, 1) if number % 7 == 0 else None,
        sleep=2 if number > _CLIMB + 12 else 1 if number % 2 else None,
        walking=1 if number > _CLIMB + 20 else None,
        medicines=(Medicine(name="ibuprofen", kind="anti_inflammatory", doses=2, relief="little"),)
        if number > _CLIMB + 6 and number % 2
        else (),
        note="Could not lie flat for long." if number == _CLIMB + 30 else None,
        copied_from=day - dt.timedelta(days=1) if number in (12, 13, 72, 74) else None,
    )


def _back(number: int, dice: random.Random) -> Pain:
    usual = dice.choice((1, 2, 2, 2, 3))
    if number in (25, 26):
        usual = 0
    rise = max(0, number - _CLIMB) / 8
    worst = min(8, round(usual + rise + dice.choice((-0.4, 0, 0.4))))
    night = "none"
    if number > _CLIMB + 10:
        night = "woke_me" if number % 3 == 0 else "kept_awake" if number % 7 == 0 else "felt"
    return Pain(
        region="lower_back",
        side="centre",
        worst=max(0, worst),
        night=night if number % 5 else None,
        pattern="constant" if number > _CLIMB + 8 else "comes_and_goes",
        timing=("night", "early_morning") if number > _CLIMB + 10 else ("evening",),
        worse_with=("lying_flat",) if number > _CLIMB + 10 else ("lifting",),
        better_with=("movement",) if number % 2 else (),
        quality=("dull",),
        onset="gradual",
        trigger="none_known",
        started_on=dt.date(2026, 2, 15) if number > _CLIMB else None,
        relief="little" if number > _CLIMB + 6 else None,
    )


_CG75 = SourceNote(
    "NICE CG75, 2008; replaced by NG234 in 2023", "nice.org.uk/guidance/cg75", Basis.GUIDELINE
)
_FARRAR = SourceNote("Farrar 2001", "pubmed 11690728", Basis.STUDY)
_CHOICE = SourceNote("Breast Cancer Care, 2016", "breastcancercare.org.uk", Basis.CONVENTION)
DISCUSSED = AlertAction(
    rule="W2",
    place="lower_back",
    raised_on=dt.date(2026, 3, 5),
    action="discussed",
    on=dt.date(2026, 3, 12),
    with_="breast care nurse",
)


def step_up() -> Alert:
    """Return a *this week* alert that was discussed."""
    return Alert(
        rule="W2",
        place="lower_back",
        family="pain",
        tier=Tier.SOON,
        raised_on=dt.date(2026, 3, 5),
        tiers=(
            TierStep(
                "W2",
                Tier.SOON,
                "lower_back",
                dt.date(2026, 3, 5),
                "Lower back: more pain than before",
            ),
        ),
        last_true_on=LAST,
        ended_on=None,
        state=State.DISCUSSED,
        spoken_by="W2",
        wording=Wording(
            title="Lower back: more pain than before",
            noticed="Your lower-back pain was 5.3 on average on the 7 days you recorded this week. "
            "It was 2.1 before.",
            worked_out="Average of the last 7 days 5.3 (7 recorded), of the 7 days before 4.4 "
            "(6 recorded), of the four weeks before that 2.1 (18 recorded).",
            ordinary="Most back pain has an ordinary cause.",
            what_to_do="Your team would still like to hear about it: speak to them this week.",
            cannot_tell="This diary cannot tell the cause.",
        ),
        evidence=Evidence(
            days_used=(dt.date(2026, 3, 21), LAST),
            days_recorded=7,
            days_in_window=7,
            numbers={"mean_last7": 5.3, "mean_base28": 2.1},
        ),
        sources=(_FARRAR,),
        actions=(DISCUSSED,),
    )


def night_pain() -> Alert:
    """Return a new *today or tomorrow* alert."""
    return Alert(
        rule="U1",
        place="lower_back",
        family="radiating",
        tier=Tier.URGENT,
        raised_on=dt.date(2026, 3, 18),
        tiers=(
            TierStep(
                "U1",
                Tier.URGENT,
                "lower_back",
                dt.date(2026, 3, 18),
                "Lower back: new pain at night",
            ),
        ),
        last_true_on=LAST,
        ended_on=None,
        state=State.NEW,
        spoken_by="U1",
        wording=Wording(
            title="Lower back: new pain at night",
            noticed="Pain in your lower back woke you or kept you awake on 4 of the 6 nights you "
            "recorded this week. Before, it was less than one night a week.",
            worked_out="4 bad nights of 6 recorded in the last 7 days, with pain of 4 or more; "
            "1 of 17 in the four weeks before.",
            ordinary="Many people with this have an ordinary cause.",
            what_to_do="Contact your cancer team or GP today or tomorrow, weekends included.",
            cannot_tell="This diary cannot tell the cause.",
        ),
        evidence=Evidence(
            days_used=(dt.date(2026, 3, 17), dt.date(2026, 3, 18), dt.date(2026, 3, 21)),
            days_recorded=6,
            days_in_window=7,
            numbers={"bad_nights": 4},
        ),
        sources=(_CG75, _CHOICE),
    )


def ended_neck() -> Alert:
    """Return an alert that ended inside the period."""
    return Alert(
        rule="W1",
        place="neck",
        family="pain",
        tier=Tier.SOON,
        raised_on=dt.date(2026, 1, 20),
        tiers=(
            TierStep("W1", Tier.SOON, "neck", dt.date(2026, 1, 20), "Neck: pain for two weeks"),
        ),
        last_true_on=dt.date(2026, 1, 24),
        ended_on=dt.date(2026, 2, 3),
        state=State.SEEN,
        spoken_by="W1",
        wording=Wording(
            title="Neck: pain for two weeks",
            noticed="You recorded neck pain of 2 or more on 9 of the 11 days you recorded.",
            worked_out="9 of 11 recorded days in two weeks; 8 are needed.",
            ordinary="Most neck pain has an ordinary cause.",
            what_to_do="Your team would still like to hear about it: speak to them this week.",
            cannot_tell="This diary cannot tell the cause.",
        ),
        evidence=Evidence(days_used=(dt.date(2026, 1, 24),), days_recorded=11, days_in_window=14),
        sources=(_CHOICE,),
        actions=(
            AlertAction(
                rule="W1",
                place="neck",
                raised_on=dt.date(2026, 1, 20),
                action="seen",
                on=dt.date(2026, 1, 20),
            ),
        ),
    )


def lively_alerts() -> AlertReport:
    """Return the alerts that go with the diary."""
    return AlertReport(
        as_of=LAST,
        alerts=(night_pain(), step_up(), ended_neck()),
        not_enough_days=(
            NotEnoughDays("W2", "hand_wrist_fingers", 8, 10, "base28"),
            NotEnoughDays("W3", "hand_wrist_fingers", 20, 24, "last56"),
        ),
    )
