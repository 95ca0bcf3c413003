from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from diary.errors import FileProblem
from diary.store import identity
from diary.store.connection import Begin, connect, make_engine
from diary.store.migrations import run, upgrade
from diary.store.problems import UnusableFile
from diary.store.tables import Row
from tests.refusals import refused
from tests.store import by_hand, quick

ROOT = Path(__file__).parents[3]
LATER = """
from __future__ import annotations
import os
from alembic import op
revision = "{next}"
down_revision = "{head}"
def upgrade() -> None:
    op.execute("CREATE TABLE later (name TEXT)")
    op.execute("INSERT INTO profile (id, name) VALUES (9, 'x')")
    {then}
"""
UPGRADE = """
import sys
from pathlib import Path
from diary.store.migrations import run
run.upgrade(Path(sys.argv[1]), sys.argv[2] or None, Path(sys.argv[3]))
"""


@pytest.fixture
def scripts(tmp_path):
    """Return a function that makes a folder of migrations with one more."""

    def make(then):
        folder = tmp_path / "100% scripts"
        (folder / "versions").mkdir(parents=True)
        for file in (run.SCRIPTS / "env.py", *(run.SCRIPTS / "versions").glob("*.py")):
            (folder / file.relative_to(run.SCRIPTS)).write_bytes(file.read_bytes())
        step = LATER.format(head=identity.HEAD, next=f"{int(identity.HEAD) + 1:04}", then=then)
        (folder / "versions/later.py").write_text(step)
        return folder

    return make


def schema(path, passphrase):
    """Return what the file says about its tables, with the order of columns."""
    tables = by_hand.run(path, passphrase, "SELECT name FROM sqlite_master WHERE type = 'table'")
    asked = ("table_xinfo", "foreign_key_list", "index_list")
    return {
        name: [by_hand.run(path, passphrase, f"PRAGMA {what}({name})") for what in asked]
        for (name,) in tables
        if name != "alembic_version"
    }


def test_the_migrated_schema_is_the_one_of_the_tables(tmp_path, passphrase):
    migrated, created = tmp_path / "migrated", tmp_path / "created"
    migrated.touch()
    created.touch()
    upgrade(migrated, passphrase)
    engine = make_engine(created, passphrase)
    with connect(engine, Begin.WRITING) as connection:
        Row.metadata.create_all(connection)
        connection.commit()
    engine.dispose()
    assert schema(migrated, passphrase) == schema(created, passphrase)
    assert len(schema(migrated, passphrase)) == len(Row.metadata.tables) == 16


def test_alembic_sees_no_difference_either(path, passphrase):
    path.touch()
    upgrade(path, passphrase)
    engine = make_engine(path, passphrase)
    with connect(engine, Begin.READING) as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Row.metadata) == []
    engine.dispose()


def whole(path, passphrase):
    """Return all that the file says, and how it is laid out."""
    with by_hand.opened(path, passphrase) as connection:
        asked = ("application_id", "user_version", "page_size", "page_count", "auto_vacuum")
        marks = [connection.execute(f"PRAGMA {what}").fetchone() for what in asked]
        parts = connection.execute("SELECT * FROM sqlite_master ORDER BY rowid").fetchall()
        return marks, parts, connection.execute("SELECT * FROM alembic_version").fetchall()


def test_the_new_diaries_of_the_other_tests_are_those_of_the_migrations(tmp_path, passphrase):
    migrated, quick_one = tmp_path / "migrated", tmp_path / "quick"
    for make, path in ((upgrade, migrated), (quick.upgrade, quick_one)):
        path.touch()
        make(path, passphrase)
    assert whole(quick_one, passphrase) == whole(migrated, passphrase)
    # A protected one is never twice the same bytes.
    is_same = quick_one.read_bytes() == migrated.read_bytes()
    assert is_same is (passphrase is None)


def test_the_newest_migration_is_the_one_the_program_expects():
    known = ScriptDirectory.from_config(run.configuration())
    assert known.get_heads() == [identity.HEAD]
    names = [script.revision for script in known.walk_revisions()]
    assert names == sorted(names, reverse=True)
    assert all(len(name) == 4 and name.isdigit() for name in names)


def test_a_migration_imports_nothing_of_the_program():
    for file in (run.SCRIPTS / "versions").glob("*.py"):
        imported = {
            name
            for node in ast.walk(ast.parse(file.read_text()))
            if isinstance(node, ast.Import | ast.ImportFrom)
            for name in (getattr(node, "module", None), *(alias.name for alias in node.names))
        }
        assert not [name for name in imported if name and name.startswith("diary")]


def test_a_current_file_is_left_alone(path, passphrase):
    path.touch()
    upgrade(path, passphrase)
    before = path.read_bytes()
    upgrade(path, passphrase)
    assert path.read_bytes() == before


def test_a_step_that_fails_leaves_an_empty_file_empty(path, passphrase, scripts):
    path.touch()
    with pytest.raises(KeyError):
        run.upgrade(path, passphrase, scripts("raise KeyError('step')"))
    assert by_hand.run(path, passphrase, "SELECT count(*) FROM sqlite_master") == [(0,)]
    assert by_hand.run(path, passphrase, "PRAGMA application_id") == [(0,)]


def test_a_program_that_dies_in_a_step_leaves_the_old_file(path, passphrase, scripts):
    with by_hand.rounds(by_hand.USUAL_ROUNDS):
        path.touch()
        upgrade(path, passphrase)
        folder = scripts("os._exit(9)")
        ended = subprocess.run(
            [sys.executable, "-c", UPGRADE, path, passphrase or "", folder],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            check=False,
        )
        assert ended.returncode == 9
        found = by_hand.run(path, passphrase, "SELECT version_num FROM alembic_version")
        assert found == [(identity.HEAD,)]
        assert by_hand.run(path, passphrase, "SELECT count(*) FROM profile") == [(0,)]
        assert by_hand.run(path, passphrase, "PRAGMA integrity_check") == [("ok",)]


def test_a_step_that_loses_the_parent_of_a_row_is_taken_back(path, passphrase, scripts):
    path.touch()
    upgrade(path, passphrase)
    folder = scripts("op.execute(\"INSERT INTO pain (day, region) VALUES ('2026-01-01', 'hip')\")")
    with refused(UnusableFile, "is damaged"):
        run.upgrade(path, passphrase, folder)
    assert by_hand.run(path, passphrase, "SELECT count(*) FROM pain") == [(0,)]


def test_a_table_can_be_rebuilt_without_losing_what_hangs_on_it(path, passphrase, scripts):
    path.touch()
    upgrade(path, passphrase)
    answers = ", ".join(
        f"{question}_answered" for question in ("pains", "signs", "symptoms", "medicines")
    )
    by_hand.run(
        path,
        passphrase,
        f"INSERT INTO entry (day, {answers}) VALUES ('2026-01-01', 1, 0, 0, 0)",
        "INSERT INTO pain (day, region) VALUES ('2026-01-01', 'hip')",
    )
    rebuild = (
        "with op.batch_alter_table('entry', recreate='always') as table: "
        "table.alter_column('note', new_column_name='words')"
    )
    run.upgrade(path, passphrase, scripts(rebuild))
    assert by_hand.run(path, passphrase, "SELECT day, region FROM pain") == [("2026-01-01", "hip")]


def test_a_full_disk_leaves_the_file_as_it_was(path, passphrase, scripts, prepare):
    path.touch()
    upgrade(path, passphrase)
    before = path.read_bytes()
    prepare(f"max_page_count = {len(before) // 4096}")
    with refused(FileProblem, "The disk is full"):
        run.upgrade(path, passphrase, scripts("pass"))
    assert path.read_bytes() == before
