"""The diary and its copies written anew: all of them or none, and nothing readable left."""

from __future__ import annotations

import resource
import shutil
from contextlib import contextmanager

import pytest

from diary.domain.entry import DayEntry, Pain
from diary.errors import FileProblem
from diary.store import anew, files, identity, protecting, remains, snapshot, wiping
from diary.store.database import Database
from diary.store.drafts import KeptDraft
from diary.store.identity import Kind, PassphraseError, kind_of
from diary.store.keys import salt_of
from diary.store.problems import UnusableFile
from diary.store.recovery_code import written
from diary.store.soundness import verify
from tests.refusals import refused
from tests.store import by_hand

SECRET = "our unique note"
MARK = "0123abcd"


class Home:
    """A diary that is closed, with a copy that says something else."""

    def __init__(self, path, passphrase, now):
        self.path, self.passphrase, self.now = path, passphrase, now
        self.backups = path.parent / "backups"
        self.save("then")
        self.copy = snapshot.take(path, self.backups, passphrase, now)
        self.save("now")

    def save(self, note):
        database = Database.open(self.path, self.passphrase)
        entry = DayEntry(date=self.now.date(), pains=(Pain(region="hip"),), note=f"{SECRET} {note}")
        with database.unit(writing=True) as unit:
            unit.entries.put(entry, self.now)
            unit.drafts.put(KeptDraft(self.now.date(), f'{{"note": "{SECRET} draft"}}', self.now))
            unit.commit()
        database.close()

    def write_anew(self, new, **rest):
        with protecting.ready(
            self.path, self.passphrase, new, backups=self.backups, **rest
        ) as ready:
            ready.swap_diary()
            ready.swap_copies()
        self.passphrase = new
        return ready.missed

    def note_in(self, path, passphrase=...):
        database = Database.open(path, self.passphrase if passphrase is ... else passphrase)
        with database.unit() as unit:
            (entry,) = unit.entries.all()
        database.close()
        return entry.note.removeprefix(f"{SECRET} ")

    def bytes(self):
        return by_hand.contents(self.path.parent), by_hand.contents(self.backups)

    def state(self):
        """What every file holds; how SQLite keeps its journal may differ."""
        files = [*self.path.parent.glob("*"), *self.backups.glob("*")]
        notes = [self.note_in(one) for one in (self.path, self.copy)]
        return sorted(files), notes, salt_of(self.path), self.copy.read_bytes()

    def readable(self):
        """The files that show something of the diary to anybody."""
        return {
            one.name
            for one in self.path.parent.rglob("*")
            if one.is_file()
            and any(text in one.read_bytes() for text in (SECRET.encode(), b"SQLite format 3"))
        }


@pytest.fixture
def home(path, passphrase, now):
    return Home(path, passphrase, now)


@pytest.fixture
def plain(path, now):
    return Home(path, None, now)


@pytest.fixture
def protected(path, now):
    return Home(path, "secret", now)


@pytest.mark.parametrize("new", [None, "another"], ids=["to-plain", "to-protected"])
def test_the_diary_and_its_copies_open_only_with_the_new_passphrase(home, new):
    old = home.passphrase
    assert home.write_anew(new) == []
    assert home.note_in(home.path) == "now"
    assert home.note_in(home.copy) == "then"
    if new != old:
        with pytest.raises(PassphraseError):
            home.note_in(home.path, old)
        with pytest.raises(PassphraseError):
            home.note_in(home.copy, old)
    kept = {home.path.name, home.copy.name}
    assert home.readable() == (kept if new is None else set())
    assert {one.name for one in home.path.parent.rglob("*") if one.is_file()} == kept
    assert verify(home.path, new).sound
    assert home.path.stat().st_mode & 0o777 == 0o600


def test_the_same_passphrase_again_makes_another_key(protected):
    before = salt_of(protected.path)
    protected.write_anew("secret")
    assert salt_of(protected.path) != before
    assert salt_of(protected.copy) == salt_of(protected.path)


def test_one_recovery_code_opens_the_diary_and_each_copy(plain):
    plain.write_anew("secret")
    code = written(identity.keys.key_of(plain.path, "secret").raw)
    after = snapshot.take(plain.path, plain.backups, "secret", plain.now)
    assert [plain.note_in(one, code) for one in (plain.path, plain.copy, after)] == [
        "now",
        "then",
        "now",
    ]


def test_the_progress_is_told_file_by_file(plain):
    told = []
    plain.write_anew("secret", progress=lambda done, total: told.append((done, total)))
    assert told == [(1, 2), (2, 2)]


@pytest.mark.parametrize("new", ["", " \t ", "\0", "\ud800", written(bytes(32))])
def test_what_cannot_be_a_passphrase_changes_nothing(home, new):
    before = home.state()
    with pytest.raises(PassphraseError):
        home.write_anew(new)
    assert home.state() == before


def test_a_wrong_passphrase_changes_nothing(protected):
    before = protected.bytes()
    protected.passphrase = "wrong"
    with refused(PassphraseError, "does not fit"):
        protected.write_anew("another")
    assert protected.bytes() == before


@pytest.mark.usefixtures("impatient")
def test_nothing_is_changed_while_another_program_has_the_diary(home):
    before = home.state()
    with (
        by_hand.kept_by_another_program(home.path, home.passphrase),
        refused(FileProblem, "Another program is using diary.daymark"),
    ):
        home.write_anew("another")
    assert home.state() == before


def test_nobody_else_gets_the_diary_meanwhile(home):
    tried = []

    def progress(*_):
        look = "SELECT count(*) FROM entry"
        tried.append(by_hand.as_another_program(home.path, home.passphrase, look))

    with protecting.ready(
        home.path, home.passphrase, "another", backups=home.backups, progress=progress
    ):
        assert tried == [False]


def test_nobody_saves_into_the_diary_before_the_new_one_has_its_place(home):
    statement = "UPDATE entry SET note = 'beside'"
    with protecting.ready(home.path, home.passphrase, "another", backups=home.backups) as ready:
        assert not by_hand.as_another_program(home.path, home.passphrase, statement)
        ready.swap_diary()
        ready.swap_copies()
    assert [home.note_in(one, "another") for one in (home.path, home.copy)] == ["now", "then"]


@pytest.mark.usefixtures("impatient")
def test_what_is_being_written_anew_is_no_remains(home):
    with (
        by_hand.kept_by_another_program(home.path, home.passphrase, alone=True),
        files.written_aside(home.copy, wiping.SWAP) as part,
    ):
        part.write_bytes(b"x" * 8192)
        remains.settle(home.path, home.passphrase, [home.backups])
        assert part.stat().st_size == 8192
        part.unlink()
        remains.settle(home.path, home.passphrase, [home.backups])


@pytest.mark.parametrize("name", ["x" * 300, "absent"])
def test_a_folder_that_cannot_be_looked_at_is_named(plain, tmp_path, name):
    folder = tmp_path / name
    assert plain.write_anew("secret", elsewhere=[(folder, MARK)]) == [folder]
    assert plain.note_in(plain.path, "secret") == "now"


@contextmanager
def room(size):
    """Let no file grow beyond this many bytes."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_disk_that_takes_no_more_changes_nothing(home):
    before = home.state()
    with room(40_000), pytest.raises(FileProblem):
        home.write_anew("another")
    assert home.state() == before


def test_a_full_folder_of_backups_changes_nothing(home, monkeypatch):
    before = home.state()
    real = files.written_aside

    def full(target, *rest):
        if target.parent == home.backups:
            raise OSError(28, "no room")
        return real(target, *rest)

    monkeypatch.setattr(files, "written_aside", full)
    with refused(FileProblem, "The disk is full"):
        home.write_anew("another")
    assert home.state() == before


def test_what_came_out_otherwise_is_not_used(home, monkeypatch):
    before = home.state()
    monkeypatch.setattr(anew, "fingerprint", lambda _: object())
    with refused(UnusableFile, "could not be written anew"):
        home.write_anew("another")
    assert home.state() == before


def test_a_diary_that_cannot_be_swapped_is_as_it_was(home, monkeypatch):
    before = home.state()

    def fail(*_):
        raise PermissionError(13, "the file is open")

    monkeypatch.setattr(wiping, "swap_in", fail)
    with refused(FileProblem, "diary.daymark cannot be opened"):
        home.write_anew("another")
    assert home.state() == before


def test_a_copy_that_cannot_be_swapped_is_named(plain, monkeypatch):
    real = wiping.swap_in

    def fail(part, target):
        if target == plain.copy:
            raise PermissionError(13, "the file is open")
        real(part, target)

    monkeypatch.setattr(wiping, "swap_in", fail)
    assert plain.write_anew("secret") == [plain.copy]
    assert kind_of(plain.copy) is Kind.PLAIN


def test_a_copy_that_another_program_finished_is_not_named(plain):
    with protecting.ready(plain.path, None, "secret", backups=plain.backups) as ready:
        ready.swap_diary()
        Database.open(plain.path, "secret").close()
        ready.swap_copies()
    assert ready.missed == []
    assert plain.note_in(plain.copy, "secret") == "then"


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
    ours = stick / snapshot.name_elsewhere(plain.copy, MARK)
    others = stick / snapshot.name_elsewhere(plain.copy, "ffffffff")
    for one in (ours, others):
        shutil.copy(plain.copy, one)
    gone = tmp_path / "gone"
    assert plain.write_anew("secret", elsewhere=[(stick, MARK), (gone, MARK)]) == [gone]
    assert (kind_of(ours), kind_of(others)) == (Kind.PROTECTED, Kind.PLAIN)
    assert plain.note_in(ours) == "then"


def test_a_full_stick_does_not_keep_the_diary_from_being_protected(plain, tmp_path, monkeypatch):
    stick = tmp_path / "stick"
    stick.mkdir()
    ours = stick / snapshot.name_elsewhere(plain.copy, MARK)
    shutil.copy(plain.copy, ours)
    real = files.written_aside

    def full(target, *rest):
        if target.parent == stick:
            raise OSError(28, "no room")
        return real(target, *rest)

    monkeypatch.setattr(files, "written_aside", full)
    assert plain.write_anew("secret", elsewhere=[(stick, MARK)]) == [ours]
    assert kind_of(plain.path) is Kind.PROTECTED


def test_a_link_to_the_diary_stays_one(plain, tmp_path):
    real = tmp_path / "synced" / "diary.daymark"
    real.parent.mkdir()
    plain.path.rename(real)
    plain.path.symlink_to(real)
    plain.write_anew("secret")
    assert plain.path.is_symlink()
    assert kind_of(real) is Kind.PROTECTED
    assert [one.name for one in real.parent.iterdir()] == ["diary.daymark"]


@pytest.fixture
def came_back(protected, tmp_path):
    """A readable copy that was on a stick while the diary was protected."""
    copy = tmp_path / "stick" / "diary-2026-02-03T100000Z.daymark"
    copy.parent.mkdir()
    Home(copy, None, protected.now)
    shutil.rmtree(copy.parent / "backups")
    return copy


def test_a_readable_copy_that_came_back_is_protected(protected, came_back):
    protecting.catch_up(
        protected.path, "secret", [came_back, protected.copy, came_back.with_name("gone")]
    )
    assert protected.note_in(came_back) == "now"
    assert salt_of(came_back) == salt_of(protected.path)
    assert names(came_back.parent) == [came_back.name]
    assert protected.note_in(protected.path) == "now"


@pytest.mark.usefixtures("impatient")
def test_it_waits_while_another_program_has_the_diary(protected, came_back):
    """That could do the same, or give the diary another passphrase meanwhile."""
    before = came_back.read_bytes()
    with by_hand.kept_by_another_program(protected.path, "secret"):
        protecting.catch_up(protected.path, "secret", [came_back])
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
    protecting.catch_up(protected.path, "wrong", [came_back])
    assert kind_of(came_back) is Kind.PLAIN


def test_a_copy_that_another_program_finishes_meanwhile_is_written_anew_too(home):
    """It read the diary before it was swapped, and gave its copy a name after we had looked."""
    with protecting.ready(home.path, home.passphrase, "another", backups=home.backups) as ready:
        late = home.copy.with_name("diary-2026-03-01T200401Z.daymark")
        shutil.copy(home.copy, late)
        ready.swap_diary()
        ready.swap_copies()
        damaged = home.copy.with_name("diary-2026-03-01T200402Z.daymark")
        damaged.write_bytes(late.read_bytes()[:8192])
        ours = home.copy.with_name("diary-2026-03-01T200403Z.daymark")
        shutil.copy(home.path, ours)
        before = ours.read_bytes()
    assert ready.missed == [damaged]
    assert home.note_in(late, "another") == "then"
    assert ours.read_bytes() == before


def test_without_a_swap_nothing_is_looked_for_once_more(home):
    with protecting.ready(home.path, home.passphrase, "another", backups=home.backups) as ready:
        late = home.copy.with_name("diary-2026-03-01T200401Z.daymark")
        shutil.copy(home.copy, late)
    assert ready.missed == []
    assert late.read_bytes() == home.copy.read_bytes()


def names(folder):
    return sorted(one.name for one in folder.iterdir())
