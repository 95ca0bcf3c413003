"""Who does not want the titles of the steps is told everything else as ever."""

from __future__ import annotations

from dataclasses import replace

import pytest

from diary.exchange import alerts_json
from diary.rules.engine import history
from tests.rules.firing import FIRING
from tests.rules.wide_diaries import wide

DIARIES = (*(FIRING[rule].diary() for rule in ("E2", "U14", "U16", "W1", "W6")), wide(3), wide(7))


@pytest.mark.parametrize("diary", DIARIES)
def test_without_titles_all_else_is_the_same(diary):
    whole = history(diary, diary.last_day)
    bare = history(diary, diary.last_day, step_titles=False)
    assert all(step.title for alert in whole.alerts for step in alert.tiers)
    assert bare == replace(whole, alerts=tuple(map(_untitled, whole.alerts)))
    assert alerts_json.write(bare) == alerts_json.write(whole)


def test_there_is_a_step_to_leave_untitled():
    assert any(len(alert.tiers) > 1 for diary in DIARIES for alert in _alerts(diary))


def _alerts(diary):
    return history(diary, diary.last_day).alerts


def _untitled(alert):
    return replace(alert, tiers=tuple(replace(step, title="") for step in alert.tiers))
