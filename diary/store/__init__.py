"""The diary file; the only SQL.

``Database`` opens the file, ``UnitOfWork`` is one transaction, ``snapshot`` copies it safely.
"""

from __future__ import annotations
