"""``python -m diary`` is ``daymark``."""

from __future__ import annotations

import runpy
import sys

import pytest


@pytest.mark.parametrize(("command", "status"), [("schema", 0), ("nonsense", 2)])
def test_the_package_starts_the_program(tmp_path, monkeypatch, capfd, command, status):
    monkeypatch.setattr(sys, "argv", ["diary", "--data-dir", str(tmp_path), command])
    with pytest.raises(SystemExit) as ended:
        runpy.run_module("diary", run_name="__main__")
    said = capfd.readouterr()
    assert ended.value.code == status
    assert said.out.startswith("{") is (status == 0)
    assert ("No such command" in said.err) is (status != 0)
