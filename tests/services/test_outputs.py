"""Files for her are whole or not there, and never take the place of the diary."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from diary.errors import FileProblem, RequestError
from diary.services.outputs import check_output, write_output, written_whole
from diary.store import files
from tests.refusals import refused


@pytest.fixture
def diary(tmp_path):
    path = tmp_path / "diary.daymark"
    path.write_bytes(b"years")
    return path


def test_file_is_written_for_its_owner_only(tmp_path, diary):
    out = tmp_path / "out.json"
    write_output(out, b"new", diary)
    assert out.read_bytes() == b"new"
    assert out.stat().st_mode & 0o777 == 0o600
    assert sorted(path.name for path in tmp_path.iterdir()) == ["diary.daymark", "out.json"]


def test_what_was_there_is_replaced_and_a_link_stays_a_link(tmp_path, diary):
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_bytes(b"old")
    link.symlink_to(target)
    write_output(link, b"new", diary)
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


def test_standard_output_is_no_file_for_a_picture(diary):
    with refused(RequestError, "needs the name of a file"):
        check_output(Path("-"), diary)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("diary.daymark", "diary.daymark is the diary itself; choose another name."),
        ("../{here}/diary.daymark", "is the diary itself"),
        ("", "is a folder; give the name of a file."),
        ("nowhere/out.json", "/nowhere does not exist."),
    ],
)
def test_name_that_must_not_be_written_is_refused(tmp_path, diary, name, words):
    out = tmp_path / name.format(here=tmp_path.name)
    with refused(RequestError, words):
        check_output(out, diary)
    with refused(RequestError, words):
        write_output(out, b"new", diary)
    assert diary.read_bytes() == b"years"


def test_link_to_the_diary_is_the_diary(tmp_path, diary):
    link = tmp_path / "link"
    link.symlink_to(diary)
    with refused(RequestError, "link is the diary itself"):
        write_output(link, b"new", diary)


@pytest.mark.parametrize("name", ["circle", "circle/out.json"])
def test_links_in_a_circle_are_told_and_left_alone(tmp_path, diary, name):
    circle = tmp_path / "circle"
    circle.symlink_to(circle)
    for put in (check_output, lambda out, diary: write_output(out, b"new", diary)):
        with refused(FileProblem, "could not be written"):
            put(tmp_path / name, diary)
    assert circle.is_symlink()


@pytest.mark.parametrize("name", ["x" * 250 + ".json", "\u8170" * 83 + ".json", "x" * 240])
def test_a_name_that_the_disk_can_take_is_written(tmp_path, diary, name):
    out = tmp_path / name
    for content in (b"old", b"new"):
        write_output(out, content, diary)
        assert out.read_bytes() == content
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(["diary.daymark", name])


def test_full_disk_leaves_what_was_there(tmp_path, diary, monkeypatch):
    out = tmp_path / "out.json"
    out.write_bytes(b"old")

    def full(_part, _target):
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(files, "swap_in", full)
    with refused(FileProblem, "out.json could not be written: the disk may be full"):
        write_output(out, b"new", diary)
    assert out.read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["diary.daymark", "out.json"]


def test_pipe_is_written_and_not_replaced(tmp_path, diary):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_output(pipe, b"new", diary)
    assert os.read(reader, 10) == b"new"
    os.close(reader)
    assert pipe.is_fifo()


def test_reader_that_has_enough_is_no_problem_of_the_disk(tmp_path, diary, monkeypatch):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)

    def closed(_path, _content):
        raise BrokenPipeError

    monkeypatch.setattr(type(pipe), "write_bytes", closed)
    with pytest.raises(BrokenPipeError):
        write_output(pipe, b"new", diary)


def test_what_is_written_bit_by_bit_is_there_at_the_end_or_not_at_all(tmp_path, diary):
    out = tmp_path / "out.png"
    out.write_bytes(b"old")

    def write_half():
        with written_whole(out, diary) as part:
            part.write_bytes(b"half")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_half()
    assert out.read_bytes() == b"old"
    with written_whole(out, diary) as part:
        part.write_bytes(b"whole")
        assert out.read_bytes() == b"old"
    assert out.read_bytes() == b"whole"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["diary.daymark", "out.png"]
