from __future__ import annotations

from dataclasses import replace

from diary.charts.data import Spell, place_data
from diary.charts.lanes import lanes
from diary.charts.legend import legend_items, legend_rows
from diary.charts.marks import MarkStyles
from diary.charts.theme import LIGHT
from diary.domain.care import Profile, UsualLevel
from diary.domain.diary import Diary
from diary.domain.entry import SignReport
from tests.report.small import back, back_days, day, entry, late

STYLES = MarkStyles(LIGHT, 0.1, 56, 1.0)


def words(diary, end=6):
    data = place_data(diary, "lower_back", day(0), day(end))
    return [item.words for item in legend_items(data, STYLES)]


def test_only_marks_that_are_there_are_named():
    assert words(Diary()) == []
    assert words(back_days([3]), 0) == ["worst of the day"]


def test_a_shaded_gap_is_named_unless_the_words_stand_in_it():
    assert words(back_days([3]), 3) == ["worst of the day", "not recorded"]
    assert words(back_days([3]), 9) == ["worst of the day"]
    assert words(back_days([3, None, None, 3]), 3) == ["worst of the day"]
    assert words(back_days([3] + [None] * 600 + [3]), 601) == [
        "median of a week",
        "lowest to highest",
    ]


def test_every_mark_is_named():
    diary = Diary(
        profile=Profile(usual=(UsualLevel(of="lower_back", level=2),)),
        entries=(
            *(entry(n, pains=(back(3, night="none"),)) for n in range(3)),
            late(3, pains=(back(4, night="woke_me"),)),
            entry(4, pains=(back(None),)),
        ),
    )
    assert words(diary) == [
        "worst of the day",
        "entered late",
        "? = pain, no score given",
        "7-day median",
        "usual for me (2)",
        "woken or kept awake",
        "not woken",
    ]


def test_squares_and_the_shading_of_an_alert_have_a_key():
    diary = Diary(
        entries=(entry(0, pains=(back(3, night="none"),), signs=(SignReport(sign="heavy_legs"),)),)
    )
    spell = Spell(day(0), day(2), "Heavy legs")
    data = place_data(diary, "lower_back", day(0), day(2), (spell,))
    data = replace(data, lanes=lanes(diary, day(0), day(2)))
    assert [item.words for item in legend_items(data, STYLES)] == [
        "worst of the day",
        "no",
        "yes that day",
        "noticed by the diary",
    ]


def test_a_usual_level_that_changed_has_no_number():
    usual = (
        UsualLevel(of="lower_back", level=2),
        UsualLevel(of="lower_back", level=4, since=day(3)),
    )
    assert words(Diary(profile=Profile(usual=usual))) == ["usual for me"]


def test_rows_are_filled_up_to_the_width():
    data = place_data(back_days([3, 3, 3]), "lower_back", day(0), day(2))
    items = legend_items(data, STYLES)
    assert [len(row) for row in legend_rows(items, 9, 7.5)] == [2]
    assert [len(row) for row in legend_rows(items, 1.2, 7.5)] == [1, 1]
    assert [len(row) for row in legend_rows(items, 0.1, 7.5)] == [1, 1]
    assert legend_rows((), 9, 7.5) == ()
