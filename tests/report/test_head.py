from __future__ import annotations

import datetime as dt

from diary.domain.care import Profile, Treatment
from diary.domain.diary import Diary
from diary.report.head import head
from tests.report.lively import LAST, START, lively_diary
from tests.report.small import day, entry


def facts(diary, start=0, end=55):
    return {fact.label: fact.value for fact in head(diary, day(start), day(end)).facts}


def test_the_head_of_the_lively_diary():
    found = head(lively_diary(), START, LAST)
    assert (found.name, found.born) == ("Ruth Example", "born 1968")
    assert found.period == "26 January to 22 March 2026"
    assert found.recorded == "43 of 56 days recorded"
    assert {fact.label: fact.value for fact in found.facts} == {
        "Cancer": "breast, diagnosed 1 May 2019",
        "Treatments": "Physiotherapy 20 February to 13 March 2026; "
        "letrozole (Aromatase inhibitor) since 10 January 2026",
        "Bone metastases": "no",
        "Osteoporosis": "not answered",
    }
    assert found.disclaimer == (
        "Recorded by the patient. Not a diagnosis. Not an all-clear. Not a medical device."
    )


def test_what_is_not_known_is_said_so():
    found = head(Diary(), day(0), day(55))
    assert (found.name, found.born) == ("Name not given", "birth year not answered")
    assert found.recorded == "0 of 56 days recorded"
    assert facts(Diary()) == {
        "Cancer": "not recorded",
        "Treatments": "not recorded",
        "Bone metastases": "not answered",
        "Osteoporosis": "not answered",
    }
    assert not any(fact.known for fact in found.facts)


def test_only_days_of_the_period_count():
    diary = Diary(entries=(entry(-1), entry(0), entry(1), entry(2)))
    assert head(diary, day(0), day(1)).recorded == "2 of 2 days recorded"


def test_only_treatments_of_the_period_are_told_latest_first():
    treatments = (
        Treatment(kind="surgery", start=day(-9), end=day(-1)),
        Treatment(kind="vaccine", start=day(56)),
        Treatment(kind="chemotherapy", start=day(3), end=day(3)),
        Treatment(kind="tamoxifen", end=day(0)),
        Treatment(kind="other", name="reflexology"),
        Treatment(kind="bone_medicine", start=day(-90)),
    )
    assert facts(Diary(treatments=treatments))["Treatments"] == (
        "Tamoxifen until 1 March 2026; reflexology (Other treatment), start not recorded; "
        "Chemotherapy 4 March 2026; Bone medicine since 1 December 2025"
    )


def test_treatments_of_other_days_are_not_lost():
    earlier = (
        Treatment(kind="surgery", start=day(-30), end=day(-30)),
        Treatment(kind="radiotherapy", start=day(-9), end=day(-1)),
    )
    later = Treatment(kind="vaccine", start=day(56))
    assert facts(Diary(treatments=(*earlier, later)))["Treatments"] == (
        "none in this period; earlier: Radiotherapy 20 February to 28 February 2026; "
        "Surgery 30 January 2026"
    )
    assert facts(Diary(treatments=(later,)))["Treatments"] == "none in this period"


def test_the_kind_of_cancer_may_stand_without_its_date():
    assert facts(Diary(profile=Profile(cancer="breast")))["Cancer"] == "breast"


def test_more_than_four_treatments_are_counted():
    many = tuple(
        Treatment(kind="chemotherapy", start=START + dt.timedelta(days=7 * n)) for n in range(6)
    )
    found = head(Diary(treatments=many), START, LAST).facts[1].value
    assert found.count("Chemotherapy") == 4
    assert found.endswith("; 2 more")
