from __future__ import annotations

import datetime as dt
import logging

import pytest

from diary.domain.entry import DayEntry
from diary.errors import FileProblem
from diary.logs import start_logging, stop_logging, write_crash_report
from diary.paths import AppPaths
from diary.services.erasing import erase_everything
from diary.services.open import open_services
from diary.settings import Settings, load_settings, save_settings
from tests.refusals import refused

NOW = dt.datetime(2026, 3, 20, 20, 41, tzinfo=dt.UTC)


@pytest.fixture
def paths(tmp_path):
    """A folder in which everything was used that leaves a file."""
    paths = AppPaths(tmp_path / "data")
    services = open_services(paths)
    services.journal.save(DayEntry(date=NOW.date(), note="private"), NOW, NOW.date())
    services.safekeeping.backup(NOW)
    services.safekeeping.backup(NOW)
    services.close()
    paths.settings.write_text("damaged", "utf-8")
    load_settings(paths.settings)
    save_settings(Settings(theme="dark"), paths.settings)
    handler = start_logging(paths.logs)
    logging.getLogger("diary.test").warning("x")
    stop_logging(handler)
    write_crash_report(paths.logs, ValueError(), "0")
    (paths.folder / "diary.daymark-wal").write_bytes(b"x")
    (paths.backups / "diary-2026-03-20T204100Z.damaged").write_bytes(b"x")
    (paths.backups / "diary-2026-03-20T204100Z.daymark.abcd_123.part").write_bytes(b"x")
    (paths.folder / "window").mkdir()
    (paths.folder / "window" / "lock").write_bytes(b"x")
    return paths


def test_nothing_of_the_program_is_left_and_it_starts_anew(paths):
    assert len(list(paths.folder.rglob("*"))) > 10
    erase_everything(paths)
    assert not paths.folder.exists()
    services = open_services(paths)
    assert services.journal.first_day() is None
    assert not services.care.is_first_run_done()
    services.close()


def test_a_folder_that_is_not_there_has_nothing_to_delete(tmp_path):
    erase_everything(AppPaths(tmp_path / "nowhere"))
    assert list(tmp_path.iterdir()) == []


def test_files_of_hers_stay(paths, tmp_path):
    outside = tmp_path / "diary.daymark"
    outside.write_text("hers", "utf-8")
    hers = [paths.folder / "letter.txt", paths.backups / "my diary.daymark", paths.folder / "diary"]
    for path in hers:
        path.write_text("hers", "utf-8")
    (paths.folder / "settings.json.d").mkdir()
    erase_everything(paths)
    left = {path for path in tmp_path.rglob("*") if path.is_file()}
    assert left == {outside, *hers}
    assert (paths.folder / "settings.json.d").is_dir()


def test_a_folder_by_the_name_of_a_file_stays(paths):
    paths.settings.unlink()
    paths.settings.mkdir()
    erase_everything(paths)
    assert list(paths.folder.iterdir()) == [paths.settings]


def test_what_a_link_points_to_stays(paths, tmp_path):
    elsewhere = tmp_path / "second disk"
    paths.backups.rename(elsewhere)
    paths.backups.symlink_to(elsewhere, target_is_directory=True)
    target = tmp_path / "elsewhere.json"
    target.write_text("{}", "utf-8")
    paths.settings.unlink()
    paths.settings.symlink_to(target)
    kept = sorted(elsewhere.iterdir())
    erase_everything(paths)
    assert sorted(elsewhere.iterdir()) == kept
    assert target.exists()
    assert not paths.folder.exists()


def test_what_cannot_be_deleted_is_told_and_all_else_is_gone(paths, monkeypatch):
    unlink = type(paths.diary).unlink

    def refuse(path, *arguments, **named):
        if path == paths.diary:
            raise PermissionError
        unlink(path, *arguments, **named)

    monkeypatch.setattr(type(paths.diary), "unlink", refuse)
    with refused(FileProblem, "could not be deleted") as caught:
        erase_everything(paths)
    assert str(caught.value) == "1 file left"
    assert [path for path in paths.folder.rglob("*") if path.is_file()] == [paths.diary]
