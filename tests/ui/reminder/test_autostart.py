from __future__ import annotations

import dataclasses
import plistlib
import sys
from pathlib import Path

import pytest

from diary.errors import FileProblem
from diary.ui.reminder import autostart
from diary.ui.reminder.autostart import (
    StartEntry,
    is_there,
    put,
    remove,
    start_command,
    start_entry,
)
from tests.refusals import refused

HOME = Path("/home/anna")
COMMAND = ("/opt/day mark/daymark", "--in-tray")


def entry(platform, environment=None, command=COMMAND):
    return start_entry(command, platform, HOME, environment or {})


@pytest.mark.parametrize(
    ("environment", "folder"),
    [
        ({}, "/home/anna/.config"),
        ({"XDG_CONFIG_HOME": ""}, "/home/anna/.config"),
        ({"XDG_CONFIG_HOME": "here"}, "/home/anna/.config"),  # must be absolute to count
        ({"XDG_CONFIG_HOME": "/srv/settings"}, "/srv/settings"),
    ],
)
def test_on_linux_it_is_a_desktop_entry_in_her_autostart_folder(environment, folder):
    made = entry("linux", environment)
    assert made.place == f"{folder}/autostart/daymark.desktop"
    assert made.content.splitlines() == [
        "[Desktop Entry]",
        "Type=Application",
        "Name=Daymark",
        "Comment=Stays in the tray to remind you of today's entry",
        'Exec="/opt/day mark/daymark" "--in-tray"',
        "Icon=daymark",
        "Terminal=false",
        "X-GNOME-Autostart-enabled=true",
    ]


def test_what_a_desktop_entry_would_read_otherwise_is_escaped():
    made = entry("linux", command=('/a"b$c`d%e\\f',))
    assert r'Exec="/a\\"b\\$c\\`d%%e\\\\f"' in made.content


def test_on_macos_it_is_a_launch_agent():
    made = entry("darwin")
    assert made.place == "/home/anna/Library/LaunchAgents/org.daymark.diary.plist"
    agent = plistlib.loads(made.content.encode())
    assert agent["ProgramArguments"] == list(COMMAND)
    assert agent["RunAtLoad"] is True
    assert agent["Label"] == "org.daymark.diary"


def test_on_windows_it_is_a_value_of_the_key_run():
    made = entry("win32", command=(r"C:\Day mark\daymark.exe", "--in-tray"))
    assert made == StartEntry("Daymark", r'"C:\Day mark\daymark.exe" --in-tray', in_registry=True)


@pytest.mark.parametrize(
    ("argv", "folder", "environment", "frozen", "command"),
    [
        (["/usr/bin/daymark"], None, {}, False, ("/usr/bin/daymark", "--in-tray")),
        (["/src/main.py"], None, {}, False, ("/python", "/src/main.py", "--in-tray")),
        (["daymark"], None, {}, True, ("/python", "--in-tray")),
        (["x"], None, {"APPIMAGE": "/a.AppImage"}, True, ("/a.AppImage", "--in-tray")),
        (
            ["/usr/bin/daymark"],
            Path("/mnt/d"),
            {},
            False,
            ("/usr/bin/daymark", "--data-dir", "/mnt/d", "--in-tray"),
        ),
    ],
)
def test_the_command_is_this_program_on_this_diary(argv, folder, environment, frozen, command):
    made = start_command(argv, folder, environment, executable="/python", frozen=frozen)
    assert made == command


@pytest.fixture
def her(tmp_path, monkeypatch):
    """A home of her own, on Linux."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    return tmp_path


def test_an_entry_is_written_found_and_taken_away(her):
    made = autostart.this_entry()
    assert Path(made.place) == her / ".config" / "autostart" / "daymark.desktop"
    assert not is_there(made)
    put(made)
    put(made)
    assert is_there(made)
    assert Path(made.place).read_text("utf-8") == made.content
    remove(made)
    remove(made)
    assert not is_there(made)


@pytest.mark.usefixtures("her")
def test_a_full_disk_leaves_the_entry_as_it_was(monkeypatch):
    made = autostart.this_entry()
    put(made)

    def full(_handle):
        raise OSError

    monkeypatch.setattr("os.fsync", full)
    with refused(FileProblem, "could not be changed"):
        put(dataclasses.replace(made, content="half"))
    place = Path(made.place)
    assert place.read_text("utf-8") == made.content
    assert list(place.parent.iterdir()) == [place]


def test_a_folder_that_cannot_be_written_is_told(her):
    (her / ".config").write_text("not a folder")
    with refused(FileProblem, "could not be changed"):
        put(autostart.this_entry())


@pytest.mark.usefixtures("her")
def test_an_entry_that_cannot_be_taken_away_is_told():
    made = autostart.this_entry()
    Path(made.place).mkdir(parents=True)
    with refused(FileProblem, "could not be changed"):
        remove(made)


def test_without_a_registry_nothing_is_written_to_it():
    made = entry("win32")
    assert not is_there(made)
    for change in (put, remove):
        with pytest.raises(FileProblem):
            change(made)
