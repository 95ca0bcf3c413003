from __future__ import annotations

from diary.domain.diary import Diary
from diary.domain.entry import Medicine, Pain, SymptomReport
from diary.report.also_recorded import also_recorded
from diary.report.pain import main_pain
from tests.report.small import back, day, entry, late


def told(*entries, end=None):
    return {fact.label: fact.value for fact in also_recorded(entries, end or day(9)).facts}


def symptoms(*ids):
    return tuple(SymptomReport(symptom=id_) for id_ in ids)


def test_nothing_recorded_is_said_five_times_and_no_negative_is_claimed():
    assert told(entry(0)) == {
        "Whole body": "not recorded",
        "Nights": "not recorded",
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
    assert found["Whole body"] == (
        "Tiredness (2 of 3 days, 1 March to 2 March 2026); Cough (1 of 3 days, 2 March 2026)"
    )
    assert found["Other symptoms"] == "Itchy scar (1 day); asked on 3 days"
    assert found["Asked, answered no"] == (
        "a poor appetite, losing weight, being short of breath, a headache, a fever, a lump, "
        "a change of bowel habit and night sweats (on 3 days, last 3 Mar 2026)"
    )


def test_no_symptom_at_all_is_an_answer():
    found = told(entry(0, symptoms=()))
    assert found["Asked, answered no"].endswith("night sweats (asked on 1 day only, 1 Mar 2026)")
    assert not {"Whole body", "Other symptoms"} & set(found)


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
        "ibuprofen (Anti-inflammatory) 2 of 4 days, 6 doses, 10.5 a week, "
        "relief told on 2 of these 2 days: a little; "
        "Paracetamol 1 of 4 days; gel 1 of 4 days; 1 more; opioid: not known"
    )


def test_no_medicine_taken_is_not_the_same_as_not_answered():
    assert told(entry(0, medicines=()))["Medicines"] == "none taken; asked on 1 day"


def test_weight_is_told_first_and_last():
    assert told(entry(0, weight_kg=68.4))["Weight"] == "68.4 kg on 1 March 2026"
    found = told(entry(0, weight_kg=68.4), entry(3, weight_kg=70.0), entry(9, weight_kg=66.0))
    assert found["Weight"] == "68.4 kg on 1 March 2026, 66 kg on 10 March 2026 (\u22122.4\u00a0kg)"
    gained = told(entry(0, weight_kg=68.4), entry(3, weight_kg=70.0))
    assert gained["Weight"].endswith("(+1.6\u00a0kg)")
    same = told(entry(0, weight_kg=68.4), entry(3, weight_kg=68.4))
    assert same["Weight"].endswith("(0\u00a0kg)")


def test_a_sign_of_the_whole_body_is_told_in_full():
    cough = SymptomReport(symptom="cough", grade=1, new="yes")
    worse = SymptomReport(symptom="cough", grade=2, new="no")
    found = told(entry(0, symptoms=(cough,)), entry(3, symptoms=(worse,)), entry(4, symptoms=()))
    assert found["Whole body"] == (
        "Cough (moderate, 2 of 3 days, 1 March to 4 March 2026, said new or worse 1 March 2026)"
    )
    assert "Other symptoms" not in found


def test_an_opioid_is_told_by_its_kind():
    strong = Medicine(name="morphine", kind="opioid", doses=2)
    assert told(entry(0, medicines=(strong,)))["Medicines"].endswith("; opioid: yes")
    weak = Medicine(name="paracetamol", kind="paracetamol", doses=2)
    assert told(entry(0, medicines=(weak,)))["Medicines"].endswith("; opioid: no")


def test_the_highest_temperature_is_told_where_one_was_measured():
    found = told(entry(0, temperature_c=36.9), entry(2, temperature_c=38.1))
    assert found["Temperature"] == "highest 38.1 °C on 3 March 2026; measured on 2 days"


def test_nights_count_all_places_and_late_days_not():
    woken = Pain(region="neck", worst=3, night="woke_me")
    found = told(
        entry(0, pains=(woken, back(2))),
        entry(1, pains=(back(2, night="felt"),)),
        entry(2, pains=(back(2),)),
        late(3, pains=(woken,)),
    )
    assert found["Nights"] == (
        "woken or awake by any pain on 1 of 2 nights (1 more not told): Neck; "
        "1 more entered late, drawn but not counted"
    )


def test_the_nights_of_one_place_and_of_all_places_add_up_to_the_same_nights():
    woken, knee = back(4, night="woke_me"), Pain(region="knee", worst=2)
    entries = (
        *(entry(number, pains=()) for number in range(5)),
        entry(5, pains=(woken, knee)),
        entry(6, pains=(knee,)),  # a good night for the back, an open one for the knee
        entry(7),
        late(8, pains=(woken,)),
    )
    pain = main_pain(Diary(entries=entries), (), day(0), day(8))
    of_the_back = {one.label: one.value for one in pain.numbers}["Woken or awake"]
    anywhere = told(*entries)["Nights"]
    assert of_the_back.startswith("1 of 7 nights; ")
    assert " on 1 of 6 nights (1 more not told): Lower back; " in anywhere


def test_several_places_that_woke_her_are_told_with_their_nights():
    neck, hip = (Pain(region=place, worst=3, night="woke_me") for place in ("neck", "hip"))
    found = told(entry(0, pains=(neck, hip)), entry(1, pains=(hip,)), entry(2, pains=()))
    assert found["Nights"].endswith("on 2 of 3 nights: Hip (2) and Neck (1)")


def test_use_that_began_lately_is_not_hidden_in_an_average():
    daily = Medicine(name="paracetamol", kind="paracetamol", doses=1)
    lately = [entry(n, medicines=(daily,) if n > 7 else ()) for n in range(14)]
    found = told(*lately, end=day(13))["Medicines"]
    assert "6 of 14 days (in the last week 6 of 7 days), " in found
    always = [entry(n, medicines=(daily,) if n % 2 else ()) for n in range(14)]
    assert "last week" not in told(*always, end=day(13))["Medicines"]
    assert "last week" not in told(*lately[6:10], end=day(14))["Medicines"]
    assert "last week" not in told(*lately[:9], end=day(13))["Medicines"]
