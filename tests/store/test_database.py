from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from diary.domain.entry import DayEntry
from diary.errors import FileProblem
from diary.store import files, identity, migrations, soundness
from diary.store.connection import make_engine
from diary.store.database import Database
from diary.store.migrations import run
from tests.refusals import refused
from tests.store import by_hand

ROOT = Path(__file__).parents[2]
SAVE_AND_DIE = """
import datetime as dt, os, sys
from pathlib import Path
from diary.domain.entry import DayEntry
from diary.store.database import Database
database = Database.open(Path(sys.argv[1]), sys.argv[2] or None)
for day, keep in ((1, True), (2, False)):
    with database.unit(writing=True) as unit:
        entry = DayEntry(date=dt.date(2026, 3, day), note="day %d" % day)
        unit.entries.put(entry, dt.datetime(2026, 3, 1, tzinfo=dt.UTC))
        if keep:
            unit.commit()
        else:
            os._exit(9)
"""
SAVE = """
import datetime as dt, sys
from pathlib import Path
from diary.domain.entry import DayEntry
from diary.store.database import Database
database = Database.open(Path(sys.argv[1]))
with database.unit(writing=True) as unit:
    entry = DayEntry(date=dt.date(2026, 3, int(sys.argv[2])))
    unit.entries.put(entry, dt.datetime(2026, 3, 1, tzinfo=dt.UTC))
    unit.commit()
database.close()
"""
MODULES = """
import sys
from pathlib import Path
from diary.services.open import open_services
from diary.paths import AppPaths
open_services(AppPaths(Path(sys.argv[1]))).close()
print(*(name for name in ("alembic", "matplotlib", "numpy", "click") if name in sys.modules))
"""
HEAD = identity.HEAD
NEXT = f"{int(HEAD) + 1:04}"
LATER = """
from __future__ import annotations
import os
from alembic import op
revision = "{next}"
down_revision = "{head}"
def upgrade() -> None:
    op.execute("CREATE TABLE later (name TEXT)")
    op.execute("INSERT INTO later SELECT note FROM entry")
    {then}
"""


def start(code, *arguments):
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def run_child(code, *arguments):
    program = start(code, *arguments)
    output, errors = program.communicate()
    return program.returncode, output.strip(), errors


@pytest.fixture
def next_version(tmp_path, monkeypatch):
    """Return a function that makes one more migration and a program that knows it."""

    def make(then):
        scripts = tmp_path / "100% scripts"
        (scripts / "versions").mkdir(parents=True)
        for file in (run.SCRIPTS / "env.py", *(run.SCRIPTS / "versions").glob("*.py")):
            (scripts / file.relative_to(run.SCRIPTS)).write_bytes(file.read_bytes())
        step = LATER.format(head=HEAD, next=NEXT, then=then)
        (scripts / "versions/later.py").write_text(step)
        monkeypatch.setattr(identity, "HEAD", NEXT)
        monkeypatch.setattr(
            migrations, "upgrade", lambda path, passphrase: run.upgrade(path, passphrase, scripts)
        )

    return make


@pytest.fixture
def one_day(path, passphrase, now):
    """A closed diary with one recorded day."""
    database = Database.open(path, passphrase)
    with database.unit(writing=True) as unit:
        unit.entries.put(DayEntry(date=now.date(), note="kept"), now)
        unit.commit()
    database.close()
    return path


def test_a_new_diary_is_one_file_for_its_owner_only(database, path):
    assert path.stat().st_mode & 0o777 == 0o600
    for beside in files.beside(path):
        assert not beside.exists() or beside.stat().st_mode & 0o777 == 0o600
    database.close()
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_a_protected_diary_cannot_be_read_without_its_key(path, passphrase, one_day):
    readable = b"kept" in one_day.read_bytes()
    assert path.read_bytes().startswith(b"SQLite format 3\0") is readable is (passphrase is None)


def test_the_passphrase_is_not_shown_with_the_engine(path):
    assert "secret" not in repr(make_engine(path, "secret").url)


def test_what_is_saved_is_there_after_closing(database, now):
    entry = DayEntry(date=now.date(), pains=(), note="hello")
    with database.unit(writing=True) as unit:
        unit.entries.put(entry, now)
        unit.commit()
    database.close()
    database.reopen()
    with database.unit() as unit:
        assert unit.entries.get(now.date()) == entry


def test_closing_twice_does_nothing_and_a_closed_diary_gives_no_unit(database):
    database.close()
    database.close()
    with pytest.raises(RuntimeError):
        database.unit()


def test_the_log_is_folded_in_on_closing_while_another_has_it_open(database, path, passphrase, now):
    other = Database.open(path, passphrase)
    with database.unit(writing=True) as unit:
        unit.entries.put(DayEntry(date=now.date()), now)
        unit.commit()
    assert files.has_unfolded_writes(path)
    database.close()
    assert not files.has_unfolded_writes(path)
    with other.unit() as unit:
        assert unit.entries.count() == 1
    other.close()


def test_a_damaged_file_is_let_go_as_it_is_with_what_waits_beside_it(database, path, now):
    with database.unit(writing=True) as unit:
        unit.entries.put(DayEntry(date=now.date()), now)
        unit.commit()
    log = files.beside(path)[0]
    before = path.read_bytes(), log.read_bytes()
    database.give_up()
    database.give_up()
    assert (path.read_bytes(), log.read_bytes()) == before
    assert before[1]
    database.reopen()
    with database.unit() as unit:
        assert unit.entries.count() == 1


def test_a_program_that_dies_loses_only_what_was_not_committed(path, passphrase):
    # The child derives its key in the usual number of rounds, and so must whoever opens the file.
    with by_hand.rounds(by_hand.USUAL_ROUNDS):
        assert run_child(SAVE_AND_DIE, path, passphrase or "") == (9, "", "")
        assert files.has_unfolded_writes(path)
        database = Database.open(path, passphrase)
        with database.unit() as unit:
            assert [entry.note for entry in unit.entries.all()] == ["day 1"]
        database.close()


def test_a_current_diary_is_opened_without_the_heavy_libraries(tmp_path):
    Database.open(tmp_path / "diary.daymark").close()
    assert run_child(MODULES, tmp_path) == (0, "", "")


def test_two_programs_that_start_at_once_share_one_diary(path):
    programs = [start(SAVE, path, day) for day in (1, 2)]
    assert [program.communicate() for program in programs] == [("", "")] * 2
    database = Database.open(path)
    with database.unit() as unit:
        assert [day.day for day in unit.entries.days()] == [1, 2]
    database.close()
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_the_second_program_opens_what_the_first_one_made(path, passphrase, monkeypatch):
    place_new, parts = files.place_new, []

    def lose(part, target):
        parts.append(part)
        if len(parts) == 1:
            Database.open(target, passphrase).close()
        place_new(part, target)

    monkeypatch.setattr(files, "place_new", lose)
    database = Database.open(path, passphrase)
    database.close()
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_a_full_disk_leaves_no_half_made_diary(path, passphrase, prepare):
    prepare("max_page_count = 5")
    with refused(FileProblem, "The disk is full"):
        Database.open(path, passphrase)
    assert list(path.parent.iterdir()) == []


def test_a_folder_that_is_not_there_is_told(path, passphrase):
    with refused(FileProblem, "cannot be opened"):
        Database.open(path.parent / "missing" / path.name, passphrase)


@pytest.mark.usefixtures("impatient")
def test_a_diary_that_another_program_holds_is_refused(one_day, passphrase):
    before = by_hand.contents(one_day.parent)
    with by_hand.opened(one_day, passphrase) as holder:
        holder.execute("PRAGMA locking_mode = EXCLUSIVE")
        holder.execute("BEGIN EXCLUSIVE")
        with refused(FileProblem, "Another program is using diary.daymark"):
            Database.open(one_day, passphrase)
        holder.execute("ROLLBACK")
    assert by_hand.contents(one_day.parent) == before


def test_an_old_diary_is_copied_and_then_brought_up_to_date(one_day, passphrase, next_version):
    next_version("pass")
    database = Database.open(one_day, passphrase)
    with database.unit() as unit:
        assert unit.entries.count() == 1
    database.close()
    assert by_hand.run(one_day, passphrase, "SELECT name FROM later") == [("kept",)]
    backup = one_day.parent / "backups" / f"diary-before-{NEXT}.daymark"
    found = by_hand.run(backup, passphrase, "SELECT version_num FROM alembic_version")
    assert found == [(HEAD,)]


def test_a_new_diary_walks_every_step(path, passphrase, next_version):
    next_version("pass")
    Database.open(path, passphrase).close()
    assert by_hand.run(path, passphrase, "SELECT * FROM later") == []
    assert not (path.parent / "backups").exists()


def test_a_step_that_fails_leaves_the_old_diary_as_it_was(one_day, passphrase, next_version):
    next_version("raise KeyError('step')")
    before = one_day.read_bytes()
    with pytest.raises(KeyError):
        Database.open(one_day, passphrase)
    assert one_day.read_bytes() == before


def test_an_old_diary_that_cannot_be_copied_is_left_as_it_was(one_day, passphrase, next_version):
    next_version("pass")
    (one_day.parent / "backups").write_text("not a folder")
    before = one_day.read_bytes()
    with refused(FileProblem, "The disk did not"):
        Database.open(one_day, passphrase)
    assert one_day.read_bytes() == before


def test_a_diary_that_is_replaced_while_it_is_opened_is_refused(path, passphrase, monkeypatch):
    """Another program has just put a copy in its place; this one must not write to the old file."""
    Database.open(path, passphrase).close()
    copy = path.with_name("copy")
    shutil.copy(path, copy)
    real = soundness.check_pages

    def check(engine, checked):
        real(engine, checked)
        copy.replace(path)

    monkeypatch.setattr(soundness, "check_pages", check)
    with refused(FileProblem, "Another program is using diary.daymark"):
        Database.open(path, passphrase)
    monkeypatch.undo()
    Database.open(path, passphrase).close()
