"""The tables of the Unicode library that comes with Qt, cut down to what Daymark asks them for.

They hold names, sort orders and calendars of some 800 languages, legacy encodings, and where words
and lines break: a tenth of the whole program. Qt breaks lines by tables of its own; of the rest,
what the window's own languages need is kept. This is the tailoring that the library's own tools
are made for (icupkg, from Debian's icu-devtools).
"""

from __future__ import annotations

import os
import re
import subprocess
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

_LANGUAGES: Final = {"en", "en_001", "en_GB", "en_US", "es", "es_ES"}
_OF_A_LANGUAGE: Final = re.compile(r"(?:[a-z]+/)?([a-z]{2,3}(?:_[A-Za-z0-9]*)*)\.res")
_NOT_ASKED_FOR: Final = re.compile(
    r"(brkitr|curr|lang|region|unit|zone|translit|rbnf)/|\.(cnv|spp)$|^(unames\.icu|confusables\.cfu)$"
)

_ASSEMBLY: Final = """\
.globl {symbol}
.section .rodata
.balign 16
.type {symbol}, @object
{symbol}: .incbin "{data}"
.size {symbol}, . - {symbol}
.section .note.GNU-stack, "", @progbits
"""


def cut_down(library: Path, work: Path) -> None:
    """Write the library of tables anew with the tables that are needed.

    Args:
        library: ``libicudata.so.NN`` of the frozen program; it is replaced.
        work: a folder for what lies in between.
    """
    work.mkdir(parents=True, exist_ok=True)
    # The tool expects the name that the tables have by themselves.
    symbol = f"icudt{library.suffix[1:]}_dat"
    whole, small = work / symbol.replace("_dat", "l.dat"), work / "small.dat"
    _run("objcopy", "-O", "binary", "--only-section=.rodata", library, whole)
    names = _run("icupkg", "-l", whole).split()
    unneeded = work / "unneeded.txt"
    unneeded.write_text("".join(f"{name}\n" for name in names if not is_needed(name)))
    _run("icupkg", "-r", unneeded, whole, small)
    source = work / "tables.s"
    source.write_text(_ASSEMBLY.format(symbol=symbol, data=small))
    _run("gcc", "-shared", "-nostdlib", f"-Wl,-soname,{library.name}", "-o", library, source)


def is_needed(name: str) -> bool:
    """Return whether a table is needed, by its name within the tables."""
    language = _OF_A_LANGUAGE.fullmatch(name)
    is_of_another = language is not None and language[1] not in _LANGUAGES
    return not is_of_another and _NOT_ASKED_FOR.search(name) is None


def _run(*command: str | Path) -> str:
    # Debian keeps icupkg where only administrators look.
    places = {**os.environ, "PATH": f"{os.environ['PATH']}:/usr/sbin"}
    return subprocess.run(command, check=True, capture_output=True, text=True, env=places).stdout
