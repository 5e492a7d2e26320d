"""People: precedence, journeys, restricted records, gifts, photos, one person or two.

Revision ID: 0003
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add what is known of people and their order; nothing that stands is lost."""
    _add("event", sa.Column("precedence_scheme", sa.String(), nullable=False, server_default=""))
    with op.batch_alter_table("participation") as batch:
        batch.add_column(sa.Column("arrived_at", sa.DateTime(), nullable=True))
    _add(
        "participation",
        sa.Column("walked_in", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
    _add("person", sa.Column("photo", sa.String(), nullable=False, server_default=""))
    _add("office", sa.Column("position", sa.String(), nullable=False, server_default=""))
    _delegation()
    _people()
    _precedence()
    _records()


def _add(table: str, *columns: sa.Column[Any]) -> None:
    """Add columns that need a value in the rows that stand, and nowhere else."""
    with op.batch_alter_table(table) as batch:
        for column in columns:
            batch.add_column(column)
    with op.batch_alter_table(table) as batch:
        for column in columns:
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


def _delegation() -> None:
    table = "delegation_member"
    texts = [
        sa.Column(name, sa.String(), nullable=False, server_default="")
        for name in ("lodging", "hotel_room")
    ]
    _add(table, *texts)
    with op.batch_alter_table(table) as batch:
        for name in ("vehicle_id", "interpreter_id"):
            batch.add_column(sa.Column(name, sa.Integer(), nullable=True))
            batch.create_foreign_key(op.f(f"fk_{table}_{name}"), "resource", [name], ["id"])
    _add(
        table,
        sa.Column("permit", sa.String(24), nullable=False, server_default="not_needed"),
        sa.Column("permit_notes", sa.String(), nullable=False, server_default=""),
    )
    _index(table, "vehicle_id", "interpreter_id")
    _create(
        "journey",
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("direction", sa.String(24), nullable=False),
        sa.Column("flight", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=True),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("notes", sa.String(), nullable=False),
        _reference("journey", "member_id", "delegation_member"),
    )
    _index("journey", "member_id")


def _people() -> None:
    _create(
        "restricted_record",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("passport_number", sa.String(), nullable=False),
        sa.Column("passport_until", sa.Date(), nullable=True),
        sa.Column("birth_date", sa.Date(), nullable=True),
        sa.Column("diet", sa.String(), nullable=False),
        sa.Column("health", sa.String(), nullable=False),
        _reference("restricted_record", "person_id", "person"),
        sa.UniqueConstraint("person_id", name=op.f("uq_restricted_record_person_id")),
    )
    _create(
        "not_same_person",
        sa.Column("first_id", sa.Integer(), nullable=False),
        sa.Column("second_id", sa.Integer(), nullable=False),
        _reference("not_same_person", "first_id", "person"),
        _reference("not_same_person", "second_id", "person"),
        sa.UniqueConstraint("first_id", "second_id", name=op.f("one_answer_per_pair")),
    )
    _index("not_same_person", "first_id", "second_id")
    _create(
        "merged_person",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("gone_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        _reference("merged_person", "person_id", "person"),
    )
    _index("merged_person", "person_id")


def _precedence() -> None:
    _create(
        "precedence_scheme",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("name", sa.JSON(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.UniqueConstraint("key", name=op.f("uq_precedence_scheme_key")),
    )
    _create(
        "precedence_decision",
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("member_id", sa.Integer(), nullable=True),
        sa.Column("scheme", sa.String(), nullable=False),
        sa.Column("rank", sa.String(), nullable=True),
        sa.Column("place", sa.Integer(), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("decided_by", sa.String(), nullable=False),
        _reference("precedence_decision", "event_id", "event"),
        _reference("precedence_decision", "person_id", "person"),
        _reference("precedence_decision", "member_id", "delegation_member"),
    )
    _index("precedence_decision", "event_id", "person_id", "member_id")


def _records() -> None:
    _create(
        "gift",
        sa.Column("visit_id", sa.Integer(), nullable=True),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("organisation_id", sa.Integer(), nullable=True),
        sa.Column("direction", sa.String(24), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("given_on", sa.Date(), nullable=True),
        sa.Column("notes", sa.String(), nullable=False),
        _reference("gift", "visit_id", "visit"),
        _reference("gift", "person_id", "person"),
        _reference("gift", "organisation_id", "organisation"),
    )
    _index("gift", "visit_id", "person_id", "organisation_id")
    _create(
        "photo",
        sa.Column("picture", sa.String(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("visit_id", sa.Integer(), nullable=True),
        sa.Column("event_id", sa.Integer(), nullable=True),
        sa.Column("caption", sa.String(), nullable=False),
        sa.Column("taken_on", sa.Date(), nullable=True),
        _reference("photo", "person_id", "person"),
        _reference("photo", "visit_id", "visit"),
        _reference("photo", "event_id", "event"),
    )
    _index("photo", "person_id", "visit_id", "event_id")
