"""An open alert speaks again when it rose a point, or after two weeks with nobody told."""

from __future__ import annotations

from diary.domain.care import AlertAction
from diary.rules.book import rule_of
from diary.rules.engine import history
from tests.rules.diaries import LOWER_BACK, alert_of, day, pain
from tests.rules.toys import toy

W1, W2 = rule_of("W1"), rule_of("W2")
# A step from 1 to 3 and 4 is raised on day 41 (two raised weeks after four of 1).
STEP = "1x28 3x7 4x7"


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


def test_exactly_a_point_more_is_news_whatever_a_machine_makes_of_it():
    # 2.8 - 1.8, each of five recorded days, come out a little below 1.
    sketch = pain("2x4 1 _x2 3x4 2 _x2")
    rule = toy("W", {LOWER_BACK: "fx4 Wx8"})
    assert spoken(sketch, rule) == [4, 11]


def test_a_rise_is_counted_from_the_day_it_last_spoke():
    sketch = pain("2x7 3x7 4x7")
    assert spoken(sketch, toy("W", {LOWER_BACK: "fx6 Wx15"})) == [6, 13, 20]
    assert spoken(sketch, toy("W", {LOWER_BACK: "fx6 Wx3 Ux12"})) == [6, 9, 16]


def test_pain_that_is_not_true_now_is_no_news_though_it_rose():
    assert spoken(pain("2x7 3x7"), toy("W", {LOWER_BACK: "fx6 W fx7"})) == [6]


def test_an_unknown_week_is_no_rise():
    assert spoken(pain("! 3x7"), toy("W", {LOWER_BACK: "Wx8"})) == [0]


def test_pain_elsewhere_is_not_its_rise():
    sketch = pain("2x14").pain("0x7 9x7", "neck")
    assert spoken(sketch, toy("W", {LOWER_BACK: "fx6 Wx8"})) == [6]


LASTS = "0x20 3x30"


def test_fourteen_days_are_counted_from_the_day_it_last_spoke():
    rule = toy("W", {LOWER_BACK: "Wx5 Ux40"})
    assert spoken(pain("3x45"), rule) == [0, 5, 19, 33]
    assert spoken(pain("3x5 _x13 3x27"), rule) == [0, 18, 32]


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
