"""An alert says "new" only where she said so; else what she did not say, and what is true of it."""

from __future__ import annotations

import pytest

from diary.rules.catalog import RULES
from diary.rules.catalog.e2_weakness import RULE as E2
from diary.rules.catalog.u8_hands import RULE as U8
from diary.rules.catalog.u18_leg import RULE as U18
from diary.rules.catalog.v4_energy import RULE as V4
from diary.rules.catalog.w11_lump import RULE as W11
from tests.rules.diaries import Sketch, alert_of, pain
from tests.rules.firing import alert_by, every_sketch

SILENT = "You did not say whether it is new; it is not in your earlier entries."
SELDOM = (
    "You did not say whether it is new; of your entries two to six weeks earlier, made in time, "
    "fewer than two have it like this."
)
UNSURE = "You were not sure whether it is new."


def weak(new, earlier=()):
    return Sketch().sign(earlier, "leg_weakness", new="no").sign(50, "leg_weakness", new=new)


@pytest.mark.parametrize(
    ("new", "earlier", "title", "noticed"),
    [
        ("yes", (), "New: weakness in your legs", "You recorded new weakness in your legs."),
        ("not_sure", (), "Weakness in your legs", f"You recorded weakness in your legs. {UNSURE}"),
        (None, (), "Weakness in your legs", f"You recorded weakness in your legs. {SILENT}"),
        (None, (20,), "Weakness in your legs", f"You recorded weakness in your legs. {SELDOM}"),
        (None, (45,), "Weakness in your legs", f"You recorded weakness in your legs. {SELDOM}"),
    ],
)
def test_a_sign_is_called_new_only_where_she_said_so(new, earlier, title, noticed):
    wording = alert_of(weak(new, earlier), E2).wording
    assert wording.title == title
    assert wording.noticed == noticed
    said = "you said that it is new or worse"
    silent = "it is not among what is usual for you, and you did not say that it is not new"
    assert wording.worked_out == f"One entry is enough: {said if new == 'yes' else silent}."


def test_one_side_said_to_be_new_is_enough():
    sketch = Sketch().sign(0, "leg_weakness", side="left", new="yes")
    sketch.sign(0, "leg_weakness", side="right", new="no")
    assert alert_of(sketch, E2).wording.noticed == "You recorded new weakness in your legs."


def test_an_answer_about_another_place_or_a_lower_grade_is_not_taken_for_it():
    sketch = Sketch().symptom(0, "swelling", where="lower_leg")
    sketch.symptom(0, "swelling", where="armpit", new="yes")
    assert alert_of(sketch, U18).wording.noticed == f"You recorded swelling of a leg. {SILENT}"


def test_a_pain_is_not_called_new():
    wording = alert_of(pain("0 2", "testicle"), W11).wording
    assert wording.noticed == "You recorded pain in your testicle."
    assert wording.worked_out == "One entry is enough: it is not among what is usual for you."


@pytest.mark.parametrize(
    ("usual", "above"),
    [
        (0, "it is not among what is usual for you"),
        (1, "it is above what is usual for you"),
    ],
)
def test_it_is_above_what_is_usual_only_where_that_is_known(usual, above):
    sketch = Sketch().symptom(range(14), "fatigue", grade=2)
    if usual:
        sketch.usual("fatigue", usual)
    assert alert_of(sketch, V4).wording.worked_out == f"It counts because {above}."


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_no_rule_says_above_what_is_usual_of_a_diary_without_a_usual_level(rule):
    for sketch in every_sketch(rule.id):
        if not sketch.diary().profile.usual:
            wording = alert_by(rule, sketch).wording
            said = f"{wording.title} {wording.noticed} {wording.worked_out}"
            assert "above what is usual" not in said


def test_a_symptom_said_to_be_new():
    assert alert_of(Sketch().symptom(0, "lump", new="yes"), W11).wording.noticed == (
        "You recorded a lump, new or worse."
    )
    assert alert_of(Sketch().symptom(0, "lump"), W11).wording.noticed == (
        f"You recorded a lump. {SILENT}"
    )


def test_hands():
    hands = pain("4", "neck").sign(0, "clumsy_hands", new="not_sure")
    assert alert_of(hands, U8).wording.noticed == (
        f"You recorded clumsy hands, together with neck pain or another sign of the hands. {UNSURE}"
    )


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_no_rule_says_new_where_she_did_not(rule):
    for sketch in every_sketch(rule.id):
        entries = sketch.diary().entries
        reports = [
            report
            for entry in entries
            for report in (*(entry.signs or ()), *(entry.symptoms or ()))
        ]
        if not any(report.new == "yes" for report in reports):
            wording = alert_by(rule, sketch).wording
            said = f"{wording.title} {wording.noticed} {wording.worked_out}".lower()
            said = said.replace("whether it is new", "").replace("is not new", "")
            assert " new" not in f" {said}".replace("newest", ""), said
