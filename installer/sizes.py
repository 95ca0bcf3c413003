"""What weighs what in the frozen program."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

# Our choice: what is lighter than this (in bytes) is told in one line.
_WORTH_A_LINE = 2_000_000


def weights(program: Path) -> Counter[str]:
    """Return the bytes of each part of the frozen program: a library, or Daymark and Python."""
    found: Counter[str] = Counter()
    for path in program.rglob("*"):
        if path.is_file() and not path.is_symlink():
            found[_part(path.relative_to(program).parts)] += path.stat().st_size
    return found


def _part(parts: tuple[str, ...]) -> str:
    if parts[0] != "_internal":
        return "modules of Daymark and its libraries"
    if len(parts) == 2 or parts[1].startswith("python3"):  # noqa: PLR2004  a file of its own
        return "Python"
    if parts[1] == "PySide6":
        return "Qt"
    return parts[1].removesuffix(".libs").removesuffix("_raw")


def table(program: Path) -> str:
    """Return the parts as a Markdown table, the heaviest first, in MB (10^6 bytes)."""
    found = weights(program)
    heavy = [one for one in found.most_common() if one[1] >= _WORTH_A_LINE]
    light = found.total() - sum(size for _, size in heavy)
    rows = [*heavy, ("the rest", light), ("**all**", found.total())]
    return "\n".join(
        ["| part | MB |", "|---|---|", *(f"| {name} | {size / 1e6:.1f} |" for name, size in rows)]
    )
