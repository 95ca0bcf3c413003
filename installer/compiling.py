"""Catalogues as people write them (.po) built into what the program reads (.mo)."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Final

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

FOLDER: Final = Path(__file__).resolve().parent.parent / "resources" / "i18n"
CATALOGUE: Final = "LC_MESSAGES/daymark.po"


def compile_all(folder: Path) -> list[Path]:
    """Build the ``.mo`` of each catalogue that is newer, and return all of them.

    Args:
        folder: holds a folder for each language.
    """
    built = []
    for source in sorted(folder.glob(f"*/{CATALOGUE}")):
        target = source.with_suffix(".mo")
        built.append(target)
        if target.exists() and target.stat().st_mtime_ns > source.stat().st_mtime_ns:
            continue
        # Aside and then into its place: tests are run in several processes.
        handle, aside = tempfile.mkstemp(suffix=".part", dir=target.parent)
        with os.fdopen(handle, "wb") as out, source.open("rb") as words:
            write_mo(out, read_po(words))
        Path(aside).chmod(0o644)
        Path(aside).replace(target)
    return built


if __name__ == "__main__":
    compile_all(FOLDER)
