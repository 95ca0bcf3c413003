"""An open alert speaks again when it rose a point, or after two weeks with nobody told."""

from __future__ import annotations

from diary.domain.care import AlertAction
from diary.rules.book import rule_of
from diary.rules.engine import history
from tests.rules.diaries import LOWER_BACK, alert_of, day, pain

W1, W2 = rule_of("W1"), rule_of("W2")
# A step from 2 to 4 is raised on day 41 (two raised weeks after four weeks of 2).
STEP = "2x28 3x7 4x7"


def spoken(sketch, *rules):
    """Return the days on which the first alert of the diary had news, from its start."""
    alert = alert_of(sketch, *rules)
    return [(spoke - day(0)).days for spoke in alert.spoke_on]


def test_it_speaks_when_it_is_raised():
    assert spoken(pain(STEP), W2) == [41]


def test_it_speaks_again_when_the_weekly_mean_rose_by_a_point():
    assert spoken(pain(STEP + " 5x7"), W2) == [41, 48]


def test_less_than_a_point_more_is_no_news():
    assert spoken(pain(STEP + " 5x6"), W2) == [41]


LASTS = "0x20 3x30"


def test_still_true_after_two_weeks_with_nobody_told_it_speaks_again():
    first, *more = spoken(pain(LASTS), W1)
    assert more == [first + 14]


def test_not_when_her_team_was_told():
    diary = pain(LASTS).diary()
    raised_on = alert_of(pain(LASTS), W1).raised_on
    told = AlertAction(
        rule="W1", place=LOWER_BACK, raised_on=raised_on, action="discussed", on=raised_on
    )
    acted = diary.model_copy(update={"alert_actions": (told,)})
    (alert,) = history(acted, diary.last_day, (W1,)).alerts
    assert alert.spoke_on == (raised_on,)
