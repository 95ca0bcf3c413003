from __future__ import annotations

import pytest

from diary.domain.care import Profile
from diary.domain.diary import Diary
from diary.domain.entry import Pain
from diary.report.judged import Judged, how_far
from diary.rules.engine import history
from tests.report.small import back, day, entry


def judged(*entries, spread=None):
    diary = Diary(entries=entries, profile=Profile(bone_metastases=spread))
    return how_far(history(diary, day(60)), entries, known_spread=spread is True)


@pytest.mark.parametrize("spread", [None, True])
@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ((), Judged.NOTHING),
        ((entry(60, note="x", symptoms=()),), Judged.NOTHING),
        ((entry(60, signs=()),), Judged.DAYS),
        ((entry(60, pains=()),), Judged.DAYS),
        ((entry(60, pains=(back(0),)),), Judged.DAYS),
        ((entry(60, pains=(back(3),), signs=()),), Judged.SINGLE_DAYS),
        (
            (
                entry(
                    60,
                    pains=(back(None), Pain(region="hip", worst=2)),
                ),
            ),
            Judged.SINGLE_DAYS,
        ),
        (
            (
                entry(59, pains=(Pain(region="hip", worst=3),), walking=0),
                entry(60, pains=(Pain(region="hip", worst=3),), walking=0),
            ),
            Judged.SINGLE_DAYS,
        ),
        (tuple(entry(number, pains=(back(3),)) for number in range(61)), Judged.DAYS),
    ],
)
def test_how_far_a_period_was_judged(entries, expected, spread):
    assert judged(*entries, spread=spread) is expected


@pytest.mark.parametrize("one", Judged)
def test_it_is_never_an_all_clear(one):
    assert one.value.endswith("This is not an all-clear.")
    assert ("not enough days" in one.value) is (one in (Judged.NOTHING, Judged.SINGLE_DAYS))
