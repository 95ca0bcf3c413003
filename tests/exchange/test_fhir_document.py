from __future__ import annotations

import datetime as dt
import json
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft6Validator

from diary.domain.care import Event, Profile, QuietPeriod, Treatment, UsualLevel
from diary.domain.diary import Diary
from diary.domain.entry import DayEntry, Medicine, Pain, SignReport, SymptomReport
from diary.errors import RequestError
from diary.exchange import fhir_document
from diary.rules.model import AlertReport
from tests.report.lively import LAST, lively_alerts, lively_diary
from tests.report.small import back, day, entry, late
from tests.strategies import diaries

NOW = dt.datetime(2026, 3, 23, 20, 4, 5, 678, dt.UTC)
NONE = AlertReport(LAST, (), ())
LOINC = "http://loinc.org"
OWN = "urn:daymark:diary"
# The codes that we are sure of, and the category of answers to a questionnaire.
LISTED = {(LOINC, code) for code in ("51855-5", "72514-3", "29463-7", "75325-1", "8310-5")} | {
    ("http://terminology.hl7.org/CodeSystem/observation-category", "survey")
}
SCHEMA = json.loads(
    (Path(__file__).resolve().parents[1] / "data/fhir_r4.schema.json").read_text(encoding="utf-8")
)
OFFICIAL = Draft6Validator(SCHEMA)


def bundle(*entries, alerts=NONE, **fields):
    diary = Diary(entries=entries, **fields)
    return json.loads(fhir_document.write(diary, alerts, NOW))


def resources(document, kind):
    found = [one["resource"] for one in document["entry"]]
    return [resource for resource in found if resource["resourceType"] == kind]


def observations(document, loinc=None, own=None):
    wanted = (LOINC, loinc) if loinc else (OWN, own)
    return [
        one
        for one in resources(document, "Observation")
        if wanted in {(code["system"], code["code"]) for code in one["code"].get("coding", ())}
    ]


def everything(value, key):
    """Return every value of a key, however deep."""
    if isinstance(value, list):
        return [found for item in value for found in everything(item, key)]
    if not isinstance(value, dict):
        return []
    here = [value[key]] if key in value else []
    return here + [found for item in value.values() for found in everything(item, key)]


def sections(document):
    (composition,) = resources(document, "Composition")
    return {
        one["title"]: [p.text or "" for p in ET.fromstring(one["text"]["div"])]
        for one in composition["section"]
    }


def check(document):
    """Check the official schema, and the invariants that no schema can say."""
    OFFICIAL.validate(document)
    entries = document["entry"]
    names = [one["fullUrl"] for one in entries]
    # bdl-7, bdl-9, bdl-10, bdl-11, and that nothing points outside
    assert len(set(names)) == len(names)
    assert document["identifier"]["system"]
    assert document["identifier"]["value"].startswith("urn:uuid:")
    composition = entries[0]["resource"]
    assert composition["resourceType"] == "Composition"
    assert document["timestamp"] >= composition["date"]
    assert set(everything(document, "reference")) <= set(names)
    pointed = {one["reference"] for one in composition["section"][0].get("entry", ())}
    assert pointed == {
        one["fullUrl"]
        for one in entries
        if one["resource"]["resourceType"] in ("Observation", "MedicationStatement")
    }
    for one in resources(document, "Observation"):
        values = [key for key in one if key.startswith("value")]
        # obs-6, obs-7
        assert len(values) == (0 if "dataAbsentReason" in one else 1)
        parts = [part["code"] for part in one.get("component", ())]
        assert one["code"] not in parts
        assert one["status"] == "final"
        assert one["performer"] == [{"reference": entries[1]["fullUrl"]}]
    assert {one["resource"]["resourceType"] for one in entries} <= {
        "Composition",
        "Patient",
        "Observation",
        "MedicationStatement",
    }
    codes = {
        (code["system"], code["code"])
        for coding in everything(document, "coding")
        for code in coding
    }
    assert {code for code in codes if code[0] != OWN} <= LISTED


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(diaries())
def test_every_diary_is_a_sound_document_that_holds_its_days(diary):
    text = fhir_document.write(diary, NONE, NOW)
    document = json.loads(text)
    check(document)
    recorded = {one.date.isoformat() for one in diary.entries}
    assert set(everything(document, "effectiveDateTime")) <= recorded
    pains = observations(document, "72514-3")
    for one in diary.entries:
        today = [item for item in pains if item["effectiveDateTime"] == one.date.isoformat()]
        assert bool(today) is (one.pains is not None)
        for region in {pain.region for pain in one.pains or ()}:
            own = {"system": OWN, "code": f"region.{region}"}
            here = [item for item in today if own in item["bodySite"].get("coding", ())]
            scores = [item["valueInteger"] for item in here if "valueInteger" in item]
            assert max(scores, default=None) == one.worst_at(region)
        if one.weight_kg is not None:
            (weight,) = [
                item
                for item in observations(document, "29463-7")
                if item["effectiveDateTime"] == one.date.isoformat()
            ]
            assert float(weight["valueQuantity"]["value"]) == one.weight_kg


def test_the_lively_diary_is_sound_and_names_its_rules():
    document = json.loads(fhir_document.write(lively_diary(), lively_alerts(), NOW))
    check(document)
    told = sections(document)
    assert told["Rules matched"][0].startswith(
        "U1, Today or tomorrow, since 18 March 2026: Lower back: new pain at night. Pain in your"
    )
    assert told["Rules matched"][2].endswith("Ended 3 February 2026.")
    assert told["About me"][0] == "Cancer: breast"
    (person,) = resources(document, "Patient")
    assert (person["name"], person["birthDate"]) == ([{"text": "Ruth Example"}], "1968")


def test_the_same_diary_at_the_same_moment_gives_the_same_bytes():
    first, second = (fhir_document.write(lively_diary(), NONE, NOW) for _ in range(2))
    assert first == second
    later = fhir_document.write(lively_diary(), NONE, NOW + dt.timedelta(seconds=1))
    assert json.loads(later)["identifier"] != json.loads(first)["identifier"]


def test_two_persons_share_no_name():
    one, other = (bundle(entry(0, pains=()), profile=Profile(name=name)) for name in ("Ann", "Bea"))
    names = [{item["fullUrl"] for item in document["entry"]} for document in (one, other)]
    assert not names[0] & names[1]


def test_an_empty_diary_is_a_document_about_nobody():
    document = bundle()
    check(document)
    assert [one["resource"]["resourceType"] for one in document["entry"]] == [
        "Composition",
        "Patient",
    ]
    assert sections(document)["Rules matched"] == [
        "No rule matched these entries. This is not an all-clear."
    ]
    assert (document["type"], document["timestamp"]) == ("document", "2026-03-23T20:04:05Z")


def test_its_composition_is_a_patient_note():
    (composition,) = resources(bundle(), "Composition")
    assert composition["type"]["coding"] == [{"system": LOINC, "code": "51855-5"}]


def test_rules_that_are_switched_off_are_said_to_be():
    (line,) = sections(bundle(alerts=None))["Rules matched"]
    assert line.startswith("The rules of this diary are switched off")


def test_only_rules_of_the_days_written_are_told():
    document = bundle(entry(0, pains=()), alerts=lively_alerts())
    assert [line[:2] for line in sections(document)["Rules matched"]] == ["U1", "W2"]


def test_a_recorded_0_is_a_0_and_an_unanswered_question_is_nothing():
    document = bundle(
        entry(0, pains=(back(3),)),
        entry(1, pains=()),
        entry(2),
        entry(3, pains=(Pain(region="neck", worst=0),)),
    )
    check(document)
    found = [
        (one["effectiveDateTime"], one["bodySite"]["text"], one["valueInteger"])
        for one in observations(document, "72514-3")
    ]
    assert found == [
        ("2026-03-01", "Neck", 0),
        ("2026-03-01", "Lower back", 3),
        ("2026-03-02", "anywhere", 0),
        ("2026-03-02", "Neck", 0),
        ("2026-03-02", "Lower back", 0),
        ("2026-03-04", "Neck", 0),
        ("2026-03-04", "Lower back", 0),
    ]


def test_sides_stand_apart_and_pain_without_a_number_says_so():
    knees = tuple(
        Pain(region="knee", side=side, worst=worst)
        for side, worst in (("left", 2), ("right", None), ("left", 5))
    )
    left, right = observations(bundle(entry(0, pains=knees)), "72514-3")
    assert (left["bodySite"]["text"], left["valueInteger"]) == ("Knee, left", 5)
    assert right["dataAbsentReason"] == {"text": "pain without a number"}
    assert "valueInteger" not in right


def test_the_details_of_a_pain_are_its_components():
    pain = back(
        6,
        average=4,
        night="woke_me",
        timing=("night", "evening"),
        started_on=day(-9),
    )
    (found,) = observations(bundle(entry(0, pains=(pain,))), "72514-3")
    parts = [
        (
            part["code"]["text"],
            part.get("valueInteger")
            or part.get("valueDateTime")
            or part["valueCodeableConcept"]["coding"][0]["code"],
        )
        for part in found["component"]
    ]
    assert parts == [
        ("Average pain, 0 to 10", 4),
        ("Last night", "night.woke_me"),
        ("When in the day", "timing.night"),
        ("When in the day", "timing.evening"),
        ("Began", "2026-02-20"),
    ]


def test_signs_have_no_code_but_our_own_and_a_0_where_denied():
    document = bundle(
        entry(0, signs=(SignReport(sign="saddle_numbness", side=None, grade=2, new="yes"),)),
        entry(1, signs=()),
        entry(2, signs=(SignReport(sign="leg_weakness", side="left"),)),
    )
    check(document)
    first, second, third = observations(document, own="sign.saddle_numbness")
    assert first["code"]["coding"] == [{"system": OWN, "code": "sign.saddle_numbness"}]
    assert [one["valueInteger"] for one in (first, second, third)] == [2, 0, 0]
    assert [part["code"]["text"] for part in first["component"]] == [
        "Grade",
        "New or worse in the last 14 days",
    ]
    legs = observations(document, own="sign.leg_weakness")
    assert legs[2]["valueString"] == "present, grade not given"
    assert legs[2]["bodySite"] == {"text": "left"}
    (none,) = observations(document, own="no_signs")
    assert (none["effectiveDateTime"], none["valueBoolean"]) == ("2026-03-02", True)


def test_symptoms_have_the_code_of_a_symptom_and_her_own_are_words():
    document = bundle(
        entry(
            0,
            symptoms=(
                SymptomReport(symptom="lump", grade=1, where="armpit"),
                SymptomReport(symptom="custom:Itchy scar", grade=3),
            ),
        ),
        entry(1, symptoms=()),
    )
    check(document)
    own, lump, *denied = observations(document, "75325-1")
    assert own["code"] == {
        "coding": [{"system": LOINC, "code": "75325-1"}],
        "text": "Itchy scar",
    }
    assert (lump["bodySite"]["text"], lump["valueInteger"]) == ("Armpit", 1)
    assert [one["valueInteger"] for one in denied] == [0, 0]


def test_numbers_have_units_of_ucum():
    document = bundle(entry(0, weight_kg=67.5, temperature_c=38.25, sleep=0))
    check(document)
    (weight,) = observations(document, "29463-7")
    assert weight["valueQuantity"] == {
        "value": 67.5,
        "unit": "kg",
        "system": "http://unitsofmeasure.org",
        "code": "kg",
    }
    (temperature,) = observations(document, "8310-5")
    assert (temperature["valueQuantity"]["code"], temperature["valueQuantity"]["value"]) == (
        "Cel",
        38.25,
    )
    (sleep,) = observations(document, own="sleep")
    assert sleep["valueInteger"] == 0


def test_medicines_are_statements_of_the_person():
    document = bundle(
        late(
            0,
            medicines=(
                Medicine(name="ibuprofen", kind="anti_inflammatory", doses=2, relief="little"),
                Medicine(name="tea", doses=0),
                Medicine(name="gel"),
            ),
        ),
        entry(1, medicines=()),
        entry(2, medicines=(Medicine(name="cream"),)),
    )
    check(document)
    first, second, third, untimed = resources(document, "MedicationStatement")
    assert first["status"] == "completed"
    assert first["dosage"] == [{"text": "2 doses on this day"}]
    assert first["note"] == [{"text": "Relief: a little"}]
    assert first["dateAsserted"] == "2026-03-07T12:00:00Z"
    assert second["status"] == "not-taken"
    assert third["medicationCodeableConcept"] == {"text": "gel"}
    assert "dateAsserted" not in untimed
    assert len(observations(document, own="no_medicines")) == 1


def test_the_time_of_entry_and_how_a_day_was_kept_are_told():
    copied = late(1, pains=(), copied_from=day(0))
    document = bundle(entry(0, pains=()), copied)
    first, second = observations(document, "72514-3")
    assert "issued" not in first
    assert second["issued"] == "2026-03-08T12:00:00Z"
    assert [note["text"] for note in second["note"]] == [
        "Entered more than 48 hours after its day.",
        "Accepted as the same as on 1 March 2026.",
    ]


def test_her_words_are_data():
    hostile = '<script>alert("x")</script> & \x00\x1b \u2028 שלום 腰 \U0001f600\ufffe'
    document = bundle(
        DayEntry(date=day(0), note=hostile, could_do=" \u00a0 "),
        profile=Profile(name=" ", cancer=hostile),
    )
    check(document)
    (note,) = observations(document, own="note")
    assert note["valueString"] == '<script>alert("x")</script> & �� \u0020 שלום 腰 \U0001f600�'
    assert not observations(document, own="could_do")
    assert "name" not in resources(document, "Patient")[0]
    assert sections(document)["About me"][0].startswith("Cancer: <script>")


def test_what_surrounds_the_days_is_told_in_words():
    document = bundle(
        profile=Profile(
            diagnosed_on=dt.date(2019, 5, 1),
            bone_metastases=False,
            immunosuppressed=True,
            usual=(UsualLevel(of="lower_back", level=2),),
        ),
        treatments=(
            Treatment(kind="tamoxifen", name="tamoxifen", start=day(0)),
            Treatment(kind="surgery", start=day(0), end=day(0)),
        ),
        events=(Event(date=day(1), kind="scan", title="MRI"),),
        quiet_periods=(QuietPeriod(start=day(2), end=day(3), reason="away"),),
    )
    check(document)
    assert sections(document)["About me"] == [
        "Diagnosed: 1 May 2019",
        "Bone metastases: no",
        "Weakened defences: yes",
        "Usual for me: Lower back, level 2",
        "Tamoxifen: tamoxifen (from: 1 March 2026; to: not known)",
        "Surgery (1 March 2026)",
        "Scan: MRI (2 March 2026)",
        "Quiet period: away (from: 3 March 2026; to: 4 March 2026)",
    ]


def test_without_the_library_one_sentence_says_what_to_do(monkeypatch):
    monkeypatch.setitem(sys.modules, "fhir.resources.R4B.bundle", None)
    with pytest.raises(RequestError) as caught:
        fhir_document.write(Diary(), NONE, NOW)
    assert "pip install fhir.resources" in caught.value.user_message
