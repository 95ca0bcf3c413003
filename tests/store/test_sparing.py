"""SQLAlchemy and pydantic do without what they are spared, and whoever wants it has it whole."""

from __future__ import annotations

import inspect
import subprocess
import sys
from importlib.util import module_from_spec

import pytest

from diary.errors import FileProblem
from diary.store import sparing
from diary.store.database import Database

USED = """
import os, sys
from pathlib import Path
os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"  # as the program itself
from diary.store import sparing
from diary.store.database import Database

database = Database.open(Path(sys.argv[1]))
with database.unit() as unit:
    assert unit.entries.all() == ()
spared = ("asyncio", "ssl", "importlib.metadata", "email", "sqlalchemy.dialects.sqlite.aiosqlite")
loaded = [name for name in spared if name in sys.modules]
"""


@pytest.fixture
def diary(tmp_path):
    """A diary file."""
    path = tmp_path / "diary.daymark"
    Database.open(path).close()
    return path


def printed(program, *arguments):
    """Return what a new process prints that runs this."""
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        check=True,
        timeout=60,
        capture_output=True,
        text=True,
    )
    return done.stdout


def run(program, *arguments):
    subprocess.run([sys.executable, "-c", program, *arguments], check=True, timeout=60)


def test_a_diary_is_used_without_it(diary):
    run(USED + "\nassert loaded == [], loaded", str(diary))


def test_who_wants_it_afterwards_has_it_whole(diary):
    program = """
import asyncio, asyncio.subprocess
from sqlalchemy.util import concurrency

async def two():
    await asyncio.sleep(0)
    return 2

assert asyncio.run(two()) == 2
assert concurrency.is_cancellation_exception(asyncio.CancelledError())
assert asyncio is sys.modules["asyncio"]
"""
    run(USED + program, str(diary))


def test_another_way_to_the_database_comes_when_it_is_asked_for(diary):
    program = """
from sqlalchemy import make_url
assert make_url("sqlite+aiosqlite://").get_dialect().driver == "aiosqlite"
assert "sqlalchemy.dialects.sqlite.aiosqlite" in sys.modules
"""
    run(USED + program, str(diary))


def test_a_fault_of_the_database_is_told_as_ever(diary):
    """SQLAlchemy asks of every fault whether it is one of asyncio."""
    program = """
from sqlalchemy.exc import OperationalError
try:
    with database.unit() as unit:
        unit._connection.exec_driver_sql("SELECT nothing FROM nowhere")
except OperationalError as error:
    assert "nowhere" in str(error)
else:
    raise AssertionError
"""
    run(USED + program, str(diary))


def test_what_is_imported_meanwhile_gets_the_real_one_when_it_calls_for_it(monkeypatch):
    """Tried on a small module: asyncio itself may be in use here."""
    monkeypatch.delitem(sys.modules, "colorsys", raising=False)
    with sparing.without("colorsys", later=["hls_to_rgb"], iscoroutine=inspect.iscoroutine):
        import colorsys as stand_in  # noqa: PLC0415  as SQLAlchemy does

        assert not stand_in.iscoroutine(3)
        held = stand_in.hls_to_rgb
        assert not hasattr(stand_in, "__file__")
        assert sys.modules["colorsys"] is stand_in
        assert stand_in.rgb_to_hls(0, 0, 0) == (0, 0, 0)
        real = sys.modules["colorsys"]
    assert real is sys.modules["colorsys"] is not stand_in
    assert stand_in.rgb_to_hls is real.rgb_to_hls
    assert held(0, 0.5, 0) == real.hls_to_rgb(0, 0.5, 0)


def test_a_function_that_is_held_can_be_called_meanwhile(monkeypatch):
    monkeypatch.delitem(sys.modules, "colorsys", raising=False)
    with sparing.without("colorsys", later=["rgb_to_hls"]):
        from colorsys import rgb_to_hls  # noqa: PLC0415  as pydantic does

        assert rgb_to_hls(0, 0, 0) == (0, 0, 0)
        assert hasattr(sys.modules["colorsys"], "__file__")


def test_where_it_is_there_already_nothing_stands_in_for_it():
    import asyncio  # noqa: PLC0415  as another library would have done

    with sparing.spared():
        assert sys.modules["asyncio"] is asyncio
    assert sys.modules["asyncio"] is asyncio


def test_it_stands_aside_although_an_import_fails(monkeypatch):
    monkeypatch.delitem(sys.modules, "asyncio", raising=False)
    ways = list(sys.meta_path)
    with pytest.raises(FileProblem), sparing.spared():
        raise FileProblem("no")
    assert "asyncio" not in sys.modules
    assert sys.meta_path == ways


def test_who_looks_for_plugins_finds_those_that_are_installed(diary):
    program = """
from importlib.metadata import entry_points
from pydantic.plugin import _loader
assert _loader.entry_points(group="console_scripts") == entry_points(group="console_scripts")
assert "daymark" in _loader.entry_points(group="console_scripts").names
"""
    run(USED + program, str(diary))


KINDS = """
from sqlalchemy.sql import annotation, elements, selectable
from sqlalchemy.sql.annotation import Annotated
from sqlalchemy.util import walk_subclasses

def kinds():
    made = set()
    for base in (elements.ColumnElement, selectable.FromClause, elements.ClauseList):
        made.update(walk_subclasses(base))
    return sorted((one for one in made if not issubclass(one, Annotated)), key=str)

def told(kind):
    second = annotation._new_annotation_type(kind, Annotated)
    own = [str(field) for field in getattr(second, "_traverse_internals", ())]
    cache = getattr(second, "inherit_cache", None)
    return (second.__name__, issubclass(second, kind), cache, second._is_column_operators, own,
        issubclass(second, elements.AnnotatedColumnElement),
        issubclass(second, selectable.AnnotatedFromClause))

says = {kind: told(kind) for kind in sorted(kinds(), key=str, reverse="back" in sys.argv)}
for kind in kinds():
    print(kind, says[kind])
"""


@pytest.mark.parametrize("order", ["forth", "back"])
def test_the_second_kinds_that_are_made_later_are_as_those_made_at_once(order):
    later = printed("import sys; import diary.store\n" + KINDS, order)
    at_once = printed("import sys; import sqlalchemy.dialects.sqlite\n" + KINDS)
    assert later == at_once
    assert len(later.splitlines()) > 100


def test_few_of_them_are_made_at_the_start():
    counted = "from sqlalchemy.sql import annotation\nprint(len(annotation.annotated_classes))"
    assert int(printed("import diary.store\n" + counted)) < 10


def test_notes_on_a_column_do_not_change_what_it_says():
    program = """
import diary.store
from sqlalchemy import column, select, table
t = table("t", column("a"), column("b"))
noted = t.c.a._annotate({"note": 1})
print(noted == 1, select(noted, t._annotate({"note": 2})).where(noted > 3))
print(hash(noted) == hash(t.c.a))
"""
    plain = program.replace("diary.store", "sqlalchemy")
    assert printed(program) == printed(plain) != ""


ASKS_FOR_MORE = """
annotated_classes = {}
class util:
    walk_subclasses = None
def _prepare_annotations(target_hierarchy, base_cls, registry): pass
def _new_annotation_type(cls, base_cls): pass
"""


COMPILED = (
    ASKS_FOR_MORE.replace(", registry", "")
    + """
from functools import partial
_new_annotation_type = partial(_new_annotation_type)
"""
)


@pytest.mark.parametrize("written", ["", ASKS_FOR_MORE, COMPILED])
def test_another_sqlalchemy_is_left_to_itself(tmp_path, written):
    finder, name = sparing._Unprepared(), "sqlalchemy.sql.annotation"
    assert finder.find_spec(name, [str(tmp_path)]) is None
    (tmp_path / "annotation.py").write_text(written)
    spec = finder.find_spec(name, [str(tmp_path)])
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    for function in ("_prepare_annotations", "_new_annotation_type"):
        made = getattr(module, function, None)
        assert not isinstance(getattr(made, "__self__", None), sparing._Kinds)
        assert (made is None) is (written == "")
