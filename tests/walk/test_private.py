"""What she writes is in the diary and nowhere else, and nobody but her may read any file of it.

The program runs in a process of its own, on a system that hides nothing by itself (umask 0), with
folders of its own for temporary files, settings and caches, so that all it leaves can be searched.
"""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

MARKER = "zqx7-marker"
PHONE = "0190-555-7788"
HERS = (MARKER, PHONE, "Zqxanna")
WINDOW = """
import datetime as dt, os, sys
from pathlib import Path

os.umask(0)
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from diary.app import main
from diary.domain.care import Contact, Profile
from diary.domain.entry import DayEntry, Medicine, Pain, SymptomReport
from diary.ui import start
from diary.ui.pages import FOOT_PAGES, PAGES

MARKER, PHONE, NAME = sys.argv[2:5]
folder = Path(sys.argv[1])

class Steps:
    def __init__(self, session):
        self.window, self.bridge, self.quiet = session.window, session.bridge, 0
        self.pages = [page.id for page in (*PAGES, *FOOT_PAGES)]
        self.todo = [self.save, self.surround, *[self.show] * len(self.pages), self.refused]
        self.todo += [self.no_place, self.crash, self.look, self.draft, self.look]
        self.timer = QTimer()
        self.timer.timeout.connect(self.step)
        self.timer.start(10)

    def step(self):
        self.quiet = self.quiet + 1 if self.window.today.is_loaded and not self.bridge.busy else 0
        if self.quiet < 3:
            return
        self.quiet = 0
        if self.todo:
            self.todo.pop(0)()
        else:
            self.timer.stop()
            self.window.close_for_good()

    def entry(self, **more):
        today = self.bridge.clock.today()
        return DayEntry(date=more.pop("date", today), note=MARKER, could_do=MARKER, **more)

    def save(self):
        symptoms = (SymptomReport(symptom="custom:" + MARKER, grade=2),)
        medicines = (Medicine(name=MARKER),)
        pains = (Pain(region="hip", worst=4),)
        self.bridge.save(self.entry(pains=pains, symptoms=symptoms, medicines=medicines))

    def surround(self):
        self.bridge.care.set_person(Profile(name=NAME))
        self.bridge.care.replace("contacts", (Contact(name=MARKER, phone=PHONE),))

    def show(self):
        self.window.show_page(self.pages.pop(0))

    def refused(self):
        self.bridge.save(self.entry(date=self.bridge.clock.today() + dt.timedelta(days=9)))
        self.bridge.search_notes(MARKER)

    def no_place(self):
        self.bridge.whole.export(folder / "nowhere" / MARKER / "x.json", "json")

    def crash(self):
        note = MARKER
        try:
            {}[note]
        except KeyError as error:
            sys.excepthook(type(error), error, error.__traceback__)

    def draft(self):
        today = self.bridge.clock.today() - dt.timedelta(days=1)
        self.bridge.drafts.keep(today, lambda: '{"note": "%s"}' % MARKER)

    def look(self):
        titles = [window.title() for window in QGuiApplication.topLevelWindows()]
        titles.append(QGuiApplication.applicationDisplayName())
        assert not any(hers in title for hers in (MARKER, PHONE, NAME) for title in titles)
        assert not QGuiApplication.clipboard().text()

before = start.Session.show
kept = []

def show(session, **more):
    before(session, **more)
    kept.append(Steps(session))

start.Session.show = show
sys.exit(main(["--data-dir", str(folder / "data")]))
"""


@pytest.fixture
def left(tmp_path):
    """Use the program, and return what it left: all files but the diary and its copies."""
    homes = {name: tmp_path / name.lower() for name in ("HOME", "TMPDIR", "XDG_CONFIG_HOME")}
    for home in homes.values():
        home.mkdir()
    ran = subprocess.run(
        [sys.executable, "-c", WINDOW, str(tmp_path), *HERS],
        env={**os.environ, **{name: str(home) for name, home in homes.items()}},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert ran.returncode == 0, ran.stderr
    assert not any(hers in ran.stdout + ran.stderr for hers in HERS)
    assert "Traceback" not in ran.stderr
    return tmp_path


def test_what_she_writes_is_in_the_diary_and_nowhere_else(left):
    searched = []
    for path in left.rglob("*"):
        if path.is_file() and path.suffix != ".daymark":
            content = path.read_bytes()
            assert not any(hers.encode() in content for hers in HERS), path
            searched.append(path.name)
    assert MARKER.encode() in (left / "data" / "diary.daymark").read_bytes()
    assert "daymark.log" in searched
    assert any(name.startswith("crash-") for name in searched)


def test_nobody_else_may_read_any_of_it(left):
    ours = [left / "data", *(left / "data").rglob("*")]
    assert len(ours) > 4
    for path in ours:
        assert path.stat().st_mode & 0o077 == 0, path
