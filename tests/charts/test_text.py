from __future__ import annotations

import datetime as dt
import subprocess
import sys

import pytest

from diary.charts.data import Spell, place_data
from diary.charts.text import chart_text, period_text
from diary.domain.care import Profile, UsualLevel
from diary.domain.diary import Diary
from tests.report.lively import LAST, START, lively_diary
from tests.report.small import back, back_days, day, entry, late


def words(diary, end=6, spells=()):
    return chart_text(place_data(diary, "lower_back", day(0), day(end), spells))


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (dt.date(2026, 1, 26), dt.date(2026, 3, 22), "26 January to 22 March 2026"),
        (dt.date(2025, 12, 26), dt.date(2026, 3, 22), "26 December 2025 to 22 March 2026"),
        (dt.date(2026, 3, 22), dt.date(2026, 3, 22), "22 March 2026"),
    ],
)
def test_a_period_names_its_year_once_where_it_is_one(start, end, expected):
    assert period_text(start, end) == expected


def test_a_silent_chart_says_so_and_nothing_more():
    assert words(Diary()) == (
        "Lower back, 1 March to 7 March 2026: no pain scores were recorded on these days."
    )


def test_numbers_come_with_their_days():
    diary = Diary(
        profile=Profile(usual=(UsualLevel(of="lower_back", level=2),)),
        entries=(
            entry(0, pains=(back(2, night="none"),)),
            entry(1, pains=()),
            entry(2, pains=(back(3, night="woke_me"),)),
            late(3, pains=(back(8),)),
            entry(4, pains=(back(None),)),
            entry(9, pains=(back(4),)),
        ),
    )
    spells = (Spell(day(8), day(9), "Night pain in your lower back"),)
    assert words(diary, 9, spells) == (
        "Lower back, 1 March to 10 March 2026: pain answered on 6 of 10 days. "
        "Worst pain of a day from 0 to 8, where 10 is worst. No pain on 1 day. "
        "7-day median 2 on 3 March 2026. "
        "1 day entered late, drawn hollow and not counted. 1 day with pain but no score. "
        "Pain woke or kept awake on 1 of 3 nights recorded. Stated as usual: 2. "
        "Not recorded: 6 March to 9 March 2026. "
        "Shaded: Night pain in your lower back, 9 March to 10 March 2026."
    )


def test_pain_without_any_score_and_without_nights():
    assert words(Diary(entries=(entry(0, pains=(back(None),)),)), 0) == (
        "Lower back, 1 March 2026: pain answered on 1 of 1 day. 1 day with pain but no score."
    )


def test_the_lively_diary_in_words():
    text = chart_text(place_data(lively_diary(), "lower_back", START, LAST))
    assert text.startswith(
        "Lower back, 26 January to 22 March 2026: pain answered on 43 of 56 days."
    )
    assert "Not recorded: 5 February to 13 February 2026." in text


def test_words_need_no_drawing():
    code = (
        "import sys, diary.charts.data, diary.charts.text, diary.charts.theme\n"
        "sys.exit('matplotlib' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_one_silent_day_is_counted_but_not_told():
    assert "Not recorded" not in words(back_days([1, None, 1]), 2)


def test_many_gaps_are_counted_after_the_first():
    text = words(back_days([1, None, None, None] * 250 + [1]), 1000)
    assert "and 240 more gaps." in text
    assert len(text) < 1000
    text = words(back_days([1, None, None, None] * 11 + [1]), 44)
    assert "and 1 more gap." in text
    assert "more gap" not in words(back_days([1, None, None, None] * 10 + [1]), 40)


def test_one_score_is_not_told_as_a_range():
    diary = Diary(entries=(entry(0, pains=(back(4),)), entry(1, pains=(back(4),))))
    assert "Worst pain of each day 4, where 10 is worst." in words(diary)


def test_many_spells_are_counted_after_the_tenth():
    spells = tuple(Spell(day(n), day(n), f"Alert {n}") for n in range(12))
    text = words(back_days([1] * 12), 11, spells)
    assert text.count("Shaded:") == 10
    assert text.endswith("2 more shaded stretches.")
    assert "more shaded" not in words(back_days([1] * 12), 11, spells[:10])
