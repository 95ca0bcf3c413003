"""One diary for each rule that makes it speak, and every text that a rule can put on a screen."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from diary.domain.choices import ALERT_ACTIONS
from diary.domain.record import Record
from diary.rules.book import CALL_NOW_SIGNS, call_card, rule_book_json
from diary.rules.catalog import RULES
from diary.rules.context import Context
from diary.rules.engine import judge
from diary.rules.evidence import NOT_CHECKED
from diary.rules.life_numbers import NUMBERS
from diary.rules.model import State, Tier
from diary.rules.sources import SOURCES, Basis
from diary.rules.wording import NOTHING_MATCHED, WHAT_TO_DO, alert_wording
from tests.rules.diaries import Sketch, alerts_of, pain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.rules.model import Alert
    from diary.rules.rule import Rule

FIRING: dict[str, Sketch] = {
    "E1": Sketch().sign(0, "bladder_leak", new="yes"),
    "E2": Sketch().sign(0, "leg_weakness", new="yes"),
    "E3": pain("4", quality=("band_like",)),
    "E4": Sketch().symptom(0, "seizure", new="yes"),
    "E5": Sketch().symptom(0, "breathless_at_rest", new="yes"),
    "E6": Sketch().tell(0, temperature_c=38.5).profile(immunosuppressed=True),
    "U2": pain("7x3", pattern="constant"),
    "U4": pain("4x2", worse_with=("straining",)),
    "U5": pain("4x5", "neck"),
    "U6": pain("4x2", spreads_to=("one_leg",)),
    "U7": Sketch().sign((0, 1), "tingling_hand_foot", new="yes"),
    "U8": pain("3", "neck").sign(0, "clumsy_hands", new="yes"),
    "U9": Sketch().symptom(0, "jaundice"),
    "U10": Sketch().symptom((0, 1), "headache_on_waking", new="yes"),
    "U11": Sketch().symptom((0, 1), "breathlessness", grade=2, new="yes"),
    "U12": pain("8", "hip", onset="sudden", trigger="fall"),
    "U13": pain("5").symptom(0, "fever"),
    "U15": Sketch()
    .symptom((0, 1), "thirst", new="yes")
    .symptom((0, 1), "nausea", new="yes")
    .symptom((0, 1), "constipation", new="yes"),
    "U16": pain("0x21 3x7 4x7"),
    "U17": pain("5x2", "hip").tell((0, 1), walking=3),
    "U18": Sketch().symptom(0, "swelling", where="lower_leg", new="yes"),
    "U14": Sketch().symptom(0, "jaundice").symptom(0, "swelling", where="thigh", new="yes"),
    "W4": pain("4x5", timing=("night",)),
    "W5": pain("0x20 4x14").treatment("physiotherapy", 0),
    "W6": pain("3x42").no_medicines(range(41)).medicine(41, "opioid"),
    "W7": pain("0x41").pain("3", first=41, spreads_to=("ribs",)),
    "W8": pain("3x7").symptom(range(7), "fatigue", grade=2),
    "W9": Sketch().tell((0, 5), weight_kg=70).tell((40, 44), weight_kg=66),
    "W10": Sketch().symptom((0, 20), "chest_infection", new="yes"),
    "W11": Sketch().symptom(0, "lump", new="yes"),
    "W12": Sketch().symptom(0, "blood_in_stool", new="yes"),
    "W13": Sketch().symptom(range(14), "nausea", grade=2, new="yes"),
    "W14": Sketch().symptom(range(14), "headache", new="yes"),
    "W15": Sketch().symptom(range(28), "fatigue", grade=2, new="yes"),
    "W16": Sketch().symptom(range(14), "night_sweats", new="yes"),
    "W17": Sketch().sign(0, "leg_weakness", new="no"),
    "V1": pain("5x80").usual("lower_back", 5),
    "V2": Sketch().sign(range(14), "hand_stiffness", new="yes"),
    "V3": pain("0x21 4x7 2x7").treatment("chemotherapy", 15, 15),
    "V4": Sketch().symptom(range(14), "poor_sleep", grade=2),
    "U1": pain("5nx3"),
    "U3": pain("2x24 3x7 4x4 6x3"),
    "W1": pain("0x20 3x13"),
    "W2": pain("2x28 4x7 4x7"),
    "W3": pain("1 2 1 2 1 2 1 2 2 2 2 3 2 3 2 3 2 3 2 3 3 3 3 4 3"),
}
# Further ways in which some rules speak: other places, features, tiers.
FURTHER: tuple[tuple[str, Sketch], ...] = (
    *(("E1", Sketch().sign(0, sign)) for sign in CALL_NOW_SIGNS[:5]),
    *(("E2", Sketch().sign(0, sign)) for sign in CALL_NOW_SIGNS[5:]),
    *(("E3", pain("4", spreads_to=(to,))) for to in ("around_chest", "both_arms", "both_legs")),
    *(
        ("E3", pain("!", "neck").sign(0, sign, grade=2))
        for sign in ("numbness_trunk", "numbness_limb", "tingling_limb", "electric_shocks")
    ),
    ("U7", Sketch().sign(0, "tingling_limb", grade=2, new="yes")),
    ("U10", Sketch().symptom(0, "headache", grade=3, new="yes")),
    ("U11", pain("4", "ribs", worse_with=("breathing_in",))),
    ("U11", Sketch().symptom(0, "blood_in_sputum")),
    ("W4", pain("0x42 4x5", timing=("night",))),
    ("W5", pain("4x14").medicine(range(14), "paracetamol", relief="little")),
    ("W6", pain("3x42").no_medicines(range(35)).medicine(range(35, 42), "paracetamol")),
    ("W7", pain("0x41 3x3", "hip").pain("0x41 3x3", "ribs")),
    ("W9", Sketch().symptom(0, "weight_loss", new="yes")),
    ("W10", Sketch().symptom(range(14), "cough", new="yes")),
    ("W12", Sketch().symptom(range(14), "diarrhoea", new="yes")),
    ("U1", pain("5n 0 5n").pain("0 5n", "neck")),
    ("U1", pain("5nx2", "sacrum").spread()),
    ("U3", pain("2x24 3x7 4x4 5x3", "hip").spread()),
    ("W1", pain("0x20 5x7 2x6", "thigh")),
    ("W1", pain("0x20 3x13", "shoulder_upper_arm", side="both")),
)


def alert_by(rule: Rule, sketch: Sketch) -> Alert:
    """Return the first alert of a rule."""
    alerts = alerts_of(sketch, *with_read(rule))
    return next(alert for alert in alerts if alert.rule == rule.id)


def with_read(rule: Rule) -> tuple[Rule, ...]:
    return RULES if rule.id == "U14" else (rule,)


def every_sketch(rule_id: str) -> list[Sketch]:
    """Return every diary that makes a rule speak."""
    return [FIRING[rule_id], *(sketch for one, sketch in FURTHER if one == rule_id)]


def rendered(rule: Rule) -> Iterator[str]:
    """Yield every sentence of every alert of a rule, in all tiers it can be shown with."""
    for sketch in every_sketch(rule.id):
        yield from asdict(alert_by(rule, sketch).wording).values()
        for track, index in _true(rule, sketch):
            place = track.place if track.place_on is None else track.place_on(index)
            for tier in Tier:
                yield from asdict(alert_wording(rule, track.explain(index, place), tier)).values()


def _true(rule: Rule, sketch: Sketch):
    judged, _ = judge(Context(Record(sketch.diary())), with_read(rule))
    for track in next(one.tracks for one in judged if one.rule.id == rule.id):
        for index, verdict in enumerate(track.verdicts):
            if verdict > 0:
                yield track, index


def every_text() -> Iterator[tuple[str, str]]:
    """Yield where a text comes from and the text: all that rules put on a screen.

    Titles of cited sources are left out: they are the words of others.
    """
    for rule in RULES:
        yield from ((rule.id, text) for text in rendered(rule))
    for rule in rule_book_json()["rules"]:
        yield from (
            (rule["id"], text)
            for text in (
                rule["sentence"],
                rule["kept_quiet"],
                *rule["choices"],
                *(part for n in rule["numbers"] for part in (n["name"], n["why"], n["unit"])),
                *(part for n in rule["numbers"] for part in (n["basis"],)),
            )
        )
    yield from (("sources", source.supports) for source in SOURCES.values())
    for card in (call_card([sign]) for sign in CALL_NOW_SIGNS):
        yield from (("call card", text) for text in asdict(card).values())
    labels = (*(tier.label for tier in Tier), *(state.label for state in State))
    actions = tuple(action.label for action in ALERT_ACTIONS.values())
    bases = tuple(basis.label for basis in Basis)
    fixed = (*labels, *actions, *bases, *WHAT_TO_DO.values(), NOTHING_MATCHED, NOT_CHECKED)
    yield from (("fixed", text) for text in fixed)
    yield from (("life", part) for n in NUMBERS for part in (n.name, n.reason.note))
