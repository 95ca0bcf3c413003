from __future__ import annotations

import datetime as dt
import subprocess
import sys
from pathlib import Path

import pytest

from diary.domain.diary import Diary
from diary.store.database import Database
from diary.store.drafts import KeptDraft
from diary.store.problems import UnusableFile
from diary.store.soundness import verify
from tests.refusals import refused
from tests.store import by_hand

DAY = dt.date(2026, 3, 1)
ROOT = Path(__file__).parents[2]
KILLED = """
import datetime as dt, os, sys
from pathlib import Path
from diary.store.database import Database
from diary.store.drafts import KeptDraft
database = Database.open(Path(sys.argv[1]))
with database.unit(writing=True) as unit:
    unit.drafts.put(KeptDraft(dt.date(2026, 3, 1), '{"note": "typed"}', dt.datetime.now(dt.UTC)))
    unit.commit()
os.kill(os.getpid(), 9)
"""


def draft(number, body="{}", now=None):
    moment = now or dt.datetime(2026, 3, 1, 20, 4, tzinfo=dt.UTC)
    return KeptDraft(DAY + dt.timedelta(days=number), body, moment)


@pytest.fixture
def unit(database):
    """A transaction that is rolled back."""
    with database.unit(writing=True) as unit:
        yield unit


def test_a_diary_begins_without_drafts(unit):
    assert unit.drafts.get(DAY) is None
    assert unit.drafts.all() == unit.drafts.days() == ()


def test_a_draft_is_one_a_day_and_the_last_one_counts(unit, now):
    local = now.astimezone(dt.timezone(dt.timedelta(hours=9)))
    for one in (draft(3), draft(0), draft(3, '{"note": "NUL \\u0000 ألم"}', local)):
        unit.drafts.put(one)
    assert unit.drafts.all() == (draft(0), draft(3, '{"note": "NUL \\u0000 ألم"}', now))
    assert unit.drafts.days() == (DAY, DAY + dt.timedelta(days=3))
    assert unit.drafts.get(DAY) == draft(0)
    assert unit.drafts.get(DAY).changed_at.utcoffset() == dt.timedelta(0)


def test_only_the_draft_of_its_day_is_taken_away(unit):
    for one in (draft(0), draft(1)):
        unit.drafts.put(one)
    unit.drafts.remove(DAY)
    unit.drafts.remove(DAY)
    assert unit.drafts.all() == (draft(1),)


def test_a_draft_is_no_part_of_the_diary(database, now):
    with database.unit(writing=True) as unit:
        unit.drafts.put(draft(0, '{"note": "secret"}', now))
        unit.commit()
    with database.unit() as unit:
        assert unit.diary() == Diary()
        assert unit.entries.count() == 0


def test_what_was_committed_survives_a_kill(path):
    command = [sys.executable, "-c", KILLED, str(path)]
    ended = subprocess.run(command, cwd=ROOT, env={"PYTHONPATH": str(ROOT)}, check=False)
    assert ended.returncode == -9
    database = Database.open(path)
    with database.unit() as unit:
        assert unit.drafts.get(DAY).body == '{"note": "typed"}'
    database.close()


@pytest.mark.parametrize(
    "change", ["day = 'x'", "body = '['", "body = '[]'", "body = x'ff'", "changed_at = 'x'"]
)
def test_what_the_program_never_writes_is_damage(database, path, passphrase, change):
    with database.unit(writing=True) as unit:
        unit.drafts.put(draft(0))
        unit.commit()
    database.close()
    by_hand.run(path, passphrase, f"UPDATE draft SET {change}")
    assert "cannot have written" in verify(path, passphrase).problem


def test_a_draft_of_no_day_is_damage_where_only_days_are_asked(unit):
    unit.drafts.put(draft(0))
    unit.drafts._connection.exec_driver_sql("UPDATE draft SET day = 'x'")
    with refused(UnusableFile, "cannot have written"):
        unit.drafts.days()
