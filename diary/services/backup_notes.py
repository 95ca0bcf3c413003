"""What the program remembers about its backups between two runs, in a small file beside them.

Nothing about her health belongs here. A file that cannot be read is as good as none: then one
backup more is made.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Annotated, Any, Final, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from diary.errors import FileProblem
from diary.services.outputs import write_output

if TYPE_CHECKING:
    from pathlib import Path

    from diary.paths import AppPaths

_SIZE: Final = 4_096  # padded to it: a file of one block can be written again on a full disk
_WORDS = Annotated[str, Field(max_length=1_000)]


class Notes(BaseModel):
    """The notes.

    Attributes:
        newest: the name of the newest backup.
        size: bytes of the diary file that this backup holds; None where it was in use.
        changed_ns: when that file was last changed, in nanoseconds.
        failed: why there is no backup of the last change, as one sentence.
        elsewhere_failed: why it is not in the second folder, as one sentence.
    """

    model_config = ConfigDict(
        strict=True, frozen=True, extra="ignore", hide_input_in_errors=True, allow_inf_nan=False
    )

    newest: _WORDS | None = None
    size: int | None = None
    changed_ns: int | None = None
    failed: _WORDS | None = None
    elsewhere_failed: _WORDS | None = None

    @property
    def told(self) -> str | None:
        """What she should know, in one or two sentences; None where all is well."""
        return " ".join(filter(None, (self.failed, self.elsewhere_failed))) or None

    def changed(self, **notes: Any) -> Self:
        """Return the notes with some of them changed."""
        return self.model_copy(update=notes)


def read_notes(paths: AppPaths) -> Notes:
    """Return the notes; those of a first run where there are none."""
    try:
        return Notes.model_validate_json(paths.backup_notes.read_bytes())
    except (OSError, ValidationError):
        return Notes()


def write_notes(notes: Notes, paths: AppPaths) -> None:
    """Keep the notes; on a full disk, in the place of the old ones.

    Raises:
        FileProblem: the disk does not allow it.
    """
    content = notes.model_dump_json().encode().ljust(_SIZE) + b"\n"
    try:
        write_output(paths.backup_notes, content, paths.diary)
    except FileProblem:
        if not _write_over(paths.backup_notes, content):
            raise


def _write_over(file: Path, content: bytes) -> bool:
    try:
        with file.open("r+b") as old:
            old.write(content)
            old.flush()
            os.fsync(old.fileno())
    except OSError:
        return False
    return True
