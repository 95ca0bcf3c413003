"""Where things live: one folder, chosen by option, environment or platform, private."""

from __future__ import annotations

import stat
from pathlib import Path

import platformdirs
import pytest

from diary.paths import AppPaths, sync_folder


def test_the_option_comes_first(tmp_path):
    paths = AppPaths.find(tmp_path / "option", {"DAYMARK_DATA_DIR": str(tmp_path / "other")})
    assert paths.folder == tmp_path / "option"


def test_then_the_environment(tmp_path):
    assert AppPaths.find(None, {"DAYMARK_DATA_DIR": str(tmp_path)}).folder == tmp_path


@pytest.mark.parametrize("environment", [{}, {"DAYMARK_DATA_DIR": ""}])
def test_else_the_platform(environment):
    expected = Path(platformdirs.user_data_dir("daymark", appauthor=False))
    assert AppPaths.find(environment=environment).folder == expected
    assert expected.name == "daymark"


def test_the_environment_of_the_process_is_read(tmp_path, monkeypatch):
    monkeypatch.setenv("DAYMARK_DATA_DIR", str(tmp_path / "process"))
    assert AppPaths.find().folder == tmp_path / "process"


def test_a_relative_folder_and_the_home_folder_are_made_whole(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "home"))
    assert AppPaths.find(Path("here")).folder == tmp_path / "here"
    assert AppPaths.find(Path("~/there")).folder == tmp_path / "home" / "there"


def test_everything_lies_in_the_one_folder(tmp_path):
    paths = AppPaths(tmp_path)
    assert paths.diary == tmp_path / "diary.daymark"
    assert paths.backups == tmp_path / "backups"
    assert paths.settings == tmp_path / "settings.json"
    assert paths.logs == tmp_path / "logs"


def test_nothing_is_made_until_asked_and_then_for_the_owner_only(tmp_path):
    paths = AppPaths.find(tmp_path / "deep" / "down")
    assert not paths.folder.exists()
    paths.create()
    paths.create()
    assert stat.S_IMODE(paths.folder.stat().st_mode) == 0o700
    assert list(paths.folder.iterdir()) == []


def test_a_place_that_cannot_be_made(tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(OSError, match="file"):
        AppPaths(tmp_path / "file" / "below").create()


def test_frozen(tmp_path):
    with pytest.raises(AttributeError):
        AppPaths(tmp_path).folder = tmp_path


def test_a_folder_that_cannot_be_synced_is_left_at_that(tmp_path):
    sync_folder(tmp_path)
    sync_folder(tmp_path / "missing")
    assert list(tmp_path.iterdir()) == []
