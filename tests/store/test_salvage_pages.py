"""Pages that are destroyed, or stand where they do not belong: half a list is no list."""

from __future__ import annotations

import pytest

from diary.store import identity
from diary.store.damaged import Damaged
from diary.store.database import Database
from diary.store.rebuilding import ENTRIES as ENTRY_TABLE
from diary.store.salvage import salvage
from tests.store import by_hand
from tests.store.torn import DAYS, ENTRIES, PAGE, check_honest, contents, pages_of, roots, spoil


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


def test_every_diary_begins_in_the_same_way(path):
    """The list of tables can be made anew because it lies where it lies in a new diary."""
    Database.open(path).close()
    starts = set(roots(path, None).values())
    assert set(range(1, pages_of(path) + 1)) - starts == {1, 23, 25}, identity.HEAD
