"""The small words of the tables."""

from __future__ import annotations

import pytest

from diary.evaluation.measures import NEVER, Scores
from diary.evaluation.tables import emergencies, false_alerts, markdown, on_day, percent
from diary.rules.model import Tier


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


def counted(years=2.0, delays=(), **raised):
    """Return scores with alerts by kind, each of tier soon."""
    scores = Scores(persons=3, years=years, delays=list(delays))
    scores.kinds.update({(Tier.SOON, family): number for family, number in raised.items()})
    return scores


def test_false_alerts_by_kind_and_tier_where_there_is_no_onset():
    both = counted(pain=3, breath=1)
    both.kinds[Tier.URGENT, "pain"] = 1
    table = {"both": both, "silent": counted(), "ramp": counted(delays=[4], pain=1)}
    head, _rule, *rows = false_alerts(table)
    assert head.endswith("| call now | today or tomorrow | this week | at your next visit |")
    assert rows == [
        "| both | breath | 0.00 | 0.00 | 0.50 | 0.00 |",
        "| both | pain | 0.00 | 0.50 | 1.50 | 0.00 |",
        "| silent | none | 0.00 | 0.00 | 0.00 | 0.00 |",
    ]


def test_emergencies_without_an_emergency_are_counted_over_every_table():
    tables = [{"a": Scores(calm=3, unfounded=1), "b": Scores()}, {"a": Scores(calm=4, unfounded=2)}]
    assert emergencies(tables).endswith(": 3 in 7 diaries.")
