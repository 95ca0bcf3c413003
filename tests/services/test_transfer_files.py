"""Files that are not taken in: each is refused in one sentence, and the diary stays as it was."""

from __future__ import annotations

import errno
import os

import pytest

from diary.domain import limits
from diary.domain.diary import Diary
from diary.errors import FileProblem, RequestError
from diary.services import transfer as module
from diary.services.transfer import ImportResult
from tests.refusals import refused
from tests.services.incoming import HEADER, NOW, TODAY, backups_of, diary_of
from tests.strategies import LAST_DAY


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "The file is empty, so there is nothing to import."),
        (b'{"format": "daymark-diary", "vers', "ends too early, as if it had been cut short"),
        (b"\x00" * 5000, "is not understood"),
        ("date,item,value\n2026-03-01,note,müde\n".encode("latin-1"), "is not text in UTF-8"),
        (b"SQLite format 3\x00" + b"\x00" * 84, "a diary file or a backup, not an export"),
        (b"date,place,score\n2026-03-01,lower_back,6\n", "The column 'score' is not understood"),
        (b"date,place,value\n03/01/2026,knee,6\n", "The file has 1 problem, so nothing was"),
    ],
    ids=["empty", "truncated", "nul", "latin-1", "database", "elsewhere", "dates"],
)
def test_file_that_cannot_be_imported_is_refused_in_one_sentence(
    take_in, database, paths, content, words
):
    with refused(RequestError, words):
        take_in(content)
    assert diary_of(database) == Diary()
    assert backups_of(paths) == []


def test_wrong_date_form_is_told_with_row_and_form(take_in):
    with pytest.raises(RequestError) as caught:
        take_in(HEADER + "2026-03-01,no_pain,,,,\n14/03/2026,no_pain,,,,\n")
    assert caught.value.problems == (
        "row 3, date: is day/month/year with slashes; dates are written like 2026-03-01",
    )


def test_file_that_is_not_there(transfer, tmp_path):
    with refused(RequestError, "There is no file nothing.json."):
        transfer.import_file(tmp_path / "nothing.json", TODAY, NOW)
    (tmp_path / "file").touch()
    with refused(RequestError, "There is no file inside."):
        transfer.import_file(tmp_path / "file" / "inside", TODAY, NOW)


def test_folder_is_no_file(transfer, tmp_path):
    with refused(RequestError, "is a folder, not a file."):
        transfer.import_file(tmp_path, TODAY, NOW)


def test_file_that_may_not_be_read(transfer, tmp_path, monkeypatch):
    path = tmp_path / "locked.json"
    path.touch()

    def refuse(*_arguments):
        raise PermissionError(errno.EACCES, "denied")

    monkeypatch.setattr(type(path), "open", refuse)
    with refused(FileProblem, "locked.json cannot be read. Check that you may open it."):
        transfer.import_file(path, TODAY, NOW)


def test_file_that_is_too_large_is_not_even_read(transfer, tmp_path, monkeypatch):
    path = tmp_path / "large.json"
    with path.open("wb") as file:
        file.truncate(limits.FILE_BYTES + 1)  # takes no room on the disk

    def fail(*_arguments):
        raise AssertionError

    monkeypatch.setattr(type(path), "open", fail)
    with refused(RequestError, "large.json is larger than 200 MB, which no diary is"):
        transfer.import_file(path, TODAY, NOW)


def test_pipe_is_read_up_to_the_same_limit(transfer, tmp_path, monkeypatch):
    monkeypatch.setattr(limits, "FILE_BYTES", 100)
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)

    def send(content):
        writer = os.open(pipe, os.O_RDWR)  # open for reading too, so that nobody waits
        os.write(writer, content)
        return writer

    writer = send(b"x" * 101)
    with refused(RequestError, "pipe is larger than 0 MB"):
        transfer.import_file(pipe, TODAY, NOW)
    os.close(writer)


@pytest.fixture(params=["itself", "hardlink_to", "symlink_to"])
def other_name(request, tmp_path):
    """Return a function that gives a file another name, or leaves it its own."""

    def name(file):
        if request.param == "itself":
            return file
        other = tmp_path / "other.json"
        getattr(other, request.param)(file)
        return other

    return name


@pytest.mark.parametrize("ending", ["", "-wal", "-shm"])
def test_the_diary_itself_is_not_even_opened(transfer, database, other_name, monkeypatch, ending):
    file = other_name(database.path.with_name(database.path.name + ending))
    assert file.exists()

    def fail(*_arguments):
        raise AssertionError

    monkeypatch.setattr(type(file), "open", fail)
    with refused(RequestError, f"{file.name} is the diary itself"):
        transfer.import_file(file, TODAY, NOW)


def test_a_file_is_read_and_judged_without_a_diary(tmp_path):
    file = tmp_path / "rows.csv"
    file.write_text(HEADER + "2026-03-01,no_pain,,,,\n2026-03-02,sleep,,,1,\n")
    incoming = module.read_file(file, LAST_DAY, tmp_path / "diary.daymark")
    assert incoming.into_new() == ImportResult(2, 0, 0)
    assert [one.name for one in tmp_path.iterdir()] == ["rows.csv"]


@pytest.mark.parametrize(
    ("row", "bare"),
    [
        ("pain,neck,,,", 1),
        ("pain,neck,left,,", 1),
        ("pain,neck,,0,", 0),
        ("pain,neck,,,night=woke_me", 0),  # something is said of it, to be put beside a score
        ("sign,leg_weakness,,,", 0),
        ("no_pain,,,,", 0),
    ],
)
def test_rows_that_name_a_place_and_say_nothing_of_it_are_counted(tmp_path, row, bare):
    file = tmp_path / "rows.csv"
    file.write_text(HEADER + f"2026-03-01,{row}\n2026-03-02,{row}\n")
    incoming = module.read_file(file, LAST_DAY, tmp_path / "diary.daymark")
    assert incoming.bare_pains == 2 * bare
