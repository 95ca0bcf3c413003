"""Late days count where one entry is enough, and nowhere else."""

from __future__ import annotations

import datetime as dt

import pytest

from diary.rules.catalog import RULES
from diary.rules.engine import history
from tests.rules.firing import FIRING, with_read

# The rules whose firing diary rests on one entry: a sign, a fever, a lump, blood, an infection.
ONE_ENTRY = {
    *("E1", "E2", "E3", "E4", "E5", "E6"),
    *("U9", "U12", "U13", "U14", "U18"),
    *("W10", "W11", "W12", "W17"),
}
EACH_RULE = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)


def all_late(diary):
    """Return the diary with every day entered nine days after it."""
    return diary.model_copy(
        update={
            "entries": tuple(
                entry.model_copy(
                    update={
                        "entered_at": dt.datetime.combine(entry.date, dt.time(), dt.UTC)
                        + dt.timedelta(days=9)
                    }
                )
                for entry in diary.entries
            )
        }
    )


@EACH_RULE
def test_late_days_count_where_one_entry_is_enough_and_nowhere_else(rule):
    diary = all_late(FIRING[rule.id].diary())
    alerts = history(diary, diary.last_day, with_read(rule)).alerts
    assert (rule.id in {alert.rule for alert in alerts}) is (rule.id in ONE_ENTRY)
