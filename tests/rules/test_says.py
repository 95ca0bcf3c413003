"""A rule that is true in several ways says, each time, only what is so."""

from __future__ import annotations

import pytest

from diary.rules.book import rule_of
from tests.rules.diaries import Sketch, alert_of, alerts_of, pain

PARACETAMOL = "paracetamol"


def told(sketch, rule_id):
    """Return title, fact and working of the only alert of a rule."""
    words = alert_of(sketch, rule_of(rule_id)).wording
    return words.title, words.noticed, words.worked_out


def test_one_entry_of_blood_in_the_stool_does_not_last():
    title, noticed, _how = told(Sketch().symptom(3, "blood_in_stool", new="yes"), "W12")
    assert (title, noticed) == (
        "You recorded blood in the stool",
        "You recorded blood in the stool.",
    )
    assert (
        told(Sketch().symptom(range(14), "cramps", new="yes"), "W12")[0]
        == "Lasting: cramps in your belly"
    )


def test_a_second_chest_infection_returns_and_a_cough_lasts():
    again = Sketch().symptom((0, 20), "chest_infection", new="yes")
    assert told(again, "W10")[0] == "A chest infection again"
    assert told(Sketch().symptom(range(14), "cough", new="yes"), "W10")[0] == "Lasting: a cough"


def test_pain_that_spreads_is_not_pain_at_more_places():
    spreads = told(pain("0x41").pain("3", first=41, spreads_to=("ribs",)), "W7")
    assert spreads[0] == "Pain in your lower back that spreads"
    assert "spreads to the hip, thigh or ribs" in spreads[1]
    places = told(pain("0x41 3x3", "hip").pain("0x41 3x3", "ribs"), "W7")
    assert places[0] == "Pain at more places, now your ribs"


@pytest.mark.parametrize(
    ("rule_id", "sketch"),
    [
        ("U7", Sketch().sign(0, "tingling_limb", grade=2, new="yes")),
        ("U7", Sketch().sign(0, "sexual_feeling_lost", new="yes")),
        ("U10", Sketch().symptom(0, "headache", grade=3, new="yes")),
        ("U11", pain("4", "ribs", worse_with=("breathing_in",))),
        ("U11", pain("4", "chest")),
        ("U11", Sketch().symptom(0, "blood_in_sputum")),
        ("W12", Sketch().symptom(0, "blood_in_stool")),
    ],
)
def test_one_entry_is_not_counted_in_days(rule_id, sketch):
    _title, noticed, how = told(sketch, rule_id)
    assert "days" not in noticed
    assert how.startswith("One entry is enough")


def test_pain_on_breathing_in_is_named_as_such():
    title, noticed, _how = told(pain("4", "ribs", worse_with=("breathing_in",)), "U11")
    assert title == "Pain in your ribs on breathing in"
    assert noticed == "You recorded pain in your ribs that is worse on breathing in."


def test_clothes_speak_of_no_weight_and_the_scales_of_both():
    clothes = told(Sketch().symptom(0, "weight_loss", new="yes"), "W9")
    assert clothes[1] == "You recorded that you are losing weight."
    scales = told(Sketch().tell((0, 5), weight_kg=70).tell((40, 44), weight_kg=66.5), "W9")
    assert scales[1] == "Your weight has fallen from 70.0 to 66.5 kg."


@pytest.mark.parametrize("rule_id", ["U5", "W4"])
@pytest.mark.parametrize(("line", "few"), [("4x5", True), ("0x42 4x5", False)])
def test_without_days_before_nothing_is_said_of_them(rule_id, line, few):
    how = told(pain(line, "neck", timing=("night",)), rule_id)[2]
    assert ("Too few days were recorded before" in how) is few
    assert ("In the" in how or "in the" in how) is not few


def test_a_step_up_of_neck_pain_says_nothing_of_an_injury():
    sketch = pain("1x60 3x15", "neck", trigger="strain")
    found = {one.rule: one.wording for one in alerts_of(sketch, rule_of("U5"), rule_of("W2"))}
    assert set(found) == {"U5"}
    assert found["U5"].title == "Pain in your neck has gone up"
    assert found["U5"].noticed.startswith("Pain in your neck was 3.0 on average")
    assert "injury" not in found["U5"].worked_out


def test_physiotherapy_is_not_said_of_painkillers():
    treated = told(pain("0x20 4x14").treatment("physiotherapy", 0), "W5")
    assert treated[0] == "Pain in your lower back goes on"
    assert treated[2] == "Physiotherapy has run for two weeks."
    taken = told(pain("4x14").medicine(range(14), PARACETAMOL, relief="little"), "W5")
    assert taken[0] == "Pain in your lower back is hardly relieved"
    assert "hysiotherapy" not in taken[2]


def test_a_first_opioid_is_not_said_to_be_more_painkillers():
    first = told(pain("3x42").no_medicines(range(41)).medicine(41, "opioid"), "W6")
    assert first[0] == "A first opioid or steroid beside pain in your lower back"
    assert "on 1 of the 7 days" in first[1]
    more = pain("3x42").no_medicines(range(35)).medicine(range(35, 42), PARACETAMOL, doses=2)
    words = alerts_of(more, rule_of("W6"))[0].wording
    assert words.title == "More painkillers beside pain in your lower back"
    assert words.worked_out.startswith("Doses a week: 14, before that 0.")


@pytest.mark.parametrize(("kind", "doses", "said"), [("opioid", 1, 6), ("opioid", 0, 0)])
def test_opioids_are_shown_beside_a_change_of_the_bowel(kind, doses, said):
    sketch = Sketch().symptom(range(14), "constipation", new="yes")
    how = told(sketch.medicine(range(2, 8), kind, doses=doses), "W12")[2]
    beside = f" You recorded an opioid on {said} of these days; opioids often constipate."
    told_first = "It counts because it is not among what is usual for you."
    assert how == told_first + (beside if said else "")
