"""She gets her sheet where the system starts no second process; what is at fault stays at fault."""

from __future__ import annotations

import logging
import sys

import pytest

from diary.report.apart import SetterApart
from diary.report.at_hand import SetterAtHand
from diary.report.here import SetterHere
from diary.report.pdf import SheetPrinter
from diary.report.setting import NotShown, SheetError
from tests.report.printed import words
from tests.report.test_apart import small_sheet

HERS = "quinces"
# A system that lets a program start, and ends it before it does anything.
DIES = "import os; os._exit(9)"
# Answers that it is there, and ends at the first sheet.
FAINTS = """
import os, sys
from diary.report.talk import receive, send
while question := receive(sys.stdin.buffer):
    if question[0]["what"] != "answer":
        os._exit(3)
    send(sys.stdout.buffer, {})
"""


def of(program):
    return SetterAtHand(SetterApart([sys.executable, "-c", program]))


@pytest.fixture(params=["is not there", "must not be run", "ends at once"])
def without(request, tmp_path):
    """Sheets where no process can be had."""
    if request.param == "ends at once":
        return of(DIES)
    program = tmp_path / "program"
    if request.param == "must not be run":
        program.write_text("#!/bin/sh\n")
        program.chmod(0o600)
    return SetterAtHand(SetterApart([str(program)]))


@pytest.fixture
def usual():
    setter = SetterAtHand()
    yield setter
    setter.rest()


def told(caplog):
    return [one for one in caplog.records if one.name == "diary.report.at_hand"]


def test_where_there_can_be_a_process_it_sets_the_sheet(usual, caplog):
    usual.wake()
    process = usual.process
    assert process is not None
    pdf = SheetPrinter(system_fonts=False, setter=usual).pdf(small_sheet(HERS))
    assert HERS in words(pdf)
    assert usual.draw(pdf, 40.0) == SetterHere().draw(pdf, 40.0)
    assert usual.process == process
    assert usual._here is None
    usual.rest()
    assert usual.process is None
    assert told(caplog) == []


def test_where_there_can_be_none_she_gets_the_same_sheet(without, caplog):
    caplog.set_level(logging.WARNING)
    printer = SheetPrinter(system_fonts=False, setter=without)
    pdf = printer.pdf(small_sheet(HERS))
    assert pdf == SheetPrinter(system_fonts=False).pdf(small_sheet(HERS))
    assert without.draw(pdf, 40.0) == SetterHere().draw(pdf, 40.0)
    without.wake()
    assert printer.pdf(small_sheet(HERS)) == pdf
    without.rest()
    assert printer.pdf(small_sheet(HERS)) == pdf
    (line,) = told(caplog)  # once, however many sheets there are
    assert line.getMessage() == "no process for sheets: they are set here"
    assert isinstance(line.exc_info[1], SheetError)
    assert HERS not in caplog.text
    caplog.clear()


def test_a_page_is_drawn_where_there_can_be_none(without, caplog):
    pdf = SheetPrinter(system_fonts=False).pdf(small_sheet(HERS))
    assert without.draw(pdf, 30.0, 1) == SetterHere().draw(pdf, 30.0, 1)
    assert len(told(caplog)) == 1
    caplog.clear()


def test_after_a_rest_it_looks_again(without, caplog):
    without.wake()
    without.draw(SheetPrinter(system_fonts=False).pdf(small_sheet(HERS)), 30.0)
    assert without._here is not None
    without.rest()
    without._apart = SetterApart()
    without.wake()
    assert without._here is None
    assert without.process is not None
    without.rest()
    caplog.clear()


def test_what_ends_its_process_is_not_tried_here(caplog):
    setter = of(FAINTS)
    for _ in range(2):
        with pytest.raises(SheetError):
            SheetPrinter(system_fonts=False, setter=setter).pdf(small_sheet(HERS))
        assert setter._here is None
    setter.rest()
    assert told(caplog) == []


def test_a_fault_that_is_told_stays_a_fault(usual, caplog):
    with pytest.raises(SheetError):
        usual.draw(b"no file of a sheet", 40.0)
    assert usual._here is None
    assert told(caplog) == []


def test_what_the_typesetter_refuses_is_told_from_either(usual, without, caplog):
    for setter in (usual, without):
        with pytest.raises(NotShown):
            setter.set_sheet("{}", 0, system_fonts=False)
    caplog.clear()
