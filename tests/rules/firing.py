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
    "U1": pain("5nx3"),
    "U3": pain("2x34 4 6x3"),
    "W1": pain("0x20 3x13"),
    "W2": pain("2x28 3x7 4x7"),
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
    ("U1", pain("5n 0 5n").pain("0 5n", "neck")),
    ("U1", pain("5nx2", "sacrum").spread()),
    ("U3", pain("2x34 5x4", "hip").spread()),
    ("W1", pain("0x20 5x7 2x6", "thigh")),
    ("W1", pain("0x20 3x13", "shoulder_upper_arm", side="both")),
)


def alert_by(rule: Rule, sketch: Sketch) -> Alert:
    """Return the first alert of a rule."""
    return alerts_of(sketch, rule)[0]


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
    for track in judge(Context(Record(sketch.diary())), [rule])[0][0].tracks:
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
