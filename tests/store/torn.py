"""A diary in which something of everything is said, its pages, and what is honest of its parts."""

from __future__ import annotations

import datetime as dt
import random

from diary.domain.care import Contact, Event, Profile, QuietPeriod, Treatment, UsualLevel
from diary.domain.entry import DayEntry, Medicine, Pain, SignReport, SymptomReport
from diary.domain.preferences import Preferences
from diary.store.database import Database
from diary.store.drafts import KeptDraft
from tests.store import by_hand

PAGE = 4_096
FIRST = dt.date(2024, 1, 1)
DAYS = 400


def entry(number):
    """Return a day with answers of every kind, most of them with lists."""
    day = FIRST + dt.timedelta(days=number)
    pains = tuple(
        Pain(region=region, worst=(number + at) % 11, timing=("night",), quality=("dull", "sharp"))
        for at, region in enumerate(("lower_back", "knee", "hip")[: number % 4])
    )
    return DayEntry(
        date=day,
        entered_at=dt.datetime(2026, 1, 1, tzinfo=dt.UTC),
        pains=pains if number % 7 else None,
        signs=(SignReport(sign="heavy_legs", grade=1),) if number % 5 == 0 else (),
        symptoms=(SymptomReport(symptom="fatigue", grade=2),) if number % 3 == 0 else None,
        medicines=(Medicine(name="paracetamol", doses=2),) if number % 2 else (),
        weight_kg=67.5 if number % 10 == 0 else None,
        note="a word " * (number % 30) or None,
    )


ENTRIES = {one.date: one for one in map(entry, range(DAYS))}


def fill(path, passphrase, now):
    """Make a diary and return its bytes."""
    database = Database.open(path, passphrase)
    with database.unit(writing=True) as unit:
        unit.entries.put_all(list(ENTRIES.values()), now)
        contacts = (Contact(name="Line", phone="1", for_="emergency"),)
        usual = (UsualLevel(of="knee", level=2, since=None, confirmed_on=FIRST),)
        unit.care.set_profile(Profile(birth_year=1961, contacts=contacts, usual=usual))
        unit.care.set_treatments((Treatment(kind="surgery", name="x"),))
        unit.care.set_events((Event(date=FIRST, kind="scan"),))
        unit.care.set_quiet_periods((QuietPeriod(start=FIRST, end=FIRST),))
        unit.history.add([entry(1)], now, "changed")
        unit.drafts.put(KeptDraft(FIRST, "{}", now))
        unit.preferences.set(Preferences(first_run_done=True, own_symptoms=("itch",)))
        unit.commit()
    database.close()
    return path.read_bytes()


def contents(path, passphrase):
    """Return all that a diary holds."""
    database = Database.open(path, passphrase)
    try:
        with database.unit() as unit:
            return (
                unit.diary(),
                unit.history.all(),
                unit.drafts.all(),
                unit.preferences.get(),
            )
    finally:
        database.close()


def pages_of(path):
    return path.stat().st_size // PAGE


def spoil(path, *pages):
    """Fill pages with noise; the first one is 1."""
    content = bytearray(path.read_bytes())
    for page in pages:
        content[(page - 1) * PAGE : page * PAGE] = random.Random(page).randbytes(PAGE)
    path.write_bytes(content)


def roots(path, passphrase):
    """Return the page on which each table or index begins."""
    return dict(by_hand.run(path, passphrase, "SELECT name, rootpage FROM sqlite_master"))


def check_honest(found, kept):
    """Check that a day is whole, or named as one that is not; and that nothing was made up."""
    for day, one in kept.items():
        said = ENTRIES[day]
        if day not in found.partly:
            assert one == said
        for key in DayEntry.model_fields:
            answer, right = getattr(one, key), getattr(said, key)
            is_pain = key == "pains" and answer is not None
            # Of a pain, the words about it may be missing; its place and score never are.
            assert answer in {None, right} or is_pain
            if is_pain:
                assert [(p.region, p.worst) for p in answer] == [(p.region, p.worst) for p in right]
    assert set(found.lost).isdisjoint(kept)


def is_all(found):
    """Say whether nothing is missing, as far as anybody can tell."""
    return not (found.partly or found.lost or found.others) and found.is_list_whole
