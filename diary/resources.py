"""Files of ``resources/``, from a checkout, an installed wheel or a frozen program."""

from __future__ import annotations

import sys
from pathlib import Path

_NOTICES = "THIRD_PARTY.md"
_PACKAGE = Path(__file__).resolve().parent


def resource_root() -> Path:
    """Return the folder that holds the program's resources."""
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen) / "resources"
    installed = _PACKAGE / "_resources"
    return installed if installed.is_dir() else _PACKAGE.parent / "resources"


def notices() -> Path:
    """Return the path of the notices about the work of others.

    Raises:
        FileNotFoundError: the program is incomplete.
    """
    beside = resource_root() / _NOTICES
    # In a checkout they stand at the top, where whoever looks for licences finds them.
    return beside if beside.exists() else resource(f"../{_NOTICES}")


def resource(name: str) -> Path:
    """Return the path of the resource ``name``, written with slashes.

    Raises:
        FileNotFoundError: the program is incomplete.
    """
    path = resource_root() / name
    if not path.exists():
        raise FileNotFoundError(name)
    return path
