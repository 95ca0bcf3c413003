"""What is saved of a damaged diary: all that can be read, and nothing that she never said."""

from __future__ import annotations

import datetime as dt
import random

import pytest

from diary.domain.care import Contact, Event, Profile, QuietPeriod, Treatment, UsualLevel
from diary.domain.entry import DayEntry, Medicine, Pain, SignReport, SymptomReport
from diary.domain.preferences import Preferences
from diary.store import identity, soundness
from diary.store.damaged import Damaged
from diary.store.database import Database
from diary.store.drafts import KeptDraft
from diary.store.identity import PassphraseError
from diary.store.problems import UnusableFile
from diary.store.rebuilding import ENTRIES as ENTRY_TABLE
from diary.store.salvage import salvage
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


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Diaries with all that a diary can hold, by their passphrase; each made once."""
    return {}, tmp_path_factory.mktemp("made")


@pytest.fixture
def filled(made, path, passphrase, now):
    """A diary with all that a diary can hold."""
    known, folder = made
    if passphrase not in known:
        known[passphrase] = fill(folder / f"{len(known)}.daymark", passphrase, now)
    path.write_bytes(known[passphrase])
    return path


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


def leaves(path, root):
    """Return the pages at the ends of a tree of two levels."""
    page = path.read_bytes()[(root - 1) * PAGE : root * PAGE]
    starts = [int.from_bytes(page[at : at + 2], "big") for at in range(12, 12 + 2 * page[4], 2)]
    return [int.from_bytes(page[at : at + 4], "big") for at in (*starts, 8)]


def shorten(path, *pages):
    """Let pages have fewer rows than stand in them."""
    content = bytearray(path.read_bytes())
    for page in pages:
        content[(page - 1) * PAGE + 4] -= 3
    path.write_bytes(content)


@pytest.mark.parametrize(
    ("torn", "short"),
    [
        ("pain", "ix_pain_day"),
        ("ix_pain_day", "pain"),
        ("entry", "sqlite_autoindex_entry_1"),
        ("sqlite_autoindex_entry_1", "entry"),
        ("pain_detail", "sqlite_autoindex_pain_detail_1"),
        ("sqlite_autoindex_pain_detail_1", "pain_detail"),
    ],
)
@pytest.mark.parametrize("passphrase", [None], indirect=True)
def test_half_a_list_is_no_list(filled, tmp_path, torn, short):
    """Pages that were changed and can still be read give too few rows, and nothing says so."""
    root = roots(filled, None)
    shorten(filled, *leaves(filled, root[short]))
    spoil(filled, leaves(filled, root[torn])[1])
    found = salvage(filled, tmp_path / "new.daymark", None)
    kept = {one.date: one for one in contents(found.path, None)[0].entries}
    check_honest(found, kept)
    assert not found.is_list_whole or kept.keys() | {*found.lost} >= ENTRIES.keys()


@pytest.mark.parametrize("passphrase", [None], indirect=True)
def test_a_part_in_the_place_of_the_whole_is_not_taken_for_it(filled, tmp_path):
    """One page of a table stands where the table begins, and the index is gone."""
    root = roots(filled, None)
    leaf = leaves(filled, root["pain"])[1]
    content = bytearray(filled.read_bytes())
    one, other = (slice((page - 1) * PAGE, page * PAGE) for page in (root["pain"], leaf))
    content[one], content[other] = content[other], content[one]
    filled.write_bytes(content)
    spoil(filled, root["ix_pain_day"])
    found = salvage(filled, tmp_path / "new.daymark", None)
    kept = {one.date: one for one in contents(found.path, None)[0].entries}
    check_honest(found, kept)
    assert {one.pains for one in kept.values()} == {None}


@pytest.mark.parametrize("passphrase", [None], indirect=True)
def test_an_index_in_no_order_is_not_asked(filled, tmp_path):
    root = roots(filled, None)
    one, two, three, *_ = (page - 1 for page in leaves(filled, root["ix_pain_day"]))
    content = filled.read_bytes()
    pages = [content[at : at + PAGE] for at in range(0, len(content), PAGE)]
    pages[one], pages[two] = pages[two], pages[one]
    filled.write_bytes(b"".join(pages))
    spoil(filled, three + 1, leaves(filled, root["pain"])[1])
    found = salvage(filled, tmp_path / "new.daymark", None)
    kept = {one.date: one for one in contents(found.path, None)[0].entries}
    check_honest(found, kept)
    assert {one.pains for one in kept.values()} == {None}


@pytest.mark.parametrize("passphrase", [None], indirect=True)
def test_of_a_list_around_the_days_it_is_told_that_there_may_have_been_more(filled, tmp_path):
    content = bytearray(filled.read_bytes())
    content[(roots(filled, None)["contact"] - 1) * PAGE + 4] = 0
    filled.write_bytes(content)
    found = salvage(filled, tmp_path / "new.daymark", None)
    assert found.others == (("contacts", None),)
    assert not found.partly


@pytest.mark.parametrize("table", ["entry", "pain", "pain_detail", "symptom"])
def test_a_table_whose_list_of_pages_is_lost_is_found_page_by_page(
    filled, passphrase, tmp_path, table
):
    spoil(filled, roots(filled, passphrase)[table])
    found = salvage(filled, tmp_path / "new.daymark", passphrase)
    kept = {one.date: one for one in contents(found.path, passphrase)[0].entries}
    check_honest(found, kept)
    if table in {"entry", "pain_detail"}:
        assert len(kept) == DAYS
        assert len(found.partly) < DAYS / 20


def test_the_list_of_tables_is_made_anew(filled, passphrase, tmp_path):
    spoil(filled, 23, 25)
    found = salvage(filled, tmp_path / "new.daymark", passphrase)
    assert found.days == DAYS
    assert not found.partly


def test_a_first_page_that_is_lost_is_made_anew(filled, passphrase, tmp_path):
    content = bytearray(filled.read_bytes())
    content[16 if passphrase else 0 : PAGE] = b"x" * (PAGE - (16 if passphrase else 0))
    filled.write_bytes(content)
    assert salvage(filled, tmp_path / "new.daymark", passphrase).days == DAYS


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


@pytest.mark.usefixtures("impatient")
def test_in_a_file_that_takes_no_writes_no_page_is_looked_for(filled, passphrase):
    spoil(filled, roots(filled, passphrase)["entry"])
    with by_hand.opened(filled, passphrase) as holder, Damaged(filled, passphrase) as damaged:
        holder.execute("BEGIN IMMEDIATE")
        found = damaged.read(ENTRY_TABLE)
        before = dict(found.rows)
        damaged.read_loose_pages(ENTRY_TABLE, found, 4, ())
    assert found.expected
    assert found.rows == before


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


def test_every_diary_begins_in_the_same_way(path):
    """The list of tables can be made anew because it lies where it lies in a new diary."""
    Database.open(path).close()
    starts = set(roots(path, None).values())
    assert set(range(1, pages_of(path) + 1)) - starts == {1, 23, 25}, identity.HEAD
