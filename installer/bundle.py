"""What goes into the frozen program: the resources, and those parts of libraries that are used."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, Final

from diary import __version__
from diary.logs import LIBRARIES

if TYPE_CHECKING:
    from pathlib import Path

REACHED_BY_NAME: Final = (
    "matplotlib.backends.backend_agg",
    "matplotlib.backends.backend_svg",
    "sqlalchemy.dialects.sqlite.pysqlcipher",
    "sqlcipher3.dbapi2",
)

# A crash report tells the versions of these, and finds them in their metadata.
NAMED_IN_REPORTS: Final = ("daymark", *LIBRARIES)

# Other toolkits, test suites and databases, and what would only be there to talk to a network.
UNUSED: Final = (
    *(
        "tkinter",
        "_tkinter",
        "IPython",
        "PyQt5",
        "PyQt6",
        "PySide2",
        "gi",
        "wx",
        "curses",
        "readline",
    ),
    *("ssl", "_ssl", "ftplib", "smtplib", "poplib", "imaplib", "telnetlib", "xmlrpc"),
    *(
        "pytest",
        "hypothesis",
        "mypy",
        "mypyc",
        "pydantic.mypy",
        "ast_serialize",
        "scipy",
        "shapely",
    ),
    *("pydantic.v1", "pydoc", "doctest", "pdb", "unittest.mock"),
    *(f"_codecs_{name}" for name in ("cn", "hk", "iso2022", "jp", "kr", "tw")),  # files are UTF-8
    *("setuptools", "pip", "pygments", "rich", "lib2to3", "ensurepip", "idlelib", "pydoc_data"),
    *("numpy.f2py", "numpy.testing", "numpy.random", "numpy.fft", "matplotlib.tests", "pysqlite2"),
    # For contours and triangles between points, which no chart of ours has.
    *("contourpy", "matplotlib._qhull", "numpy._core._multiarray_tests"),
    *(
        f"matplotlib.backends.backend_{name}"
        for name in ("qtagg", "webagg", "tkagg", "gtk3agg", "pgf")
    ),
    *(
        f"PySide6.Qt{name}"
        for name in ("Qml", "Quick", "Network", "OpenGL", "Sql", "Test", "DBus", "Xml")
    ),
)

# Qt comes whole with its wheel, and so do other libraries. A name stands here only because the
# program was started, written into and printed from without it.
_LEFT_OUT: Final = re.compile(
    r"""
    platformthemes/libqgtk3                                        # asks for the whole of GTK
    |platforms/libq(eglfs|linuxfb|minimalegl|vkkhrdisplay|vnc)     # screens without a desktop
    |plugins/(egldeviceintegrations|networkinformation|tls|qmltooling|qmllint|sqldrivers|designer
             |generic|vectorimageformats|wayland-graphics-integration-server)/
    |imageformats/(lib)?q(pdf|tiff|webp|icns|tga|wbmp|gif|jpeg)
    |(lib)?Qt6?(Pdf|Qml|Quick|VirtualKeyboard|Sql|Test|Designer|Help|Network|EglF)
    |Qt/qml/|translations/(?!qtbase_(en|es))
    |opengl32sw|d3dcompiler                                        # drawing without a driver
    |mpl-data/(sample_data|images|plot_directive|stylelib|fonts/(afm|pdfcorefonts))
    |mpl-data/fonts/ttf/(?!DejaVuSans\.ttf|Last)                   # ours are in resources/
    |locale-data/(?!(root|en|en_001|en_GB|en_US|es|es_ES)\.dat)
    |PIL/_(avif|webp|imagingtk|imagingcms)|lib(avif|webp|sharpyuv)
    |/tests?/|\.pyi$
    """,
    re.VERBOSE,
)
_OF_THE_SYSTEM: Final = ("/lib/", "/usr/lib/", "/lib64/", "/usr/lib64/")


def is_needed(name: str, source: str) -> bool:
    """Return whether a file of a library is part of the program.

    Args:
        name: its place in the program.
        source: where it was found.
    """
    place = name.replace("\\", "/")
    if sys.platform == "linux" and "/" not in place and not place.startswith("libpython"):
        # What a system brings, and mends when it must, is not shipped: the package says that it
        # needs it.
        if source.startswith(_OF_THE_SYSTEM):
            return False
    return _LEFT_OUT.search(place) is None


def resources(home: Path) -> list[tuple[str, str]]:
    """Return the files of ``resources/`` and the notices, each with its folder in the program.

    Args:
        home: the checkout.
    """
    found = (path for path in sorted((home / "resources").rglob("*")) if path.is_file())
    files = [path for path in found if path.suffix not in {".py", ".pyc", ".po", ".pot"}]
    # Alembic reads a folder of steps, so they are files and no modules of the archive.
    files += sorted((home / "diary/store/migrations").rglob("*.py"))
    placed = [(str(path), str(path.parent.relative_to(home))) for path in files]
    papers = ("LICENSE", "THIRD_PARTY.md")
    return [*placed, *((str(home / name), "resources") for name in papers)]


def version_resource(home: Path, name: str) -> str:
    """Write what Windows shows under *Details*, and return the file's path.

    Args:
        home: the checkout.
        name: the program's name without its ending.
    """
    numbers = ", ".join([*__version__.split(".")[:3], "0"])
    strings = {
        "CompanyName": "Daymark",
        "FileDescription": "Daymark, a symptom diary",
        "FileVersion": __version__,
        "InternalName": name,
        "LegalCopyright": "MIT licence",
        "OriginalFilename": f"{name}.exe",
        "ProductName": "Daymark",
        "ProductVersion": __version__,
    }
    told = ", ".join(f"StringStruct({key!r}, {value!r})" for key, value in strings.items())
    path = home / "build" / f"{name} version.txt"
    path.parent.mkdir(exist_ok=True)
    path.write_text(
        f"VSVersionInfo(ffi=FixedFileInfo(filevers=({numbers}), prodvers=({numbers})), kids=["
        f"StringFileInfo([StringTable('040904B0', [{told}])]), "
        "VarFileInfo([VarStruct('Translation', [1033, 1200])])])\n",
        encoding="utf-8",
    )
    return str(path)
