"""Bring a diary file up to date: all steps or none, in one transaction.

Importing this imports Alembic, which costs more start-up time than reading the file. So it is
imported only where a file is new or old.
"""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config

from diary.store import problems
from diary.store.connection import Begin, connect, make_engine

SCRIPTS = Path(__file__).parent


def configuration(scripts: Path = SCRIPTS) -> Config:
    """Return Alembic's configuration for a folder of migrations."""
    config = Config()
    # Alembic fills in what stands behind a percent sign.
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    return config


def upgrade(
    path: Path, passphrase: str | None, scripts: Path = SCRIPTS, *, like: Path | None = None
) -> None:
    """Walk the file from its mark, or from nothing, to the newest.

    Args:
        path: the file.
        passphrase: its passphrase or recovery code; None for a plain file.
        scripts: the folder of migrations.
        like: another protected file; a new one gets the same key.

    Raises:
        FileProblem: the disk does not allow it; the file is as it was.
    """
    config = configuration(scripts)
    engine = make_engine(path, passphrase, like=like)
    try:
        with problems.known_problems(path), connect(engine, Begin.NONE) as connection:
            # A table is rebuilt with foreign keys off, and that is ignored inside a transaction.
            connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
            connection.exec_driver_sql(Begin.WRITING.value)
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
            if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
                raise problems.damaged(path, "rows without their parent")
            connection.commit()
    finally:
        engine.dispose()
