"""Sheets set in a process of their own: the same ones, and the process goes when it should."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from diary.domain.diary import Diary
from diary.domain.entry import DayEntry
from diary.logs import describe
from diary.report import apart
from diary.report.apart import SetterApart
from diary.report.here import SetterHere
from diary.report.pdf import SheetPrinter
from diary.report.setting import SheetError
from diary.rules.model import AlertReport
from tests.report.lively import LAST
from tests.report.printed import sheet, with_note, words

# Wakes the process and tells its number; then it is told nothing more, and waits.
HOLDER = """
import sys
from diary.report.apart import SetterApart
setter = SetterApart()
setter.wake()
if sys.argv[1] == "at work":
    setter._process.stdin.write(b"the beginning of a question")
    setter._process.stdin.flush()
sys.stdout.write(f"{setter.process}\\n")
sys.stdout.flush()
sys.stdin.read()
"""
# Takes a question, and ends in the middle of its answer.
FAINT = "import os, sys; sys.stdin.buffer.read(40); os.write(1, b'half a'); os._exit(3)"
HERS = b"words of hers"
STUBBORN = "import threading; threading.Event().wait()"


def python(program):
    return [sys.executable, "-c", program]


def small_sheet(note="a word of hers"):
    """Return a sheet that is soon made: of one day, without a chart."""
    diary = Diary(entries=(DayEntry(date=LAST, note=note),))
    return sheet(diary, AlertReport(LAST, (), ()), include_notes=True)


@pytest.fixture
def setter():
    setter = SetterApart()
    yield setter
    setter.rest()


def has_ended(watched):
    """Wait for the end of a process, whoever started it."""
    found, _, _ = select.select([watched], [], [], 30)
    os.close(watched)
    return bool(found)


def test_its_sheets_and_pictures_are_those_of_this_process(setter):
    report = sheet(with_note("腰, a word of hers"), include_notes=True)
    pdf = SheetPrinter(system_fonts=False, setter=setter).pdf(report)
    assert pdf == SheetPrinter(system_fonts=False).pdf(report)
    assert "U+8170" in words(pdf)
    assert ", a word of hers" in words(pdf)
    assert setter.draw(pdf, 40.0, 1) == SetterHere().draw(pdf, 40.0, 1)


def test_the_fonts_of_the_computer_fill_in_there_too(setter):
    report = small_sheet("3 ≥ 2 ☃")
    assert SheetPrinter(setter=setter).pdf(report) == SheetPrinter().pdf(report)


def test_it_stays_for_the_next_sheet_and_is_gone_after_a_rest(setter):
    assert setter.process is None
    printer = SheetPrinter(system_fonts=False, setter=setter)
    pdf = printer.pdf(small_sheet())
    first = setter.process
    assert printer.pdf(small_sheet()) == pdf
    assert setter.process == first
    setter.rest()
    assert setter.process is None
    with pytest.raises(ProcessLookupError):
        os.kill(first, 0)
    setter.rest()  # once more is no trouble
    assert printer.pdf(small_sheet()) == pdf
    assert setter.process not in (None, first)


def test_after_a_few_different_sheets_another_process_goes_on(setter):
    """What the typesetter keeps of each would pile up while she chooses what is on it."""
    printer = SheetPrinter(system_fonts=False, setter=setter)
    processes = []
    for note in ("one", "one", "two", "one", "three", "four", "four", "five"):
        pdf = printer.pdf(small_sheet(note))
        assert note in words(pdf)
        assert setter.draw(pdf, 20.0).pages == 2
        processes.append(setter.process)
    first, *_, last = processes
    assert processes == [first] * 5 + [last] * 3
    assert first != last


def test_one_that_was_ended_from_outside_is_replaced(setter):
    setter.wake()
    first = setter.process
    watched = os.pidfd_open(first)
    os.kill(first, signal.SIGKILL)
    assert has_ended(watched)
    assert SheetPrinter(system_fonts=False, setter=setter).pdf(small_sheet()).startswith(b"%PDF")
    assert setter.process != first


def test_one_that_ends_at_work_is_a_fault_that_says_how_and_the_next_sheet_is_made():
    setter = SetterApart(python(FAINT))
    with pytest.raises(SheetError) as raised:
        setter.draw(b"words of hers", 40.0)
    assert "exit_status=3" in "\n".join(describe(raised.value))
    assert setter.process is None
    setter._command = SetterApart()._command
    assert SheetPrinter(system_fonts=False, setter=setter).pdf(small_sheet()).startswith(b"%PDF")
    setter.rest()


def test_its_own_faults_are_told_with_their_lines_and_without_words_of_hers(setter):
    with pytest.raises(SheetError) as raised:
        setter.draw(HERS, 40.0)
    told = "\n".join(describe(raised.value))
    assert "PdfiumError" in told
    assert "diary.report.pages" in told
    assert "diary.report.apart" in told
    assert "words of hers" not in told
    process = setter.process
    assert SheetPrinter(system_fonts=False, setter=setter).pdf(small_sheet()).startswith(b"%PDF")
    assert setter.process == process


def test_a_system_that_does_not_start_it_is_a_fault(tmp_path):
    with pytest.raises(SheetError) as raised:
        SetterApart([str(tmp_path / "not here")]).wake()
    assert "FileNotFoundError errno=2" in "\n".join(describe(raised.value))


def test_one_that_does_not_end_by_itself_is_ended(monkeypatch):
    monkeypatch.setattr(apart, "_ENDS_WITHIN", 0.01)
    setter = SetterApart(python(STUBBORN))
    setter.wake()
    process = setter.process
    setter.rest()
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


@pytest.mark.parametrize("doing", ["nothing", "at work"])
def test_it_ends_with_the_process_that_started_it_though_that_is_killed(doing):
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, doing], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    watched = os.pidfd_open(int(holder.stdout.readline()))
    holder.kill()
    holder.communicate()
    assert has_ended(watched)


def test_who_presses_ctrl_c_does_not_reach_it(setter):
    setter.wake()
    assert os.getpgid(setter.process) != os.getpgid(0)


def test_nothing_of_hers_is_left_where_another_can_read_it(setter, monkeypatch, tmp_path):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setenv("DAYMARK_PASSPHRASE", "seven plums")
    report = small_sheet()
    setter.draw(SheetPrinter(setter=setter).pdf(report), 40.0)
    about = Path(f"/proc/{setter.process}")
    told = (about / "cmdline").read_bytes() + (about / "environ").read_bytes()
    assert b"plums" not in told
    assert b"of hers" not in told
    opened = [str(one.readlink()) for one in (about / "fd").iterdir()]
    assert {one.partition(":")[0] for one in opened} == {"pipe", "/dev/null"}
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("system", "program", "started"),
    [
        ("linux", "daymark", "daymark"),
        ("darwin", "daymark", "daymark"),
        ("win32", "Daymark window.exe", "daymark.exe"),
        ("win32", "daymark.exe", "daymark.exe"),
    ],
)
def test_a_frozen_program_starts_itself(monkeypatch, tmp_path, system, program, started):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / program))
    monkeypatch.setattr(sys, "platform", system)
    assert apart._own_command() == [str(tmp_path / started), "--set-sheets"]


def test_it_is_found_from_any_folder(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    (tmp_path / "diary.py").write_text("raise RuntimeError")
    setter = SetterApart()
    assert SheetPrinter(system_fonts=False, setter=setter).pdf(small_sheet()).startswith(b"%PDF")
    setter.rest()
