"""Standard output: safe for a terminal, exact for a program, and honest when it fails."""

from __future__ import annotations

import errno
import io
import os
import subprocess
import sys

import pytest

from diary.cli.output import emit, flush, let_go, say
from diary.errors import FileProblem
from tests.refusals import refused


def test_text_cannot_command_the_terminal(capsys):
    say("a\x1b[31mb\x07c\nd\u202ee ü 腰")
    shown = "a?[31mb?c\nd?e ü 腰\n".replace("?", "\N{REPLACEMENT CHARACTER}")
    assert capsys.readouterr().out == shown


def test_data_is_written_as_it_is(capsysbinary):
    say("first")
    emit("a\r\nb\x00ü\n")
    assert capsysbinary.readouterr().out == b"first\n" + "a\r\nb\x00ü\n".encode()


class Full(io.RawIOBase):
    """A disk without room."""

    def __init__(self, number):
        self.number = number

    def writable(self):
        return True

    def write(self, _content):
        raise OSError(self.number, "no")


@pytest.fixture
def output_on(monkeypatch):
    """Return a function that sends standard output to a disk that refuses with a number."""

    def use(number):
        output = io.TextIOWrapper(io.BufferedWriter(Full(number)), encoding="utf-8")
        monkeypatch.setattr(sys, "stdout", output)

    yield use
    monkeypatch.setattr(Full, "write", lambda _self, content: len(content))


@pytest.mark.parametrize("write", [say, emit])
def test_full_disk_is_a_sentence(output_on, write):
    output_on(errno.ENOSPC)
    with refused(FileProblem, "The output could not be written: the disk may be full."):
        write("x" * 100_000)


def test_full_disk_is_told_even_at_the_very_end(output_on):
    output_on(errno.ENOSPC)
    say("short")
    with refused(FileProblem, "The output could not be written"):
        flush()


def test_reader_that_has_enough_is_no_problem(output_on):
    output_on(errno.EPIPE)
    with pytest.raises(BrokenPipeError):
        emit("x")


def test_what_still_waits_goes_nowhere(monkeypatch, tmp_path):
    out = tmp_path / "out"
    with out.open("w") as file:
        monkeypatch.setattr(sys, "stdout", file)
        file.write("waits")
        let_go()
    assert out.read_text() == ""


def test_closed_output_is_a_sentence(monkeypatch):
    monkeypatch.setattr(sys, "stdout", None)
    with refused(FileProblem, "The output could not be written"):
        say("x")
    flush()


def run_with_output(descriptor, *arguments):
    start = "import sys; from diary.app import main; sys.exit(main())"
    command = [sys.executable, "-c", start, *arguments]
    return subprocess.run(command, stdout=descriptor, stderr=subprocess.PIPE, check=False)


@pytest.mark.parametrize("arguments", [("rules",), ("schema",), ("--help",)])
def test_pipe_that_closes_early_leaves_no_trace(arguments):
    reader, writer = os.pipe()
    os.close(reader)
    ran = run_with_output(writer, *arguments)
    os.close(writer)
    assert (ran.returncode, ran.stderr) == (1, b"")
