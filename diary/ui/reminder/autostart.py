r"""The entry that starts Daymark with the session: one she can see and remove. No Qt.

Linux: a desktop entry in the autostart folder (XDG). macOS: a launch agent. Windows: a value of
the key ``Run`` of the user, which the task manager lists under *Startup apps*. The entry itself is
the only record: there is no setting that could say something else.
"""

from __future__ import annotations

import os
import plistlib
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from diary.errors import FileProblem
from diary.i18n import mark, translate
from diary.paths import write_whole

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

IN_TRAY = "--in-tray"  # as the program reads it
_NAME, _LABEL = "Daymark", "org.daymark.diary"
_RUN_KEY = r"Software\Microsoft\Windows\CurrentVersion\Run"
# What a desktop entry does not take as it is within quotes (Desktop Entry Specification 1.5).
_ESCAPED = {"\\": r"\\\\", '"': r'\\"', "`": r"\\`", "$": r"\\$", "%": "%%"}
_NOT_WRITTEN = mark(
    "The entry that starts Daymark could not be changed; its folder may be protected."
)


@dataclass(frozen=True, slots=True)
class StartEntry:
    """What starts Daymark with the session.

    Attributes:
        place: the file, or on Windows the name of the value under the key ``Run``.
        content: what stands in it.
        in_registry: whether it is a value of the registry.
    """

    place: str
    content: str
    in_registry: bool = False


def start_entry(
    command: Sequence[str], platform: str, home: Path, environment: Mapping[str, str]
) -> StartEntry:
    """Return the entry of a system.

    Args:
        command: what to run, in parts.
        platform: as ``sys.platform``.
        home: her folder.
        environment: tells where Linux keeps settings.
    """
    if platform == "win32":
        return StartEntry(_NAME, subprocess.list2cmdline(command), in_registry=True)
    if platform == "darwin":
        path = home / "Library" / "LaunchAgents" / f"{_LABEL}.plist"
        return StartEntry(str(path), _launch_agent(command))
    config = environment.get("XDG_CONFIG_HOME") or ""
    folder = Path(config) if Path(config).is_absolute() else home / ".config"
    return StartEntry(str(folder / "autostart" / "daymark.desktop"), _desktop_entry(command))


def start_command(
    argv: Sequence[str],
    folder: Path | None,
    environment: Mapping[str, str],
    *,
    executable: str = sys.executable,
    frozen: bool = False,
) -> tuple[str, ...]:
    """Return the command that starts this program in the tray.

    Args:
        argv: the arguments of this process.
        folder: the folder of the diary if it is not the usual one.
        environment: names the AppImage if this is one.
        executable: the running program or interpreter.
        frozen: whether the program is a single file without an interpreter beside it.
    """
    image = environment.get("APPIMAGE")
    script = Path(argv[0]).absolute()
    if image:
        program = [image]
    elif frozen:
        program = [executable]
    elif script.suffix == ".py":
        program = [executable, str(script)]
    else:
        program = [str(script)]
    where = [] if folder is None else ["--data-dir", str(folder)]
    return (*program, *where, IN_TRAY)


def this_entry(folder: Path | None = None) -> StartEntry:
    """Return the entry of this program on this computer."""
    frozen = bool(getattr(sys, "frozen", False))
    command = start_command(sys.argv, folder, os.environ, frozen=frozen)
    return start_entry(command, sys.platform, Path.home(), os.environ)


def is_there(entry: StartEntry) -> bool:
    """Return whether an entry is there, whatever stands in it."""
    if entry.in_registry:
        return _registry_has(entry)
    return Path(entry.place).exists()


def is_ours(entry: StartEntry) -> bool:
    """Return whether an entry is there and starts just what this one would start."""
    if entry.in_registry:
        return _registry_has(entry)
    try:
        return Path(entry.place).read_text("utf-8") == entry.content
    except (OSError, UnicodeDecodeError):
        return False


def put(entry: StartEntry) -> None:
    """Write an entry.

    Raises:
        FileProblem: the system does not allow it.
    """
    try:
        if entry.in_registry:
            _registry_put(entry)
        else:
            path = Path(entry.place)
            path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(path, entry.content.encode("utf-8"))
    except OSError as error:
        raise FileProblem(translate(_NOT_WRITTEN), type(error).__name__) from error


def remove(entry: StartEntry) -> None:
    """Take an entry away; one that is not there is no fault.

    Raises:
        FileProblem: the system does not allow it.
    """
    try:
        if entry.in_registry:
            _registry_remove(entry)
        else:
            Path(entry.place).unlink(missing_ok=True)
    except OSError as error:
        raise FileProblem(translate(_NOT_WRITTEN), type(error).__name__) from error


def _desktop_entry(command: Sequence[str]) -> str:
    quoted = " ".join(f'"{"".join(_ESCAPED.get(c, c) for c in part)}"' for part in command)
    lines = (
        "[Desktop Entry]",
        "Type=Application",
        f"Name={_NAME}",
        "Comment=" + translate(mark("Stays in the tray to remind you of today's entry")),
        f"Exec={quoted}",
        "Icon=daymark",
        "Terminal=false",
        "X-GNOME-Autostart-enabled=true",
    )
    return "\n".join(lines) + "\n"


def _launch_agent(command: Sequence[str]) -> str:
    agent = {
        "Label": _LABEL,
        "ProgramArguments": list(command),
        "RunAtLoad": True,
        "ProcessType": "Interactive",
    }
    return plistlib.dumps(agent).decode("utf-8")


if sys.platform == "win32":
    import winreg

    def _registry_has(entry: StartEntry) -> bool:
        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _RUN_KEY) as key:
                winreg.QueryValueEx(key, entry.place)
        except FileNotFoundError:
            return False
        return True

    def _registry_put(entry: StartEntry) -> None:
        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, _RUN_KEY) as key:
            winreg.SetValueEx(key, entry.place, 0, winreg.REG_SZ, entry.content)

    def _registry_remove(entry: StartEntry) -> None:
        if _registry_has(entry):
            access = winreg.KEY_SET_VALUE
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _RUN_KEY, 0, access) as key:
                winreg.DeleteValue(key, entry.place)

else:

    def _registry_has(_entry: StartEntry) -> bool:
        return False

    def _registry_put(_entry: StartEntry) -> None:
        raise OSError

    def _registry_remove(_entry: StartEntry) -> None:
        raise OSError
