"""One door to everything that is built: ``python installer/build.py WHAT``.

``program`` freezes Daymark into ``build/program/daymark`` and says what weighs what. ``deb`` and
``tarball`` make the Linux packages of it, in ``dist``; the Windows installer and the macOS image
are made of the same folder by their own recipes (``installer/windows``, ``installer/macos``).
"""

from __future__ import annotations

import argparse
import hashlib
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

from linux.deb import architecture, build
from linux.icu import cut_down
from sizes import table

from diary import __version__

HOME: Final = Path(__file__).resolve().parent.parent
BUILD: Final = HOME / "build"
DIST: Final = HOME / "dist"
PROGRAM: Final = BUILD / "program" / "daymark"

# Their wheels bent these to find one another, and stripped they do not load any more.
_BENT: Final = ".libs"


def main() -> None:
    """Build what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("what", choices=("icons", "program", "deb", "tarball", "sums"))
    {
        "icons": make_icons,
        "program": freeze,
        "deb": make_deb,
        "tarball": make_tarball,
        "sums": write_sums,
    }[parser.parse_args().what]()


def make_icons() -> None:
    """Draw the program's icon in all sizes and forms."""
    from icons import draw_all  # noqa: PLC0415  brings Qt

    draw_all(HOME / "resources/icons/app/daymark.svg", BUILD / "icons")


def freeze() -> None:
    """Freeze the program, cut away what it never uses, and say what weighs what."""
    make_icons()
    command = ("-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR")
    places = ("--distpath", PROGRAM.parent, "--workpath", BUILD / "work")
    subprocess.run(
        [sys.executable, *command, *places, HOME / "installer" / "diary.spec"], check=True
    )
    if sys.platform == "linux":
        _lighten()
    print(table(PROGRAM))


def _lighten() -> None:
    for library in PROGRAM.rglob("*.so*"):
        if not library.is_symlink() and not library.parent.name.endswith(_BENT):
            subprocess.run(["strip", "--strip-unneeded", library], check=True)
            _forget_where_it_was_built(library)
    for tables in PROGRAM.glob("_internal/PySide6/Qt/lib/libicudata.so.*"):
        cut_down(tables, BUILD / "icu")


def _forget_where_it_was_built(library: Path) -> None:
    """Take away a search path that holds only on the machine that built the interpreter."""
    told = subprocess.run(
        ["chrpath", "--list", library], check=False, capture_output=True, text=True
    )
    _, _, path = told.stdout.partition("PATH=")
    if path.startswith("/"):
        subprocess.run(["chrpath", "--delete", library], check=True, stdout=subprocess.DEVNULL)


def make_deb() -> None:
    """Make the package for Debian and Ubuntu."""
    _print_size(build(PROGRAM, BUILD / "icons", BUILD / "deb", DIST))


def make_tarball() -> None:
    """Make the portable archive: unpack it anywhere, run ``daymark``."""
    DIST.mkdir(exist_ok=True)
    name = f"daymark-{__version__}-linux-{architecture()}"
    folder = BUILD / "tarball" / name
    shutil.rmtree(folder.parent, ignore_errors=True)
    shutil.copytree(PROGRAM, folder, symlinks=True)
    for text in ("README.md", "LICENSE", "THIRD_PARTY.md"):
        shutil.copy2(HOME / text, folder)
    target = DIST / f"{name}.tar.gz"
    subprocess.run(
        [
            *("tar", "--create", "--gzip", "--owner=0", "--group=0", "--numeric-owner"),
            *(f"--file={target}", f"--directory={folder.parent}", name),
        ],
        check=True,
    )
    _print_size(target)


def write_sums() -> None:
    """Write the SHA-256 sums of everything in ``dist``."""
    files = sorted(path for path in DIST.iterdir() if path.name != "SHA256SUMS")
    lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in files]
    (DIST / "SHA256SUMS").write_text("".join(lines), encoding="ascii", newline="\n")


def _print_size(path: Path) -> None:
    print(f"{path.relative_to(HOME)}: {path.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
