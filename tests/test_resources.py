"""Resources are found in a checkout, beside an installed package and in a frozen program."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from diary import resources
from diary.resources import notices, resource, resource_root


def test_in_a_checkout():
    assert resource_root() == Path(__file__).parents[1] / "resources"
    assert resource("fonts").is_dir()


def test_beside_an_installed_package(tmp_path, monkeypatch):
    (tmp_path / "_resources" / "report").mkdir(parents=True)
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path)
    assert resource_root() == tmp_path / "_resources"
    assert resource("report") == tmp_path / "_resources" / "report"


def test_in_a_frozen_program(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resource_root() == tmp_path / "resources"


@pytest.mark.parametrize("name", ["no-such-file", "fonts/no-such-font.ttf"])
def test_an_incomplete_program_names_what_is_missing(name):
    with pytest.raises(FileNotFoundError, match=name):
        resource(name)


def test_the_notices_stand_at_the_top_of_a_checkout():
    assert notices().read_text("utf-8").startswith("# Third-party notices")


def test_the_notices_lie_with_the_resources_elsewhere(tmp_path, monkeypatch):
    (tmp_path / "resources").mkdir()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    with pytest.raises(FileNotFoundError):
        notices()
    (tmp_path / "resources" / "THIRD_PARTY.md").write_text("x", "utf-8")
    assert notices().parent == tmp_path / "resources"
