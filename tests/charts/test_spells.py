from __future__ import annotations

import pytest

from diary.charts.data import Spell, place_data
from diary.charts.fonts import text_width
from diary.charts.spells import place_spells, shorten
from diary.domain.diary import Diary
from tests.report.small import day

WIDTH, SIZE = 7.0, 7.5


def placed(*spells):
    data = place_data(Diary(), "neck", day(0), day(55), spells)
    return place_spells(data, WIDTH, SIZE)


def test_a_spell_covers_its_days_whole():
    (spell,) = placed(Spell(day(8), day(15), "Night pain"))
    assert spell.left == pytest.approx(1)
    assert spell.right == pytest.approx(2)
    assert (spell.words, spell.words_at, spell.row) == ("Night pain", pytest.approx(1), 0)


def test_words_at_the_end_stay_inside_the_chart():
    (spell,) = placed(Spell(day(55), day(55), "Pain in your lower back has gone up"))
    assert spell.words_at + text_width(spell.words, SIZE) == pytest.approx(WIDTH)


def test_spells_one_after_the_other_share_a_row():
    assert [
        spell.row for spell in placed(Spell(day(0), day(9), "One"), Spell(day(20), day(29), "Two"))
    ] == [
        0,
        0,
    ]


def test_spells_at_the_same_time_have_rows_of_their_own():
    rows = [s.row for s in placed(Spell(day(0), day(40), "One"), Spell(day(20), day(29), "Two"))]
    assert rows == [0, 1]


def test_words_that_would_touch_have_rows_of_their_own():
    rows = [
        s.row
        for s in placed(
            Spell(day(0), day(0), "A name that is longer than its spell"),
            Spell(day(2), day(3), "B"),
        )
    ]
    assert rows == [1, 0]


def test_the_name_that_is_true_today_stands_next_to_the_panel():
    found = placed(
        Spell(day(10), day(20), "Earlier name", 3),
        Spell(day(21), day(55), "Weaker name of today", 1),
        Spell(day(22), day(55), "Name of today", 2),
    )
    rows = {one.words: one.row for one in found}
    assert rows["Name of today"] == 0
    assert rows["Weaker name of today"] == 1


def test_the_name_a_chart_is_about_goes_before_all_others():
    found = placed(
        Spell(day(10), day(20), "Own", 1, first=True), Spell(day(11), day(55), "Other", 3)
    )
    assert [(one.words, one.row) for one in found] == [("Own", 0), ("Other", 1)]


def test_a_name_wider_than_the_chart_is_cut():
    words = shorten("a long name " * 40, WIDTH, SIZE)
    assert words.endswith("…")
    assert WIDTH * 0.95 < text_width(words, SIZE) <= WIDTH


def test_where_not_even_one_letter_fits_the_cut_still_ends():
    assert shorten("name", 0.01, SIZE) == "…"
