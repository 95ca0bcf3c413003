"""The public ids, which files rely on, spelt once: the program has these and no others.

This is the side of the files in the comparison. A new id is first agreed on, then added to the
catalogue and here.
"""

from __future__ import annotations

import re

import pytest

from diary.domain import choices
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
from diary.domain.places import PLACES, PlaceClass, places_of
from diary.domain.signs import SIGNS
from diary.domain.symptoms import SYMPTOMS

REGIONS = {
    PlaceClass.SPINE: "neck upper_back lower_back sacrum",
    PlaceClass.BONE: """skull ribs sternum collarbone shoulder_blade shoulder_upper_arm pelvis_groin
        hip thigh buttock""",
    PlaceClass.JOINT: "hand_wrist_fingers elbow knee ankle_foot",
    PlaceClass.SOFT: """forearm lower_leg breast_chest_wall armpit chest abdomen_upper_right
        abdomen_upper abdomen_lower flank testicle all_over""",
}
CATALOGUES = {
    "sign": (
        SIGNS,
        """leg_weakness arm_weakness trouble_walking heavy_legs numbness_hand_foot numbness_limb
        numbness_trunk tingling_hand_foot tingling_limb saddle_numbness bladder_difficulty
        bladder_leak bladder_feeling_lost bowel_control_lost electric_shocks clumsy_hands
        hand_stiffness sexual_feeling_lost""",
    ),
    "symptom": (
        SYMPTOMS,
        """fatigue appetite_loss weight_loss nausea vomiting cough breathlessness
        breathless_at_rest blood_in_sputum chest_infection headache headache_on_waking
        vision_change double_vision vision_lost seizure face_or_speech confusion drowsiness
        jaundice dark_urine_pale_stool fever lump swollen_nodes swelling breast_change
        nipple_change bowel_change constipation diarrhoea cramps blood_in_stool
        testicular_change thirst passing_more_urine night_sweats poor_sleep stiffness""",
    ),
    "side": (choices.SIDES, "left right both centre"),
    "night": (choices.NIGHTS, "none felt woke_me kept_awake"),
    "pattern": (choices.PATTERNS, "constant comes_and_goes"),
    "trigger": (choices.TRIGGERS, "none_known injury strain fall"),
    "onset": (choices.ONSETS, "sudden gradual"),
    "relief": (choices.RELIEFS, "none little some good not_taken"),
    "timing": (choices.TIMINGS, "night early_morning daytime evening better_by_day all_day"),
    "worse_with": (
        choices.WORSE_WITH,
        """movement lifting sitting standing_walking weight_bearing lying_flat resting straining
        breathing_in""",
    ),
    "better_with": (
        choices.BETTER_WITH,
        "rest movement stretching heat_cold massage painkiller",
    ),
    "quality": (choices.QUALITIES, "dull sharp shooting burning band_like electric tender"),
    "spreads_to": (
        choices.SPREADS_TO,
        "around_chest ribs hip_thigh one_leg both_legs one_arm both_arms",
    ),
    "new": (choices.NEWNESS, "yes no not_sure"),
    "treatments.kind": (
        choices.TREATMENT_KINDS,
        """chemotherapy aromatase_inhibitor tamoxifen fulvestrant trastuzumab_pertuzumab
        bone_medicine gcsf radiotherapy surgery steroid immunotherapy physiotherapy vaccine
        other""",
    ),
    "medicines.kind": (
        choices.MEDICINE_KINDS,
        "paracetamol anti_inflammatory opioid nerve_pain steroid other",
    ),
    "events.kind": (
        choices.EVENT_KINDS,
        "appointment scan injury fall intended_weight_loss other",
    ),
    "alert_actions.action": (
        choices.ALERT_ACTIONS,
        "seen on_visit_list discussed closed reopened",
    ),
    "grade": (choices.GRADES, "1 2 3"),
    "interference": (choices.INTERFERENCES, "0 1 2 3"),
}
KEYS = {
    Diary: """format version profile treatments events quiet_periods entries alert_actions""",
    Profile: """name birth_year cancer diagnosed_on bone_metastases osteoporosis
        immunosuppressed usual contacts""",
    UsualLevel: "of level since confirmed_on",
    Contact: "name phone hours for",
    Treatment: "kind name start end",
    Event: "date kind title note",
    QuietPeriod: "start end reason",
    DayEntry: """date entered_at pains signs symptoms weight_kg temperature_c sleep walking
        daily_tasks medicines could_do note copied_from""",
    Pain: """region side worst average night pattern timing worse_with better_with quality
        spreads_to trigger onset started_on relief""",
    SignReport: "sign side grade new",
    SymptomReport: "symptom grade new where",
    Medicine: "name kind doses relief",
    AlertAction: "rule place raised_on action on with note",
}
# Which catalogue answers which field of which model.
FIELDS = [
    (Pain, "side", {"region": "hip"}, "side"),
    *((Pain, name, {"region": "hip"}, name) for name in choices.PAIN_ONE),
    *((Pain, name, {"region": "hip"}, name) for name in choices.PAIN_MANY),
    (SignReport, "sign", {}, "sign"),
    (SignReport, "side", {"sign": "heavy_legs"}, "side"),
    (SignReport, "new", {"sign": "heavy_legs"}, "new"),
    (SymptomReport, "symptom", {}, "symptom"),
    (SymptomReport, "new", {"symptom": "cough"}, "new"),
    (Medicine, "kind", {"name": "x"}, "medicines.kind"),
    (Medicine, "relief", {"name": "x"}, "relief"),
    (Treatment, "kind", {}, "treatments.kind"),
    (Event, "kind", {"date": "2026-03-01"}, "events.kind"),
    (
        AlertAction,
        "action",
        {"rule": "W1", "raised_on": "2026-03-01", "on": "2026-03-01"},
        "alert_actions.action",
    ),
]


def every_catalogue():
    return [("region", PLACES), *((name, found) for name, (found, _ids) in CATALOGUES.items())]


def terms():
    return [
        pytest.param(term, id=f"{name}-{term.id}")
        for name, catalogue in every_catalogue()
        for term in catalogue.values()
    ]


def accepted(model, field, others, value):
    many = field in choices.PAIN_MANY
    try:
        found = model.model_validate({**others, field: (value,) if many else value})
    except ValueError:
        return False
    answer = getattr(found, field)
    return answer == ((value,) if many else value)


@pytest.mark.parametrize("place_class", PlaceClass)
def test_regions_of_a_class(place_class):
    assert list(places_of(place_class)) == REGIONS[place_class].split()


def test_regions():
    assert list(PLACES) == " ".join(REGIONS.values()).split()


@pytest.mark.parametrize("name", CATALOGUES)
def test_ids(name):
    catalogue, ids = CATALOGUES[name]
    assert list(catalogue) == ids.split()


@pytest.mark.parametrize("model", KEYS, ids=lambda model: model.__name__)
def test_keys(model):
    written = [field.alias or name for name, field in model.model_fields.items()]
    assert written == KEYS[model].split()


@pytest.mark.parametrize(
    ("model", "field", "others", "name"),
    [pytest.param(*row, id=f"{row[0].__name__}-{row[1]}") for row in FIELDS],
)
def test_a_field_takes_the_ids_of_its_catalogue_and_no_others(model, field, others, name):
    catalogue, _ids = CATALOGUES[name]
    assert all(accepted(model, field, others, id_) for id_ in catalogue)
    foreign = {id_ for _name, other in every_catalogue() for id_ in other} - set(catalogue)
    assert not any(accepted(model, field, others, id_) for id_ in foreign)


@pytest.mark.parametrize(("model", "field"), [(Pain, "region"), (SymptomReport, "where")])
def test_a_place_is_a_region(model, field):
    others = {} if model is Pain else {"symptom": "swelling"}
    assert all(accepted(model, field, others, id_) for id_ in PLACES)
    assert not any(accepted(model, field, others, id_) for id_ in (*SIGNS, "back", "Neck", ""))


def test_scales():
    assert (choices.PAIN_LOWEST, choices.PAIN_HIGHEST) == (0, 10)
    assert (choices.GRADE_LOWEST, choices.GRADE_HIGHEST) == (1, 3)


def test_the_fields_of_a_pain_name_their_catalogues():
    named = {**choices.PAIN_ONE, **choices.PAIN_MANY}
    assert all(named[name] is CATALOGUES[name][0] for name in named)
    free = {"region", "side", "worst", "average", "started_on"}
    assert set(named) | free == set(Pain.model_fields)


def test_the_questions_of_function_are_fields_of_an_entry():
    assert set(choices.FUNCTION) <= set(DayEntry.model_fields)


@pytest.mark.parametrize("term", terms())
def test_an_id_is_plain_and_has_words(term):
    assert re.fullmatch(r"[a-z]+(_[a-z]+)*|\d", term.id)
    assert term.label == term.label.strip() != ""
    assert not term.label.endswith(".")
    assert term.help == "" or term.help.endswith(".")
    assert not term.retired


@pytest.mark.parametrize(
    ("name", "catalogue"),
    [pytest.param(*found, id=found[0]) for found in every_catalogue()],
)
def test_no_two_ids_share_a_label(name, catalogue):
    labels = [term.label.casefold() for term in catalogue.values()]
    assert len(set(labels)) == len(labels), name


def test_no_id_means_a_place_and_a_sign_or_a_symptom():
    assert not set(PLACES) & (set(SIGNS) | set(SYMPTOMS))
    assert not set(SIGNS) & set(SYMPTOMS)
