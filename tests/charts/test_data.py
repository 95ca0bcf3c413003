from __future__ import annotations

import pytest

from diary.charts.data import ChartData, Spell, place_data
from diary.domain.care import Profile, UsualLevel
from diary.domain.diary import Diary
from diary.domain.entry import Pain
from tests.report.small import back, back_days, day, entry, late


def of(diary, start=0, end=6, spells=()):
    return place_data(diary, "lower_back", day(start), day(end), spells)


def test_silence_is_none_and_a_recorded_nothing_is_a_real_0():
    data = of(back_days([3, None, 0, 10]), 0, 4)
    assert data.worst == (3, None, 0, 10, None)
    assert data.answered == (True, False, True, True, False)
    assert data.days == (day(0), day(1), day(2), day(3), day(4))
    assert data.label == "Lower back"


def test_pain_elsewhere_is_an_explicit_0_here():
    diary = Diary(entries=(entry(0, pains=(Pain(region="neck", worst=4),)),))
    assert of(diary, 0, 0).worst == (0,)


def test_pain_without_a_score_is_neither_0_nor_silence():
    data = of(Diary(entries=(entry(0, pains=(back(None),)), entry(1, note="only a note"))), 0, 1)
    assert data.worst == (None, None)
    assert data.answered == (True, False)
    assert data.unscored() == (0,)


def test_days_before_the_range_count_for_its_first_median_but_are_not_shown():
    diary = back_days([2, 2, 4, 6, 6])
    assert of(diary, 2, 4).median == (2, 3, 4)
    assert of(diary, 2, 4).worst == (4, 6, 6)


def test_the_median_needs_3_days_and_breaks_where_a_day_is_silent():
    assert of(back_days([1, 2, 3, None, 5]), 0, 4).median == (None, None, 2, None, 2.5)


def test_a_late_day_is_drawn_but_not_in_the_median():
    diary = Diary(
        entries=(
            entry(0, pains=(back(2),)),
            entry(1, pains=(back(2),)),
            late(2, pains=(back(9, night="woke_me"),)),
            entry(3, pains=(back(2),)),
        )
    )
    data = of(diary, 0, 3)
    assert data.worst == (2, 2, 9, 2)
    assert data.late == (False, False, True, False)
    assert data.median == (None, None, None, 2)
    assert data.scores_on_time() == (2, 2, None, 2)
    assert data.bad_night[2] is True
    assert data.nights_on_time()[2] is None


@pytest.mark.parametrize(
    ("pains", "expected"),
    [
        (None, None),
        ((), False),
        ((Pain(region="neck", worst=4, night="woke_me"),), False),
        ((back(4),), None),
        ((back(0),), False),
        ((back(0, night="woke_me"),), False),
        ((back(4, night="none"),), False),
        ((back(4, night="felt"),), False),
        ((back(4, night="woke_me"),), True),
        ((back(4, night="kept_awake"),), True),
        ((back(4, side="left", night="none"), back(2, side="right", night="woke_me")), True),
        ((back(4, side="left"), back(2, side="right", night="none")), False),
    ],
)
def test_a_night_is_bad_not_bad_or_not_known(pains, expected):
    assert of(Diary(entries=(entry(0, pains=pains),)), 0, 0).bad_night == (expected,)


def test_the_latest_usual_level_is_in_force_from_its_day_on():
    usual = (
        UsualLevel(of="lower_back", level=5, since=day(3)),
        UsualLevel(of="lower_back", level=2),
        UsualLevel(of="neck", level=7),
        UsualLevel(of="lower_back", level=0, since=day(5)),
    )
    data = of(Diary(profile=Profile(usual=usual)), 1, 6)
    assert data.usual == (2, 2, 5, 5, 0, 0)
    assert data.usual_runs() == ((0, 1, 2), (2, 3, 5))


def test_no_usual_level_is_not_a_level_of_0():
    assert of(Diary(), 0, 1).usual == (None, None)
    assert of(Diary(), 0, 1).usual_runs() == ()


def test_spells_are_cut_to_the_range_and_those_outside_are_left_out():
    spells = (
        Spell(day(4), day(9), "later"),
        Spell(day(-5), day(2), "earlier"),
        Spell(day(7), day(8), "after"),
        Spell(day(-5), day(-1), "before"),
    )
    assert of(Diary(), 0, 6, spells).spells == (
        Spell(day(0), day(2), "earlier"),
        Spell(day(4), day(6), "later"),
    )


def test_gaps_are_runs_of_unanswered_days():
    data = of(back_days([None, 1, None, None, 1, None, 0]))
    assert data.gaps() == ((0, 0), (2, 3), (5, 5))
    assert data.gaps(at_least=2) == ((2, 3),)


def test_an_empty_diary_is_all_gap():
    data = of(Diary())
    assert data.gaps() == ((0, 6),)
    assert data.median == (None,) * 7


def test_the_last_day_is_not_before_the_first():
    with pytest.raises(ValueError, match="end before start"):
        of(Diary(), 1, 0)


def test_it_is_compared_by_what_it_holds():
    assert of(back_days([1])) == of(back_days([1]))
    assert isinstance(of(back_days([1])), ChartData)
