"""Tables of what the days report, brought up to date, are those that a walk through all makes."""

from __future__ import annotations

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from diary.domain.day_reports import (
    MOST_CHANGES,
    ONE_IN,
    Change,
    changes_between,
    table_with_changes,
    tabled,
    with_changes,
)
from diary.domain.entry import DayEntry, Pain
from diary.domain.telling import PAINS, TELLINGS

START = dt.date(2026, 3, 1)
PLACES = ("hip", "neck", "knee")
# What the days report: None where there is no entry, else the places, some of them twice.
SKETCHES = st.lists(
    st.none() | st.lists(st.sampled_from(PLACES), max_size=3).map(tuple), min_size=1, max_size=9
)


def entry(number, places=()):
    """Return an entry with pain at some places."""
    day = START + dt.timedelta(days=number)
    return DayEntry(date=day, pains=tuple(Pain(region=place) for place in places))


def by_place(entries):
    """Return the table of the pains of entries, by their places."""
    return tabled([(day, entry.pains) for day, entry in entries.items()], TELLINGS[PAINS])


def entries_of(sketch):
    """Return the entries of a sketch, by day; the first day always has one."""
    found = {n: entry(n, places) for n, places in enumerate(sketch) if places is not None}
    return {0: entry(0), **found} if 0 not in found else found


def in_order(table):
    """Return a table with all that it keeps in order."""
    return [(of, list(days.items())) for of, days in table.items()]


@settings(deadline=None)
@given(SKETCHES, SKETCHES)
def test_a_table_brought_up_to_date_is_the_same_to_the_last_place_in_its_order(sketch, later):
    before, wanted = entries_of(sketch), entries_of(later)
    after = {n: before[n] if before.get(n) == one else one for n, one in wanted.items()}
    changes = changes_between(tuple(before.values()), tuple(after.values()))
    assert set(changes) == {n for n in {*before, *after} if before.get(n) is not after.get(n)}
    assert list(changes) == sorted(changes)
    assert list(with_changes(before, changes).items()) == list(after.items())
    table = by_place(before)
    as_it_was = in_order(table)
    again = table_with_changes(table, after, changes, TELLINGS[PAINS])
    assert in_order(again) == in_order(by_place(after))
    assert in_order(table) == as_it_was


def test_what_did_not_change_is_shared():
    before = {0: entry(0, ("hip",)), 1: entry(1, ("neck",))}
    table = by_place(before)
    changes = {1: Change(before[1], entry(1, ("neck", "knee")))}
    after = table_with_changes(table, with_changes(before, changes), changes, TELLINGS[PAINS])
    assert list(after) == ["hip", "neck", "knee"]
    assert after["hip"] is table["hip"]
    assert after["neck"] is not table["neck"]


def test_the_place_in_the_first_entry_decides_where_the_day_is_the_same():
    before = {0: entry(0, ("hip", "neck"))}
    changes = {0: Change(before[0], entry(0, ("neck", "hip")))}
    after = with_changes(before, changes)
    table = table_with_changes(by_place(before), after, changes, TELLINGS[PAINS])
    assert list(table) == ["neck", "hip"]


def test_the_same_entries_have_not_changed():
    entries = (entry(0), entry(1), entry(4))
    assert changes_between(entries, entries) == {}
    assert changes_between(entries, entries[:2]) == {4: Change(entries[2], None)}
    assert changes_between(entries[:2], entries) == {4: Change(None, entries[2])}


def test_equal_entries_that_are_not_the_same_count_as_changed():
    before, after = entry(1), entry(1)
    assert changes_between((entry(0), before), (entry(0), after)) == {
        0: Change(entry(0), entry(0)),
        1: Change(before, after),
    }


def test_it_begins_anew_with_another_first_day_and_after_too_many_changes():
    entries = tuple(entry(number) for number in range(MOST_CHANGES + 2))
    assert changes_between(entries, entries[1:]) is None
    assert changes_between(entries[1:], entries) is None
    assert len(changes_between(entries, entries[:2])) == MOST_CHANGES
    assert changes_between(entries, entries[:1]) is None
    many = tuple(entry(number) for number in range(ONE_IN * MOST_CHANGES + ONE_IN))
    assert len(changes_between(many[: -MOST_CHANGES - 1], many)) == MOST_CHANGES + 1
    assert changes_between(many[: -MOST_CHANGES - 2], many) is None
