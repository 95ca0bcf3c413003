from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from diary.store.thinning import DAILY, MONTHLY, WEEKLY, kept

NOW = dt.datetime(2026, 3, 20, 21, tzinfo=dt.UTC)  # a Friday
DAY = dt.timedelta(days=1)
SINCE_2020 = st.datetimes(
    dt.datetime(2020, 1, 1),  # noqa: DTZ001  hypothesis wants bounds without a zone
    dt.datetime(2027, 1, 1),  # noqa: DTZ001  as above
    timezones=st.just(dt.UTC),
)
MOMENTS = st.sets(SINCE_2020, max_size=30)


def times(*written):
    return [dt.datetime.fromisoformat(f"{text}:00Z") for text in written]


def daily(days, now=NOW):
    """Return one copy a day, the newest of today."""
    return [now - number * DAY for number in range(days)]


def over_years(days, first=dt.datetime(2026, 1, 1, 20, tzinfo=dt.UTC)):
    """Return what is left when the copies are thinned after each day's."""
    staying: frozenset[dt.datetime] = frozenset()
    for number in range(days):
        now = first + number * DAY
        staying = kept([*staying, now], now)
    return staying


@pytest.mark.parametrize(
    ("taken", "staying"),
    [
        # All of today and yesterday, and of days the clock has not come to.
        (
            ["2026-03-25T10:00", "2026-03-25T09:00", "2026-03-20T09:00", "2026-03-19T00:00"],
            ["2026-03-25T10:00", "2026-03-25T09:00", "2026-03-20T09:00", "2026-03-19T00:00"],
        ),
        # Of the day before, and of each day before that, the last one.
        (
            ["2026-03-18T23:00", "2026-03-18T08:00", "2026-03-17T08:00", "2026-01-06T01:00"],
            ["2026-03-18T23:00", "2026-03-17T08:00", "2026-01-06T01:00"],
        ),
        ([], []),
    ],
)
def test_all_of_today_and_yesterday_and_one_a_day(taken, staying):
    assert kept(times(*taken), NOW) == frozenset(times(*staying))


def test_fourteen_days_then_eight_weeks_then_twenty_four_months():
    found = sorted(kept(daily(2000), NOW), reverse=True)
    days = [moment.date() for moment in found]
    assert days[: 2 + DAILY] == [NOW.date() - number * DAY for number in range(2 + DAILY)]
    older = days[2 + DAILY :]
    weeks = [dt.date(2026, 3, 1) - number * 7 * DAY for number in range(WEEKLY)]
    months = [day for day in older if day not in weeks]
    assert set(weeks) <= set(older)
    assert {day.isoweekday() for day in weeks} == {7}
    assert len(months) == MONTHLY == 24
    assert (months[0], months[-1]) == (dt.date(2026, 2, 28), dt.date(2024, 3, 31))
    assert all((day + DAY).day == 1 for day in months)


def test_a_copy_a_day_for_ten_years_ends_at_twenty_four_months():
    staying = over_years(3650)
    assert len(staying) == 2 + DAILY + WEEKLY + MONTHLY
    assert min(staying) > dt.datetime(2033, 8, 1, tzinfo=dt.UTC)


def test_a_month_without_a_change_costs_no_older_copy():
    staying = kept(daily(2000), NOW)
    later = NOW + 40 * DAY
    older = {moment for moment in staying if NOW - moment > (1 + DAILY) * DAY}
    assert kept(staying, later) >= older | {NOW}


@pytest.mark.parametrize("years", [-40, -1, 1, 40])
def test_a_clock_that_is_wrong_leaves_what_a_right_one_leaves(years):
    staying = kept(daily(2000), NOW)
    wrong = NOW + dt.timedelta(days=365 * years)
    after_one_more = kept([*staying, wrong], wrong)
    assert len(after_one_more) >= len(staying) - 2
    assert NOW in after_one_more
    assert NOW in kept(after_one_more, NOW + DAY)


def test_a_day_begins_where_she_lives():
    zone = dt.timezone(dt.timedelta(hours=-8))
    now = dt.datetime(2026, 3, 20, 20, tzinfo=zone)  # the 21st in Greenwich
    yesterday = [dt.datetime(2026, 3, 19, hour, tzinfo=zone) for hour in (1, 2, 3)]
    assert kept((moment.astimezone(dt.UTC) for moment in yesterday), now) == frozenset(yesterday)


@settings(deadline=None, max_examples=150)
@given(MOMENTS, SINCE_2020)
def test_the_newest_stays_and_thinning_twice_is_thinning_once(taken, now):
    once = kept(taken, now)
    assert once <= taken
    assert kept(once, now) == once
    assert not taken or max(taken) in once
    assert len(taken) > DAILY or len({one.date() for one in taken}) == len(
        {one.date() for one in once}
    )


@settings(deadline=None, max_examples=150)
@given(MOMENTS, SINCE_2020, SINCE_2020)
@example(set(daily(30)), NOW + DAY, NOW + DAY)
def test_one_copy_more_never_leaves_fewer(taken, another, now):
    assert len(kept({*taken, another}, now)) >= len(kept(taken, now))


@settings(deadline=None, max_examples=150)
@given(MOMENTS, SINCE_2020, SINCE_2020)
def test_a_wrong_clock_never_takes_the_newest_one_made_before(taken, wrong, right):
    for now in (wrong, right):
        taken = kept(taken, now) if taken else taken
    assert not taken or max(taken) in taken
    staying = kept({*taken, wrong}, wrong)
    assert not taken or max(taken) in staying or max(taken) < wrong
