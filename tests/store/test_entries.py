from __future__ import annotations

import datetime as dt

import pytest

from diary.domain.entry import DayEntry, Medicine, Pain, SignReport, SymptomReport
from diary.store.history import EarlierVersion, HistoryTable
from diary.store.problems import UnusableFile
from tests.refusals import refused

DAYS = tuple(dt.date(2026, 2, 26) + dt.timedelta(days=number) for number in (0, 1, 3, 6))


@pytest.fixture
def entries(database):
    """The days inside a transaction that is rolled back."""
    with database.unit(writing=True) as unit:
        yield unit.entries


@pytest.fixture
def four(entries, now):
    """Four recorded days: the third has no pain, the others some."""
    places = [("hip",), ("hip", "ribs", "hip"), (), ("neck", "ribs")]
    days = tuple(
        DayEntry(date=day, pains=tuple(Pain(region=region, worst=3) for region in regions))
        for day, regions in zip(DAYS, places, strict=True)
    )
    assert entries.put_all(days, now) == DAYS
    return days


def history_of(entries):
    """Return the earlier versions inside the same transaction."""
    return HistoryTable(entries._connection)


def by_hand(entries, statement):
    entries._connection.exec_driver_sql(statement)


def test_a_diary_begins_without_days(entries):
    assert entries.get(DAYS[0]) is None
    assert entries.all() == entries.days() == entries.places(56) == ()
    assert entries.first_day() is entries.last_day() is None
    assert entries.count() == 0


def test_of_a_diary_in_which_nothing_is_recorded_nothing_is_known(entries):
    assert (entries.places(30), entries.symptoms(30), entries.medicines(30)) == ((), (), ())
    assert (entries.signs(), entries.names_besides(DAYS[0])) == ((), frozenset())
    assert (entries.first_day(), entries.last_day(), entries.count()) == (None, None, 0)


def test_writing_no_days_does_nothing(entries, now):
    assert entries.put_all((), now) == ()


def test_each_day_is_found(entries, four):
    assert [entries.get(day) for day in DAYS] == list(four)
    assert entries.get(DAYS[0] + dt.timedelta(days=2)) is None
    assert entries.count() == 4


def test_days_come_in_order_whatever_the_order_of_writing(entries, four, now):
    early = DayEntry(date=dt.date(1900, 1, 1))
    entries.put(early, now)
    assert entries.all() == (early, *four)
    assert entries.days() == (early.date, *DAYS)


def test_what_many_days_say_alike_is_held_once(entries, now):
    """Years of a diary say the same few things; models are frozen."""
    told = {
        "pains": (
            Pain(region="hip", worst=3, worse_with=("movement",)),
            Pain(region="hip", worst=3),
        ),
        "signs": (SignReport(sign="leg_weakness", grade=2),),
        "symptoms": (SymptomReport(symptom="fatigue", grade=2),),
        "medicines": (Medicine(name="x"),),
    }
    other = {"pains": (Pain(region="hip", worst=3, better_with=("movement",)),)}
    written = [DayEntry(date=day, **told) for day in DAYS[:2]]
    written += [DayEntry(date=DAYS[2], **other), DayEntry(date=DAYS[3], pains=())]
    entries.put_all(written, now)
    first, second, third, _ = found = entries.all()
    assert list(found) == written
    for question in told:
        for one, again in zip(getattr(first, question), getattr(second, question), strict=True):
            assert one is again
    assert first.pains[0] != first.pains[1] != third.pains[0] != first.pains[0]


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (None, None, slice(0, 4)),
        (DAYS[1], None, slice(1, 4)),
        (None, DAYS[1], slice(0, 2)),
        (DAYS[1], DAYS[2], slice(1, 3)),
        (dt.date(2026, 2, 28), dt.date(2026, 2, 28), slice(0, 0)),
        (DAYS[2], DAYS[1], slice(0, 0)),
    ],
)
def test_a_span_includes_its_ends(entries, four, start, end, expected):
    assert entries.all(start, end) == four[expected]
    assert entries.days(start, end) == DAYS[expected]


def test_the_first_and_last_days_are_known(entries, four):
    assert entries.first_day() == four[0].date
    assert entries.last_day() == four[-1].date
    assert entries.last_day(DAYS[3]) == DAYS[2]
    assert entries.last_day(DAYS[0]) is None
    assert entries.last_day(dt.date(2100, 1, 1)) == DAYS[3]


@pytest.mark.parametrize(
    ("last_days", "places"),
    [
        (56, ("ribs", "hip", "neck")),  # two days each; ribs more lately
        (3, ("ribs", "neck", "hip")),  # hip twice on one day counts once
        (2, ("neck", "ribs")),
        (1, ("neck", "ribs")),
    ],
)
@pytest.mark.usefixtures("four")
def test_the_places_of_the_last_days_come_with_the_most_used_first(entries, last_days, places):
    assert entries.places(last_days) == places


def test_the_symptoms_of_the_last_days_come_with_the_most_used_first(entries, now):
    for day, names in zip(DAYS, (["cough"], ["nausea"], ["cough", "custom:x"], None), strict=True):
        answer = None if names is None else tuple(SymptomReport(symptom=name) for name in names)
        entries.put(DayEntry(date=day, symptoms=answer), now)
    assert entries.symptoms(56) == ("cough", "custom:x", "nausea")
    assert entries.symptoms(2) == ("cough", "custom:x")


def test_a_medicine_of_late_has_the_kind_she_last_gave_it(entries, now):
    days = [
        (Medicine(name="a", kind="opioid"), Medicine(name="b")),
        (Medicine(name="a", kind="other"),),
        (Medicine(name="a", doses=2), Medicine(name="a")),
        (),
    ]
    for day, medicines in zip(DAYS, days, strict=True):
        entries.put(DayEntry(date=day, medicines=medicines), now)
    assert entries.medicines(56) == (("a", "other"), ("b", None))
    assert entries.medicines(2) == (("a", "other"),)


def test_the_signs_ever_recorded(entries, now):
    assert entries.signs() == ()
    entries.put(DayEntry(date=DAYS[0], signs=(SignReport(sign="heavy_legs"),) * 2), now)
    entries.put(DayEntry(date=DAYS[1], signs=(SignReport(sign="clumsy_hands"),)), now)
    entries.put(DayEntry(date=DAYS[2], signs=()), now)
    assert entries.signs() == ("heavy_legs", "clumsy_hands")


def test_the_same_day_again_writes_nothing(entries, four, now):
    changes = entries._connection.exec_driver_sql("SELECT total_changes()").scalar()
    assert entries.put(four[0], now) is False
    assert entries.put_all(four, now) == ()
    assert entries._connection.exec_driver_sql("SELECT total_changes()").scalar() == changes
    assert history_of(entries).versions(DAYS[0]) == ()


def test_only_days_that_differ_are_written(entries, four, now):
    changed = four[1].model_copy(update={"note": "", "pains": None})
    assert entries.put_all((four[0], changed, four[2]), now) == (DAYS[1],)
    assert entries.all() == (four[0], changed, four[2], four[3])
    assert history_of(entries).versions(DAYS[0]) == ()


def test_the_earlier_versions_are_kept_in_their_order(entries, four, now):
    later = now + dt.timedelta(hours=1, microseconds=5)
    local = later.astimezone(dt.timezone(dt.timedelta(hours=9)))
    second = four[1].model_copy(update={"note": "NUL \0 and ألم"})
    assert entries.put(second, now) is True
    assert entries.put(four[1], local) is True
    assert history_of(entries).versions(DAYS[1]) == (
        EarlierVersion(DAYS[1], now, "changed", four[1]),
        EarlierVersion(DAYS[1], later, "changed", second),
    )


def test_a_day_that_is_removed_is_gone_with_its_answers_and_kept_as_a_version(entries, four, now):
    assert entries.remove(DAYS[1], now) is True
    assert entries.remove(DAYS[1], now) is False
    assert entries.all() == (four[0], *four[2:])
    assert history_of(entries).versions(DAYS[1]) == (
        EarlierVersion(DAYS[1], now, "removed", four[1]),
    )
    assert entries.put(four[1], now) is True
    assert entries.all() == four
    assert len(history_of(entries).versions(DAYS[1])) == 1


@pytest.mark.usefixtures("four")
def test_no_answer_stays_without_its_day(entries, now):
    for day in DAYS:
        entries.remove(day, now)
    for table in ("pain", "pain_detail", "sign", "symptom", "medicine"):
        found = entries._connection.exec_driver_sql(f"SELECT count(*) FROM {table}")
        assert found.scalar() == 0


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE pain SET worst = 99",
        "UPDATE pain SET region = 'nowhere'",
        "UPDATE entry SET day = 'x' || day",
        "UPDATE entry SET weight_grams = 1",
        "UPDATE entry SET weight_grams = 'heavy'",
        "UPDATE entry SET entered_at = '2026-03-01'",
        "INSERT INTO pain_detail VALUES (1, 'mood', 0, 'low')",
    ],
)
@pytest.mark.usefixtures("four")
def test_what_the_program_never_writes_is_damage(entries, statement):
    by_hand(entries, "PRAGMA defer_foreign_keys = ON")
    by_hand(entries, statement)
    with refused(UnusableFile, "cannot have written"):
        entries.all()


@pytest.mark.usefixtures("four")
def test_a_day_that_is_no_date_is_damage_in_every_question(entries):
    by_hand(entries, "PRAGMA defer_foreign_keys = ON")
    by_hand(entries, "UPDATE entry SET day = 'x' || day")
    for ask in (entries.days, entries.first_day, entries.last_day):
        with refused(UnusableFile, "cannot have written"):
            ask()


def test_an_earlier_version_that_cannot_be_read_is_damage(entries, four, now):
    entries.remove(DAYS[0], now)
    by_hand(entries, "UPDATE entry_history SET entry = '{}'")
    with refused(UnusableFile, "cannot have written"):
        history_of(entries).versions(four[0].date)


def test_who_has_read_a_day_may_put_another_in_its_place(entries, four, now):
    before, after = four[0], DayEntry(date=DAYS[0], walking=2)
    assert entries.replace(before, after, now)
    assert entries.get(DAYS[0]) == after
    assert history_of(entries).versions(DAYS[0]) == (
        EarlierVersion(DAYS[0], now, "changed", before),
    )
    assert not entries.replace(after, after, now)
    new = DayEntry(date=DAYS[0] - dt.timedelta(days=5))
    assert entries.replace(None, new, now)
    assert entries.touched == {*DAYS, new.date}
    assert entries.days() == (new.date, *DAYS)
