from __future__ import annotations

from diary.domain.diary import Diary
from diary.domain.entry import Pain
from diary.report.weight import weights
from tests.report.small import back, day, entry, late


def test_the_last_week_weighs_first_then_the_whole_period():
    diary = Diary(
        entries=(
            entry(0, pains=(back(9), Pain(region="hip", worst=2))),
            entry(12, pains=(back(3), Pain(region="hip", worst=6))),
            entry(13, pains=(back(5), Pain(region="hip", worst=4))),
        )
    )
    found = weights(diary, day(0), day(13))
    assert found == {"lower_back": (4.0, 5.0, 17 / 3), "hip": (5.0, 6.0, 4.0)}


def test_without_a_score_in_time_there_is_no_weight():
    diary = Diary(entries=(late(12, pains=(back(9),)), entry(13, pains=(back(None),))))
    assert weights(diary, day(0), day(13)) == {}


def test_a_place_that_hurt_before_the_last_week_weighs_little():
    diary = Diary(entries=(entry(0, pains=(back(9),)), entry(1)))
    assert weights(diary, day(0), day(13)) == {"lower_back": (-1.0, -1.0, 9.0)}
