"""The copies of a diary that gets a passphrase: in reach, elsewhere, and those that come back."""

from __future__ import annotations

import shutil

import pytest

from diary.store import anew, copy_folder, files, protecting, wiping
from diary.store.database import Database
from diary.store.identity import Kind, kind_of
from diary.store.keys import salt_of
from tests.store import by_hand
from tests.store.closed import MARK, Closed
from tests.store.copied import names


def test_a_copy_that_cannot_be_swapped_is_named(plain, monkeypatch):
    real = wiping.swap_in

    def fail(part, target):
        if target == plain.copy:
            raise PermissionError(13, "the file is open")
        real(part, target)

    monkeypatch.setattr(wiping, "swap_in", fail)
    assert plain.write_anew("secret") == [plain.copy]
    assert kind_of(plain.copy) is Kind.PLAIN


def test_a_copy_that_cannot_even_be_looked_at_any_more_is_named_too(plain, monkeypatch):
    """The stick was pulled out in the middle."""

    def gone(*_):
        raise OSError(5, "pulled out")

    with protecting.ready(plain.path, None, "secret", backups=plain.backups) as ready:
        ready.swap_diary()
        with monkeypatch.context() as pulled_out:
            pulled_out.setattr(wiping, "swap_in", gone)
            pulled_out.setattr(protecting, "salt_of", gone)
            ready.swap_copies()
    assert ready.missed == [plain.copy]


def test_a_copy_that_another_program_finished_is_not_named(plain):
    with protecting.ready(plain.path, None, "secret", backups=plain.backups) as ready:
        ready.swap_diary()
        Database.open(plain.path, "secret").close()
        ready.swap_copies()
    assert ready.missed == []
    assert plain.note_in(plain.copy, "secret") == "then"


@pytest.mark.parametrize("at", ["diary.daymark", "backups"])
def test_who_interrupts_once_the_diary_is_protected_gets_its_copies_protected_too(
    plain, monkeypatch, at
):
    second = plain.copy.with_name("second.daymark")
    shutil.copy(plain.copy, second)
    real, interrupted = wiping.wipe, []

    def interrupt(path):
        real(path)
        if not interrupted and at in (path.name[: len(at)], path.parent.name):
            interrupted.append(path)
            raise KeyboardInterrupt

    monkeypatch.setattr(wiping, "wipe", interrupt)
    with pytest.raises(KeyboardInterrupt):
        plain.write_anew("secret")
    assert plain.readable() == set()
    assert [plain.note_in(one, "secret") for one in (plain.path, plain.copy, second)] == [
        "now",
        "then",
        "then",
    ]
    assert names(plain.backups) == sorted([plain.copy.name, second.name])


def test_damaged_copies_and_those_with_another_passphrase_are_named_and_left(protected):
    damaged = protected.backups / "diary-2026-02-01T100000Z.daymark"
    damaged.write_bytes(protected.copy.read_bytes()[:8192])
    aside = protected.backups / "diary-2026-02-02T100000Z.damaged"
    aside.write_bytes(b"x")
    other = protected.backups / "other.daymark"
    Database.open(other, "of another").close()
    before = [one.read_bytes() for one in (aside, damaged, other)]
    assert protected.write_anew("another") == [aside, other, damaged]
    assert [one.read_bytes() for one in (aside, damaged, other)] == before
    assert protected.note_in(protected.copy) == "then"


def test_a_plain_copy_beside_a_protected_diary_is_protected_with_it(protected):
    by_mistake = protected.backups / "plain.daymark"
    Database.open(by_mistake).close()
    assert protected.write_anew("another") == []
    assert kind_of(by_mistake) is Kind.PROTECTED
    assert protected.readable() == set()


def test_only_the_copies_of_this_diary_are_changed_elsewhere(plain, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    ours = stick / copy_folder.name_elsewhere(plain.copy, MARK)
    others = stick / copy_folder.name_elsewhere(plain.copy, "ffffffff")
    for one in (ours, others):
        shutil.copy(plain.copy, one)
    gone = tmp_path / "gone"
    assert plain.write_anew("secret", elsewhere=[(stick, MARK), (gone, MARK)]) == [gone]
    assert (kind_of(ours), kind_of(others)) == (Kind.PROTECTED, Kind.PLAIN)
    assert plain.note_in(ours) == "then"


def test_a_full_stick_does_not_keep_the_diary_from_being_protected(plain, tmp_path, monkeypatch):
    stick = tmp_path / "stick"
    stick.mkdir()
    ours = stick / copy_folder.name_elsewhere(plain.copy, MARK)
    shutil.copy(plain.copy, ours)
    real = files.written_aside

    def full(target, *rest):
        if target.parent == stick:
            raise OSError(28, "no room")
        return real(target, *rest)

    monkeypatch.setattr(files, "written_aside", full)
    assert plain.write_anew("secret", elsewhere=[(stick, MARK)]) == [ours]
    assert kind_of(plain.path) is Kind.PROTECTED


@pytest.fixture
def came_back(protected, tmp_path):
    """A readable copy that was on a stick while the diary was protected."""
    copy = tmp_path / "stick" / "diary-2026-02-03T100000Z.daymark"
    copy.parent.mkdir()
    Closed(copy, None, protected.now)
    shutil.rmtree(copy.parent / "backups")
    return copy


def test_a_readable_copy_that_came_back_is_protected(protected, came_back):
    copies = [came_back, protected.copy, came_back.with_name("gone")]
    assert protecting.catch_up(protected.path, "secret", copies) == ()
    assert protected.note_in(came_back) == "now"
    assert salt_of(came_back) == salt_of(protected.path)
    assert names(came_back.parent) == [came_back.name]
    assert protected.note_in(protected.path) == "now"


def test_what_is_no_file_or_protected_is_readable_to_nobody(protected, tmp_path):
    before = protected.bytes()
    assert protecting.catch_up(protected.path, "secret", [tmp_path, protected.copy]) == ()
    assert protected.bytes() == before


def test_a_part_of_a_copy_that_anybody_can_read_is_told(protected, came_back):
    came_back.write_bytes(came_back.read_bytes()[:-5])
    assert protecting.catch_up(protected.path, "secret", [came_back]) == (came_back,)


def test_the_diary_is_left_so_that_opening_it_does_not_change_it(protected, came_back):
    protecting.catch_up(protected.path, "secret", [came_back])
    before = protected.path.read_bytes()
    assert not files.has_any_beside(protected.path)
    Database.open(protected.path, "secret").close()
    assert protected.path.read_bytes() == before


@pytest.mark.usefixtures("impatient")
def test_it_waits_while_another_program_has_the_diary(protected, came_back):
    """That could do the same, or give the diary another passphrase meanwhile."""
    before = came_back.read_bytes()
    with by_hand.kept_by_another_program(protected.path, "secret"):
        left = protecting.catch_up(protected.path, "secret", [came_back])
        assert left == (came_back,)
        assert (came_back.read_bytes(), names(came_back.parent)) == (before, [came_back.name])
    protecting.catch_up(protected.path, "secret", [came_back])
    assert kind_of(came_back) is Kind.PROTECTED


def test_no_other_program_gets_the_diary_while_a_copy_is_protected(
    protected, came_back, monkeypatch
):
    real, tried = anew.copy, []

    def copy(*given):
        look = "SELECT count(*) FROM entry"
        tried.append(by_hand.as_another_program(protected.path, "secret", look))
        real(*given)

    monkeypatch.setattr(anew, "copy", copy)
    protecting.catch_up(protected.path, "secret", [came_back])
    assert tried == [False]


def test_a_copy_with_a_passphrase_of_before_waits_for_nobody(protected, came_back):
    assert protecting.catch_up(protected.path, "wrong", [came_back]) == (came_back,)
    assert kind_of(came_back) is Kind.PLAIN


def test_a_readable_copy_with_a_damaged_page_is_left_and_the_rest_protected(protected, came_back):
    damaged = came_back.with_name("damaged.daymark")
    content = bytearray(came_back.read_bytes())
    at = len(content) // files.PAGE // 2 * files.PAGE
    content[at : at + files.PAGE] = bytes(files.PAGE)
    damaged.write_bytes(content)
    left = protecting.catch_up(protected.path, "secret", [damaged, came_back, protected.copy])
    assert left == (damaged,)
    assert damaged.read_bytes() == content
    assert kind_of(came_back) is Kind.PROTECTED
    assert names(came_back.parent) == [damaged.name, came_back.name]


def test_a_copy_that_another_program_finishes_meanwhile_is_written_anew_too(closed_home):
    """It read the diary before it was swapped, and gave its copy a name after we had looked."""
    with protecting.ready(
        closed_home.path, closed_home.passphrase, "another", backups=closed_home.backups
    ) as ready:
        late = closed_home.copy.with_name("diary-2026-03-01T200401Z.daymark")
        shutil.copy(closed_home.copy, late)
        ready.swap_diary()
        ready.swap_copies()
        damaged = closed_home.copy.with_name("diary-2026-03-01T200402Z.daymark")
        damaged.write_bytes(late.read_bytes()[:8192])
        ours = closed_home.copy.with_name("diary-2026-03-01T200403Z.daymark")
        shutil.copy(closed_home.path, ours)
        before = ours.read_bytes()
    assert ready.missed == [damaged]
    assert closed_home.note_in(late, "another") == "then"
    assert ours.read_bytes() == before


def test_without_a_swap_nothing_is_looked_for_once_more(closed_home):
    with protecting.ready(
        closed_home.path, closed_home.passphrase, "another", backups=closed_home.backups
    ) as ready:
        late = closed_home.copy.with_name("diary-2026-03-01T200401Z.daymark")
        shutil.copy(closed_home.copy, late)
    assert ready.missed == []
    assert late.read_bytes() == closed_home.copy.read_bytes()
