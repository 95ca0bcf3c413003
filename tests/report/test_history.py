from __future__ import annotations

from diary.charts.data import place_data
from diary.domain.care import Profile, UsualLevel
from diary.domain.diary import Diary
from diary.domain.entry import Pain
from diary.report.history import history
from tests.report.small import back, day, entry


def told(*days_of_pains, usual=()):
    entries = tuple(entry(number, pains=pains) for number, pains in enumerate(days_of_pains))
    diary = Diary(entries=entries, profile=Profile(usual=usual))
    chart = place_data(diary, "lower_back", day(0), day(9))
    return {fact.label: fact.value for fact in history(diary, chart)}


def test_the_order_is_the_one_a_doctor_asks_in():
    assert list(told()) == [
        "Site",
        "Began",
        "Usual for me",
        "Character",
        "Spreads to",
        "On the same days",
        "Time",
        "Worse with",
        "What helps",
    ]


def test_what_was_never_said_is_not_recorded():
    found = told((back(4),))
    assert found.pop("Site") == "Lower back; pain on 1 of 1 day"
    assert found.pop("Began") == (
        "since before this diary began (already there on its first day, 1 March 2026)"
    )
    assert set(found.values()) == {"not recorded"}


def test_answers_come_with_the_days_on_which_they_were_given():
    found = told(
        (
            back(
                4,
                side="left",
                pattern="constant",
                timing=("night", "all_day"),
                worse_with=("lying_flat",),
                better_with=("rest",),
                quality=("dull", "tender"),
                spreads_to=("ribs",),
                onset="gradual",
                trigger="none_known",
                started_on=day(-14),
                relief="little",
            ),
            back(2, side="right", timing=("night",), quality=("dull",)),
        ),
        (back(3, side="left", timing=("night",), pattern="comes_and_goes", onset="sudden"),),
        (),
        None,
        (Pain(region="neck", worst=8, quality=("sharp",)),),
    )
    assert found == {
        "Site": "Lower back, left (2 days), right (1); pain on 2 of 4 days",
        "Began": "15 February 2026; suddenly (1 day), little by little (1); "
        "trigger: nothing I know of",
        "Usual for me": "not recorded",
        "Character": "dull (1 day), tender to touch (1)",
        "Spreads to": "ribs (1 day)",
        "On the same days": "not recorded",
        "Time": "there all the time (1 day), comes and goes (1); at night (2 days), all day (1)",
        "Worse with": "lying flat (1 day)",
        "What helps": "rest (1 day); relief told for this pain: a little (1 day)",
    }


def test_the_usual_level_is_said_with_its_day_if_it_has_one():
    assert told(usual=(UsualLevel(of="lower_back", level=3),))["Usual for me"] == "3"
    dated = (UsualLevel(of="lower_back", level=3, since=day(-14)), UsualLevel(of="neck", level=9))
    assert told(usual=dated)["Usual for me"] == "3 since 15 February 2026"


def test_a_score_of_0_at_the_place_is_no_pain():
    assert told((back(0),), (back(None),))["Site"] == "Lower back; pain on 1 of 2 days"
