"""``protect``, ``unprotect`` and ``change-passphrase`` as they are called."""

from __future__ import annotations

import os
import subprocess
import sys

import click
import pytest

from diary.cli import world
from diary.services.open import check_opens, needs_passphrase
from diary.store.recovery_code import parse
from tests.cli.conftest import NOTE, TODAY

WORDS = "four words of mine"
_PROGRAM = "import sys; from diary.app import main; sys.exit(main())"
MAGIC = b"SQLite format 3"


@pytest.fixture
def protected(filled, monkeypatch):
    """Protect the climbing ache, and return what was said."""
    monkeypatch.setenv("DAYMARK_PASSPHRASE", WORDS)
    ran = filled("protect")
    assert ran.status == 0
    return ran


@pytest.fixture
def answer(monkeypatch):
    """Return a function that answers the questions at a terminal."""
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    waited, asked = [], []
    monkeypatch.setattr(world.time, "sleep", waited.append)

    def give(*answers):
        left = iter(answers)

        def prompt(text, **options):
            assert options == {"hide_input": True, "err": True}
            asked.append(text)
            return next(left)

        monkeypatch.setattr(click, "prompt", prompt)
        return asked, waited

    return give


def code_of(ran):
    (code,) = (line for line in ran.out.splitlines() if parse(line) is not None)
    return code


def test_protect_says_what_a_loss_means_and_prints_the_code(protected, paths):
    lost, done, _code = protected.out.splitlines()
    assert "If both are lost, nobody can open the diary" in lost
    assert done.startswith("The diary and its backups are protected now.")
    assert protected.err == ""
    assert needs_passphrase(paths.diary)
    assert all(needs_passphrase(copy) for copy in paths.backups.iterdir())
    check_opens(paths.diary, code_of(protected))


def test_the_code_stands_for_the_passphrase_in_every_command(
    protected, daymark, monkeypatch, tmp_path
):
    typed = code_of(protected).lower().replace("-", " ")
    monkeypatch.setenv("DAYMARK_PASSPHRASE", typed)
    assert len(daymark("export", "-").data["entries"]) == 60
    assert daymark("backup", tmp_path / "copy.daymark").status == 0
    assert daymark("restore", tmp_path / "copy.daymark").status == 0
    assert daymark("verify").status == 0
    assert code_of(daymark("protect", "--code")) == code_of(protected)


def test_a_readable_backup_put_back_takes_no_passphrase_away(
    filled, daymark, monkeypatch, tmp_path, paths
):
    copy = tmp_path / "copy.daymark"
    assert filled("backup", copy).status == 0
    monkeypatch.setenv("DAYMARK_PASSPHRASE", WORDS)
    code = code_of(daymark("protect"))
    monkeypatch.delenv("DAYMARK_PASSPHRASE")
    ran = daymark("restore", copy)
    assert (ran.status, ran.out) == (2, "")  # nobody gave the passphrase of the diary
    monkeypatch.setenv("DAYMARK_PASSPHRASE", WORDS)
    assert daymark("restore", copy).status == 0
    assert len(daymark("export", "-").data["entries"]) == 60
    check_opens(paths.diary, code)
    assert not needs_passphrase(copy)
    # Of a damaged diary nobody can say whether it had one.
    paths.diary.write_bytes(paths.diary.read_bytes()[:-7])
    monkeypatch.delenv("DAYMARK_PASSPHRASE")
    assert daymark("restore", copy).status == 0
    assert not needs_passphrase(paths.diary)


def test_a_wrong_passphrase_is_one_sentence_and_changes_no_byte(
    protected, daymark, monkeypatch, paths
):
    before = paths.diary.read_bytes()
    wrong = "A" if code_of(protected)[0] != "A" else "B"
    for typed, words in (
        ("wrong", "The passphrase does not fit diary.daymark"),
        (wrong + code_of(protected)[1:], "something in it is mistyped. Look again at group 1."),
    ):
        monkeypatch.setenv("DAYMARK_PASSPHRASE", typed)
        for command in ("unprotect", "change-passphrase", "verify"):
            ran = daymark(command)
            assert (ran.status, ran.out) == (2, "")
            assert words in ran.err
            assert len(ran.err.splitlines()) == 1
    assert paths.diary.read_bytes() == before


def test_what_is_protected_is_not_protected_again(protected, daymark):
    assert protected.status == 0
    ran = daymark("protect")
    assert (ran.status, ran.err) == (2, "The diary has a passphrase already. It can be changed.\n")


@pytest.mark.parametrize("command", ["unprotect", "change-passphrase"])
def test_what_is_not_protected_is_told(filled, command):
    ran = filled(command)
    assert (ran.status, ran.err) == (2, "The diary has no passphrase.\n")


@pytest.mark.parametrize("command", ["protect", "unprotect", "change-passphrase"])
def test_no_diary_is_made_by_these(daymark, paths, command):
    ran = daymark(command)
    assert (ran.status, ran.err) == (2, "There is no diary in this folder yet.\n")
    assert not paths.diary.exists()


def test_unprotect_takes_the_passphrase_away(protected, daymark, monkeypatch, paths):
    assert protected.status == 0
    ran = daymark("unprotect")
    assert (ran.status, ran.out) == (
        0,
        "The diary and its backups open without a passphrase now.\n",
    )
    monkeypatch.delenv("DAYMARK_PASSPHRASE")
    assert len(daymark("export", "-").data["entries"]) == 60
    assert not any(needs_passphrase(copy) for copy in paths.backups.iterdir())


def test_change_passphrase_makes_a_new_code_and_names_what_it_could_not_change(
    protected, daymark, monkeypatch, paths
):
    other = paths.backups / "other.daymark"
    other.write_bytes(paths.diary.read_bytes()[::-1])
    monkeypatch.setenv("DAYMARK_NEW_PASSPHRASE", "quite another")
    ran = daymark("change-passphrase")
    assert ran.status == 0
    assert code_of(ran) != code_of(protected)
    assert ran.out.endswith(
        f"These could not be changed; they open with the passphrase they had:\n  {other}\n"
    )
    monkeypatch.setenv("DAYMARK_PASSPHRASE", "quite another")
    assert len(daymark("export", "-").data["entries"]) == 60


@pytest.mark.parametrize("name", ["DAYMARK_PASSPHRASE", "DAYMARK_NEW_PASSPHRASE"])
def test_nobody_to_ask_is_said(filled, monkeypatch, name):
    monkeypatch.setattr(sys.stdin, "isatty", lambda: False, raising=False)
    command = "protect"
    if name == "DAYMARK_NEW_PASSPHRASE":
        monkeypatch.setenv("DAYMARK_PASSPHRASE", WORDS)
        filled("protect")
        command = "change-passphrase"
    ran = filled(command)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(f"Put the new passphrase into {name}, or run the command in a term")


def test_a_new_passphrase_is_asked_for_until_it_is_typed_twice_alike(filled, answer, paths):
    asked, _ = answer("one", "two", WORDS, WORDS)
    ran = filled("protect")
    assert ran.status == 0
    assert asked == ["New passphrase", "The same once more"] * 2
    assert "Four or more words" in ran.err
    assert "The two are not the same." in ran.err
    check_opens(paths.diary, WORDS)


def test_wrong_tries_at_a_terminal_wait_longer_and_longer_and_end(
    protected, daymark, answer, monkeypatch
):
    assert protected.status == 0
    monkeypatch.delenv("DAYMARK_PASSPHRASE")
    _, waited = answer("a", "b", "c", WORDS)
    assert len(daymark("export", "-").data["entries"]) == 60
    assert waited == [0, 0, 2]
    answer(*"abcdef")
    ran = daymark("export", "-")
    assert ran.status == 2
    assert ran.err.count("does not fit diary.daymark") == 5
    assert waited[3:] == [0, 0, 2, 4]


@pytest.fixture
def program(tmp_path):
    """Return a function that runs the program in a process of its own, with its own temp folder."""
    temp = tmp_path / "temp"
    temp.mkdir()

    def run(*arguments, **variables):
        places = {"DAYMARK_DATA_DIR": str(tmp_path / "data"), "TMPDIR": str(temp)}
        return subprocess.run(
            [sys.executable, "-c", _PROGRAM, *map(str, arguments)],
            env=os.environ | places | {"DAYMARK_TODAY": TODAY} | variables,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )

    return run


def test_nothing_readable_is_left_in_any_file(program, climbing, tmp_path):
    """The note is in the diary, its backups, the and then nowhere."""
    assert program("import", climbing).returncode == 0
    assert program("backup").returncode == 0

    def readable():
        return {
            one.name
            for folder in ("data", "temp")
            for one in (tmp_path / folder).rglob("*")
            if one.is_file() and any(text in one.read_bytes() for text in (NOTE.encode(), MAGIC))
        }

    assert len(readable()) == 2
    ran = program("protect", DAYMARK_PASSPHRASE=WORDS)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert readable() == set()
    code = ran.stdout.splitlines()[-1]
    for opens in (WORDS, code):
        told = program("export", "-", DAYMARK_PASSPHRASE=opens)
        assert NOTE in told.stdout
    ran = program(
        "change-passphrase", DAYMARK_PASSPHRASE=code, DAYMARK_NEW_PASSPHRASE="quite another"
    )
    assert ran.returncode == 0
    assert program("export", "-", DAYMARK_PASSPHRASE=WORDS).returncode == 2
    assert readable() == set()
    # What anybody can look at while it runs or in its files holds no key either.
    for secret in (WORDS, "quite another", code, code.replace("-", ""), parse(code).hex()):
        for one in (tmp_path / "data").rglob("*"):
            assert not one.is_file() or secret.encode() not in one.read_bytes()
