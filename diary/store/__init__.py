"""The diary file; the only SQL.

``Database`` opens the file, ``UnitOfWork`` is one transaction, ``snapshot`` copies it safely.
"""

from __future__ import annotations

from diary.store.sparing import without_asyncio

with without_asyncio():
    import sqlalchemy.dialects.sqlite  # noqa: F401  before any module of the store imports it
