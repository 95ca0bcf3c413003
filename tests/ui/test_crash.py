"""Crashes of the window: a report without a word of hers, and what a crash below Python leaves."""

from __future__ import annotations

import subprocess
import sys

import pytest

from diary.paths import AppPaths
from diary.ui.crash import CrashHook, FaultWatch

FAULT = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from diary.paths import AppPaths
from diary.ui.crash import FaultWatch

app = QCoreApplication([])
watch = FaultWatch(AppPaths(Path(sys.argv[1])))
watch.found.connect(lambda report: print(report.name))
watch.start()
watch.start()
if sys.argv[2] == "crash":
    import ctypes
    secret = "private words"
    ctypes.string_at(0)
watch.stop()
watch.stop()
"""


@pytest.fixture
def paths(tmp_path):
    return AppPaths(tmp_path / "data")


class TestCrashHook:
    """A local report and one calm line; never what was typed."""

    @pytest.fixture
    def crash(self, qapp, paths):  # noqa: ARG002  Qt objects need the application first
        hook = CrashHook(paths)
        told = []
        hook.crashed.connect(told.append)

        def crash(error):
            with pytest.raises(type(error)) as caught:
                raise error
            hook(caught.type, caught.value, caught.tb)
            return told

        return crash

    def test_a_report_is_written_without_the_message(self, crash, paths):
        told = crash(ValueError("pain in my hip"))
        (report,) = paths.logs.glob("crash-*.txt")
        assert told == [report]
        text = report.read_text(encoding="utf-8")
        assert "ValueError" in text
        assert "hip" not in text

    def test_without_a_place_to_write_it_is_still_told(self, crash, paths):
        paths.folder.write_text("a file where the folder should be", encoding="utf-8")
        assert crash(ValueError("pain in my hip")) == [None]

    def test_ctrl_c_in_the_terminal_is_no_crash(self, crash, paths):
        assert crash(KeyboardInterrupt()) == []
        assert not paths.logs.exists()


class TestFaultWatch:
    """A crash of a library leaves places in the program, told at the next start."""

    @pytest.fixture
    def run(self, paths):
        def run(how):
            program = [sys.executable, "-c", FAULT, str(paths.folder), how]
            return subprocess.run(program, capture_output=True, text=True, check=False)

        return run

    def test_a_crash_is_told_once_at_the_next_start(self, run, paths):
        assert run("crash").returncode < 0
        second = run("end")
        (report,) = paths.logs.glob("crash-*.txt")
        assert second.stdout == report.name + "\n"
        text = report.read_text(encoding="utf-8")
        assert "Segmentation fault" in text
        assert "  ctypes/__init__.py:" in text
        assert "private words" not in text
        assert str(paths.folder) not in text
        assert run("end").stdout == ""

    def test_a_run_that_ended_well_leaves_nothing(self, run, paths):
        assert run("end").stdout == ""
        assert list(paths.logs.iterdir()) == []

    def test_who_has_crashes_taken_down_elsewhere_keeps_that(self, qapp, paths):  # noqa: ARG002
        watch = FaultWatch(paths)
        watch.start()  # the runner of the tests has
        watch.stop()
        assert not paths.logs.exists()
