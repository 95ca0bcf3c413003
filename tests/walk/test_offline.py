"""Nothing talks to a network: no socket of an internet family in any command or in the window.

Each run is a process of its own. Python tells an audit hook of every socket that it makes; what a
library makes below Python is among the open files of the process, and the system tells its family.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from diary.resources import resource

WATCH = """
import ctypes, os, sys, socket
from pathlib import Path

INTERNET = {int(socket.AF_INET), int(socket.AF_INET6)}

def hook(event, arguments):
    if event == "socket.__new__" and int(arguments[1]) in INTERNET:
        found.append("a socket of an internet family")
    elif event in ("socket.connect", "socket.bind", "socket.sendto"):
        if int(arguments[0].family) in INTERNET:
            found.append(event)
    elif event in ("socket.getaddrinfo", "socket.gethostbyname", "urllib.Request"):
        found.append(event)

def look():
    # Below Python: of each socket that this process has open, the system tells the family.
    for entry in Path("/proc/self/fd").iterdir():
        family, size = ctypes.c_int(), ctypes.c_uint(4)
        about = (int(entry.name), SOL_SOCKET, SO_DOMAIN, ctypes.byref(family), ctypes.byref(size))
        if LIBC.getsockopt(*about) == 0 and family.value in INTERNET:
            found.append("a socket below Python")

LIBC, SOL_SOCKET, SO_DOMAIN = ctypes.CDLL(None), 1, 39
found = []
sys.addaudithook(hook)

def end(status):
    if sys.platform == "linux":
        look()
    if found:
        sys.stderr.write("INTERNET: " + ", ".join(sorted(set(found))))
        status = 99
    sys.stdout.flush()
    os._exit(status)
"""
COMMANDS = (
    WATCH
    + """
import json
from diary.app import main
# What the commands import late is watched, too; once is enough.
import diary.charts.save, diary.cli.main, diary.cli.noticing, diary.evaluation.run
import diary.exchange.fhir_document, diary.report.pdf, diary.services.monitoring
import diary.services.reporting, diary.services.rescue, diary.services.transfer
import diary.store.migrations.run

ended = []
for arguments, environment in json.loads(sys.argv[1]):
    child = os.fork()
    if child == 0:
        os.environ |= environment
        end(main(arguments))
    ended.append(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
Path("ended.json").write_text(json.dumps(ended))
end(0)
"""
)
WINDOW = (
    WATCH
    + """
import datetime as dt, functools
from PySide6.QtCore import QTimer
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from diary.domain.entry import DayEntry, Pain
from diary.paths import AppPaths
from diary.report.parts import Parts, SheetWanted
from diary.ui.pages import FOOT_PAGES, PAGES
from diary.ui.start import Session
from diary.ui.visit.printing import print_pdf

folder, today = Path(sys.argv[1]), dt.date(2026, 3, 20)
app = QApplication([])
session = Session(app, AppPaths(folder / "data"), today)
window, bridge = session.window, session.bridge
window.show()

def save():
    pains = (Pain(region="hip", worst=4),)
    bridge.save(DayEntry(date=today, pains=pains, note="only mine"))

def sheet():
    start, parts = today - dt.timedelta(days=55), Parts(notes=True)
    wanted = SheetWanted(start=start, end=today, paper="a4", parts=parts)
    bridge.sheets.preview(wanted, 50)
    bridge.sheets.write(wanted, folder / "sheet.pdf")
    bridge.sheets.send_to_printer(wanted, functools.partial(print_pdf, printer))
    bridge.whole.export(folder / "out.json", "json")

printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
printer.setOutputFileName(str(folder / "print.pdf"))

steps = [save, *[lambda page=page.id: window.show_page(page) for page in (*PAGES, *FOOT_PAGES)]]
steps += [sheet, lambda: window.show_page("today")]
quiet = 0

def step():
    global quiet
    look()
    quiet = 0 if bridge.busy or not window.today.is_loaded else quiet + 1
    if quiet < 3:
        return
    quiet = 0
    if steps:
        steps.pop(0)()
        return
    timer.stop()
    window.close_for_good()
    for name in ("sheet.pdf", "print.pdf", "out.json"):
        assert (folder / name).stat().st_size > 1000, name
    end(0)

timer = QTimer()
timer.timeout.connect(step)
timer.start(10)
app.exec()
end(3)
"""
)


def run(program, *arguments, cwd, **environment):
    return subprocess.run(
        [sys.executable, "-c", program, *arguments],
        cwd=cwd,
        env={**os.environ, "DAYMARK_DATA_DIR": str(cwd / "data"), **environment},
        input="",
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


@pytest.mark.parametrize(
    ("made", "told"),
    [
        ("import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM)", "internet family"),
        ("import socket; socket.socket(socket.AF_INET6)", "internet family"),
        ("import socket; socket.getaddrinfo('127.0.0.1', 80)", "getaddrinfo"),
        # As a library written in another language does it: Python hears nothing of it.
        ("ctypes.CDLL(None).socket(2, 2, 0)", "below Python"),
    ],
)
def test_the_watch_sees_a_socket(made, told, tmp_path):
    ran = run(WATCH + made + "\nend(0)", cwd=tmp_path)
    assert ran.returncode == 99, ran.stderr
    assert told in ran.stderr


def test_the_watch_lets_a_local_socket_be(tmp_path):
    ran = run(WATCH + "import socket; s = socket.socket(socket.AF_UNIX)\nend(0)", cwd=tmp_path)
    assert ran.returncode == 0, ran.stderr


def test_no_command_opens_one(tmp_path):
    """Run the commands one after another, on one diary; each is forked from one warm program."""
    sample = resource("sample/sample-diary.json").read_text(encoding="utf-8")
    (tmp_path / "sample.json").write_text(sample, encoding="utf-8")
    line = sample.replace("\n", " ") + "\n"
    (tmp_path / "cohort.jsonl").write_text(line, encoding="utf-8")
    phrase = {"DAYMARK_PASSPHRASE": "some words of hers"}
    new = {**phrase, "DAYMARK_NEW_PASSPHRASE": "some other words"}
    commands = (
        (["--demo", "export", "demo.json"], {}),
        (["import", "sample.json"], {}),
        (["export", "out.csv"], {}),
        (["export", "-", "--format", "fhir"], {}),
        (["alerts", "--history", "--json"], {}),
        (["rules"], {}),
        (["schema"], {}),
        (["report", "sheet.pdf"], {}),
        (["evaluate", "cohort.jsonl", "histories.jsonl"], {}),
        (["backup", "copy.daymark"], {}),
        (["verify"], {}),
        (["restore", "copy.daymark"], {}),
        (["restore", "--salvage", "copy.daymark"], {}),
        (["protect"], phrase),
        (["protect", "--code"], phrase),
        (["change-passphrase"], new),
        (["unprotect"], {"DAYMARK_PASSPHRASE": "some other words"}),
        (["--help"], {}),
    )
    ran = run(COMMANDS, json.dumps(commands), cwd=tmp_path)
    assert ran.returncode == 0, ran.stderr
    ended = json.loads((tmp_path / "ended.json").read_text(encoding="utf-8"))
    for (arguments, _), status in zip(commands, ended, strict=True):
        assert status == 0, (arguments, status, ran.stderr)


def test_the_window_opens_none(tmp_path):
    ran = run(WINDOW, str(tmp_path), cwd=tmp_path)
    assert ran.returncode == 0, ran.stderr


def test_the_code_for_networks_that_libraries_can_bring_is_not_even_loaded(tmp_path):
    program = """
import sys
import diary.charts.picture, diary.report.pdf, diary.report.serving
import diary.services.monitoring, diary.services.open, diary.services.reporting
loaded = {"asyncio", "http.client", "ssl", "urllib.request"} & set(sys.modules)
assert not loaded, loaded
"""
    ran = run(program, cwd=tmp_path)
    assert ran.returncode == 0, ran.stderr
