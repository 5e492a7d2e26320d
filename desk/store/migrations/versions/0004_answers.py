"""Invitations: wordings, messages on their way, answers, copies on servers; preparation tasks.

Revision ID: 0004
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the ways out and back of an invitation; nothing that stands is lost."""
    _add("invitation", sa.Column("delegated_to", sa.String(), nullable=False, server_default=""))
    _add("follow_up", sa.Column("uid", sa.String(), nullable=False, server_default=""))
    _out()
    _back()
    _tasks()


def _add(table: str, column: sa.Column[Any]) -> None:
    """Add a column that needs a value in the rows that stand, and nowhere else."""
    with op.batch_alter_table(table) as batch:
        batch.add_column(column)
    with op.batch_alter_table(table) as batch:
        batch.alter_column(column.name, server_default=None)


def _create(table: str, *parts: sa.schema.SchemaItem) -> None:
    op.create_table(
        table,
        sa.Column("id", sa.Integer(), nullable=False),
        *parts,
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        sqlite_autoincrement=True,
    )


def _reference(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=op.f(f"fk_{table}_{column}"))


def _index(table: str, *columns: str) -> None:
    for column in columns:
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column])


def _out() -> None:
    _create(
        "invitation_wording",
        sa.Column("visit_id", sa.Integer(), nullable=True),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("purpose", sa.String(24), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        _reference("invitation_wording", "visit_id", "visit"),
        sa.UniqueConstraint(
            "visit_id", "language", "purpose", name=op.f("one_wording_per_purpose")
        ),
    )
    _index("invitation_wording", "visit_id")
    _create(
        "outgoing_message",
        sa.Column("event_id", sa.Integer(), nullable=True),
        sa.Column("mailbox", sa.String(), nullable=False),
        sa.Column("method", sa.String(16), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("message_id", sa.String(), nullable=False),
        sa.Column("content", sa.String(), nullable=False),
        sa.Column("state", sa.String(24), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("next_try_at", sa.DateTime(), nullable=True),
        sa.Column("last_error", sa.String(), nullable=False),
        sa.Column("queued_at", sa.DateTime(), nullable=False),
        sa.Column("sent_at", sa.DateTime(), nullable=True),
        _reference("outgoing_message", "event_id", "event"),
        sa.UniqueConstraint("message_id", name=op.f("uq_outgoing_message_message_id")),
    )
    _index("outgoing_message", "event_id", "state")
    _create(
        "calendar_copy",
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("collection", sa.String(), nullable=False),
        sa.Column("href", sa.String(), nullable=False),
        sa.Column("etag", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("published_at", sa.DateTime(), nullable=False),
        _reference("calendar_copy", "event_id", "event"),
        sa.UniqueConstraint("event_id", "collection", name=op.f("one_copy_per_collection")),
    )
    _index("calendar_copy", "event_id")


def _back() -> None:
    _create(
        "incoming_answer",
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("received_at", sa.DateTime(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("method", sa.String(16), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=True),
        sa.Column("sender", sa.String(), nullable=False),
        sa.Column("attendee", sa.String(), nullable=False),
        sa.Column("answer", sa.String(24), nullable=False),
        sa.Column("delegated_to", sa.String(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("written_at", sa.DateTime(), nullable=True),
        sa.Column("comment", sa.String(), nullable=False),
        sa.Column("content", sa.String(), nullable=False),
        sa.Column("state", sa.String(24), nullable=False),
        sa.Column("why", sa.String(48), nullable=False),
        _reference("incoming_answer", "event_id", "event"),
        sa.UniqueConstraint("digest", name=op.f("uq_incoming_answer_digest")),
    )
    _index("incoming_answer", "event_id", "state")


def _tasks() -> None:
    _create(
        "preparation_task",
        sa.Column("visit_id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=True),
        sa.Column("title", sa.JSON(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("offset_days", sa.Integer(), nullable=True),
        sa.Column("minutes_before", sa.Integer(), nullable=True),
        sa.Column("organisation_id", sa.Integer(), nullable=True),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("status", sa.String(24), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("notes", sa.String(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        _reference("preparation_task", "visit_id", "visit"),
        _reference("preparation_task", "event_id", "event"),
        _reference("preparation_task", "organisation_id", "organisation"),
        _reference("preparation_task", "person_id", "person"),
    )
    _index("preparation_task", "due_on", "event_id", "organisation_id", "person_id", "visit_id")
