from __future__ import annotations

import datetime as dt

import pytest

from diary.domain.care import Event, Profile, UsualLevel
from diary.domain.diary import Diary
from diary.domain.entry import DayEntry, Medicine, Pain, SignReport, SymptomReport
from diary.domain.preferences import Preferences
from diary.errors import RequestError
from diary.services.journal import EntriesChanged, Journal
from tests.refusals import refused

TODAY = dt.date(2026, 3, 20)
NOW = dt.datetime(2026, 3, 20, 20, 41, 7, 123, tzinfo=dt.UTC)
SAVED_AT = NOW.replace(microsecond=0)
LATER = NOW + dt.timedelta(hours=1)


@pytest.fixture
def journal(database):
    """The recorded days of a new diary."""
    return Journal(database)


def day(number, *regions, **more):
    date = TODAY - dt.timedelta(days=number)
    return DayEntry(date=date, pains=tuple(Pain(region=region) for region in regions), **more)


def versions(database, date):
    with database.unit() as unit:
        return unit.history.versions(date)


def test_a_diary_begins_empty(journal):
    assert journal.day(TODAY) is journal.previous(TODAY) is None
    assert journal.first_day() is journal.last_day() is None
    assert journal.recorded(TODAY, TODAY) == journal.followed_places() == journal.events() == ()
    assert journal.profile() == Profile()
    assert journal.diary() == Diary()


def test_a_day_is_kept_with_the_time_of_its_first_save(journal):
    assert journal.save(day(0, "hip"), NOW, TODAY) == EntriesChanged((TODAY,), SAVED_AT)
    assert journal.day(TODAY) == day(0, "hip", entered_at=SAVED_AT)


def test_a_later_change_keeps_the_time_of_the_first_save_and_the_earlier_version(journal, database):
    journal.save(day(0, "hip"), NOW, TODAY)
    changed = journal.save(day(0, "neck", entered_at=LATER), LATER, TODAY)
    assert changed == EntriesChanged((TODAY,), SAVED_AT + dt.timedelta(hours=1))
    assert journal.day(TODAY) == day(0, "neck", entered_at=SAVED_AT)
    (version,) = versions(database, TODAY)
    assert version.entry == day(0, "hip", entered_at=SAVED_AT)


def test_when_a_day_was_saved_last_is_the_time_of_its_last_change(journal, database):
    def saved_at():
        return journal.saved_at(journal.day(TODAY))

    with database.unit(writing=True) as unit:
        unit.entries.put(day(0, "hip"), NOW)
        unit.commit()
    assert saved_at() is None  # imported
    journal.save(day(0, "neck"), NOW, TODAY)
    assert saved_at() == SAVED_AT
    journal.save(day(0, "knee"), LATER, TODAY)
    assert saved_at() == SAVED_AT + dt.timedelta(hours=1)
    journal.save(day(1), NOW, TODAY)
    assert journal.saved_at(journal.day(day(1).date)) == SAVED_AT


def test_a_day_of_unknown_first_save_keeps_it_unknown(journal, database):
    with database.unit(writing=True) as unit:
        unit.entries.put(day(0, "hip"), NOW)
        unit.commit()
    journal.save(day(0, "neck"), NOW, TODAY)
    assert journal.day(TODAY) == day(0, "neck")


def test_what_was_recorded_on_other_days_is_known(journal):
    assert journal.names_besides(TODAY) == frozenset()
    signs, symptoms = (SignReport(sign="heavy_legs"),), (SymptomReport(symptom="custom:hum"),)
    journal.save(day(3, "hip", signs=signs), NOW, TODAY)
    journal.save(day(2, "hip", "neck", symptoms=symptoms), NOW, TODAY)
    journal.save(day(0, "knee", "neck"), NOW, TODAY)
    others = {"hip", "neck", "heavy_legs", "custom:hum"}
    assert journal.names_besides(TODAY) == others
    assert journal.names_besides(TODAY - dt.timedelta(days=3)) == {*others, "knee"} - {"heavy_legs"}


def test_usual_levels_are_kept_with_the_day_or_not_at_all(journal):
    hip, knee = UsualLevel(of="hip", level=4), UsualLevel(of="knee", level=2)
    journal.save(day(0, "hip"), NOW, TODAY, (hip,))
    assert journal.profile().usual == (hip,)
    assert journal.save(day(0, "hip"), LATER, TODAY, (knee,)).days == ()
    with refused(RequestError, "has not come yet"):
        journal.save(day(-1), LATER, TODAY, (UsualLevel(of="neck", level=1),))
    assert journal.profile().usual == (hip, knee)


def test_the_same_again_writes_nothing(journal, database):
    journal.save(day(0, "hip"), NOW, TODAY)
    database.close()
    before = database.path.read_bytes()
    database.reopen()
    assert journal.save(day(0, "hip"), LATER, TODAY).days == ()
    assert versions(database, TODAY) == ()
    database.close()
    assert database.path.read_bytes() == before


def test_the_time_of_a_save_is_kept_in_utc(journal):
    local = NOW.astimezone(dt.timezone(dt.timedelta(hours=-9)))
    journal.save(day(0), local, TODAY)
    assert journal.day(TODAY).entered_at == SAVED_AT
    assert journal.day(TODAY).entered_at.utcoffset() == dt.timedelta(0)


@pytest.mark.parametrize(
    ("date", "words"),
    [
        (TODAY + dt.timedelta(days=1), "has not come yet"),
        (dt.date(9999, 12, 31), "has not come yet"),
        (dt.date(1899, 12, 31), "from 1 January 1900 on"),
    ],
)
def test_a_day_outside_the_diary_is_refused(journal, date, words):
    with refused(RequestError, words):
        journal.save(DayEntry(date=date), NOW, TODAY)
    assert journal.diary() == Diary()


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        (
            {"note": "x" * 100_001},
            "The note is longer than 100000 characters, so this day was not saved.",
        ),
        (
            {"note": "a\ud800b"},
            "The note holds a character that cannot be stored, so this day was not saved.",
        ),
        ({"could_do": "\udfff"}, "What you could do holds a character that cannot be stored"),
        (
            {"pains": (Pain(region="hip").model_copy(update={"worst": 11}),)},
            "An answer about pain is above 10",
        ),
        (
            {"symptoms": (SymptomReport.model_construct(symptom="custom:\ud800"),)},
            "An answer about other symptoms holds a character that cannot be stored",
        ),
        ({"weight_kg": 5.0}, "The weight is below 20"),
        ({"copied_from": "x"}, "An answer is not a date written like 2026-03-01"),
    ],
)
def test_an_answer_that_cannot_be_is_refused_by_its_name(journal, database, answers, words):
    journal.save(day(0, "hip"), NOW, TODAY)
    with refused(RequestError, words):
        journal.save(day(0, "neck").model_copy(update=answers), LATER, TODAY)
    assert journal.day(TODAY) == day(0, "hip", entered_at=SAVED_AT)
    assert versions(database, TODAY) == ()


@pytest.mark.parametrize("date", [TODAY, dt.date(1900, 1, 1)])
def test_the_first_and_last_days_that_can_be_recorded(journal, date):
    assert journal.save(DayEntry(date=date), NOW, TODAY).days == (date,)


def test_days_are_found_by_what_came_before(journal):
    for number in (9, 3, 1):
        journal.save(day(number, "hip"), NOW, TODAY)
    saved = [journal.day(TODAY - dt.timedelta(days=number)) for number in (9, 3, 1)]
    assert journal.previous(TODAY) == saved[2]
    assert journal.previous(saved[2].date) == saved[1]
    assert journal.previous(saved[0].date) is None
    assert (journal.first_day(), journal.last_day()) == (saved[0].date, saved[2].date)
    assert journal.recorded(saved[1].date, TODAY) == tuple(saved[1:])


def test_the_places_of_the_last_56_recorded_days_are_followed(journal):
    journal.save(day(100, "skull"), NOW, TODAY)
    for number in range(56):
        journal.save(day(number, "hip", *["neck"][: number % 2]), NOW, TODAY)
    assert journal.followed_places() == ("hip", "neck")


def test_what_surrounds_the_days_is_told(journal, database):
    profile, events = Profile(name="x"), (Event(date=TODAY, kind="scan"),)
    with database.unit(writing=True) as unit:
        unit.care.set_profile(profile)
        unit.care.set_events(events)
        unit.commit()
    assert (journal.profile(), journal.events()) == (profile, events)
    assert journal.diary() == Diary(profile=profile, events=events)


def test_what_was_used_lately_is_offered_again(journal):
    entry = DayEntry(
        date=TODAY,
        signs=(SignReport(sign="heavy_legs"),),
        symptoms=(SymptomReport(symptom="cough"),),
        medicines=(Medicine(name="ibuprofen", kind="anti_inflammatory", doses=2),),
    )
    journal.save(entry, NOW, TODAY)
    assert journal.followed_symptoms() == ("cough",)
    assert journal.followed_medicines() == (Medicine(name="ibuprofen", kind="anti_inflammatory"),)
    assert journal.signs_ever() == ("heavy_legs",)


def test_what_she_follows_comes_before_what_was_recorded_of_late(journal, database):
    journal.save(day(0, "hip", "neck", symptoms=(SymptomReport(symptom="cough"),)), NOW, TODAY)
    followed = Preferences(
        followed_places=("neck", "skull"), followed_symptoms=("fever",), own_symptoms=("itching",)
    )
    with database.unit(writing=True) as unit:
        unit.preferences.set(followed)
        unit.commit()
    assert journal.followed_places() == ("neck", "skull", "hip")
    assert journal.followed_symptoms() == ("fever", "custom:itching", "cough")
