from __future__ import annotations

import datetime as dt

import pytest

from diary.domain.entry import DayEntry
from diary.errors import FileProblem, RequestError
from diary.paths import AppPaths
from diary.services.open import check_opens, open_services
from diary.services.protection import Protected, Protection, delay_after
from diary.services.second_folder import choose_folder
from diary.store import wiping
from diary.store.files import PAGE
from diary.store.identity import Kind, PassphraseError, kind_of
from diary.store.recovery_code import parse
from tests.refusals import refused

NOW = dt.datetime(2026, 3, 20, 20, 41, tzinfo=dt.UTC)
TODAY = NOW.date()
WORDS = "four words of mine"


@pytest.fixture
def paths(tmp_path):
    return AppPaths(tmp_path / "home")


@pytest.fixture
def services(paths):
    """A plain diary with a day and a backup, open."""
    services = open_services(paths)
    services.journal.save(DayEntry(date=TODAY, note="then"), NOW, TODAY)
    services.safekeeping.backup(NOW)
    services.journal.save(DayEntry(date=TODAY, note="now"), NOW, TODAY)
    yield services
    services.close()


@pytest.fixture
def protected(services):
    """The same, protected."""
    services.protection.turn_on(WORDS, NOW)
    return services


def zero_a_page(file):
    """Lose the page in the middle, as a failing disk does."""
    content = bytearray(file.read_bytes())
    at = len(content) // PAGE // 2 * PAGE
    content[at : at + PAGE] = bytes(PAGE)
    file.write_bytes(content)


def note(paths, passphrase):
    services = open_services(paths, passphrase)
    try:
        return services.journal.day(TODAY).note
    finally:
        services.close()


def test_a_diary_is_protected_and_goes_on(services, paths):
    assert not services.protection.is_on
    done = services.protection.turn_on(WORDS, NOW)
    assert isinstance(done, Protected)
    assert done.missed == ()
    assert parse(done.code) is not None
    assert services.protection.is_on
    assert services.journal.day(TODAY).note == "now"
    kinds = {kind_of(one) for one in (paths.diary, *paths.backups.iterdir())}
    assert kinds == {Kind.PROTECTED}
    assert len(services.safekeeping.backups()) == 2


def test_backups_after_it_open_with_the_code_too(protected, paths):
    code = protected.protection.code(WORDS)
    for copy in (protected.safekeeping.backup(NOW), *paths.backups.iterdir()):
        check_opens(copy, code)
        check_opens(copy, WORDS)


def test_a_backup_is_put_back_with_the_code(protected, paths):
    code = protected.protection.code(WORDS)
    oldest = protected.safekeeping.backups()[-1].path
    protected.close()
    services = open_services(paths, code)
    services.safekeeping.restore(oldest, NOW)
    assert services.journal.day(TODAY).note == "then"
    services.close()
    assert note(paths, WORDS) == "then"


def test_the_code_is_told_again_only_with_the_passphrase_or_itself(protected):
    code = protected.protection.code(WORDS)
    assert protected.protection.code(code.lower()) == code
    with refused(PassphraseError, "does not fit"):
        protected.protection.code("wrong")
    with refused(PassphraseError, "group 1."):
        protected.protection.code("?" + code[1:])


def test_a_new_passphrase_makes_a_new_code(protected, paths):
    old = protected.protection.code(WORDS)
    done = protected.protection.change(WORDS, "others", NOW)
    assert done.code != old
    for copy in (paths.diary, *paths.backups.iterdir()):
        check_opens(copy, done.code)
        for wrong in (WORDS, old):
            with pytest.raises(PassphraseError):
                check_opens(copy, wrong)
    protected.close()
    assert note(paths, "others") == "now"


def test_who_forgot_the_passphrase_gets_a_new_one_by_the_code(protected, paths):
    code = protected.protection.code(WORDS)
    protected.close()
    services = open_services(paths, code)
    services.protection.change(code, "others", NOW)
    services.close()
    assert note(paths, "others") == "now"


def test_the_passphrase_is_taken_away(protected, paths):
    assert protected.protection.turn_off(WORDS, NOW) == ()
    assert not protected.protection.is_on
    assert {kind_of(one) for one in paths.backups.iterdir()} == {Kind.PLAIN}
    protected.close()
    assert note(paths, None) == "now"


@pytest.mark.parametrize("wrong", ["", "wrong", WORDS.upper()])
def test_a_wrong_passphrase_changes_nothing(protected, paths, wrong):
    before = paths.diary.read_bytes()
    for refuse in (
        lambda: protected.protection.turn_off(wrong, NOW),
        lambda: protected.protection.change(wrong, "others", NOW),
    ):
        with pytest.raises(PassphraseError):
            refuse()
    assert paths.diary.read_bytes() == before
    assert len(protected.safekeeping.backups()) == 2


def test_what_cannot_be_one_is_refused_before_anything_is_done(services, protected):
    code = services.protection.code(WORDS)
    backups = len(services.safekeeping.backups())
    for new in ("", "\0", code):
        with pytest.raises(PassphraseError):
            protected.protection.change(WORDS, new, NOW)
    assert len(services.safekeeping.backups()) == backups


def test_a_code_makes_no_new_diary(protected, tmp_path):
    code = protected.protection.code(WORDS)
    with refused(PassphraseError, "Choose words of your own"):
        open_services(AppPaths(tmp_path / "new"), code)
    assert not (tmp_path / "new" / "diary.daymark").exists()


def test_what_is_on_is_not_turned_on_and_what_is_off_not_off(services):
    for refuse in (
        lambda: services.protection.turn_off("x", NOW),
        lambda: services.protection.change("x", "y", NOW),
        lambda: services.protection.code("x"),
    ):
        with refused(RequestError, "The diary has no passphrase."):
            refuse()
    services.protection.turn_on(WORDS, NOW)
    with refused(RequestError, "has a passphrase already"):
        services.protection.turn_on(WORDS, NOW)


def test_copies_in_the_second_folder_are_protected_and_its_absence_is_told(
    services, paths, tmp_path
):
    stick = tmp_path / "stick"
    stick.mkdir()
    choose_folder(paths, stick)
    services.keep(NOW)
    (copy,) = stick.glob("*.daymark")
    assert services.protection.turn_on(WORDS, NOW).missed == ()
    assert kind_of(copy) is Kind.PROTECTED
    stick.rename(tmp_path / "pulled out")
    assert services.protection.change(WORDS, "others", NOW).missed == (stick,)


def test_a_backup_with_a_damaged_page_is_named_and_the_rest_protected(services, paths):
    (copy,) = paths.backups.glob("*.daymark")
    zero_a_page(copy)
    before = copy.read_bytes()
    assert services.protection.turn_on(WORDS, NOW).missed == (copy,)
    assert copy.read_bytes() == before
    rest = {paths.diary, *paths.backups.iterdir()} - {copy}
    assert {kind_of(one) for one in rest} == {Kind.PROTECTED}
    assert services.journal.day(TODAY).note == "now"


def test_a_failure_leaves_the_diary_open_as_it_was(services, paths, monkeypatch):
    def fail(*_):
        raise PermissionError(13, "the file is open")

    monkeypatch.setattr(wiping, "swap_in", fail)
    with pytest.raises(FileProblem):
        services.protection.turn_on(WORDS, NOW)
    assert not services.protection.is_on
    assert services.journal.day(TODAY).note == "now"
    assert kind_of(paths.diary) is Kind.PLAIN


def test_who_interrupts_once_the_diary_is_protected_goes_on_with_it(services, paths, monkeypatch):
    real = wiping.wipe

    def interrupt(path):
        monkeypatch.undo()
        real(path)
        raise KeyboardInterrupt

    monkeypatch.setattr(wiping, "wipe", interrupt)
    with pytest.raises(KeyboardInterrupt):
        services.protection.turn_on(WORDS, NOW)
    assert services.protection.is_on
    assert services.journal.day(TODAY).note == "now"
    assert {kind_of(one) for one in (paths.diary, *paths.backups.iterdir())} == {Kind.PROTECTED}


def test_each_file_is_told_as_it_is_done(services):
    told = []
    services.protection.turn_on(WORDS, NOW, lambda done, total: told.append((done, total)))
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_further_folders_are_none_unless_told(services, paths):
    assert isinstance(services.protection, Protection)
    assert Protection(paths, services.journal._database).turn_on(WORDS, NOW).missed == ()


def test_the_next_try_waits_longer_each_time_but_never_for_long():
    waits = [delay_after(tries) for tries in range(12)]
    assert waits[:5] == [0, 0, 0, 2, 4]
    assert waits == sorted(waits)
    assert waits[-1] == 60


def test_a_stick_that_was_away_is_protected_when_it_is_back(services, paths, tmp_path):
    stick, away = tmp_path / "stick", tmp_path / "away"
    stick.mkdir()
    choose_folder(paths, stick)
    services.keep(NOW)
    stick.rename(away)
    assert services.protection.turn_on(WORDS, NOW).missed == (stick,)
    (plain,) = away.glob("*.daymark")
    (away / "letter.daymark").write_bytes(plain.read_bytes())
    (away / f"{plain.name}.abcd1234.swap").write_bytes(plain.read_bytes())
    (away / plain.name.replace("T2", "T1")).write_bytes(plain.read_bytes()[:-5])
    away.rename(stick)
    services.journal.save(DayEntry(date=TODAY, note="later"), NOW, TODAY)
    services.keep(NOW)
    readable = [one for one in stick.iterdir() if one.read_bytes().startswith(b"SQLite")]
    assert sorted(one.name for one in readable) == [
        plain.name.replace("T2", "T1"),
        "letter.daymark",
    ]
    check_opens(stick / plain.name, services.protection.code(WORDS))
