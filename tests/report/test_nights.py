from __future__ import annotations

import pytest

from diary.report.nights import bad_night
from tests.report.small import back, entry


@pytest.mark.parametrize(
    ("pains", "expected"),
    [
        (None, None),
        ((), False),
        ((back(0, night="woke_me"),), False),
        ((back(3),), None),
        ((back(3, night="felt"), back(2)), False),
        ((back(3, night="none"), back(2, night="kept_awake")), True),
        ((back(None, night="woke_me"),), True),
    ],
)
def test_a_night_is_bad_where_pain_anywhere_woke_her(pains, expected):
    assert bad_night(entry(0, pains=pains)) is expected
