"""One changed byte in the rows of a day: what is saved is what she said, or its day is named.

Only in a plain file; in a protected one a page with a changed byte is not read at all.
"""

from __future__ import annotations

import datetime as dt
import random

import pytest

from diary.domain.entry import DayEntry, Medicine, Pain, SignReport, SymptomReport
from diary.store.damaged import Damaged
from diary.store.database import Database
from diary.store.rebuilding import ANSWERS, DETAILS, ENTRIES, read_days
from diary.store.salvage import salvage
from tests.store import by_hand

PAGE = 4_096
FIRST = dt.date(2026, 3, 1)
DAYS = 10
TABLES = [ENTRIES, DETAILS, *ANSWERS.values()]


def entry(number):
    """Return a day with lists of one and of two items, with empty ones, and with no answer."""
    words = {"timing": ("night", "evening"), "quality": ("dull",)} if number % 2 else {}
    back, knee = Pain(region="lower_back", worst=6, **words), Pain(region="knee", side="left")
    return DayEntry(
        date=FIRST + dt.timedelta(days=number),
        pains=((back,), (back, knee), (), None)[number % 4],
        signs=((SignReport(sign="heavy_legs", grade=1),), None)[number % 2],
        symptoms=((SymptomReport(symptom="fatigue", grade=2),), (), None)[number % 3],
        medicines=((), (Medicine(name="paracetamol", doses=2),))[number % 2],
        note="a word" if number % 3 else None,
    )


SAID = {one.date: one for one in map(entry, range(DAYS))}


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    """A small diary: its bytes, and the page on which each table or index begins."""
    path = tmp_path_factory.mktemp("sound") / "diary.daymark"
    database = Database.open(path)
    with database.unit(writing=True) as unit:
        unit.entries.put_all(list(SAID.values()), dt.datetime(2026, 3, 12, tzinfo=dt.UTC))
        unit.commit()
    database.close()
    asked = "SELECT name, rootpage FROM sqlite_master"
    return path.read_bytes(), dict(by_hand.run(path, None, asked))


def cells(content, root):
    """Yield where each row of a page begins and ends; every table here is a single page."""
    page = content[(root - 1) * PAGE : root * PAGE]
    count = int.from_bytes(page[3:5], "big")
    starts = sorted(int.from_bytes(page[8 + 2 * n : 10 + 2 * n], "big") for n in range(count))
    for start, end in zip(starts, [*starts[1:], PAGE], strict=True):
        yield (root - 1) * PAGE + start, (root - 1) * PAGE + end


def places(sound, table):
    """Return the places of the bytes that say where the rows of a table belong."""
    content, roots = sound
    found = []
    for start, end in cells(content, roots[table.name]):
        # The length, the number, and of what kind the first columns are.
        found += range(start, start + (4 if table is ENTRIES else 5))
        day = content.find(b"2026-03-", start, end)
        found += range(day, day + 10) if day > 0 else ()
    for start, end in cells(content, roots[table.index]):
        found += range(start, end)
    return found


def flipped(sound, path, place, mask):
    """Write the diary with one byte changed."""
    content = bytearray(sound[0])
    content[place] ^= mask
    path.write_bytes(content)


def read(path):
    """Return the days of a damaged diary."""
    with Damaged(path, None) as damaged:
        return read_days(damaged, path.stat().st_size // PAGE)


def check(rebuilt):
    """Check that each answer is the right one, or that its day is named."""
    kept = {one.date: one for one in rebuilt.entries}
    assert len(kept) == len(rebuilt.entries)
    assert kept.keys() <= SAID.keys()
    assert kept.keys() | rebuilt.lost >= SAID.keys()
    assert kept.keys().isdisjoint(rebuilt.lost)
    for day, one in kept.items():
        if day not in rebuilt.partly:
            assert one.model_copy(update={"entered_at": None}) == SAID[day]
        for question in ANSWERS:
            answer, right = getattr(one, question), getattr(SAID[day], question)
            if question == "pains" and answer is not None:
                answer = [(pain.region, pain.worst) for pain in answer]
                right = [(pain.region, pain.worst) for pain in right]
            assert answer in (None, right)


@pytest.mark.parametrize(
    ("table", "day", "other"),
    [
        ("pain", "2026-03-05", "2026-03-0u"),
        ("pain", "2026-03-05", "2026-03-01"),
        ("entry", "2026-03-05", "2026-03-15"),
    ],
)
def test_a_row_under_another_day_is_no_answer(sound, path, table, day, other):
    content, roots = sound
    start = (roots[table] - 1) * PAGE
    at = content.index(day.encode(), start, start + PAGE)
    path.write_bytes(content[:at] + other.encode() + content[at + len(day) :])
    found = salvage(path, path.with_name("new.daymark"), None)
    assert dt.date.fromisoformat(day) in {*found.partly, *found.lost}
    database = Database.open(found.path)
    with database.unit() as unit:
        kept = {one.date: one for one in unit.diary().entries}
    database.close()
    assert kept.keys() <= SAID.keys()
    assert kept[dt.date(2026, 3, 5)].pains == (None if table == "pain" else SAID[FIRST].pains)
    assert len(kept[FIRST].pains or (1,)) == 1


@pytest.mark.drawn
@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_of_one_changed_byte_nothing_is_made_up(sound, path, table):
    for place in places(sound, table):
        for mask in {1, random.randrange(2, 256)}:
            flipped(sound, path, place, mask)
            rebuilt = read(path)
            try:
                check(rebuilt)
            except AssertionError as error:
                told = f"byte {place} changed by {mask}"
                raise AssertionError(told) from error


def test_of_a_sound_diary_every_day_is_whole(sound, path):
    path.write_bytes(sound[0])
    rebuilt = read(path)
    check(rebuilt)
    assert not rebuilt.partly
    assert not rebuilt.lost
    assert rebuilt.is_list_whole


@pytest.mark.parametrize("table", ["pain", "entry"])
def test_a_table_that_is_not_in_the_list_of_tables_is_no_empty_one(sound, path, table):
    content, other = sound[0], "x" * len(table)
    for text in (f"table{table}{table}", f"CREATE TABLE {table} ("):
        assert text.encode() in content
        content = content.replace(text.encode(), text.replace(table, other).encode())
    path.write_bytes(content)
    rebuilt = read(path)
    check(rebuilt)
    assert rebuilt.partly


@pytest.mark.parametrize(
    ("column", "question"), [("name TEXT NOT NULL, \n\tkind", "medicines"), ("side", "pains")]
)
def test_a_column_that_is_not_in_the_list_of_tables_holds_no_text_of_its_own(
    sound, path, column, question
):
    assert question in ANSWERS
    changed = sound[0].replace(column.encode(), b"x" + column[1:].encode())
    assert changed != sound[0]
    path.write_bytes(changed)
    rebuilt = read(path)
    check(rebuilt)
    assert rebuilt.partly


def swapped(content, *pairs):
    """Return the file with pages in each other's place; the first one is 1."""
    pages = [content[at : at + PAGE] for at in range(0, len(content), PAGE)]
    for one, two in pairs:
        pages[one - 1], pages[two - 1] = pages[two - 1], pages[one - 1]
    return b"".join(pages)


def test_where_pages_are_in_each_others_place_there_may_have_been_more_days(sound, path):
    content, roots = sound
    table = (roots["entry"], roots["treatment"])
    index = (roots["sqlite_autoindex_entry_1"], roots["sqlite_autoindex_draft_1"])
    path.write_bytes(swapped(content, table, index))
    rebuilt = read(path)
    assert not rebuilt.is_list_whole
    assert {one.date for one in rebuilt.entries} == rebuilt.partly


@pytest.mark.parametrize(
    ("table", "index"),
    [
        ("entry_history", "ix_entry_history_day"),
        ("preference", "sqlite_autoindex_preference_1"),
        ("profile", "sqlite_autoindex_draft_1"),
    ],
)
def test_an_empty_table_is_not_believed_where_its_rows_stand_in_another(sound, path, table, index):
    content, roots = sound
    pairs = (roots["pain"], roots[table]), (roots["ix_pain_day"], roots[index])
    path.write_bytes(swapped(content, *pairs))
    found = salvage(path, path.with_name("new.daymark"), None)
    database = Database.open(found.path)
    with database.unit() as unit:
        kept = {one.date: one for one in unit.diary().entries}
    database.close()
    assert kept.keys() <= SAID.keys()
    assert {one.pains for one in kept.values()} == {None}
    assert {day for day, one in SAID.items() if one.pains is not None} <= {*found.partly}


def test_items_of_a_question_without_an_answer_are_named(sound, path):
    path.write_bytes(sound[0])
    by_hand.run(path, None, "UPDATE entry SET signs_answered = 0 WHERE day = '2026-03-05'")
    rebuilt = read(path)
    assert rebuilt.partly == {dt.date(2026, 3, 5)}
    assert {one.date: one for one in rebuilt.entries}[dt.date(2026, 3, 5)].signs is None


@pytest.mark.parametrize("table", ["pain", "sign", "symptom", "medicine"])
def test_where_no_row_of_a_table_can_be_read_no_day_has_none_of_it(sound, path, table):
    content, roots = sound
    start = (roots[table] - 1) * PAGE
    path.write_bytes(content[:start] + bytes(PAGE) + content[start + PAGE :])
    rebuilt = read(path)
    check(rebuilt)
    question = {"pain": "pains", "sign": "signs", "symptom": "symptoms"}.get(table, "medicines")
    assert {getattr(one, question) for one in rebuilt.entries} == {None}
    answered = {day for day, one in SAID.items() if getattr(one, question) is not None}
    assert answered <= {*rebuilt.partly, *rebuilt.lost}
