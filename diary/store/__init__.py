"""The diary file; the only SQL.

``Database`` opens the file, ``UnitOfWork`` is one transaction, ``snapshot`` copies it safely.
"""

from __future__ import annotations

from diary.store.sparing import spared

with spared():
    import sqlalchemy.dialects.sqlite  # noqa: F401  before any module of the store imports it

    import diary.domain.entry  # noqa: F401  likewise, with pydantic
