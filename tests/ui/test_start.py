"""The start: what is imported when, and what happens with an exception nobody caught."""

from __future__ import annotations

import gc
import json
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from diary.domain.entry import DayEntry
from diary.errors import FileProblem
from diary.paths import AppPaths
from diary.services.open import open_services
from diary.ui import start
from diary.ui.crash_notice import NOT_WORKED
from diary.ui.main_window import MainWindow
from diary.ui.reminder.autostart import is_there, put, this_entry
from diary.ui.start import run_window
from tests.ui.fakes import NOON, TODAY

# At the moment when Today is filled in; libraries by name, then what has been done.
PROBE = """
import datetime as dt, json, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from diary.paths import AppPaths
from diary.ui.start import Session

app = QApplication([])
told = {}

def loaded():
    return sorted({name.partition(".")[0] for name in sys.modules})

def on_painted():
    told["painted"] = loaded()
    session.bridge.open_diary()

def on_day(fact):
    told["usable"] = loaded()
    told["orm"] = "sqlalchemy.orm" in sys.modules  # as long to import as the frame takes
    told["pains"] = None if fact.entry is None else len(fact.entry.pains)
    app.quit()

session = Session(app, AppPaths(Path(sys.argv[1])), dt.date(2026, 3, 20))
session.window.painted.disconnect(session.bridge.open_diary)  # not before we have looked
session.window.painted.connect(on_painted)
session.bridge.day_loaded.connect(on_day)
session.window.show()
app.exec()
session.bridge.close()
print(json.dumps(told))
"""
# A start as the system makes it.
SECOND = """
import sys
from diary.app import main
sys.exit(main(sys.argv[1:]))
"""
NOT_YET = {"matplotlib", "alembic", "click", "typst"}
NOT_FOR_THE_PAINT = NOT_YET | {"sqlalchemy", "sqlcipher3", "numpy", "pydantic", "babel"}


@pytest.fixture
def paths(tmp_path):
    return AppPaths(tmp_path / "data")


@pytest.fixture
def diary(paths):
    """Make a diary with one day; opening it again needs no new schema."""
    services = open_services(paths)
    services.journal.save(DayEntry(date=TODAY, pains=()), NOON, TODAY)
    services.close()
    return paths


def test_heavy_libraries_wait_until_today_is_usable(diary):
    ran = subprocess.run(
        [sys.executable, "-c", PROBE, str(diary.folder)],
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    )
    told = json.loads(ran.stdout)
    assert told["pains"] == 0
    assert NOT_FOR_THE_PAINT & set(told["painted"]) == set()
    assert NOT_YET & set(told["usable"]) == set()
    assert "sqlalchemy" in told["usable"]
    assert not told["orm"]


@pytest.fixture
def one_app(qapp, monkeypatch):
    """Let run_window have the application that the tests have already."""

    class App:
        def __new__(cls, _arguments):
            return qapp

        quit = staticmethod(QApplication.quit)

    monkeypatch.setattr(start, "QApplication", App)
    yield qapp
    assert qapp.quitOnLastWindowClosed()
    gc.collect()  # here, and not on the worker of the next test


@pytest.fixture
def when_ready(one_app):
    """Do something with the window once it is at rest, again while that says so; then close it."""
    timer = QTimer()

    def look(act):
        for window in one_app.topLevelWidgets():
            is_ours = isinstance(window, MainWindow)
            if is_ours and window.today.is_loaded and not window._bridge.busy and not act(window):
                timer.stop()
                window.close()

    def when_ready(act=lambda _window: None):
        timer.timeout.connect(lambda: look(act))
        timer.start(10)

    return when_ready


def test_a_run_shows_the_window_and_ends_with_it(when_ready, paths):
    before = sys.excepthook
    when_ready()
    assert run_window(paths, TODAY, demo=True) == 0
    assert sys.excepthook is before
    assert (paths.logs / "daymark.log").read_text(encoding="utf-8").count("window open") == 1


class TestEndOfEverything:
    """She has everything deleted: the window closes, all is gone, and an empty one opens."""

    @pytest.fixture
    def end_it(self, one_app, paths, monkeypatch, tmp_path):
        """Run the window over a used diary, delete everything, and tell the last banner."""
        monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
        services = open_services(paths)
        services.journal.save(DayEntry(date=TODAY, note="private"), NOON, TODAY)
        services.close()
        told, seen = [], []
        timer = QTimer()

        def look():
            for window in one_app.topLevelWidgets():
                is_ours = isinstance(window, MainWindow) and window.isVisible()
                if not is_ours or not window.today.is_loaded or window._bridge.busy:
                    continue
                if not seen:
                    seen.append(window)
                    window.show_page("settings")
                    window.pages["settings"].end.confirmed.emit()
                elif window is not seen[0]:
                    told.append((window.banner.text, window.contents.guide.page is not None))
                    timer.stop()
                    window.close_for_good()

        timer.timeout.connect(look)

        def end_it():
            timer.start(10)
            assert run_window(paths, TODAY) == 0
            return told[0]

        return end_it

    def test_an_empty_diary_with_the_first_screens_follows(self, end_it, paths):
        entry = this_entry(paths.folder)
        put(entry)
        told, first_screens = end_it()
        assert told == "Everything was deleted. This is a new, empty diary."
        assert first_screens
        assert not is_there(entry)
        services = open_services(paths)
        assert services.journal.first_day() is None
        services.close()

    def test_the_start_of_another_diary_stays(self, end_it):
        other = this_entry(Path("/elsewhere"))
        put(other)
        end_it()
        assert is_there(other)

    def test_what_is_left_is_told(self, end_it, monkeypatch):
        def refuse(_paths):
            raise FileProblem("Some of the files could not be deleted.")

        monkeypatch.setattr("diary.services.erasing.erase_everything", refuse)
        assert end_it() == ("Some of the files could not be deleted.", False)


def test_ctrl_c_closes_the_window(one_app, paths):
    timer = QTimer()
    sender = threading.Timer(0.05, os.kill, (os.getpid(), signal.SIGINT))

    def interrupt():
        for window in one_app.topLevelWidgets():
            is_ours = isinstance(window, MainWindow) and window.isVisible()
            if is_ours and window.today.is_loaded and not window._bridge.busy:
                timer.stop()
                sender.start()

    timer.timeout.connect(interrupt)
    timer.start(10)
    assert run_window(paths, TODAY, demo=True) == 0
    sender.join()


def test_a_crash_is_one_line_in_the_window_and_its_report_is_in_help(when_ready, paths):
    seen = []

    def break_it(window):
        sys.excepthook(ValueError, ValueError("x"), None)
        seen.append((window.crash_notice.text, window.crash_notice.isVisible()))
        window.crash_notice.acted.emit()
        seen.append((window.pages["help"].isVisible(), window.crash_notice.isVisible()))

    when_ready(break_it)
    run_window(paths, TODAY)
    assert seen == [(NOT_WORKED, True), (True, False)]


def test_a_second_start_shows_the_window_of_the_first_and_ends_well(when_ready, paths):
    program = [sys.executable, "-c", SECOND, "--data-dir", str(paths.folder)]
    started, seen = [], []

    def start_again(window):
        if not started:
            window.hide()
            started.append(subprocess.Popen(program))
        if started[0].poll() is None:
            return True
        seen.append((started[0].returncode, window.isVisible()))
        window.show()
        return False

    when_ready(start_again)
    assert run_window(paths, TODAY) == 0
    assert seen == [(0, True)]
    assert not (paths.folder / "window").exists()


def test_a_second_start_with_the_session_shows_nothing(when_ready, paths):
    seen = []

    def start_again(_window):
        seen.append(run_window(paths, TODAY, in_tray=True))

    when_ready(start_again)
    run_window(paths, TODAY)
    assert seen == [0]
