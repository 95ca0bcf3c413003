from __future__ import annotations

import datetime as dt

from diary.domain.entry import DayEntry, Medicine, Pain, SignReport
from diary.domain.places import PLACES
from diary.report.tables import tables
from tests.report.small import back, day, entry, late

UNKNOWN = "\u2013"


def made(*entries, last=13):
    return tables(entries, day(0), day(last))


def test_nothing_recorded_has_no_tables():
    assert made() == ()


def test_a_week_counts_what_was_answered_in_time():
    ibuprofen = Medicine(name="ibuprofen", kind="anti_inflammatory", doses=1)
    weekly, _ = made(
        entry(0, pains=(back(2, night="woke_me"),), signs=(), medicines=(ibuprofen,)),
        entry(1, pains=(back(4, night="none"),), signs=(SignReport(sign="heavy_legs"),)),
        late(2, pains=(back(9),)),
        entry(3, pains=(), medicines=()),
    )
    assert weekly.columns == (
        "Week to",
        "Days recorded",
        "Lower back",
        "Bad nights",
        "Nerve signs",
        "Painkillers",
    )
    assert weekly.rows == (
        ("7 Mar", "4", "2 (4; 3)", "1 of 3", "1 of 2", "1 of 2"),
        ("14 Mar", "0", UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN),
    )
    assert len(weekly.widths) == len(weekly.columns)


def test_a_diary_without_pain_still_counts_its_days():
    weekly, _ = made(entry(0, signs=()))
    assert weekly.columns == ("Week to", "Days recorded", "Nerve signs")
    assert weekly.rows[0] == ("7 Mar", "1", "0 of 1")
    assert weekly.lead == (
        "Nights, nerve signs and painkillers: days with it of days on which it was answered. "
        "Not recorded on any of these days: Bad nights; Painkillers."
    )
    assert len(weekly.widths) == len(weekly.columns)


def test_a_week_says_that_nothing_of_the_sort_was_recorded():
    weekly, _ = made(entry(0, weight_kg=60.5))
    assert weekly.columns == ("Week to", "Days recorded")
    assert weekly.lead == (
        "Not recorded on any of these days: Bad nights; Nerve signs; Painkillers."
    )


def test_what_was_answered_late_alone_is_not_said_to_be_missing():
    weekly, _ = made(late(0, pains=(back(4, night="woke_me"),)))
    assert weekly.columns[-1] == "Bad nights"
    assert weekly.rows[0][-1] == UNKNOWN
    assert "Bad nights" not in weekly.lead


def test_many_places_go_on_in_a_further_table():
    regions = ["neck", "upper_back", "lower_back", "sacrum", "skull", "ribs", "sternum", "hip"]
    pains = tuple(Pain(region=region, worst=9 - at) for at, region in enumerate(regions))
    first, second, _ = made(entry(0, pains=pains))
    assert first.columns[2:8] == tuple(PLACES[region].label for region in regions[:6])
    assert second.heading == "Week by week, further places"
    assert len(second.columns) == 3
    assert second.rows[0][0] == "7 Mar"
    assert (second.lead, len(second.widths)) == ("", 3)


def test_more_than_two_years_go_by_months():
    entries = (
        entry(0, pains=(back(5),)),
        DayEntry(date=dt.date(2029, 3, 1), pains=(back(3),)),
    )
    monthly, daily = tables(entries, day(0), dt.date(2029, 3, 2))
    assert (monthly.heading, monthly.columns[0]) == ("Month by month", "Month")
    assert monthly.rows[0][:3] == ("Mar 2026", "1", "5 (5; 1)")
    assert monthly.rows[-1][:3] == ("Mar 2029", "1", "3 (3; 1)")
    assert len(monthly.rows) == 37
    assert daily.lead.endswith("1 earlier recorded day is counted above and not listed here.")
    assert [len(row) for row in daily.rows] == [1, 2, 1]


def test_weeks_of_two_years_name_the_year():
    weekly, daily = tables((entry(0, pains=()),), dt.date(2025, 12, 29), day(0))
    assert weekly.rows[0][0] == "4 Jan 2026"
    assert daily.rows[-1][0] == "Sun 1 Mar 2026"


def test_silent_days_are_one_row_that_says_so():
    _, daily = made(entry(1, pains=()), entry(5, pains=()), last=5)
    assert [row[0] for row in daily.rows] == [
        "1 March 2026: not recorded",
        "Mon 2 Mar",
        "3 March to 5 March 2026: not recorded",
        "Fri 6 Mar",
    ]


def test_a_column_with_nothing_in_it_is_named_and_left_out():
    _, daily = made(
        entry(1, pains=(back(4),), signs=()),
        entry(2, pains=(), walking=0),
        entry(5, weight_kg=60.5),
    )
    assert daily.columns == (
        *("Day", "Worst pain, 0 to 10", "Nerve signs", "Other symptoms", "Walking"),
    )
    assert len(daily.widths) == len(daily.columns)
    assert daily.rows[1:3] == (
        ("Mon 2 Mar", "Lower back 4", "none", UNKNOWN, UNKNOWN),
        ("Tue 3 Mar", "no pain", UNKNOWN, UNKNOWN, "0"),
    )
    assert daily.rows[3] == ("4 March to 5 March 2026: not recorded",)
    assert daily.lead == (
        "Sleep, walking, tasks: how far held back, 0 not at all to 3 very much. "
        "Not recorded on any of these days: Medicines; Sleep; Tasks."
    )


def test_days_without_pain_are_not_said_to_have_no_nights():
    _, daily = made(entry(1, pains=()))
    assert daily.columns == ("Day", "Worst pain, 0 to 10")
    assert "Night" not in daily.lead
    _, daily = made(entry(1, pains=(back(4),)))
    assert "Not recorded on any of these days: Night;" in daily.lead


def test_where_no_day_is_listed_nothing_is_said_of_the_columns():
    _, daily = made(entry(1, pains=()), last=150)
    assert len(daily.columns) == len(daily.widths) == 9
    assert [len(row) for row in daily.rows] == [1]
    assert "Not recorded" not in daily.lead


def test_an_answer_of_no_keeps_the_column_of_the_nerve_signs():
    _, daily = made(entry(1, signs=()))
    assert daily.columns == ("Day", "Nerve signs")
    assert "Sleep, walking" not in daily.lead


def test_nothing_is_left_out_where_all_was_answered():
    everything = entry(
        1,
        pains=(back(4, night="felt"),),
        signs=(),
        symptoms=(),
        medicines=(),
        sleep=0,
        walking=0,
        daily_tasks=0,
    )
    _, daily = made(everything)
    assert len(daily.columns) == len(daily.widths) == 9
    assert "Not recorded" not in daily.lead
