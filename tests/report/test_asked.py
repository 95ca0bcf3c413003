from __future__ import annotations

import pytest

from diary.report.asked import Asked, how_asked
from tests.report.small import day


@pytest.mark.parametrize(
    ("asked", "recorded", "end", "expected"),
    [
        ([2], 1, 3, (Asked.ONCE, "asked on 1 day only, 3 Mar 2026")),
        ([0, 1], 2, 15, (Asked.OFTEN, "on 2 days, last 2 Mar 2026")),
        ([0, 1], 2, 16, (Asked.NOT_LATELY, "on 2 days, but not asked since 2 Mar 2026")),
        ([0, 8], 8, 9, (Asked.OFTEN, "on 2 days, last 9 Mar 2026")),
        ([0, 8], 9, 9, (Asked.SELDOM, "asked on only 2 of 9 days recorded, last 9 Mar 2026")),
    ],
)
def test_a_no_says_how_far_it_carries(asked, recorded, end, expected):
    assert how_asked([day(n) for n in asked], recorded, day(end)) == expected
