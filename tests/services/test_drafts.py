from __future__ import annotations

import datetime as dt

import pytest

from diary.domain.entry import DayEntry
from diary.errors import FileProblem, RequestError
from diary.paths import AppPaths
from diary.rules import engine
from diary.services.drafts import Drafts
from diary.services.journal import Journal
from diary.services.transfer import Transfer
from tests.refusals import refused

TODAY = dt.date(2026, 3, 20)
NOW = dt.datetime(2026, 3, 20, 20, 41, tzinfo=dt.UTC)
BODY = '{"note": "typed"}'


@pytest.fixture
def drafts(database):
    return Drafts(database)


def test_a_diary_begins_without_drafts(drafts):
    assert drafts.days() == ()
    assert drafts.body(TODAY) is None
    assert drafts.discard(TODAY) is None


def test_a_draft_is_there_again_when_the_diary_is_opened_again(drafts, database):
    drafts.keep(TODAY, "{}", NOW)
    drafts.keep(TODAY, BODY, NOW)
    database.close()
    database.reopen()
    assert drafts.body(TODAY) == BODY
    assert drafts.days() == (TODAY,)


def test_a_draft_that_is_put_away_is_told_so_that_it_can_come_back(drafts):
    drafts.keep(TODAY, BODY, NOW)
    assert drafts.discard(TODAY) == BODY
    assert drafts.days() == ()


def test_saving_a_day_takes_its_draft_away_and_no_other(drafts, database):
    yesterday = TODAY - dt.timedelta(days=1)
    for day in (yesterday, TODAY):
        drafts.keep(day, BODY, NOW)
    Journal(database).save(DayEntry(date=TODAY, note="typed"), NOW, TODAY)
    assert drafts.days() == (yesterday,)


def test_saving_a_day_that_says_the_same_takes_its_draft_away_too(drafts, database):
    Journal(database).save(DayEntry(date=TODAY, note="typed"), NOW, TODAY)
    drafts.keep(TODAY, BODY, NOW)
    assert Journal(database).save(DayEntry(date=TODAY, note="typed"), NOW, TODAY).days == ()
    assert drafts.days() == ()


def test_a_save_that_is_refused_leaves_the_draft(drafts, database):
    drafts.keep(TODAY, BODY, NOW)
    with refused(RequestError, "has not come yet"):
        Journal(database).save(DayEntry(date=TODAY), NOW, TODAY - dt.timedelta(days=1))
    assert drafts.body(TODAY) == BODY


def test_a_disk_that_refuses_leaves_the_draft_before(drafts, database):
    drafts.keep(TODAY, BODY, NOW)
    pages = database.path.stat().st_size // 4096
    with database.unit() as unit:
        # The pool keeps this one connection, so that it is the one that writes next.
        unit._connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with refused(FileProblem, "The disk is full"):
        drafts.keep(TODAY, f'{{"note": "{"x" * 100_000}"}}', NOW)
    assert drafts.body(TODAY) == BODY


def test_neither_export_nor_import_nor_alerts_see_a_draft(drafts, database, tmp_path):
    journal = Journal(database)
    transfer = Transfer(database, AppPaths(tmp_path))
    journal.save(DayEntry(date=TODAY, pains=()), NOW, TODAY)
    told = [
        transfer.export("json", now=NOW),
        transfer.export("csv", now=NOW),
        engine.history(journal.diary(), TODAY),
    ]
    signs = '{"sign": {"chosen": "some", "signs": [{"sign": "leg_weakness", "grade": 3}]}}'
    drafts.keep(TODAY, signs, NOW)
    drafts.keep(TODAY - dt.timedelta(days=1), signs, NOW)
    again = [
        transfer.export("json", now=NOW),
        transfer.export("csv", now=NOW),
        engine.history(journal.diary(), TODAY),
    ]
    assert again == told
    file = tmp_path / "all.json"
    file.write_text(told[0], encoding="utf-8")
    assert transfer.import_file(file, TODAY, NOW).unchanged == 1
    assert len(drafts.days()) == 2
