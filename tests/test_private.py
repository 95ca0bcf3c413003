"""Files of the owner alone: what is made, what is mended, and what is left as it is."""

from __future__ import annotations

import os
import resource
import sys

import pytest

from diary import private
from diary.paths import AppPaths
from diary.private import close_to_others, make_private, owner_only


def mode(path):
    return path.stat().st_mode & 0o777


@pytest.fixture
def open_to_all():
    """Make files as a system does that hides nothing."""
    before = os.umask(0)
    yield
    os.umask(before)


def test_what_is_made_meanwhile_is_for_the_owner_only(open_to_all, tmp_path):  # noqa: ARG001
    limits = resource.getrlimit(resource.RLIMIT_CORE)
    with owner_only():
        (tmp_path / "inside").write_text("x")
        (tmp_path / "folder").mkdir()
        assert resource.getrlimit(resource.RLIMIT_CORE)[0] == 0
    (tmp_path / "after").write_text("x")
    assert [mode(tmp_path / name) for name in ("inside", "folder", "after")] == [
        0o600,
        0o700,
        0o666,
    ]
    assert resource.getrlimit(resource.RLIMIT_CORE) == limits


def test_a_system_without_limits_is_no_trouble(monkeypatch):
    monkeypatch.setitem(sys.modules, "resource", None)
    with owner_only():
        pass


def test_an_open_folder_is_closed(open_to_all, tmp_path):  # noqa: ARG001
    (tmp_path / "logs").mkdir()
    make_private(tmp_path / "logs")
    assert mode(tmp_path / "logs") == 0o700


def test_what_is_there_for_all_or_a_link_or_gone_stays(tmp_path):
    (tmp_path / "all").mkdir()
    (tmp_path / "all").chmod(0o1777)
    (tmp_path / "file").write_text("x")
    (tmp_path / "file").chmod(0o644)
    (tmp_path / "link").symlink_to(tmp_path / "file")
    for name in ("all", "link", "gone"):
        close_to_others(tmp_path / name)
    assert mode(tmp_path / "all") == 0o777
    assert mode(tmp_path / "file") == 0o644


def test_windows_has_its_own_way(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("x")
    (tmp_path / "file").chmod(0o644)
    monkeypatch.setattr(private.os, "name", "nt")
    close_to_others(tmp_path / "file")
    monkeypatch.undo()
    assert mode(tmp_path / "file") == 0o644


def test_a_diary_copied_from_a_stick_is_closed_with_its_folder(tmp_path):
    paths = AppPaths(tmp_path / "data")
    paths.logs.mkdir(parents=True)
    paths.diary.write_text("x")
    for path in (paths.folder, paths.logs):
        path.chmod(0o755)
    paths.diary.chmod(0o644)
    paths.create()
    assert [mode(path) for path in (paths.folder, paths.logs, paths.diary)] == [
        0o700,
        0o700,
        0o600,
    ]


def test_a_folder_of_hers_with_other_things_stays_as_she_has_it(tmp_path):
    paths = AppPaths(tmp_path / "hers")
    paths.folder.mkdir()
    paths.diary.write_text("x")
    (paths.folder / "photo.jpg").write_text("x")
    for path in (paths.diary, paths.folder / "photo.jpg"):
        path.chmod(0o644)
    paths.folder.chmod(0o755)
    paths.create()
    assert mode(paths.folder) == 0o755
    assert mode(paths.folder / "photo.jpg") == 0o644
    assert mode(paths.diary) == 0o600
