"""What is saved of a damaged diary: all that can be read, and nothing that she never said."""

from __future__ import annotations

import datetime as dt
import random

import pytest

from diary.domain.entry import Pain
from diary.store import damaged, soundness
from diary.store.identity import PassphraseError
from diary.store.problems import UnusableFile
from diary.store.salvage import salvage
from tests.store import by_hand
from tests.store.torn import (
    DAYS,
    ENTRIES,
    FIRST,
    PAGE,
    check_honest,
    contents,
    is_all,
    pages_of,
    spoil,
)


def test_of_a_sound_diary_everything_is_saved(filled, passphrase, tmp_path):
    found = salvage(filled, tmp_path / "new.daymark", passphrase)
    assert is_all(found)
    assert (found.days, found.first_day, found.last_day) == (DAYS, FIRST, max(ENTRIES))
    assert contents(found.path, passphrase) == contents(filled, passphrase)


def test_the_damaged_file_is_only_read(filled, passphrase, tmp_path):
    spoil(filled, 40)
    before = by_hand.contents(tmp_path), filled.stat().st_mtime_ns
    salvage(filled, tmp_path / "new.daymark", passphrase).path.unlink()
    assert (by_hand.contents(tmp_path), filled.stat().st_mtime_ns) == before


def test_one_recovery_code_opens_both(filled, tmp_path, passphrase):
    if passphrase is not None:
        found = salvage(filled, tmp_path / "new.daymark", passphrase)
        assert found.path.read_bytes()[:16] == filled.read_bytes()[:16]


@pytest.mark.parametrize("seed", range(8))
def test_what_is_saved_was_said_and_what_is_missing_is_named(filled, passphrase, tmp_path, seed):
    chance = random.Random(seed)
    count = chance.choice((1, 3, 8))
    spoil(filled, *chance.sample(range(2, pages_of(filled) + 1), count))
    found = salvage(filled, tmp_path / "new.daymark", passphrase)
    assert soundness.verify(found.path, passphrase).sound
    kept = {one.date: one for one in contents(found.path, passphrase)[0].entries}
    check_honest(found, kept)
    if found.is_list_whole:
        assert kept.keys() | set(found.lost) == ENTRIES.keys()


@pytest.mark.parametrize("passphrase", [None])
def test_a_readable_file_is_not_opened_anew_for_each_lost_row(
    filled, passphrase, tmp_path, monkeypatch
):
    opened = []

    def count(driver_connection, record):
        opened.append(record)
        be_lenient(driver_connection, record)

    be_lenient = damaged._be_lenient
    monkeypatch.setattr(damaged, "_be_lenient", count)
    spoil(filled, *range(2, pages_of(filled) + 1, 9))
    found = salvage(filled, tmp_path / "new.daymark", passphrase)
    assert len(found.lost) > 5
    assert len(opened) < 3


def test_a_file_that_was_cut_off_gives_what_is_left(filled, passphrase, tmp_path):
    with filled.open("r+b") as file:
        file.truncate(filled.stat().st_size * 2 // 3 + 100)
    found = salvage(filled, tmp_path / "new.daymark", passphrase)
    kept = {one.date: one for one in contents(found.path, passphrase)[0].entries}
    check_honest(found, kept)
    assert found.days > 0


def test_writes_that_wait_beside_it_are_read_too(filled, passphrase, tmp_path):
    by_hand.leave_unfolded(
        filled, passphrase, "UPDATE entry SET note = 'late' WHERE day = '2024-01-01'"
    )
    found = salvage(filled, tmp_path / "new.daymark", passphrase)
    assert contents(found.path, passphrase)[0].entries[0].note == "late"


@pytest.mark.parametrize(
    ("statement", "part"),
    [
        ("UPDATE treatment SET kind = 'magic'", "treatments"),
        ("UPDATE profile SET birth_year = 3", "profile"),
        ("UPDATE draft SET body = '['", "drafts"),
        ("UPDATE entry_history SET entry = '{'", "earlier"),
        ("UPDATE preference SET value = '7' WHERE name = 'own_symptoms'", "preferences"),
        ("UPDATE contact SET phone = x'ff00'", "contacts"),
    ],
)
def test_what_no_program_of_ours_wrote_is_left_out(filled, passphrase, tmp_path, statement, part):
    by_hand.run(filled, passphrase, statement)
    found = salvage(filled, tmp_path / "new.daymark", passphrase)
    assert found.others == ((part, 1),)
    assert found.days == DAYS


@pytest.mark.parametrize(
    ("statement", "field"),
    [
        ("UPDATE entry SET sleep = 9 WHERE day = '2024-01-02'", "sleep"),
        ("UPDATE entry SET note = x'ff' WHERE day = '2024-01-02'", "note"),
        ("UPDATE pain SET region = 'moon' WHERE day = '2024-01-02'", "pains"),
        ("UPDATE pain_detail SET kind = 'moon' WHERE pain_id = 1 AND position = 1", "pains"),
    ],
)
def test_an_answer_that_cannot_be_one_is_left_open(filled, passphrase, tmp_path, statement, field):
    by_hand.run(filled, passphrase, statement)
    found = salvage(filled, tmp_path / "new.daymark", passphrase)
    assert found.partly == (dt.date(2024, 1, 2),)
    assert getattr(contents(found.path, passphrase)[0].entries[1], field) is None


def test_a_preference_of_another_version_is_no_loss(filled, passphrase, tmp_path):
    by_hand.run(filled, passphrase, "INSERT INTO preference VALUES ('of_later', '1')")
    assert is_all(salvage(filled, tmp_path / "new.daymark", passphrase))


def test_a_day_that_is_no_date_is_no_day(filled, passphrase, tmp_path):
    by_hand.run(
        filled,
        passphrase,
        "PRAGMA foreign_keys = OFF",
        "UPDATE entry SET day = 'someday' WHERE day = '2024-01-02'",
    )
    found = salvage(filled, tmp_path / "new.daymark", passphrase)
    # Its answers lie under the right day; the rest of it is open.
    assert found.partly == (dt.date(2024, 1, 2),)


def test_words_about_no_pain_are_left_out(filled, passphrase, tmp_path):
    by_hand.run(
        filled,
        passphrase,
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_master SET sql = replace(sql, 'NOT NULL', '') WHERE name = 'pain_detail'",
        "PRAGMA writable_schema = RESET",
        "UPDATE pain_detail SET pain_id = NULL WHERE pain_id = 1",
    )
    found = salvage(filled, tmp_path / "new.daymark", passphrase)
    kept = {one.date: one for one in contents(found.path, passphrase)[0].entries}
    for day, one in kept.items():
        for pain, right in zip(one.pains or (), ENTRIES[day].pains or (), strict=True):
            assert pain in {right, Pain(region=right.region, worst=right.worst)}
    assert kept.keys() == ENTRIES.keys()


def test_an_older_diary_has_no_drafts_to_miss(filled, passphrase, tmp_path):
    by_hand.run(
        filled,
        passphrase,
        "DROP TABLE draft",
        "DROP TABLE preference",
        "UPDATE alembic_version SET version_num = '0001'",
    )
    assert is_all(salvage(filled, tmp_path / "new.daymark", passphrase))


def test_a_newer_diary_is_left_to_the_newer_program(filled, passphrase, tmp_path):
    by_hand.run(filled, passphrase, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(UnusableFile, match="version mark 9999"):
        salvage(filled, tmp_path / "new.daymark", passphrase)


def test_the_database_of_another_program_is_none(path, passphrase, tmp_path):
    by_hand.run(path, passphrase, "CREATE TABLE shopping (what TEXT)")
    with pytest.raises(UnusableFile) as caught:
        salvage(path, tmp_path / "new.daymark", passphrase)
    assert not caught.value.is_diary


def test_noise_gives_nothing(path, passphrase, tmp_path):
    path.write_bytes(random.Random(1).randbytes(20 * PAGE))
    kind = UnusableFile if passphrase is None else PassphraseError
    with pytest.raises(kind):
        salvage(path, tmp_path / "new.daymark", passphrase)
    assert not (tmp_path / "new.daymark").exists()


def test_a_wrong_passphrase_opens_nothing(filled, passphrase, tmp_path):
    if passphrase is not None:
        with pytest.raises(PassphraseError):
            salvage(filled, tmp_path / "new.daymark", "another one")
