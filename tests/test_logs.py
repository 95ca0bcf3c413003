"""The log and the crash report say what happened and never what was written in the diary."""

from __future__ import annotations

import enum
import linecache
import logging
import os
import re
import stat
import sys
import time
import types

import pytest
from pydantic import ValidationError

from diary.domain.entry import DayEntry
from diary.errors import FileProblem
from diary.logs import (
    LOG_NAME,
    Line,
    describe,
    line,
    start_logging,
    stop_logging,
    write_crash_report,
)
from diary.report.setting import SheetError

MARKER = "zqx7-marker"
OWN = logging.getLogger("diary.tests")
FOREIGN = logging.getLogger("somelibrary.engine")


class Colour(enum.Enum):
    RED = MARKER


class Number(enum.IntEnum):
    FOUR = 4


class Thing:
    def __repr__(self):
        return MARKER


@pytest.fixture
def handler(tmp_path):
    handler = start_logging(tmp_path / "logs")
    yield handler
    stop_logging(handler)


@pytest.fixture
def log(handler, tmp_path):
    assert handler in logging.getLogger().handlers
    return lambda: (tmp_path / "logs" / LOG_NAME).read_text("utf-8")


def raised(make):
    try:
        make()
    except BaseException as error:  # noqa: BLE001  any exception can be described
        return error
    raise AssertionError("nothing was raised")


def text_of(error):
    return "\n".join(describe(error))


def fail():
    secret = MARKER
    raise ValueError("bad " + secret)


class TestMessages:
    def test_a_line_of_ours_is_logged_as_it_is(self, log):
        OWN.info(line("saved a day"))
        assert re.fullmatch(
            r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ INFO diary.tests: saved a day\n", log()
        )

    @pytest.mark.parametrize(
        ("value", "shown"),
        [
            (3, "3"),
            (2.5, "2.5"),
            (True, "True"),
            (None, "None"),
            (line("two words"), "two words"),
            (Colour.RED, "RED"),
            (Number.FOUR, "FOUR"),
            (ValueError, "ValueError"),
            (MARKER, "str"),
            (Thing(), "tests.test_logs.Thing"),
            ([MARKER], "list"),
            ({"note": MARKER}, "dict"),
            (ValueError(MARKER), "ValueError"),
            (DayEntry, "diary.domain.entry.DayEntry"),
        ],
        ids=repr,
    )
    def test_gaps_hold_numbers_names_and_types_only(self, log, value, shown):
        OWN.info(line("it was %s of %d"), value, 7)
        assert log().endswith(f"INFO diary.tests: it was {shown} of 7\n")
        assert MARKER not in log()

    def test_a_single_mapping_fills_no_gap(self, log):
        OWN.info(line("it was %(note)s"), {"note": MARKER})
        assert log().endswith(": it was %(note)s\n")

    @pytest.mark.parametrize("given", [(), (1, 2), (MARKER,)])
    def test_gaps_that_do_not_fit_show_the_bare_line(self, handler, log, given):
        # Straight to the handler: the one of the test runner would raise.
        record = OWN.makeRecord(OWN.name, logging.INFO, __file__, 1, line("%d days"), given, None)
        handler.handle(record)
        assert log().endswith(": %d days\n")

    @pytest.mark.parametrize("message", [MARKER, f"note {MARKER}", Thing(), 5, "%s"])
    def test_any_other_message_is_left_out_and_its_place_kept(self, log, message):
        OWN.info(message)
        assert re.search(r"diary\.tests: \(message left out\) test_logs:\d+\n$", log())
        assert MARKER not in log()

    @pytest.mark.usefixtures("log")
    def test_other_peoples_chatter_is_not_logged(self, tmp_path):
        FOREIGN.setLevel(logging.DEBUG)
        FOREIGN.info("SELECT note FROM entry")
        logging.getLogger("diaryother").info(line("not ours"))
        assert not (tmp_path / "logs").exists()

    def test_other_peoples_warnings_are_logged_without_their_words(self, log):
        FOREIGN.warning("cannot store %s", MARKER)
        assert re.search(
            r"WARNING somelibrary\.engine: \(message left out\) test_logs:\d+\n$", log()
        )

    def test_debug_is_not_logged(self, log):
        OWN.debug(line("small things"))
        OWN.info(line("a thing"))
        assert log().count("\n") == 1

    def test_a_line_is_text(self):
        assert isinstance(line("x"), Line)
        assert line("x") == "x"


class TestExceptions:
    def test_type_and_lines_of_code_and_no_value(self, log):
        try:
            fail()
        except ValueError:
            OWN.exception(line("saving failed"))
        assert "ERROR diary.tests: saving failed\nValueError\n" in log()
        assert "tests.test_logs:" in log()
        assert ' in fail\n    raise ValueError("bad " + secret)\n' in log()
        assert MARKER not in log()
        assert os.path.expanduser("~") + "/" not in log()  # noqa: PTH111  as text
        assert __file__ not in log()

    def test_exc_info_without_an_exception(self, log):
        OWN.info(line("all quiet"), exc_info=True)
        assert log().endswith("all quiet\n")

    def test_a_refused_entry_says_nothing_of_what_was_typed(self):
        error = raised(lambda: DayEntry.model_validate({"date": MARKER, "note": MARKER}))
        assert isinstance(error, ValidationError)
        assert MARKER not in text_of(error)

    def test_what_led_to_it(self):
        def known():
            try:
                fail()
            except ValueError as error:
                raise FileProblem(MARKER, MARKER) from error

        text = text_of(raised(known))
        assert re.search(r"^ValueError\n.*^which led to\ndiary\.errors\.FileProblem\n", text, RE)
        assert MARKER not in text

    def test_an_exception_while_handling_another(self):
        def clumsy():
            try:
                fail()
            except ValueError:
                {}["missing"]

        text = text_of(raised(clumsy))
        assert re.search(r"^ValueError\n.*^while handling it\nKeyError\n", text, RE)

    def test_a_suppressed_context_stays_out(self):
        def quiet():
            try:
                fail()
            except ValueError:
                raise KeyError(MARKER) from None

        assert text_of(raised(quiet)).startswith("KeyError\n")

    def test_a_chain_that_bites_its_tail_ends(self):
        one, two = ValueError(MARKER), KeyError(MARKER)
        one.__cause__, two.__cause__ = two, one
        assert text_of(one) == "KeyError\nwhich led to\nValueError"

    def test_a_group_is_told_part_by_part(self):
        group = ExceptionGroup(MARKER, [ValueError(MARKER), OSError(28, MARKER)])
        assert text_of(group) == (
            "ExceptionGroup\none of the group\nValueError\none of the group\nOSError errno=28"
        )

    def test_numbers_of_the_system_and_the_database_are_kept(self):
        error = OSError(28, MARKER)
        error.sqlite_errorcode = 13
        error.winerror = MARKER
        assert text_of(error) == "OSError errno=28 sqlite_errorcode=13"

    def test_what_another_process_of_ours_told_of_its_fault(self):
        error = SheetError(MARKER, [line("KeyError"), line("  diary.x:3 in y"), MARKER], -9)
        assert text_of(error).splitlines() == [
            "diary.report.setting.SheetError exit_status=-9",
            "KeyError",
            "  diary.x:3 in y",
        ]

    def test_a_runaway_recursion_is_cut(self):
        def deeper():
            deeper()

        lines = text_of(raised(deeper)).splitlines()
        left_out = [text for text in lines if "calls left out" in text]
        assert len(left_out) == 1
        assert len([text for text in lines if re.match(r"  \S", text)]) == 20 + 1 + 40

    def test_code_without_a_file_shows_no_line(self):
        name = "<made up>"
        linecache.cache[name] = (1, None, [MARKER], name)
        module = types.ModuleType("made_up")
        exec(compile("def run(): raise ValueError", name, "exec"), module.__dict__)
        text = text_of(raised(module.run))
        del linecache.cache[name]
        assert "made_up:1 in run" in text
        assert MARKER not in text


class TestFile:
    @pytest.mark.usefixtures("log")
    def test_only_its_owner_can_read_it(self, tmp_path):
        OWN.info(line("x"))
        folder = tmp_path / "logs"
        assert stat.S_IMODE((folder / LOG_NAME).stat().st_mode) == 0o600
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700

    @pytest.mark.usefixtures("log")
    def test_nothing_is_made_before_there_is_something_to_log(self, tmp_path):
        assert list(tmp_path.iterdir()) == []

    def test_a_disk_that_cannot_be_written_is_no_matter(self, tmp_path, capsys):
        (tmp_path / "logs").write_text("in the way")
        handler = start_logging(tmp_path / "logs")
        OWN.info(line("%s"), MARKER)
        OWN.info(MARKER)
        stop_logging(handler)
        assert capsys.readouterr() == ("", "")

    def test_a_program_that_was_taken_away_meanwhile_is_no_matter(
        self, handler, tmp_path, monkeypatch, capsys
    ):
        monkeypatch.setitem(sys.modules, "diary.log_file", None)  # as where an update replaced it
        OWN.info(line("lost"))
        stop_logging(handler)
        assert not (tmp_path / "logs").exists()
        assert capsys.readouterr() == ("", "")

    def test_what_is_logged_later_comes_below(self, handler, log, tmp_path):
        OWN.info(line("one"))
        OWN.info(line("two"))
        stop_logging(handler)
        again = start_logging(tmp_path / "logs")
        OWN.info(line("three"))
        stop_logging(again)
        assert [text.split()[-1] for text in log().splitlines()] == ["one", "two", "three"]

    def test_stopping_ends_it(self, tmp_path):
        handler = start_logging(tmp_path)
        stop_logging(handler)
        OWN.info(line("after the end"))
        assert handler not in logging.getLogger().handlers
        assert list(tmp_path.iterdir()) == []


class TestCrashReport:
    def test_it_holds_versions_and_lines_of_code_and_no_value(self, tmp_path):
        path = write_crash_report(tmp_path / "logs", raised(fail), "1.2.3")
        text = path.read_text("utf-8")
        assert "Daymark 1.2.3\n" in text
        assert f"Python {sys.version.split()[0]}" in text
        assert "pydantic 2." in text
        assert "ValueError\n" in text
        assert " in fail\n" in text
        assert MARKER not in text
        assert str(tmp_path) not in text

    def test_a_library_that_is_not_there_has_no_version(self, tmp_path, monkeypatch):
        monkeypatch.setattr("diary.logs.LIBRARIES", ("no-such-library-7",))
        text = write_crash_report(tmp_path, ValueError(), "1").read_text("utf-8")
        assert "no-such-library-7 ?\n" in text

    def test_only_its_owner_can_read_it(self, tmp_path):
        path = write_crash_report(tmp_path / "new", ValueError(), "1")
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700

    def test_one_never_replaces_another(self, tmp_path, monkeypatch):
        monkeypatch.setattr(
            time, "gmtime", lambda *_: time.struct_time((2026, 3, 1, 20, 4, 0, 6, 60, 0))
        )
        names = [write_crash_report(tmp_path, ValueError(), "1").name for _ in range(3)]
        stem = "crash-20260301T200400Z"
        assert names == [f"{stem}.txt", f"{stem}-2.txt", f"{stem}-3.txt"]

    def test_a_place_that_cannot_be_written_is_told(self, tmp_path):
        (tmp_path / "file").write_text("in the way")
        with pytest.raises(OSError, match="file"):
            write_crash_report(tmp_path / "file", ValueError(), "1")


RE = re.MULTILINE | re.DOTALL
