from __future__ import annotations

import datetime as dt

import pytest

from diary.domain.care import Contact, Profile, Treatment, UsualLevel
from diary.domain.entry import DayEntry, Pain, SignReport, SymptomReport
from diary.errors import FileProblem
from diary.store import checking, identity
from diary.store.checking import check
from diary.store.database import Database
from diary.store.identity import PassphraseError
from tests.refusals import refused
from tests.store import by_hand

TODAY = dt.date(2026, 3, 1)
PARTS = (checking.FILE, checking.LINKS, checking.WORDS, checking.DATES, checking.ANSWERS)


@pytest.fixture
def diary(path, passphrase, now):
    """A closed diary that says a little of everything."""
    database = Database.open(path, passphrase)
    entry = DayEntry(
        date=TODAY,
        pains=(Pain(region="hip", worst=3, night="felt", timing=("night", "evening")),),
        signs=(SignReport(sign="heavy_legs", grade=1),),
        symptoms=(SymptomReport(symptom="fatigue"), SymptomReport(symptom="custom:my own")),
    )
    with database.unit(writing=True) as unit:
        unit.entries.put_all((entry, DayEntry(date=TODAY - dt.timedelta(days=1))), now)
        unit.care.set_profile(
            Profile(usual=tuple(UsualLevel(of=of, level=2) for of in ("hip", "fatigue")))
        )
        unit.care.set_treatments(
            (Treatment(kind="surgery", start=TODAY, end=TODAY), Treatment(kind="other"))
        )
        unit.commit()
    database.close()
    return path


def faults(diary, passphrase):
    return {part.what: part.faults for part in check(diary, passphrase, TODAY) if not part.sound}


def test_a_diary_in_order_says_what_was_looked_at(diary, passphrase):
    before = by_hand.contents(diary.parent)
    found = check(diary, passphrase, TODAY)
    assert tuple(part.what for part in found) == PARTS
    assert all(part.sound for part in found)
    assert by_hand.contents(diary.parent) == before


def test_what_a_number_to_call_is_for_is_said_in_any_words(diary, passphrase):
    database = Database.open(diary, passphrase)
    with database.unit(writing=True) as unit:
        unit.care.set_profile(Profile(contacts=(Contact(name="nurse", for_="questions"),)))
        unit.commit()
    database.close()
    assert faults(diary, passphrase) == {}


@pytest.mark.parametrize(
    ("statements", "part", "sentence"),
    [
        (
            ["PRAGMA foreign_keys = OFF", "DELETE FROM entry WHERE day = '2026-03-01'"],
            checking.LINKS,
            "4 answers belong to days that are not there.",
        ),
        (
            ["UPDATE pain SET region = 'private'"],
            checking.WORDS,
            "1 answer uses a word that this version does not know.",
        ),
        (
            ["UPDATE pain_detail SET value = 'private'"],
            checking.WORDS,
            "2 answers use a word that this version does not know.",
        ),
        (
            ["UPDATE symptom SET name = 'private'"],
            checking.WORDS,
            "2 answers use a word that this version does not know.",
        ),
        (
            ["UPDATE usual_level SET of = 'private' WHERE of = 'hip'"],
            checking.WORDS,
            "1 answer uses a word that this version does not know.",
        ),
        (
            ["UPDATE treatment SET start = '20260301' WHERE start IS NOT NULL"],
            checking.DATES,
            "1 date cannot be read.",
        ),
        (
            ["UPDATE entry SET day = '2026-03-02' WHERE day = '2026-02-28'"],
            checking.DATES,
            "1 recorded day lies before 1900 or after today.",
        ),
        (
            ["UPDATE entry SET day = '1899-12-31' WHERE day = '2026-02-28'"],
            checking.DATES,
            "1 recorded day lies before 1900 or after today.",
        ),
        (
            ["UPDATE entry SET entered_at = '2026-02-27T00:00:00Z'"],
            checking.DATES,
            "2 days were saved before they began.",
        ),
        (
            ["UPDATE treatment SET \"end\" = '2026-02-01' WHERE start IS NOT NULL"],
            checking.DATES,
            "1 treatment or quiet period ends before it begins.",
        ),
        (["UPDATE pain SET worst = 77"], checking.ANSWERS, "cannot have written"),
    ],
)
def test_a_fault_is_named_without_what_the_diary_says(
    diary, passphrase, statements, part, sentence
):
    by_hand.run(diary, passphrase, *statements)
    found = faults(diary, passphrase)
    assert any(sentence in fault for fault in found[part])
    assert "private" not in str(found)


@pytest.mark.parametrize("moment", ["'x'", "17", "NULL", "'2026-02-28T10:00:00Z'"])
def test_a_day_saved_in_the_far_east_began_in_time(diary, passphrase, moment):
    by_hand.run(
        diary, passphrase, f"UPDATE entry SET entered_at = {moment} WHERE day = '2026-03-01'"
    )
    assert checking.DATES not in faults(diary, passphrase)


def test_damage_ends_the_look(diary, passphrase):
    content = bytearray(diary.read_bytes())
    content[2 * 4096 :] = bytes(255 - byte for byte in content[2 * 4096 :])
    diary.write_bytes(content)
    [part] = check(diary, passphrase, TODAY)
    assert part.what == checking.FILE
    assert "is damaged" in part.faults[0]


def test_what_is_no_diary_is_told(path):
    path.write_text("hello")
    [part] = check(path, None, TODAY)
    assert "is not a Daymark diary" in part.faults[0]


def test_an_older_diary_is_looked_at_as_a_file(diary, passphrase, monkeypatch):
    monkeypatch.setattr(identity, "HEAD", "9999")
    assert [part.what for part in check(diary, passphrase, TODAY)] == list(PARTS[:2])


def test_what_cannot_be_opened_is_refused(diary, path, passphrase):
    with pytest.raises(PassphraseError):
        check(diary, "x" if passphrase is None else None, TODAY)
    path.unlink()
    with refused(FileProblem, "cannot be opened"):
        check(path, passphrase, TODAY)


def test_an_index_that_does_not_fit_is_damage(diary):
    content = diary.read_bytes()
    if identity.kind_of(diary) is identity.Kind.PROTECTED:
        assert b"2026-02-28" not in content
        return
    last = content.rindex(b"2026-02-28")
    diary.write_bytes(content[:last] + b"2026-02-27" + content[last + 10 :])
    [part] = check(diary, None, TODAY)
    assert "is damaged" in part.faults[0]


def test_a_moment_that_is_none_is_not_too_early(diary, passphrase):
    by_hand.run(diary, passphrase, "UPDATE entry SET entered_at = 'soon'")
    assert faults(diary, passphrase).keys() == {checking.ANSWERS}


def test_a_word_in_the_place_of_a_date_is_told(diary, passphrase):
    by_hand.run(diary, passphrase, "UPDATE treatment SET start = 'someday'")
    assert checking.DATES in faults(diary, passphrase)


def test_a_newer_diary_is_told(diary, passphrase):
    by_hand.run(diary, passphrase, "UPDATE alembic_version SET version_num = '0999'")
    [part] = check(diary, passphrase, TODAY)
    assert part.what == checking.VERSION
    assert "newer version" in part.faults[0]
