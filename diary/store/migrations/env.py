"""What Alembic runs for every upgrade: the connection and its transaction are given to it."""

from __future__ import annotations

from alembic import context

context.configure(connection=context.config.attributes["connection"])
with context.begin_transaction():
    context.run_migrations()
