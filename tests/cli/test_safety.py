"""``backup``, ``restore`` and ``verify`` as they are called."""

from __future__ import annotations

import sqlite3

import pytest

from tests.store import by_hand


@pytest.fixture
def inside(tmp_path, monkeypatch):
    """Run in a folder of the test."""
    monkeypatch.chdir(tmp_path)


def test_backup_goes_into_its_folder(filled, paths):
    ran = filled("backup")
    [backup] = paths.backups.glob("*.daymark")
    assert (ran.status, ran.out) == (0, f"The backup was written to {backup}\n")


def test_backup_to_a_file_that_is_not_overwritten(filled, tmp_path):
    out = tmp_path / "copy.daymark"
    assert filled("backup", out).out == f"The backup was written to {out}\n"
    ran = filled("backup", out)
    assert ran.status == 2
    assert ran.err == "There is already a file copy.daymark; it was left alone.\n"


def test_restore_brings_the_copy_back_and_keeps_what_was(filled, tmp_path, diary_file):
    out = tmp_path / "copy.daymark"
    filled("backup", out)
    filled("import", diary_file({"date": "2026-03-22", "note": "later"}))
    ran = filled("restore", out)
    assert ran.status == 0
    first, second = ran.out.splitlines()
    assert first == f"The diary was put back from {out}"
    assert second.startswith("As it was until now, it is kept in ")
    assert filled("export", "-").data["entries"][-1]["note"] != "later"


def test_restore_into_an_empty_folder(filled, tmp_path, monkeypatch):
    out = tmp_path / "copy.daymark"
    filled("backup", out)
    monkeypatch.setenv("DAYMARK_DATA_DIR", str(tmp_path / "new"))
    assert filled("restore", out).out == f"The diary was put back from {out}\n"
    assert len(filled("export", "-").data["entries"]) == 60


@pytest.mark.parametrize("options", [[], ["--salvage"]], ids=["whole", "salvage"])
def test_restore_of_a_file_that_is_not_there(filled, options):
    ran = filled("restore", *options, "nothing.daymark")
    assert (ran.status, ran.err) == (2, "There is no file nothing.daymark.\n")


def test_nothing_is_saved_of_a_folder(filled, tmp_path):
    ran = filled("restore", "--salvage", tmp_path)
    assert (ran.status, ran.err) == (2, f"{tmp_path.name} is a folder, not a file.\n")


@pytest.mark.parametrize("name", ["n" * 300, "n" * 300 + "/copy.daymark"])
@pytest.mark.parametrize(
    "command", [("restore",), ("restore", "--salvage"), ("backup",)], ids="-".join
)
def test_a_name_that_is_too_long_is_told_so(filled, command, name):
    ran = filled(*command, name)
    assert (ran.status, ran.out) == (1, "")
    last = name.rpartition("/")[2]
    told = f"The name of {last}, or of its folder, is too long. Choose a shorter one."
    assert ran.err.splitlines()[0] == told


@pytest.mark.parametrize("command", ["verify", "backup", "protect"])
def test_a_folder_that_cannot_be_entered_is_told_so(daymark, tmp_path, monkeypatch, command):
    monkeypatch.setenv("DAYMARK_DATA_DIR", str(tmp_path / ("n" * 300)))
    ran = daymark(command)
    assert (ran.status, ran.out) == (1, "")
    assert ran.err.startswith("The name of diary.daymark, or of its folder, is too long.")


def test_restore_of_what_is_no_diary_changes_nothing(filled, tmp_path):
    other = tmp_path / "other.daymark"
    other.write_bytes(b"x" * 4096)
    ran = filled("restore", other)
    assert ran.status == 2
    assert len(ran.err.splitlines()) == 1
    assert len(filled("export", "-").data["entries"]) == 60


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("", ". is a folder, not a file."),
        ("folder", "folder is a folder, not a file."),
        ("diary.json", "The file diary.json is not a Daymark diary."),
        ("gone/copy.daymark", "There is no file copy.daymark."),
    ],
)
@pytest.mark.usefixtures("inside")
def test_restore_of_anything_else_is_refused_and_leaves_nothing(
    daymark, tmp_path, paths, name, sentence
):
    (tmp_path / "folder").mkdir()
    (tmp_path / "diary.json").write_text('{"format": "daymark-diary", "version": 1}')
    ran = daymark("restore", name)
    assert (ran.status, ran.out, ran.err) == (2, "", f"{sentence}\n")
    assert not paths.diary.exists()


def test_a_diary_of_a_newer_version_is_left_for_that_version(filled, tmp_path, paths):
    out = tmp_path / "copy.daymark"
    filled("backup", out)
    with sqlite3.connect(paths.diary) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0999'")
    connection.close()
    newer = (
        "The file diary.daymark was written by a newer version of Daymark. "
        "Install that version to open it.\n"
    )
    before = paths.diary.read_bytes()
    ran = filled("restore", out)
    assert (ran.status, ran.err) == (2, newer)
    assert paths.diary.read_bytes() == before
    ran = filled("verify")
    assert ran.status == 1
    assert ran.out.startswith("The file is of a version that this Daymark can read: no\n")
    ran = filled("export", "-")
    assert (ran.status, ran.err) == (1, newer)


@pytest.mark.parametrize("content", [b"PK\x03\x04" + bytes(range(256)) * 16, b"words\n" * 99, None])
def test_what_was_no_diary_is_not_offered_to_be_saved(daymark, paths, content):
    paths.create()
    if content is None:
        paths.diary.mkdir()
    else:
        paths.diary.write_bytes(content)
    ran = daymark("export", "-")
    assert ran.status == 1
    assert ran.err.splitlines()[1:] == ["`daymark restore FILE` puts a backup in its place."]


@pytest.mark.parametrize("present", [None, "the present words"])
@pytest.mark.parametrize("options", [[], ["--salvage"]], ids=["whole", "salvage"])
def test_restore_of_a_copy_with_another_passphrase(filled, tmp_path, monkeypatch, options, present):
    out = tmp_path / "copy.daymark"
    monkeypatch.setenv("DAYMARK_PASSPHRASE", "the words of before")
    filled("protect")
    filled("backup", out)
    if present is None:
        filled("unprotect")
        monkeypatch.delenv("DAYMARK_PASSPHRASE")
    else:
        monkeypatch.setenv("DAYMARK_NEW_PASSPHRASE", present)
        filled("change-passphrase")
        monkeypatch.setenv("DAYMARK_PASSPHRASE", present)
        ran = filled("restore", *options, out)
        refused = "does not fit" if options else "has another passphrase"
        assert ran.status == 2
        assert "copy.daymark" in ran.err
        assert refused in ran.err
    monkeypatch.setenv("DAYMARK_COPY_PASSPHRASE", "the words of before")
    ran = filled("restore", *options, out)
    assert (ran.status, ran.err) == (0, "")
    monkeypatch.setenv("DAYMARK_PASSPHRASE", "the words of before")
    assert len(filled("export", "-").data["entries"]) == 60


CHECKED = (
    "The file can be read from one end to the other: yes\n"
    "Every answer belongs to a day: yes\n"
    "Every place, sign, symptom and choice is one that Daymark knows: yes\n"
    "Every date is possible: yes\n"
    "Every answer is one that Daymark can have written: yes\n"
)


def test_a_protected_diary_with_a_damaged_first_page_has_a_way_out(
    filled, paths, tmp_path, monkeypatch
):
    monkeypatch.setenv("DAYMARK_PASSPHRASE", "four words of mine")
    copy = tmp_path / "copy.daymark"
    assert filled("protect").status == 0
    assert filled("backup", copy).status == 0
    with paths.diary.open("r+b") as diary:
        diary.seek(16)
        diary.write(bytes(range(256)) * 2)
    damaged = paths.diary.read_bytes()
    ran = filled("restore", copy)
    assert (ran.status, paths.diary.read_bytes()) == (2, damaged)
    refused, way_out = ran.err.splitlines()
    assert refused.startswith("The passphrase does not fit diary.daymark")
    assert "`daymark restore --salvage FILE`" in way_out
    assert filled("restore", "--salvage", copy).status == 0
    assert filled("verify").status == 0


def test_verify_tells_what_was_checked_and_what_is_there(filled):
    assert filled("verify").out == (
        f"{CHECKED}"
        "The diary is in order: 60 days are recorded, from 22 January 2026 to 22 March 2026.\n"
    )


def test_verify_checks_the_newest_backup_too(filled, paths):
    filled("backup")
    assert "The newest backup is in order: yes\n" in filled("verify").out
    [backup] = paths.backups.glob("*.daymark")
    damage(backup)
    ran = filled("verify")
    assert ran.status == 1
    assert "The newest backup is in order: no\n" in ran.out
    assert ran.err == (
        f"The newest backup, {backup.name}, is not in order. The file {backup.name} is damaged.\n"
    )


def test_verify_of_an_empty_diary(daymark, diary_file):
    daymark("import", diary_file())
    assert daymark("verify").out == f"{CHECKED}The diary is in order: 0 days are recorded.\n"


def damage(path):
    content = bytearray(path.read_bytes())
    content[8192:12288] = b"\xff" * 4096
    path.write_bytes(content)


def test_verify_of_a_damaged_diary_is_status_1(filled, paths):
    damage(paths.diary)
    ran = filled("verify")
    assert ran.status == 1
    assert ran.out == "The file can be read from one end to the other: no\n"
    assert ran.err == (
        "The file diary.daymark is damaged. A backup can be put back in its place.\n"
    )


def test_verify_counts_several_faults_and_says_each(filled, paths):
    with sqlite3.connect(paths.diary) as connection:
        connection.execute("UPDATE pain SET region = 'a secret place' WHERE id < 3")
        connection.execute("INSERT INTO treatment (kind, start, \"end\") VALUES ('x', '2026', '2')")
    connection.close()
    ran = filled("verify")
    assert ran.status == 1
    count, *faults = ran.err.splitlines()
    assert count == f"{len(faults)} things are not in order:"
    assert "3 answers use a word that this version does not know." in faults
    assert "2 dates cannot be read." in faults
    assert "secret" not in ran.out + ran.err


def test_what_is_saved_of_a_damaged_diary_is_told_plainly(filled, paths):
    with sqlite3.connect(paths.diary) as connection:
        connection.execute("INSERT INTO treatment (kind) VALUES ('magic')")
        connection.execute("INSERT INTO draft VALUES ('2026-03-22', '[', '2026-03-22T20:00:00Z')")
        connection.execute("UPDATE entry SET sleep = 77 WHERE day = '2026-03-20'")
    connection.close()
    ran = filled("restore", "--salvage", paths.diary)
    [kept] = paths.backups.glob("*.damaged")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "60 days can be read.",
        "Read in part: 2026-03-20",
        "Not read in full: treatments",
        "Not read in full: days that were begun and not saved",
        "Look these through in the diary, and add what you miss.",
        "The new diary is in its place.",
        f"As it was until now, it is kept in {kept}",
    ]


@pytest.fixture
def readable(filled, tmp_path):
    """A damaged diary without a passphrase, elsewhere."""
    out = tmp_path / "old.daymark"
    filled("backup", out)
    with sqlite3.connect(out) as connection:
        connection.execute("INSERT INTO treatment (kind) VALUES ('magic')")
    connection.close()
    return out


@pytest.mark.parametrize("given", [None, "not the words"])
def test_what_is_saved_replaces_no_protected_diary_without_its_passphrase(
    filled, readable, paths, monkeypatch, given
):
    monkeypatch.setenv("DAYMARK_PASSPHRASE", "correct horse")
    filled("protect")
    before = by_hand.contents(paths.folder), by_hand.contents(paths.backups)
    if given is None:
        monkeypatch.delenv("DAYMARK_PASSPHRASE")
    else:
        monkeypatch.setenv("DAYMARK_PASSPHRASE", given)
    ran = filled("restore", "--salvage", readable)
    assert (ran.status, ran.out) == (2, "")
    told = "The diary is protected: put its" if given is None else "The passphrase does not fit"
    assert ran.err.startswith(told)
    assert (by_hand.contents(paths.folder), by_hand.contents(paths.backups)) == before


def test_what_is_saved_of_a_readable_file_keeps_the_passphrase_of_the_diary(
    filled, readable, paths, monkeypatch
):
    monkeypatch.setenv("DAYMARK_PASSPHRASE", "correct horse")
    filled("protect")
    code = filled("protect", "--code").out
    ran = filled("restore", "--salvage", readable)
    assert (ran.status, ran.err) == (0, "")
    assert not paths.diary.read_bytes().startswith(b"SQLite")
    assert code
    assert filled("protect", "--code").out == code
    assert len(filled("export", "-").data["entries"]) == 60


def test_nothing_readable_is_left_where_what_was_saved_does_not_take_the_place(
    filled, readable, paths, monkeypatch
):
    monkeypatch.setenv("DAYMARK_PASSPHRASE", "correct horse")
    filled("protect")
    before = by_hand.contents(paths.folder)
    with by_hand.kept_by_another_program(paths.diary, "correct horse"):
        ran = filled("restore", "--salvage", readable)
    assert ran.status == 1
    assert ran.err == ("Another program is using diary.daymark. Close it there and try again.\n")
    assert by_hand.contents(paths.folder) == before


def test_a_readable_diary_is_saved_from_whatever_passphrase_is_given(filled, paths, monkeypatch):
    with sqlite3.connect(paths.diary) as connection:
        connection.execute("INSERT INTO treatment (kind) VALUES ('magic')")
    connection.close()
    monkeypatch.setenv("DAYMARK_PASSPHRASE", "of no use here")
    ran = filled("restore", "--salvage", paths.diary)
    assert (ran.status, ran.err) == (0, "")
    monkeypatch.delenv("DAYMARK_PASSPHRASE")
    assert len(filled("export", "-").data["entries"]) == 60


@pytest.mark.parametrize("command", ["backup", "verify"])
def test_without_a_diary_there_is_nothing_to_do(daymark, paths, command):
    ran = daymark(command)
    assert (ran.status, ran.err) == (2, "There is no diary in this folder yet.\n")
    assert not paths.diary.exists()


def test_protected_diary_can_be_copied_checked_and_put_back(daymark, monkeypatch, climbing):
    monkeypatch.setenv("DAYMARK_PASSPHRASE", "correct horse ü")
    daymark("import", climbing)
    backup = daymark("backup").out.removeprefix("The backup was written to ").strip()
    assert daymark("verify").status == 0
    assert daymark("restore", backup).status == 0
    monkeypatch.delenv("DAYMARK_PASSPHRASE")
    for command in (("verify",), ("backup",), ("restore", backup), ("alerts",)):
        ran = daymark(*command)
        assert (ran.status, ran.out) == (2, "")
        assert ran.err.startswith("The diary is protected: put its passphrase into DAYMARK_PASS")
