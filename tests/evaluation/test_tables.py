"""The small words of the tables."""

from __future__ import annotations

import pytest

from diary.evaluation.measures import NEVER
from diary.evaluation.tables import markdown, on_day, percent


@pytest.mark.parametrize(
    ("day", "words"), [(None, ""), (12.4, "12"), (NEVER, "never"), (NEVER / 2, "never")]
)
def test_days(day, words):
    assert on_day(day) == words


@pytest.mark.parametrize(("share", "words"), [(None, ""), (0, "0 %"), (0.994, "99 %")])
def test_shares(share, words):
    assert percent(share) == words


def test_a_table():
    assert list(markdown(("a", "b"), [("1", "2")])) == ["| a | b |", "|---|---|", "| 1 | 2 |"]
