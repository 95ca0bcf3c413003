from __future__ import annotations

from diary.domain.entry import Medicine, SymptomReport
from diary.report.other import also_recorded
from tests.report.small import entry


def told(*entries):
    return {fact.label: fact.value for fact in also_recorded(entries).facts}


def symptoms(*ids):
    return tuple(SymptomReport(symptom=id_) for id_ in ids)


def test_nothing_recorded_is_said_four_times_and_no_negative_is_claimed():
    assert told(entry(0)) == {
        "Other symptoms": "not recorded",
        "Held back": "not recorded",
        "Medicines": "not recorded",
        "Weight": "not recorded",
    }


def test_symptoms_come_with_days_and_negatives_in_full():
    found = told(
        entry(0, symptoms=symptoms("fatigue", "custom:Itchy scar")),
        entry(1, symptoms=symptoms("fatigue", "fatigue", "cough")),
        entry(2, symptoms=()),
        entry(3),
    )
    assert found["Other symptoms"] == (
        "Tiredness (2 days), Cough (1), Itchy scar (1); asked on 3 days"
    )
    assert found["Asked, answered no"] == (
        "a poor appetite, losing weight, being short of breath, a headache, a fever, a lump, "
        "a change of bowel habit and night sweats"
    )


def test_no_symptom_at_all_is_an_answer():
    assert told(entry(0, symptoms=()))["Other symptoms"] == "none; asked on 1 day"


def test_where_every_watched_symptom_is_there_nothing_is_denied():
    watched = (
        "weight_loss appetite_loss fatigue fever night_sweats cough breathlessness headache lump "
        "bowel_change"
    )
    assert "Asked, answered no" not in told(entry(0, symptoms=symptoms(*watched.split())))


def test_function_counts_days_of_days_answered():
    found = told(entry(0, sleep=2, walking=1), entry(1, sleep=0), entry(2, sleep=3))
    assert found["Held back"] == (
        "quite a bit or more: sleep 2 of 3 days, walking 0 of 1 day, daily tasks not answered"
    )


def test_medicines_come_with_days_doses_and_relief():
    ibuprofen = Medicine(name="ibuprofen", kind="anti_inflammatory", doses=2, relief="little")
    found = told(
        entry(0, medicines=(ibuprofen, Medicine(name="Paracetamol", kind="paracetamol"))),
        entry(1, medicines=(ibuprofen, ibuprofen)),
        entry(2, medicines=(Medicine(name="ibuprofen", doses=0),)),
        entry(3, medicines=(Medicine(name="gel"), Medicine(name="tea", relief="good"))),
        entry(4),
    )
    assert found["Medicines"] == (
        "ibuprofen (Anti-inflammatory) 2 days, 6 doses, relief: a little; Paracetamol 1 day; "
        "gel 1 day; 1 more; asked on 4 days"
    )


def test_no_medicine_taken_is_not_the_same_as_not_answered():
    assert told(entry(0, medicines=()))["Medicines"] == "none taken; asked on 1 day"


def test_weight_is_told_first_and_last():
    assert told(entry(0, weight_kg=68.4))["Weight"] == "68.4 kg on 1 March 2026"
    found = told(entry(0, weight_kg=68.4), entry(3, weight_kg=70.0), entry(9, weight_kg=66.0))
    assert found["Weight"] == "68.4 kg on 1 March 2026, 66 kg on 10 March 2026"
