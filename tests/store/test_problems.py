from __future__ import annotations

import errno
import re
import sqlite3
from pathlib import Path

import pytest
import sqlcipher3.dbapi2
from sqlalchemy.exc import DBAPIError

from diary.errors import FileProblem, RequestError
from diary.store import problems
from diary.store.problems import NotADatabase, UnusableFile, known_problems, problem_of
from tests.refusals import refused

PATH = Path("/somewhere/diary.daymark")
CODES = [
    (sqlite3.SQLITE_NOTADB, NotADatabase, "is not a Daymark diary"),
    (sqlite3.SQLITE_CORRUPT, UnusableFile, "is damaged"),
    (sqlite3.SQLITE_BUSY, FileProblem, "Another program is using diary.daymark"),
    (sqlite3.SQLITE_BUSY_SNAPSHOT, FileProblem, "Another program is using diary.daymark"),
    (sqlite3.SQLITE_LOCKED, FileProblem, "Another program is using diary.daymark"),
    (sqlite3.SQLITE_FULL, FileProblem, "The disk is full"),
    (sqlite3.SQLITE_READONLY, FileProblem, "may only be read"),
    (sqlite3.SQLITE_CANTOPEN, FileProblem, "cannot be opened"),
    (sqlite3.SQLITE_PERM, FileProblem, "cannot be opened"),
    (sqlite3.SQLITE_AUTH, FileProblem, "cannot be opened"),
    (sqlite3.SQLITE_IOERR, FileProblem, "The disk did not read or write"),
    (sqlite3.SQLITE_IOERR_FSYNC, FileProblem, "The disk did not read or write"),
]
NUMBERS = [
    (errno.ENOSPC, "The disk is full"),
    (errno.EDQUOT, "The disk is full"),
    (errno.EROFS, "may only be read"),
    (errno.EACCES, "cannot be opened"),
    (errno.EPERM, "cannot be opened"),
    (errno.ENOENT, "cannot be opened"),
    (errno.ENOTDIR, "cannot be opened"),
    (errno.EISDIR, "cannot be opened"),
    (errno.ENAMETOOLONG, "is too long"),
    (errno.EIO, "The disk did not read or write"),
]


@pytest.mark.parametrize("wrapped", [False, True])
@pytest.mark.parametrize("driver", [sqlite3, sqlcipher3.dbapi2])
@pytest.mark.parametrize(("code", "kind", "words"), CODES)
def test_each_result_code_has_its_sentence(code, kind, words, driver, wrapped):
    error = driver.OperationalError("secret")
    error.sqlite_errorcode = code
    with refused(kind, words) as caught, known_problems(PATH):
        raise DBAPIError("secret", {}, error) if wrapped else error
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(("text", "code"), problems._BY_TEXT.items())
def test_an_error_without_a_code_is_known_by_its_text(text, code):
    by_code = sqlite3.OperationalError(text)
    by_code.sqlite_errorcode = code
    wanted = problem_of(by_code, PATH)
    with refused(type(wanted), wanted.user_message), known_problems(PATH):
        raise sqlcipher3.dbapi2.OperationalError(text)


@pytest.mark.parametrize(("text", "code"), problems._BY_TEXT.items())
def test_an_error_of_no_special_code_is_known_by_its_text(text, code):
    """The driver hides the code behind this one when a file that is written anew fails."""
    by_code, hidden = sqlite3.OperationalError(text), sqlcipher3.dbapi2.OperationalError(text)
    by_code.sqlite_errorcode, hidden.sqlite_errorcode = code, sqlite3.SQLITE_ERROR
    wanted = problem_of(by_code, PATH)
    with refused(type(wanted), wanted.user_message), known_problems(PATH):
        raise hidden


@pytest.mark.parametrize(("number", "words"), NUMBERS)
def test_each_error_number_has_its_sentence(number, words):
    with refused(FileProblem, words), known_problems(PATH):
        raise OSError(number, "secret")


def test_an_error_without_a_number_is_about_the_disk():
    with refused(FileProblem, "The disk"), known_problems(PATH):
        raise OSError("secret")


@pytest.mark.parametrize("code", [sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CONSTRAINT])
def test_a_mistake_of_the_program_stays_one(code):
    error = sqlite3.OperationalError("no such table")
    error.sqlite_errorcode = code
    assert problem_of(error, PATH) is None
    with pytest.raises(sqlite3.OperationalError), known_problems(PATH):
        raise error


@pytest.mark.parametrize(
    "error",
    [ValueError("x"), RequestError("Not like this."), sqlite3.OperationalError("no such table")],
)
def test_other_errors_pass(error):
    with pytest.raises(type(error)), known_problems(PATH):
        raise error


def test_every_sentence_names_the_file_and_every_code_is_tested():
    sentences = [text for text in vars(problems).values() if isinstance(text, str) and "{" in text]
    assert len(sentences) == 9
    assert all("{file}" in text and not re.search(r"\{(?!file\})", text) for text in sentences)
    tested = {code & 0xFF for code, _, _ in CODES}
    assert tested == {*problems._BY_CODE, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT}
    assert {number for number, _ in NUMBERS} >= set(problems._BY_NUMBER)


def test_a_text_that_cannot_be_read_back_is_damage():
    error = UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte")
    found = problem_of(error, PATH)
    assert isinstance(found, UnusableFile)
    assert "is damaged" in found.user_message


def test_a_header_of_no_known_format_is_damage():
    found = problem_of(sqlite3.OperationalError("unsupported file format"), PATH)
    assert isinstance(found, UnusableFile)
    assert "is damaged" in found.user_message
