"""The package for Debian and Ubuntu, made of the frozen program with Debian's own tools."""

from __future__ import annotations

import gzip
import shutil
import subprocess
from pathlib import Path
from typing import Final

from linux.man_page import man_page

from diary import __version__

HERE: Final = Path(__file__).resolve().parent
HOME: Final = HERE.parent.parent

# Only used on demand, so the program does without them: printing, a Wayland session, and the signs
# of other scripts on the sheet.
_ON_DEMAND: Final = ("printsupport", "wayland", "platformthemes", "platforminputcontexts")
_RECOMMENDED: Final = ("fonts-noto-core", "libcups2", "libwayland-egl1")
_CONTROL: Final = """\
Package: daymark
Version: {version}
Architecture: {architecture}
Maintainer: Daymark contributors <daymark@localhost>
Installed-Size: {size}
Depends: {needed}
Recommends: {recommended}
Section: misc
Priority: optional
Description: offline symptom diary that notices trends
 Daymark is for people who have had cancer and want to keep an eye on pain
 and other symptoms between visits: half a minute a day, and one sheet for
 the doctor. It tells, with the days shown, when her own entries meet
 published advice on when to contact the team.
 .
 It diagnoses nothing, recommends no medicine and never says that all is
 well. Everything stays on this computer.
"""


def build(program: Path, icons: Path, work: Path, target: Path) -> Path:
    """Make the package and return its path.

    Args:
        program: the folder of the frozen program.
        icons: the folder of the drawn icons.
        work: a folder for what lies in between; it is made anew.
        target: the folder of the package.
    """
    shutil.rmtree(work, ignore_errors=True)
    root = work / "root"
    shutil.copytree(program, root / "usr/lib/daymark", symlinks=True)
    (root / "usr/bin").mkdir(parents=True)
    (root / "usr/bin/daymark").symlink_to("../lib/daymark/daymark")
    _place(HERE / "daymark.desktop", root / "usr/share/applications")
    _place(HERE / "org.daymark.diary.metainfo.xml", root / "usr/share/metainfo")
    _place_icons(icons, root / "usr/share/icons/hicolor")
    _place_papers(root)
    control = root / "DEBIAN/control"
    control.parent.mkdir()
    needed = _needed(root, work)
    size = sum(path.lstat().st_size for path in root.rglob("*") if path.is_file()) // 1024
    control.write_text(
        _CONTROL.format(
            version=__version__,
            architecture=architecture(),
            size=size,
            needed=needed,
            recommended=", ".join(_RECOMMENDED),
        )
    )
    _set_modes(root)
    target.mkdir(exist_ok=True)
    package = target / f"daymark_{__version__}_{architecture()}.deb"
    subprocess.run(
        ["dpkg-deb", "--root-owner-group", "-Zxz", "-z9", "--build", root, package], check=True
    )
    return package


def architecture() -> str:
    """Return Debian's name of this machine's kind, such as ``amd64``."""
    return _run("dpkg", "--print-architecture").strip()


def _place(file: Path, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(file, folder)


def _place_icons(icons: Path, theme: Path) -> None:
    for drawn in icons.glob("daymark-*.png"):
        size = drawn.stem.rpartition("-")[2]
        folder = theme / f"{size}x{size}/apps"
        folder.mkdir(parents=True)
        shutil.copy(drawn, folder / "daymark.png")
    _place(HOME / "resources/icons/app/daymark.svg", theme / "scalable/apps")


def _place_papers(root: Path) -> None:
    papers = root / "usr/share/doc/daymark"
    papers.mkdir(parents=True)
    licence = (HOME / "LICENSE").read_text(encoding="utf-8")
    notices = (HOME / "THIRD_PARTY.md").read_text(encoding="utf-8")
    (papers / "copyright").write_text(f"{licence}\n{notices}", encoding="utf-8")
    _write_packed(papers / "changelog.gz", (HOME / "CHANGELOG.md").read_text(encoding="utf-8"))
    manual = root / "usr/share/man/man1/daymark.1.gz"
    manual.parent.mkdir(parents=True)
    _write_packed(manual, man_page())


def _write_packed(path: Path, text: str) -> None:
    # Without a time inside, so that the same source gives the same package.
    path.write_bytes(gzip.compress(text.encode(), mtime=0))


def _needed(root: Path, work: Path) -> str:
    """Return the packages that the program needs, as Debian writes them."""
    (work / "debian").mkdir()
    (work / "debian/control").write_text("Source: daymark\n\nPackage: daymark\nArchitecture: any\n")
    libraries = [path for path in root.rglob("*.so*") if path.is_file() and not path.is_symlink()]
    always = [one for one in libraries if not any(part in str(one) for part in _ON_DEMAND)]
    told = _run(
        "dpkg-shlibdeps",
        "-O",
        *(f"-l{folder}" for folder in sorted({path.parent for path in libraries})),
        *(f"-e{path}" for path in (root / "usr/lib/daymark/daymark", *always)),
        folder=work,
    )
    _, _, packages = told.partition("=")
    return ", ".join(sorted(one.strip() for one in packages.split(",")))


def _set_modes(root: Path) -> None:
    """Give every file the rights that the policy asks for, whatever the mask of who builds."""
    for path in (root, *root.rglob("*")):
        if path.is_symlink():
            continue
        is_program = path == root / "usr/lib/daymark/daymark"
        path.chmod(0o755 if path.is_dir() or is_program else 0o644)


def _run(*command: str, folder: Path | None = None) -> str:
    done = subprocess.run(command, check=False, cwd=folder, capture_output=True, text=True)
    if done.returncode:
        # It warns at length about what is right here; the last lines say what was wrong.
        raise SystemExit("\n".join([f"{command[0]} failed:", *done.stderr.splitlines()[-5:]]))
    return done.stdout
