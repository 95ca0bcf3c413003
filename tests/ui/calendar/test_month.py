from __future__ import annotations

import datetime as dt

import pytest

from diary.domain.entry import DayEntry, Pain, SignReport
from diary.ui.calendar import month
from diary.ui.calendar.around import Around

DAY = dt.date(2026, 3, 12)


def entry(**answers):
    return DayEntry(date=DAY, **answers)


def test_the_worst_pain_of_the_day_is_the_highest_score_of_all_places():
    found = month.mark_of(
        entry(
            pains=(
                Pain(region="neck", worst=3),
                Pain(region="lower_back", worst=6),
                Pain(region="hip", worst=6),
            )
        )
    )
    assert found.worst == 6
    assert found.places == ("lower_back", "hip")
    assert not found.pain_free


@pytest.mark.parametrize("pains", [(), (Pain(region="neck", worst=0),)])
def test_a_day_said_to_be_without_pain_is_pain_free(pains):
    found = month.mark_of(entry(pains=pains))
    assert found.pain_free
    assert found.places == ()


def test_a_question_that_was_not_answered_is_not_a_pain_free_day():
    found = month.mark_of(entry(note="a walk"))
    assert found.worst is None
    assert not found.pain_free
    assert not found.pain_without_score


@pytest.mark.parametrize(
    "pains",
    [(Pain(region="neck"),), (Pain(region="neck"), Pain(region="hip", worst=0))],
)
def test_a_pain_without_a_score_is_never_read_as_no_pain(pains):
    found = month.mark_of(entry(pains=pains))
    assert found.worst is None
    assert found.pain_without_score


@pytest.mark.parametrize(
    ("night", "bad"),
    [("none", False), ("felt", False), ("woke_me", True), ("kept_awake", True), (None, False)],
)
def test_a_night_is_bad_when_pain_woke_her_or_kept_her_awake(night, bad):
    found = month.mark_of(entry(pains=(Pain(region="neck", worst=2, night=night),)))
    assert found.bad_night is bad


def test_a_place_that_did_not_hurt_gives_no_bad_night():
    found = month.mark_of(entry(pains=(Pain(region="neck", worst=0, night="woke_me"),)))
    assert found.bad_night is False


@pytest.mark.parametrize(
    ("signs", "there"), [(None, False), ((), False), ((SignReport(sign="heavy_legs"),), True)]
)
def test_a_sign_is_marked_only_when_one_was_recorded(signs, there):
    assert month.mark_of(entry(signs=signs)).sign is there


def test_marks_are_found_by_day():
    assert month.marks_of([entry(pains=())]) == {DAY: month.mark_of(entry(pains=()))}


def test_a_week_begins_on_monday_and_days_outside_the_month_are_left_out():
    weeks = month.weeks_of(dt.date(2026, 3, 12))
    assert len(weeks) == 6
    assert weeks[0] == [None] * 6 + [dt.date(2026, 3, 1)]
    assert weeks[-1][:2] == [dt.date(2026, 3, 30), dt.date(2026, 3, 31)]
    assert weeks[-1][2:] == [None] * 5
    assert month.weekday_names()[0] == "Mon"
    assert month.weekday_names("EEEE")[6] == "Sunday"


def test_a_month_that_fills_its_weeks_has_no_empty_slots():
    assert all(None not in week for week in month.weeks_of(dt.date(2021, 2, 1)))


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (dt.date(2026, 1, 31), 1, dt.date(2026, 2, 28)),
        (dt.date(2026, 1, 15), -1, dt.date(2025, 12, 15)),
        (dt.date(2024, 12, 31), -10, dt.date(2024, 2, 29)),
    ],
)
def test_moving_by_months_stays_inside_the_month(day, months, expected):
    assert month.shifted(day, months) == expected


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({"pains": ()}, "No pain."),
        ({"pains": (Pain(region="neck"),)}, "Pain, without a number."),
        ({"note": "x"}, "Recorded, the question about pain not answered."),
        (
            {"pains": (Pain(region="lower_back", worst=6), Pain(region="neck", worst=6))},
            "Worst pain 6 of 10, in your lower back and your neck.",
        ),
        (
            {
                "pains": (Pain(region="neck", worst=1, night="woke_me"),),
                "signs": (SignReport(sign="heavy_legs"),),
            },
            (
                "Worst pain 1 of 10, in your neck. Pain woke you or kept you awake. "
                "A sign was recorded."
            ),
        ),
    ],
)
def test_a_day_reads_as_sentences(answers, words):
    text = month.day_in_words(DAY, month.mark_of(entry(**answers)), dt.date(2026, 3, 20))
    assert text == f"Thursday 12 March 2026. {words}"


def test_an_unrecorded_day_says_so_and_today_is_named():
    assert month.day_in_words(DAY, None, DAY) == (
        "Thursday 12 March 2026. Today. Nothing recorded."
    )


@pytest.mark.parametrize(
    ("shown", "recorded", "words"),
    [
        (dt.date(2026, 3, 1), 9, "9 of 12 days recorded."),
        (dt.date(2026, 2, 1), 20, "20 of 28 days recorded."),
        (dt.date(2026, 2, 1), 0, "Nothing recorded in this month."),
        (dt.date(2026, 4, 1), 0, "This month is still to come."),
    ],
)
def test_a_month_counts_only_the_days_that_have_come(shown, recorded, words):
    assert month.month_in_words(shown, recorded, DAY) == words


def test_what_lies_on_a_day_is_read_after_it_and_a_day_to_come_is_named():
    around = Around(quiet=("Quiet period.",), visits=("Scan.",))
    assert month.day_in_words(DAY, None, dt.date(2026, 3, 11), around) == (
        "Thursday 12 March 2026. Still to come. Scan. Quiet period."
    )


def test_a_year_to_come_is_shown():
    assert month.last_shown(dt.date(2026, 3, 20)) == dt.date(2027, 3, 31)
    assert month.months_between(dt.date(2025, 12, 31), dt.date(2027, 1, 1)) == 13
