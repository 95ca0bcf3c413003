from __future__ import annotations

import dataclasses

import pytest

from diary.domain.diary import Diary
from diary.domain.entry import Pain
from diary.report.pain import main_pain
from diary.rules.model import State
from tests.report.lively import LAST, START, lively_alerts, lively_diary, night_pain
from tests.report.small import back, back_days, day, entry, late


def of(diary, alerts=(), start=0, end=13):
    return main_pain(diary, alerts, day(start), day(end))


def numbers(pain):
    return {fact.label: fact.value for fact in pain.numbers}


def both(neck, lower, number):
    return entry(number, pains=(Pain(region="neck", worst=neck), back(lower)))


def test_no_pain_recorded_is_no_main_pain():
    assert of(Diary()) is None
    assert of(Diary(entries=(entry(0, pains=()), entry(1, pains=(back(0),))))) is None


def test_the_highest_median_of_the_last_7_days_decides():
    days = [both(9, 1, n) for n in range(7)] + [both(2, 4, n) for n in range(7, 14)]
    assert of(Diary(entries=tuple(days))).place == "Lower back"


def test_then_the_worst_of_the_last_7_days():
    days = [both(4, 4, n) for n in range(7, 13)] + [both(4, 5, 13)]
    assert of(Diary(entries=tuple(days))).place == "Lower back"


def test_then_the_mean_of_the_period():
    days = [both(3, 4, n) for n in range(7)] + [both(4, 4, n) for n in range(7, 14)]
    assert of(Diary(entries=tuple(days))).place == "Lower back"


def test_the_place_of_the_highest_alert_comes_before_a_worse_one():
    days = Diary(entries=tuple(both(9, 3, n) for n in range(14)))
    alert = dataclasses.replace(night_pain(), raised_on=day(5))
    assert of(days, (alert,)).place == "Lower back"
    assert of(days, (dataclasses.replace(alert, state=State.CLOSED),)).place == "Neck"
    assert of(days, (dataclasses.replace(alert, place="leg_weakness"),)).place == "Neck"
    assert of(days, (dataclasses.replace(alert, place=None),)).place == "Neck"


def test_an_alert_about_a_place_with_no_pain_in_the_period_still_shows_it():
    alert = dataclasses.replace(night_pain(), raised_on=day(-20))
    found = of(back_days([0, 0, 0]), (alert,))
    assert found.place == "Lower back"
    assert numbers(found)["Last 7 days"] == "not recorded"


def test_numbers_of_the_last_7_days_and_of_the_period():
    found = numbers(of(back_days([7, 8, 4, 3, None, 4, 4, 2, 3, None, 0, 4, 5, 6])))
    assert found == {
        "Last 7 days": "worst 6, median 3.5, least 0 on 6 days",
        "4 or more": "8 of 12 days scored (67 %)",
        "7 or more": "2 of 12 days scored (17 %)",
        "Woken or awake": "0 of 1 night (11 more not told); last 7: 0 of 1",
    }


def test_late_days_are_not_reckoned_with():
    diary = Diary(
        entries=(
            entry(12, pains=(back(4, night="woke_me"),)),
            late(13, pains=(back(9, night="woke_me"),)),
        )
    )
    found = numbers(of(diary))
    assert found["Last 7 days"] == "worst 4, median 4, least 4 on 1 day"
    assert found["Woken or awake"] == (
        "1 of 1 night; last 7: 1 of 1; 1 more entered late, drawn but not counted"
    )


def test_without_a_score_there_are_no_numbers():
    found = numbers(of(Diary(entries=(entry(0, pains=(back(None),)),))))
    assert set(found.values()) == {"not recorded"}


def test_other_places_are_not_hidden():
    pains = tuple(
        Pain(region=region, worst=worst)
        for region, worst in (("neck", 6), ("hip", 5), ("thigh", 4), ("knee", None), ("elbow", 1))
    )
    found = numbers(of(Diary(entries=(entry(13, pains=pains),))))
    assert found["Elsewhere"] == (
        "last 7 days: Hip (worst 5, median 5 on 1 day); Thigh (worst 4, median 4 on 1 day); "
        "Elbow (worst 1, median 1 on 1 day); 1 more place"
    )
    knee = Diary(entries=(entry(13, pains=(back(3), Pain(region="knee", worst=None))),))
    assert numbers(of(knee))["Elsewhere"] == "last 7 days: Knee (no score)"


def test_a_place_that_no_longer_hurts_is_not_told_as_one_of_the_last_week():
    knee = [entry(n, pains=(back(4), Pain(region="knee", worst=n + 5))) for n in range(2)]
    hip = entry(2, pains=(back(4), Pain(region="hip", worst=None)))
    since = [entry(n, pains=(back(4),)) for n in range(3, 14)]
    found = numbers(of(Diary(entries=(*knee, *since))))
    assert found["Elsewhere"] == "before the last 7 days: Knee (worst 6, last on 2 March 2026)"
    found = numbers(of(Diary(entries=(*knee, hip, *since))))
    assert found["Elsewhere"].endswith("Hip (no score)")


def test_a_place_that_was_not_asked_lately_says_when_it_was():
    hip = entry(2, pains=(Pain(region="hip", worst=3),))
    silent = (entry(n) for n in range(3, 14))
    diary = Diary(entries=(entry(0, pains=(back(5),)), hip, *silent))
    found = of(diary)
    assert numbers(found)["Elsewhere"].endswith("(no score, the last on 3 March 2026)")


def test_what_was_never_answered_is_one_line():
    facts = of(back_days([3] * 14)).facts
    assert [fact.label for fact in facts] == ["Site", "Began", "Not recorded"]
    assert facts[-1].value == (
        "Usual for me, Character, Spreads to, On the same days, Time, Worse with and What helps"
    )
    assert not facts[-1].known


def test_two_gaps_in_the_history_stay_in_their_place():
    full = back(
        3,
        quality=("dull",),
        spreads_to=("ribs",),
        pattern="constant",
        worse_with=("lifting",),
        better_with=("rest",),
    )
    facts = of(Diary(entries=(entry(0, pains=(full,)),))).facts
    assert [fact.label for fact in facts if not fact.known] == ["Usual for me", "On the same days"]
    assert facts[2].label == "Usual for me"


@pytest.mark.parametrize(
    ("end", "weeks"),
    [
        (13, [("7 Mar", "2", "2", "6"), ("14 Mar", "–", "–", "0")]),  # noqa: RUF001  no value
        (9, [("3 Mar", "1.5", "1.5", "2"), ("10 Mar", "2.2", "2.5", "4")]),
    ],
)
def test_weeks_count_back_from_the_last_day(end, weeks):
    found = of(back_days([1, 2, None, 3, 1, 2, 3]), end=end).weekly.weeks
    assert [(week.ends, week.mean, week.median, week.scores) for week in found] == weeks


def test_at_most_eight_weeks_are_told():
    weeks = of(back_days([1] * 100), end=99).weekly.weeks
    assert len(weeks) == 8
    assert weeks[-1].ends == "8 Jun"


def test_chart_words_and_numbers_are_of_the_same_place():
    found = main_pain(lively_diary(), lively_alerts().alerts, START, LAST)
    assert found.heading == "Main pain: Lower back, in the middle"
    assert found.chart.place == "lower_back"
    assert found.chart_text.startswith("Lower back, 26 January to 22 March 2026:")
    assert [spell.title for spell in found.chart.spells] == [
        "Lower back: more pain than before",
        "Lower back: new pain at night",
    ]


def test_tenderness_is_told_of_all_places_because_no_rule_reads_it():
    diary = Diary(
        entries=(
            entry(12, pains=(back(4), Pain(region="ribs", worst=1, quality=("tender",)))),
            entry(13, pains=(back(4, quality=("tender", "dull")), Pain(region="ribs", worst=2))),
        )
    )
    assert numbers(of(diary))["Tender to touch"] == "Lower back (1 day), Ribs (1)"
    assert "Tender to touch" not in numbers(of(back_days([4] * 14)))


def test_of_two_alerts_of_one_tier_the_worse_pain_is_the_main_one():
    first, *_ = lively_alerts().alerts
    older = dataclasses.replace(first, place="lower_back", raised_on=day(2), ended_on=None)
    newer = dataclasses.replace(older, place="hip", raised_on=day(9))
    diary = Diary(
        entries=tuple(entry(n, pains=(back(7), Pain(region="hip", worst=3))) for n in range(14))
    )
    assert main_pain(diary, (newer, older), day(0), day(13)).chart.place == "lower_back"


def test_a_page_1_that_is_full_names_the_other_places_only():
    places = ("hip", "knee", "neck")
    diary = Diary(
        entries=tuple(
            entry(n, pains=(back(7), *(Pain(region=place, worst=3) for place in places)))
            for n in range(14)
        )
    )
    short = {fact.label: fact.value for fact in of(diary).numbers_short}
    assert short["Elsewhere"] == "Neck; Hip; 1 more place"
    assert "Elsewhere" not in {fact.label for fact in of(back_days([4] * 14)).numbers_short}
