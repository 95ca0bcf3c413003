from __future__ import annotations

from diary.charts.day_entries import days_of
from diary.domain.diary import Diary
from tests.report.small import day, entry


def test_each_calendar_day_has_a_slot_and_a_silent_one_is_empty():
    first, last, outside = entry(1, pains=()), entry(3, pains=()), entry(9, pains=())
    diary = Diary(entries=(first, last, outside))
    assert days_of(diary, day(1), day(4)) == [first, None, last, None]
