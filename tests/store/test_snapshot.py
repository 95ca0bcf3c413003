from __future__ import annotations

import datetime as dt
import os

import pytest

from diary.domain.entry import DayEntry, Pain
from diary.errors import FileProblem, RequestError
from diary.paths import AppPaths
from diary.store import alone, files, identity, snapshot
from diary.store.database import Database
from diary.store.identity import PassphraseError
from diary.store.problems import UnusableFile
from diary.store.snapshot import Snapshot
from diary.store.soundness import verify
from tests.refusals import refused
from tests.store import by_hand

NOW = dt.datetime(2026, 3, 1, 20, 4, tzinfo=dt.UTC)
LATER = dt.datetime(2026, 3, 20, 12, tzinfo=dt.UTC)


class Home:
    """A diary that is open, and where its copies go."""

    def __init__(self, path, passphrase, now):
        self.path, self.passphrase, self.now = path, passphrase, now
        self.backups = path.parent / "folder" / "backups"
        self.database = Database.open(path, passphrase)

    def save(self, note):
        entry = DayEntry(date=self.now.date(), pains=(Pain(region="hip"),), note=note)
        with self.database.unit(writing=True) as unit:
            unit.entries.put(entry, self.now)
            unit.commit()

    def take(self):
        return snapshot.take(self.path, self.backups, self.passphrase, self.now)

    def restore(self, copy):
        return snapshot.restore(
            copy,
            self.path,
            self.backups,
            self.passphrase,
            self.now,
            present_passphrase=self.passphrase,
        )

    def note_in(self, path):
        database = Database.open(path, self.passphrase)
        with database.unit() as unit:
            (entry,) = unit.entries.all()
        database.close()
        return entry.note


@pytest.fixture
def home(path, passphrase, now):
    """A new diary."""
    home = Home(path, passphrase, now)
    yield home
    home.database.close()


@pytest.fixture
def then(home):
    """A copy of the diary as it was then; since, it says something else and was closed."""
    home.save("then")
    copy = home.take()
    home.save("now")
    home.database.close()
    return copy


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def turn_bytes(path):
    """Damage all but the header and the list of tables."""
    content = bytearray(path.read_bytes())
    content[2 * 4096 :] = bytes(255 - byte for byte in content[2 * 4096 :])
    path.write_bytes(content)


def test_a_copy_holds_what_was_saved_a_moment_ago(home):
    home.save("just now")
    assert files.has_unfolded_writes(home.path)
    made = home.take()
    assert made == home.backups / "diary-2026-03-01T200400Z.daymark"
    assert made.stat().st_mode & 0o777 == 0o600
    assert home.backups.stat().st_mode & 0o777 == 0o700
    assert verify(made, home.passphrase).days == 1
    assert names(home.backups) == [made.name]
    assert home.note_in(made) == "just now"


def test_what_a_crash_left_of_earlier_copies_is_cleared(home):
    home.backups = AppPaths(home.path.parent).backups
    home.backups.mkdir(parents=True)
    stem = "diary-2026-02-01T100000Z.daymark"
    left = [f"{stem}.ab_1z9xy.part", f"{stem}.ab_1z9xy.part-journal"]
    staying = [f"{stem}.new_1234.part", "film.mp4.abcd1234.part", "diary-notes.part"]
    for name in left + staying:
        (home.backups / name).write_text("x")
        if "new" not in name:
            os.utime(home.backups / name, (0, 0))
    made = home.take()
    assert names(home.backups) == sorted([made.name, *staying])


def test_a_copy_is_protected_like_its_diary(home):
    home.save("a secret")
    assert (b"a secret" in home.take().read_bytes()) is (home.passphrase is None)


def test_a_copy_is_one_file_that_needs_nothing_beside_it(home):
    home.save("x")
    assert by_hand.run(home.take(), home.passphrase, "PRAGMA journal_mode") == [("delete",)]


def test_copies_of_one_second_do_not_meet(home):
    notes = [str(number) for number in range(12)]
    for note in notes:
        home.save(note)
        home.take()
    found = snapshot.listing(home.backups)
    assert [home.note_in(one.path) for one in found] == notes[::-1]


def test_a_copy_is_never_put_over_a_file(home, tmp_path):
    target = tmp_path / "mine.daymark"
    target.write_text("precious")
    with refused(RequestError, "There is already a file mine.daymark"):
        snapshot.copy(home.path, target, home.passphrase)
    assert target.read_text() == "precious"


def test_nothing_is_made_of_a_damaged_diary(home):
    home.database.close()
    turn_bytes(home.path)
    with refused(UnusableFile, "diary.daymark is damaged"):
        home.take()
    assert names(home.backups) == []


def test_a_copy_that_lost_rows_is_no_copy(home, monkeypatch):
    counts = iter([{"entry": 1}, {"entry": 0}])
    monkeypatch.setattr(snapshot, "_counts", lambda _: next(counts))
    with refused(UnusableFile, "no copy was made"):
        home.take()
    assert names(home.backups) == []


def test_nothing_is_made_of_nothing(home):
    home.database.close()
    home.path.unlink()
    with refused(FileProblem, "diary.daymark cannot be opened"):
        home.take()
    assert names(home.backups) == []


def test_a_full_disk_leaves_no_half_made_copy(home, prepare):
    prepare("max_page_count = 3")
    with refused(FileProblem, "The disk is full"):
        home.take()
    assert names(home.backups) == []


def test_a_folder_that_cannot_be_made_is_told(home):
    home.backups.parent.touch()
    with refused(FileProblem, "backups cannot be opened"):
        home.take()


def test_a_wrong_passphrase_makes_no_copy(home):
    home.passphrase = "wrong"
    with refused(PassphraseError, "passphrase"):
        home.take()
    assert names(home.backups) == []


def test_the_copies_are_listed_with_the_newest_first(tmp_path):
    backups = tmp_path / "a" / "backups"
    assert snapshot.listing(backups) == ()
    backups.mkdir(parents=True)
    sizes = {"diary-2026-03-01T200400Z.daymark": 3, "diary-2026-03-02T000000Z-2.daymark": 1}
    for name, size in sizes.items():
        (backups / name).write_bytes(b"x" * size)
    by_hand_made = backups / "before my holiday.daymark"
    by_hand_made.touch()
    os.utime(by_hand_made, (0, dt.datetime(2026, 3, 1, 23, tzinfo=dt.UTC).timestamp()))
    for other in ("diary-2026-03-03T000000Z.damaged", "notes.txt", "diary.daymark.abc.part"):
        (backups / other).touch()
    newest, middle, oldest = snapshot.listing(backups)
    moment = dt.datetime(2026, 3, 2, tzinfo=dt.UTC)
    assert newest == Snapshot(backups / "diary-2026-03-02T000000Z-2.daymark", moment, 1)
    assert middle.path == by_hand_made
    assert oldest.size == 3


def test_only_our_own_old_copies_are_thinned_out(tmp_path):
    backups = tmp_path / "a" / "backups"
    backups.mkdir(parents=True)
    staying = ["before.daymark", "diary-2026-01-09T100000Z.daymark", "notes.txt"]
    for name in (*staying, "diary-2026-01-09T080000Z.daymark"):
        (backups / name).touch()
    os.utime(backups / "before.daymark", (0, 0))
    snapshot.thin(backups, LATER)
    assert names(backups) == staying


def test_the_copies_of_another_diary_in_the_same_folder_stay(tmp_path):
    january = ["2026-01-09T080000Z", "2026-01-09T100000Z"]
    ours, theirs = "0123abcd", "99999999"
    for stamp in january:
        for mark in ("", f"of-{ours}-", f"of-{theirs}-"):
            (tmp_path / f"diary-{mark}{stamp}.daymark").touch()
    assert [one.path.name for one in snapshot.listing(tmp_path, ours)] == [
        f"diary-of-{ours}-{stamp}.daymark" for stamp in reversed(january)
    ]
    before = names(tmp_path)
    snapshot.thin(tmp_path, LATER, ours)
    assert set(before) - set(names(tmp_path)) == {f"diary-of-{ours}-{january[0]}.daymark"}
    snapshot.thin(tmp_path, LATER)
    assert len(names(tmp_path)) == 4


def test_of_the_copies_before_an_upgrade_the_last_one_stays(tmp_path):
    staying = [
        "diary-before-0001.daymark",
        "diary-before-0002-10.daymark",
        "diary-before-x.daymark",
    ]
    for name in (*staying, "diary-before-0002.daymark", "diary-before-0002-9.daymark"):
        (tmp_path / name).touch()
    snapshot.thin(tmp_path, LATER)
    assert names(tmp_path) == staying


def test_what_is_no_file_is_no_copy(tmp_path):
    (tmp_path / "diary-2026-03-01T200400Z.daymark").mkdir()
    (tmp_path / "gone.daymark").symlink_to(tmp_path / "nowhere")
    assert snapshot.listing(tmp_path) == ()


def test_a_copy_elsewhere_says_of_which_diary_it_is(tmp_path):
    made = tmp_path / "diary-2026-03-01T200400Z-2.daymark"
    assert snapshot.name_elsewhere(made, "0123abcd") == (
        "diary-of-0123abcd-2026-03-01T200400Z-2.daymark"
    )


def test_a_copy_is_put_back_and_the_present_is_kept(home, then):
    content = then.read_bytes()
    present = home.restore(then)
    assert present == home.backups / "diary-2026-03-01T200400Z-2.daymark"
    assert home.note_in(present) == "now"
    assert then.read_bytes() == content
    assert names(home.path.parent) == ["diary.daymark", "folder"]
    assert home.path.stat().st_mode & 0o777 == 0o600
    assert home.note_in(home.path) == "then"


def test_a_copy_is_put_where_nothing_is(home, then):
    home.path.unlink()
    assert home.restore(then) is None
    assert home.note_in(home.path) == "then"


def test_a_protected_diary_is_not_replaced_without_its_passphrase(tmp_path):
    present, copy = tmp_path / "diary.daymark", tmp_path / "copy.daymark"
    Database.open(present, "secret").close()
    Database.open(copy).close()
    before = present.read_bytes()
    with pytest.raises(PassphraseError):
        snapshot.restore(copy, present, tmp_path / "backups", None, NOW, present_passphrase=None)
    assert present.read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"not a diary", None])
def test_a_damaged_diary_is_moved_aside_as_it_is(home, then, content):
    if content is None:
        by_hand.run(home.path, home.passphrase, "PRAGMA application_id = 7")
        by_hand.leave_unfolded(home.path, home.passphrase, "DELETE FROM entry")
    else:
        home.path.write_bytes(content)
    before = by_hand.contents(home.path.parent)
    present = home.restore(then)
    assert present == home.backups / "diary-2026-03-01T200400Z.damaged"
    after = {
        name.replace(present.name, home.path.name): kept
        for name, kept in by_hand.contents(home.backups).items()
        if name.startswith(present.name)
    }
    assert after == before
    assert [one.path for one in snapshot.listing(home.backups)] == [then]
    assert home.note_in(home.path) == "then"


def test_a_damaged_diary_that_another_program_has_open_stays(home, then):
    with by_hand.kept_by_another_program(home.path, home.passphrase):
        with home.path.open("r+b") as file:
            file.seek(-4_096, os.SEEK_END)
            file.write(bytes(4_096))
        before = by_hand.contents(home.path.parent)
        with refused(FileProblem, "Another program is using diary.daymark"):
            home.restore(then)
        assert by_hand.contents(home.path.parent) == before
        assert names(home.backups) == [then.name]
    home.restore(then)
    assert home.note_in(home.path) == "then"


def test_a_damaged_copy_is_not_put_back(home, then):
    by_hand.run(then, home.passphrase, "UPDATE pain SET worst = 77")
    before = by_hand.contents(home.path.parent)
    with refused(UnusableFile, "cannot have written"):
        home.restore(then)
    assert by_hand.contents(home.path.parent) == before
    assert names(home.backups) == [then.name]


def test_a_copy_with_another_passphrase_is_not_put_back(home, tmp_path):
    other = tmp_path / "other.daymark"
    Database.open(other, None if home.passphrase else "x").close()
    with refused(PassphraseError, "passphrase"):
        home.restore(other)
    assert not home.backups.exists()


@pytest.mark.usefixtures("impatient")
def test_nothing_is_put_in_the_place_of_an_open_diary(home, then):
    home.database.reopen()
    with refused(FileProblem, "Another program is using diary.daymark"):
        home.restore(then)
    assert names(home.backups) == [then.name]
    home.database.close()
    assert home.note_in(home.path) == "now"


@pytest.mark.parametrize("closes_first", [False, True])
def test_nobody_saves_between_the_copy_of_the_present_and_the_swap(
    home, then, monkeypatch, closes_first
):
    monkeypatch.setattr(alone, "_CLOSES_FIRST", closes_first)
    real, let = snapshot.take, []

    def take(*rest, **more):
        made = real(*rest, **more)
        statement = "UPDATE entry SET note = 'beside'"
        let.append(by_hand.as_another_program(home.path, home.passphrase, statement))
        return made

    monkeypatch.setattr(snapshot, "take", take)
    present = home.restore(then)
    assert let == [False]
    assert names(home.path.parent) == ["diary.daymark", "folder"]
    assert [home.note_in(one) for one in (present, home.path)] == ["now", "then"]


def test_what_a_crash_left_beside_the_diary_is_in_the_copy_of_the_present(home, then):
    by_hand.leave_unfolded(home.path, home.passphrase, "UPDATE entry SET note = 'last'")
    present = home.restore(then)
    assert names(home.path.parent) == ["diary.daymark", "folder"]
    assert [home.note_in(one) for one in (present, home.path)] == ["last", "then"]


def test_a_diary_of_a_newer_version_is_not_replaced(home, then):
    by_hand.run(home.path, home.passphrase, "UPDATE alembic_version SET version_num = '0999'")
    before = by_hand.contents(home.path.parent)
    with refused(RequestError, "Install that version"):
        home.restore(then)
    assert by_hand.contents(home.path.parent) == before
    assert names(home.backups) == [then.name]


def test_a_swap_that_fails_leaves_the_present(home, then, monkeypatch):
    def fail(*_):
        raise PermissionError(13, "the file is open")

    monkeypatch.setattr(files, "swap_in", fail)
    with refused(FileProblem, "diary.daymark cannot be opened"):
        home.restore(then)
    assert names(home.path.parent) == ["diary.daymark", "folder"]
    assert home.note_in(home.path) == "now"


def test_a_copy_before_an_upgrade_says_so(home):
    made, again = (
        snapshot.take_before("0002", home.path, home.backups, home.passphrase) for _ in range(2)
    )
    assert made == home.backups / "diary-before-0002.daymark"
    assert again == home.backups / "diary-before-0002-2.daymark"
    assert identity.kind_of(made) is identity.kind_of(home.path)


def test_what_waits_beside_a_diary_that_is_gone_is_kept_aside(tmp_path):
    gone = tmp_path / "diary.daymark"
    waiting = gone.with_name("diary.daymark-wal")
    waiting.write_bytes(b"what was saved last")
    snapshot.clear_place(gone, tmp_path / "backups")
    assert not waiting.exists()
    (kept,) = (tmp_path / "backups").iterdir()
    assert kept.read_bytes() == b"what was saved last"
    assert kept.name.startswith("diary-gone.damaged")
