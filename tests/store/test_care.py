from __future__ import annotations

import datetime as dt

import pytest

from diary.domain.care import Contact, Event, Profile, QuietPeriod, Treatment, UsualLevel
from diary.store.problems import UnusableFile
from tests.refusals import refused

DAY = dt.date(2026, 2, 11)
USUAL = (UsualLevel(of="hip", level=0), UsualLevel(of="custom:itch", level=3, since=DAY))
CONTACTS = (Contact(), Contact(name="", phone="112", for_="emergency"), Contact())
LISTS = {
    "treatments": (Treatment(kind="other"), Treatment(kind="surgery", start=DAY, end=DAY)),
    "events": (Event(date=DAY, kind="scan"), Event(date=dt.date(1900, 1, 1), kind="fall", note="")),
    "quiet_periods": (QuietPeriod(start=DAY, end=DAY), QuietPeriod(start=DAY, end=DAY, reason="")),
}


@pytest.fixture
def care(database):
    """What surrounds the days, inside a transaction that is rolled back."""
    with database.unit(writing=True) as unit:
        yield unit.care


def changes(care):
    return care._connection.exec_driver_sql("SELECT total_changes()").scalar()


def test_a_diary_begins_without_anything(care):
    assert care.profile() == Profile()
    assert care.treatments() == care.events() == care.quiet_periods() == ()


@pytest.mark.parametrize(
    "profile",
    [
        Profile(name="", birth_year=1968, cancer="breast", diagnosed_on=DAY),
        Profile(bone_metastases=False, osteoporosis=True, immunosuppressed=None),
        Profile(usual=USUAL, contacts=CONTACTS),
        Profile(),
    ],
)
def test_a_profile_replaces_the_one_before(care, profile):
    care.set_profile(Profile(name="before", usual=USUAL[:1] * 3, contacts=CONTACTS))
    care.set_profile(profile)
    assert care.profile() == profile
    before = changes(care)
    care.set_profile(profile)
    assert changes(care) == before


def test_only_the_part_of_the_profile_that_changed_is_different(care):
    care.set_profile(Profile(name="x", usual=USUAL, contacts=CONTACTS))
    care.set_profile(Profile(name="y", usual=USUAL, contacts=CONTACTS))
    assert care.profile() == Profile(name="y", usual=USUAL, contacts=CONTACTS)


@pytest.mark.parametrize("name", LISTS)
def test_a_list_comes_back_in_its_order_and_replaces_the_one_before(care, name):
    items = LISTS[name]
    read, write = getattr(care, name), getattr(care, f"set_{name}")
    for wanted in (items, items[::-1], (*items, *items), ()):
        write(wanted)
        assert read() == wanted
        before = changes(care)
        write(wanted)
        assert changes(care) == before


@pytest.mark.parametrize(
    ("statement", "read"),
    [
        ("UPDATE profile SET birth_year = 1", "profile"),
        ("UPDATE usual_level SET level = 99", "profile"),
        ("UPDATE treatment SET kind = 'magic'", "treatments"),
    ],
)
def test_what_the_program_never_writes_is_damage(care, statement, read):
    care.set_profile(Profile(usual=USUAL))
    care.set_treatments(LISTS["treatments"])
    care._connection.exec_driver_sql(statement)
    with refused(UnusableFile, "cannot have written"):
        getattr(care, read)()
