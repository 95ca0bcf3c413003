"""What the tests of commands in trouble need: days to begin with, a folder, and what is told."""

from __future__ import annotations

import datetime as dt
import json
from contextlib import contextmanager

TODAY = dt.date(2026, 3, 22)


def write(file, numbers):
    days = [TODAY - dt.timedelta(days=number) for number in numbers]
    entries = [{"date": day.isoformat(), "note": "x" * 200, "pains": []} for day in days]
    file.write_text(json.dumps({"format": "daymark-diary", "version": 1, "entries": entries}))


def check_refused(ran, words):
    assert ran["status"] == 1, ran
    assert ran["out"] == ""
    sentences = ran["err"].strip()
    assert "\n" not in sentences
    assert sentences.endswith(".")
    assert any(word in sentences for word in words), sentences


@contextmanager
def only_readable(folder):
    modes = {path: path.stat().st_mode for path in (folder, *folder.rglob("*"))}
    for path, mode in modes.items():
        path.chmod(mode & ~0o222)
    try:
        yield
    finally:
        for path, mode in modes.items():
            path.chmod(mode)
