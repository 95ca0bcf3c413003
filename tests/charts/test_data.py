from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diary.charts.data import ChartData, Spell, place_data, runs
from diary.domain.care import Profile, UsualLevel
from diary.domain.diary import Diary
from diary.domain.entry import Pain
from tests import strategies
from tests.report.small import back, back_days, day, entry, late


def of(diary, start=0, end=6, spells=()):
    return place_data(diary, "lower_back", day(start), day(end), spells)


def test_silence_is_none_and_a_recorded_nothing_is_a_real_0():
    data = of(back_days([3, None, 0, 10]), 0, 4)
    assert data.worst == (3, None, 0, 10, None)
    assert data.answered == (True, False, True, True, False)
    assert (data.day(0), data.day(4)) == (data.start, data.end) == (day(0), day(4))
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


@given(
    diary=strategies.diaries(st.dates(day(0), day(20)), max_entries=12),
    start=st.integers(0, 20),
    length=st.integers(0, 20),
)
@settings(max_examples=60, deadline=None)
def test_every_day_says_what_its_entry_says(diary, start, length):
    data = of(diary, start, start + length)
    by_day = {one.date: one for one in diary.entries}
    for position in range(length + 1):
        one = by_day.get(data.day(position))
        told = (data.answered, data.worst, data.bad_night, data.late)
        silent = (False, None, None, False)
        said = silent if one is None else _said(one)
        assert tuple(values[position] for values in told) == said
        level = diary.profile.usual_on("lower_back", data.day(position))
        assert data.usual[position] == (None if level is None else level.level)


def _said(one):
    is_answered = one.pains is not None
    return is_answered, one.worst_at("lower_back"), one.bad_night_at("lower_back"), one.is_late


@given(answers=st.lists(st.sampled_from([True, False, None]), min_size=1, max_size=30))
def test_runs_are_as_long_as_can_be_and_leave_no_day_out(answers):
    found = list(runs(answers))
    assert [value for value, first, last in found for _ in range(first, last + 1)] == answers
    assert all(one[0] is not other[0] for one, other in pairwise(found))
    assert [first for _, first, _ in found[1:]] == [last + 1 for _, _, last in found[:-1]]
