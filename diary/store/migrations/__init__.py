"""Numbered, frozen steps that bring a diary file up to date."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def upgrade(path: Path, passphrase: str | None, *, like: Path | None = None) -> None:
    """Bring a new or old file up to date, all steps or none.

    Args:
        path: the file.
        passphrase: its passphrase or recovery code; None for a plain file.
        like: another protected file; a new one gets the same key.

    Raises:
        FileProblem: the disk does not allow it; the file is as it was.
    """
    # A current file must not pay for importing Alembic at every start.
    from diary.store.migrations import run  # noqa: PLC0415  see above

    run.upgrade(path, passphrase, like=like)
