"""The composition root: options by hand, what day it is, window or command."""

from __future__ import annotations

import datetime as dt
import gc
import json
import os
import subprocess
import sys
import types
from pathlib import Path

import pytest

from diary import app
from diary.app import Options, main
from diary.domain.diary import Diary
from diary.paths import AppPaths
from diary.resources import resource
from diary.services.open import open_services
from diary.ui.reminder import autostart

DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
NO_FOLDER = "The folder given for the diary cannot be found; give its whole path.\n"
NO_DISPLAY = (
    "There is no display, so the window cannot open; "
    "the commands work without one (`daymark --help`).\n"
)
BAD_TODAY = "DAYMARK_TODAY must be a day written like 2026-03-01, or not be set.\n"


@pytest.fixture
def window(monkeypatch):
    """Stand in for the window; the list gets what each start was given."""
    starts = []

    def run_window(paths, today, *, demo, in_tray):  # noqa: ARG001  tried on its own
        services = open_services(paths, os.environ.get("DAYMARK_PASSPHRASE"))
        starts.append((paths, today, demo, services.journal.last_day()))
        services.close()
        return 0

    monkeypatch.setitem(sys.modules, "diary.ui.start", types.SimpleNamespace(run_window=run_window))
    return starts


def test_a_start_with_the_session_asks_for_the_tray(monkeypatch, tmp_path):
    starts = []
    window = types.SimpleNamespace(run_window=lambda *_, **how: starts.append(how) or 0)
    monkeypatch.setitem(sys.modules, "diary.ui.start", window)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert main(["--data-dir", str(tmp_path), "--in-tray"]) == 0
    assert starts == [{"demo": False, "in_tray": True}]
    assert autostart.IN_TRAY == app.IN_TRAY


def test_nothing_is_cleared_away_until_the_window_has_started(monkeypatch, tmp_path):
    collects = []
    run_window = lambda *_, **__: collects.append(gc.isenabled()) or 0  # noqa: E731  a stand-in
    monkeypatch.setitem(sys.modules, "diary.ui.start", types.SimpleNamespace(run_window=run_window))
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert main(["--data-dir", str(tmp_path)]) == 0
    assert (collects, gc.isenabled()) == ([False], True)


@pytest.fixture
def no_display(monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    for name in DISPLAYS:
        monkeypatch.delenv(name, raising=False)


def sample_day():
    return Diary.model_validate_json(resource(app.SAMPLE).read_bytes()).last_day


@pytest.mark.parametrize(
    ("arguments", "options"),
    [
        ([], Options(None, demo=False, rest=())),
        (["--demo"], Options(None, demo=True, rest=())),
        (["--data-dir", "a b"], Options(Path("a b"), demo=False, rest=())),
        (["--data-dir=a=b", "--demo"], Options(Path("a=b"), demo=True, rest=())),
        (["--data-dir", "--demo"], Options(Path("--demo"), demo=False, rest=())),
        (["--demo", "alerts", "--json"], Options(None, demo=True, rest=("alerts", "--json"))),
        (["alerts", "--demo"], Options(None, demo=False, rest=("alerts", "--demo"))),
        (["--data-dir"], Options(None, demo=False, rest=("--data-dir",))),
        (["--data-dir", ""], Options(None, demo=False, rest=("--data-dir", ""))),
        (["--data-dir="], Options(None, demo=False, rest=("--data-dir=",))),
        (["--help", "--demo"], Options(None, demo=False, rest=("--help", "--demo"))),
        (["--in-tray"], Options(None, demo=False, rest=(), in_tray=True)),
        (["alerts", "--in-tray"], Options(None, demo=False, rest=("alerts", "--in-tray"))),
        ([""], Options(None, demo=False, rest=("",))),
    ],
)
def test_options_are_read_by_hand(arguments, options):
    before = list(arguments)
    assert Options.read(arguments) == options
    assert arguments == before


def test_no_command_opens_the_window_on_the_diary_of_today(window):
    assert main([]) == 0
    [(paths, today, demo, last_day)] = window
    assert paths == AppPaths.find()
    assert today == dt.date.today()  # noqa: DTZ011  what the program itself asks
    assert (demo, last_day) == (False, None)


def test_day_of_the_environment_is_today_everywhere(window, monkeypatch, capsys):
    monkeypatch.setenv("DAYMARK_TODAY", "2026-03-01")
    main([])
    assert window[0][1] == dt.date(2026, 3, 1)
    main(["alerts", "--json"])
    assert json.loads(capsys.readouterr().out)["as_of"] == "2026-03-01"


@pytest.mark.parametrize(
    "text", ["1.3.2026", "2026-02-30", "20260301", "2026-W09-7", "2026-03-01T20:04", "today", " "]
)
@pytest.mark.parametrize("arguments", [[], ["schema"], ["--demo"]])
def test_wrong_day_of_the_environment_is_one_sentence(window, monkeypatch, capsys, text, arguments):
    monkeypatch.setenv("DAYMARK_TODAY", text)
    assert main(arguments) == 2
    assert capsys.readouterr() == ("", BAD_TODAY)
    assert window == []


def test_empty_day_of_the_environment_is_none(window, monkeypatch):
    monkeypatch.setenv("DAYMARK_TODAY", "")
    assert main([]) == 0
    assert window[0][1] == dt.date.today()  # noqa: DTZ011  what the program itself asks


@pytest.fixture
def rows(tmp_path):
    """A file with one recorded day."""
    file = tmp_path / "rows.csv"
    file.write_text("date,item,place,side,value,detail\n2026-03-01,no_pain,,,,\n")
    return str(file)


def test_copies_are_named_by_the_day_that_was_set(monkeypatch, rows):
    monkeypatch.setenv("DAYMARK_TODAY", "2026-03-01")
    main(["import", rows])
    main(["backup"])
    names = [backup.name for backup in AppPaths.find().backups.iterdir()]
    assert names
    assert all(name.startswith("diary-2026-03-01T") for name in names)


def test_data_dir_moves_everything(window, tmp_path, rows):
    main(["--data-dir", str(tmp_path / "a")])
    assert window[0][0] == AppPaths(tmp_path / "a")
    main([f"--data-dir={tmp_path / 'b'}", "import", rows])
    assert (tmp_path / "b" / "diary.daymark").exists()
    assert not AppPaths.find().diary.exists()


def test_demo_is_a_throw_away_copy_of_the_sample(window):
    assert main(["--demo"]) == 0
    [(paths, today, demo, last_day)] = window
    assert (today, last_day, demo) == (sample_day(), sample_day(), True)
    assert paths != AppPaths.find()
    assert not paths.folder.exists()
    assert not AppPaths.find().diary.exists()


def test_demo_on_a_day_that_was_set(window, monkeypatch):
    monkeypatch.setenv("DAYMARK_TODAY", "2026-01-15")
    main(["--demo"])
    assert window[0][1] == dt.date(2026, 1, 15)


def test_demo_with_a_passphrase_in_the_environment(window, monkeypatch):
    monkeypatch.setenv("DAYMARK_PASSPHRASE", "secret")
    assert main(["--demo"]) == 0
    assert window[0][3] == sample_day()


def test_command_on_the_demo(capsys, monkeypatch):
    assert main(["--demo", "alerts", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["as_of"] == sample_day().isoformat()
    monkeypatch.setenv("DAYMARK_PASSPHRASE", "secret")
    assert main(["--demo", "verify"]) == 0


@pytest.mark.usefixtures("no_display")
def test_no_display_is_said_in_one_sentence(window, capsys):
    assert main([]) == 1
    assert capsys.readouterr() == ("", NO_DISPLAY)
    assert window == []


@pytest.mark.usefixtures("no_display")
@pytest.mark.parametrize("name", DISPLAYS)
def test_any_display_will_do(window, monkeypatch, name):
    monkeypatch.setenv(name, "x")
    assert main([]) == 0
    assert len(window) == 1


@pytest.mark.usefixtures("no_display")
def test_other_systems_always_have_a_display(window, monkeypatch):
    monkeypatch.setattr(sys, "platform", "darwin")
    assert main([]) == 0
    assert len(window) == 1


def test_arguments_are_those_of_the_process(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["daymark", "--version"])
    assert main() == 0
    assert capsys.readouterr().out.startswith("Daymark, version ")


def test_bug_is_reported_into_the_folder_of_the_diary(monkeypatch, capsys):
    secret = "her own words"

    def fail(*_arguments, **_options):
        raise ValueError(secret)

    monkeypatch.setitem(sys.modules, "diary.ui.start", types.SimpleNamespace(run_window=fail))
    assert main(["--demo"]) == 1
    [report] = AppPaths.find().logs.iterdir()
    assert str(report) in capsys.readouterr().err
    assert secret not in report.read_text(encoding="utf-8")


def in_a_child(code, *arguments, **environment):
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env=os.environ | environment,
        capture_output=True,
        check=False,
    )


COMMANDS = """
import json, sys
from diary.app import main
found = {}
for command in json.loads(sys.argv[1]):
    status = main(command)
    names = {name.partition(".")[0] for name in sys.modules}
    found[" ".join(command[:1])] = [status, sorted(names & {"PySide6", "shiboken6"})]
with open(sys.argv[2], "w") as file:
    json.dump(found, file)
"""


def test_no_command_brings_qt(tmp_path):
    out, copy = tmp_path / "found.json", str(tmp_path / "copy.daymark")
    commands = [
        ["schema"],
        ["rules"],
        ["import", str(resource(app.SAMPLE))],
        ["alerts"],
        ["export", "-"],
        ["verify"],
        ["backup", copy],
        ["restore", copy],
        ["report", str(tmp_path / "a.pdf")],
        ["--help"],
    ]
    environment = {"DAYMARK_TODAY": sample_day().isoformat()}
    ran = in_a_child(COMMANDS, json.dumps(commands), str(out), **environment)
    assert ran.stderr == b""
    found = json.loads(out.read_text())
    assert found == {command[0]: [0, []] for command in commands}


DEMO = """
import sys
from diary.app import main
status = main(["--demo"])
assert not [name for name in sys.modules if name.partition(".")[0] == "PySide6"]
sys.exit(status)
"""


def test_demo_without_a_display_brings_no_qt(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    nothing = dict.fromkeys(DISPLAYS, "")
    ran = in_a_child(DEMO, PYTHONPATH=str(Path(app.__file__).parents[1]), **nothing)
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert [path.name for path in tmp_path.iterdir()] == ["daymark-demo-report.pdf"]


START = """
import sys, types
sys.modules["diary.ui.start"] = types.SimpleNamespace(run_window=lambda *a, **k: 0)
from diary.app import main
main([])
heavy = {"click", "sqlalchemy", "numpy", "matplotlib", "alembic", "email", "logging.handlers"}
print(sorted(heavy & set(sys.modules)))
"""


def test_way_to_the_window_brings_nothing_heavy():
    assert in_a_child(START).stdout.strip() == b"[]"


def test_no_plugin_of_another_package_sees_the_diary(tmp_path):
    """One that is installed beside the program, as pydantic finds them."""
    about = tmp_path / "onlooker-1.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Name: onlooker\nVersion: 1\n", encoding="utf-8")
    (about / "entry_points.txt").write_text("[pydantic]\nlook = onlooker:look\n", encoding="utf-8")
    (tmp_path / "onlooker.py").write_text("raise SystemExit('seen')\n", encoding="utf-8")
    code = "import sys; from diary.app import main; sys.exit(main(sys.argv[1:]))"
    home = Path(__file__).parents[1]
    ran = in_a_child(
        code,
        "--data-dir",
        str(tmp_path / "data"),
        "alerts",
        PYTHONPATH=f"{tmp_path}{os.pathsep}{home}",
    )
    assert (ran.returncode, ran.stderr) == (0, b"")


def test_output_does_not_depend_on_the_language_of_the_system():
    code = "import sys; from diary.app import main; sys.exit(main(['--demo', 'alerts']))"
    ran = in_a_child(code, PYTHONIOENCODING="ascii", LC_ALL="C")
    assert ran.returncode == 0
    assert ran.stdout.decode("utf-8").startswith("Alerts on ")


def test_the_home_of_nobody_is_refused_in_one_sentence(capsys):
    assert main(["--data-dir", "~nosuchuser/x", "verify"]) == 2
    assert capsys.readouterr() == ("", NO_FOLDER)


def test_the_variable_may_name_the_home_of_nobody_too(capsys, monkeypatch):
    monkeypatch.setenv("DAYMARK_DATA_DIR", "~nosuchuser/x")
    assert main(["verify"]) == 2
    assert capsys.readouterr() == ("", NO_FOLDER)


def test_a_folder_below_one_that_is_gone_is_refused_in_one_sentence(capsys, monkeypatch):
    def gone(_path):
        raise FileNotFoundError

    monkeypatch.setattr(Path, "absolute", gone)
    assert main(["--data-dir", "here", "verify"]) == 2
    assert capsys.readouterr() == ("", NO_FOLDER)
