"""A file far beyond any diary is refused without being read: the memory of the process shows it."""

from __future__ import annotations

import os
import subprocess
import sys
import threading

import pytest

from diary.domain import limits

GIGABYTE = 1_000_000_000
MOST_GROWTH = 20_000_000
# RLIMIT_AS is not used: what a system maps is not what it fills.
IMPORT = """
import datetime as dt, resource, sys
from pathlib import Path
from diary.domain import limits
from diary.errors import RequestError
from diary.services.transfer import read_file

if len(sys.argv) > 2:
    limits.FILE_BYTES = int(sys.argv[2])
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
try:
    read_file(Path(sys.argv[1]), dt.date(2026, 3, 20), Path("diary.daymark"))
except RequestError as error:
    print(error.user_message)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""


def run(*arguments, **options):
    ran = subprocess.run(
        [sys.executable, "-c", IMPORT, *map(str, arguments)],
        check=True,
        capture_output=True,
        text=True,
        timeout=120,
        **options,
    )
    told, grown = ran.stdout.splitlines()
    return told, int(grown) * 1024


@pytest.fixture
def gigabyte(tmp_path):
    file = tmp_path / "large.json"
    with file.open("wb") as opened:
        opened.truncate(GIGABYTE)  # takes no room on the disk
    return file


def test_a_file_of_a_gigabyte_is_refused_without_being_read(gigabyte):
    told, grown = run(gigabyte)
    assert told.startswith("large.json is larger than 200 MB, which no diary is")
    assert grown < MOST_GROWTH


def test_the_same_as_standard_input_is_refused_as_well(gigabyte):
    with gigabyte.open("rb") as opened:
        told, grown = run("/dev/stdin", stdin=opened)
    assert told.startswith("stdin is larger than 200 MB")
    assert grown < MOST_GROWTH


def test_of_an_endless_pipe_no_more_than_the_limit_is_read(tmp_path):
    pipe, most, sent = tmp_path / "pipe", 2_000_000, []
    os.mkfifo(pipe)

    def send():
        try:
            with pipe.open("wb", buffering=0) as opened:
                while sum(sent) < limits.FILE_BYTES:
                    sent.append(opened.write(b"x" * 65_536))
        except BrokenPipeError:
            sent.append(0)

    sender = threading.Thread(target=send)
    sender.start()
    told, grown = run(pipe, most)
    sender.join()
    assert told.startswith("pipe is larger than 2 MB")
    assert grown < MOST_GROWTH
    assert sent[-1] == 0
    assert sum(sent) < 2 * most
