from __future__ import annotations

import pytest

from diary.domain.care import Profile, QuietPeriod, UsualLevel
from diary.domain.diary import Diary
from diary.report.quality import data_quality
from tests.report.small import day, entry, late


def told(*entries, end=9, **fields):
    diary = Diary(entries=entries, **fields)
    section = data_quality(diary, diary.entries, day(0), day(end))
    return {fact.label: fact.value for fact in section.facts}


def test_each_question_is_counted_for_itself():
    found = told(
        entry(0, pains=(), signs=()),
        late(1, pains=()),
        entry(2, symptoms=(), copied_from=day(0)),
        entry(3, note="x"),
    )
    assert found == {
        "Recorded": "4 of 10 days (pain 2, nerve signs 1, symptoms 1)",
        "Entered late": "1 day (drawn hollow, left out of the numbers)",
        "Filled in later": "1 of 4 days recorded in the last two weeks were entered late",
        "Copied from another day": "1 day",
        "Longest gap": "6 days, 5 March to 10 March 2026",
        "Quiet periods": "none",
    }


@pytest.mark.parametrize(
    ("numbers", "gap"),
    [
        (range(10), "none"),
        ((), "10 days, 1 March to 10 March 2026"),
        ((0, 1, 2, 3, 4, 5, 6, 7, 8), "1 day, 10 March 2026"),
        ((3, 4, 5, 6, 7, 8, 9), "3 days, 1 March to 3 March 2026"),
        ((0, 3, 6, 9), "2 days, 2 March to 3 March 2026"),
    ],
)
def test_the_longest_gap_is_told_with_its_days_the_first_of_equals(numbers, gap):
    assert told(*map(entry, numbers))["Longest gap"] == gap


def test_quiet_periods_of_the_time_are_told():
    quiet = (
        QuietPeriod(start=day(-3), end=day(1), reason="away"),
        QuietPeriod(start=day(5), end=day(5)),
        QuietPeriod(start=day(10), end=day(12)),
        QuietPeriod(start=day(-9), end=day(-1)),
    )
    assert told(quiet_periods=quiet)["Quiet periods"] == (
        "26 February to 2 March 2026 (away); 6 March 2026"
    )


def test_a_usual_level_that_was_not_confirmed_for_long_is_named():
    usual = (
        UsualLevel(of="lower_back", level=2),
        UsualLevel(of="neck", level=2, confirmed_on=day(-82)),
        UsualLevel(of="hip", level=2, confirmed_on=day(-81)),
        UsualLevel(of="knee", level=0),
        UsualLevel(of="cough", level=1),
        UsualLevel(of="tingling_hand_foot", level=1),
    )
    assert told(profile=Profile(usual=usual))["Usual level not confirmed in 90 days"] == (
        "Lower back, Neck (9 December 2025), Cough, Tingling hands or feet"
    )


def test_only_the_usual_level_in_force_is_asked_again():
    usual = (
        UsualLevel(of="neck", level=2),
        UsualLevel(of="neck", level=3, since=day(1), confirmed_on=day(1)),
        UsualLevel(of="hip", level=2),
        UsualLevel(of="hip", level=0, since=day(1)),
        UsualLevel(of="knee", level=2, since=day(20)),
    )
    assert not any("Usual" in label for label in told(profile=Profile(usual=usual)))


def test_the_usual_level_of_an_emergency_sign_is_asked_again_after_30_days():
    usual = (
        UsualLevel(of="leg_weakness", level=1, confirmed_on=day(-22)),
        UsualLevel(of="bladder_leak", level=1, confirmed_on=day(-21)),
        UsualLevel(of="neck", level=1),
    )
    found = told(profile=Profile(usual=usual))
    assert found["Usual level not confirmed in 90 days"] == "Neck"
    assert found["Usual level not confirmed in 30 days"] == "Weak leg or legs (7 February 2026)"
