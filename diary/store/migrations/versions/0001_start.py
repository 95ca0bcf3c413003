"""The first diary file."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make all tables of the first version."""
    # "Daym": tells a diary from any other SQLite file.
    op.execute("PRAGMA application_id = 1147238765")
    _make_entries()
    _make_answers()
    _make_care()


def _make_entries() -> None:
    op.create_table(
        "entry",
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("entered_at", sa.Text(), nullable=True),
        sa.Column("pains_answered", sa.Boolean(), nullable=False),
        sa.Column("signs_answered", sa.Boolean(), nullable=False),
        sa.Column("symptoms_answered", sa.Boolean(), nullable=False),
        sa.Column("medicines_answered", sa.Boolean(), nullable=False),
        sa.Column("weight_grams", sa.Integer(), nullable=True),
        sa.Column("temperature_hundredths", sa.Integer(), nullable=True),
        sa.Column("sleep", sa.Integer(), nullable=True),
        sa.Column("walking", sa.Integer(), nullable=True),
        sa.Column("daily_tasks", sa.Integer(), nullable=True),
        sa.Column("could_do", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("copied_from", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("day", name="pk_entry"),
    )
    op.create_table(
        "entry_history",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("saved_at", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("entry", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_entry_history"),
    )
    op.create_index("ix_entry_history_day", "entry_history", ["day"])


def _make_answer(name: str, *columns: sa.Column[str] | sa.Column[int]) -> None:
    op.create_table(
        name,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        *columns,
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        sa.ForeignKeyConstraint(
            ["day"], ["entry.day"], name=f"fk_{name}_entry", ondelete="CASCADE"
        ),
    )
    op.create_index(f"ix_{name}_day", name, ["day"])


def _make_answers() -> None:
    _make_answer(
        "pain",
        sa.Column("region", sa.Text(), nullable=False),
        sa.Column("side", sa.Text(), nullable=True),
        sa.Column("worst", sa.Integer(), nullable=True),
        sa.Column("average", sa.Integer(), nullable=True),
        sa.Column("night", sa.Text(), nullable=True),
        sa.Column("pattern", sa.Text(), nullable=True),
        sa.Column("trigger", sa.Text(), nullable=True),
        sa.Column("onset", sa.Text(), nullable=True),
        sa.Column("started_on", sa.Text(), nullable=True),
        sa.Column("relief", sa.Text(), nullable=True),
    )
    op.create_table(
        "pain_detail",
        sa.Column("pain_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("pain_id", "kind", "position", name="pk_pain_detail"),
        sa.ForeignKeyConstraint(
            ["pain_id"], ["pain.id"], name="fk_pain_detail_pain", ondelete="CASCADE"
        ),
    )
    _make_answer(
        "sign",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("side", sa.Text(), nullable=True),
        sa.Column("grade", sa.Integer(), nullable=True),
        sa.Column("new", sa.Text(), nullable=True),
    )
    _make_answer(
        "symptom",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("grade", sa.Integer(), nullable=True),
        sa.Column("new", sa.Text(), nullable=True),
    )
    _make_answer(
        "medicine",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=True),
        sa.Column("doses", sa.Integer(), nullable=True),
        sa.Column("relief", sa.Text(), nullable=True),
    )


def _make_list(name: str, *columns: sa.Column[str] | sa.Column[int] | sa.Column[bool]) -> None:
    op.create_table(
        name,
        sa.Column("id", sa.Integer(), nullable=False),
        *columns,
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
    )


def _make_care() -> None:
    _make_list(
        "profile",
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("birth_year", sa.Integer(), nullable=True),
        sa.Column("cancer", sa.Text(), nullable=True),
        sa.Column("diagnosed_on", sa.Text(), nullable=True),
        sa.Column("bone_metastases", sa.Boolean(), nullable=True),
        sa.Column("osteoporosis", sa.Boolean(), nullable=True),
        sa.Column("immunosuppressed", sa.Boolean(), nullable=True),
    )
    _make_list(
        "usual_level",
        sa.Column("of", sa.Text(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("since", sa.Text(), nullable=True),
        sa.Column("confirmed_on", sa.Text(), nullable=True),
    )
    _make_list(
        "contact",
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("phone", sa.Text(), nullable=True),
        sa.Column("hours", sa.Text(), nullable=True),
        sa.Column("for_what", sa.Text(), nullable=True),
    )
    _make_list(
        "treatment",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("start", sa.Text(), nullable=True),
        sa.Column("end", sa.Text(), nullable=True),
    )
    _make_list(
        "event",
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
    )
    _make_list(
        "quiet_period",
        sa.Column("start", sa.Text(), nullable=False),
        sa.Column("end", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
    )
    _make_list(
        "alert_action",
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("raised_on", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("on_day", sa.Text(), nullable=False),
        sa.Column("with_whom", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
    )
