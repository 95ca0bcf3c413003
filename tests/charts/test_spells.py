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
    assert rows == [0, 1]


def test_a_name_wider_than_the_chart_is_cut():
    words = shorten("a long name " * 40, WIDTH, SIZE)
    assert words.endswith("…")
    assert WIDTH * 0.95 < text_width(words, SIZE) <= WIDTH


def test_where_not_even_one_letter_fits_the_cut_still_ends():
    assert shorten("name", 0.01, SIZE) == "…"
