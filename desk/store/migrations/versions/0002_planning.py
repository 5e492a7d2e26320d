"""Planning: rundown, resources, closed times, travel, days of the office, photos.

Revision ID: 0002
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add what planning a programme needs; nothing that stands is lost."""
    with op.batch_alter_table("visit") as batch:
        batch.add_column(sa.Column("kind", sa.String(24), nullable=False, server_default="other"))
    with op.batch_alter_table("visit") as batch:
        batch.alter_column("kind", server_default=None)
    with op.batch_alter_table("venue") as batch:
        batch.add_column(sa.Column("floor", sa.String(), nullable=False, server_default=""))
        batch.add_column(sa.Column("equipment", sa.JSON(), nullable=False, server_default="[]"))
        batch.add_column(sa.Column("opening_hours", sa.JSON(), nullable=False, server_default="{}"))
        batch.add_column(sa.Column("photo", sa.String(), nullable=False, server_default=""))
    with op.batch_alter_table("venue") as batch:
        for name in ("floor", "equipment", "opening_hours", "photo"):
            batch.alter_column(name, server_default=None)
    with op.batch_alter_table("clash_override") as batch:
        batch.alter_column("other_event_id", existing_type=sa.Integer(), nullable=True)
    _resources()
    _times()
    _rundown()
    _create(
        "picture",
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.UniqueConstraint("digest", name=op.f("uq_picture_digest")),
    )


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


def _resources() -> None:
    _create(
        "resource",
        sa.Column("kind", sa.String(24), nullable=False),
        sa.Column("name", sa.JSON(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("seats", sa.Integer(), nullable=False),
        sa.Column("languages", sa.JSON(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("city", sa.String(), nullable=False),
        sa.Column("contact", sa.String(), nullable=False),
        sa.Column("set_up_minutes", sa.Integer(), nullable=False),
        sa.Column("clear_down_minutes", sa.Integer(), nullable=False),
        sa.Column("photo", sa.String(), nullable=False),
        sa.Column("notes", sa.String(), nullable=False),
        _reference("resource", "person_id", "person"),
    )
    _index("resource", "person_id")
    _create(
        "resource_booking",
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("resource_id", sa.Integer(), nullable=False),
        sa.Column("notes", sa.String(), nullable=False),
        _reference("resource_booking", "event_id", "event"),
        _reference("resource_booking", "resource_id", "resource"),
        sa.UniqueConstraint("event_id", "resource_id", name=op.f("one_booking_per_event")),
    )
    _index("resource_booking", "event_id", "resource_id")


def _times() -> None:
    _create(
        "closed_time",
        sa.Column("venue_id", sa.Integer(), nullable=True),
        sa.Column("resource_id", sa.Integer(), nullable=True),
        sa.Column("starts", sa.DateTime(), nullable=False),
        sa.Column("ends", sa.DateTime(), nullable=False),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("starts_at", sa.DateTime(), nullable=False),
        sa.Column("ends_at", sa.DateTime(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        _reference("closed_time", "venue_id", "venue"),
        _reference("closed_time", "resource_id", "resource"),
    )
    _index("closed_time", "venue_id", "resource_id")
    _create(
        "travel_time",
        sa.Column("from_venue_id", sa.Integer(), nullable=False),
        sa.Column("to_venue_id", sa.Integer(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        _reference("travel_time", "from_venue_id", "venue"),
        _reference("travel_time", "to_venue_id", "venue"),
        sa.UniqueConstraint(
            "from_venue_id", "to_venue_id", name=op.f("one_way_from_venue_to_venue")
        ),
    )
    _index("travel_time", "from_venue_id", "to_venue_id")
    _create(
        "special_day",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("country", sa.String(2), nullable=False),
        sa.Column("kind", sa.String(24), nullable=False),
        sa.Column("name", sa.JSON(), nullable=False),
        sa.Column("basis", sa.String(), nullable=False),
    )
    _index("special_day", "day")


def _rundown() -> None:
    _create(
        "programme_item",
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("offset_minutes", sa.Integer(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title", sa.JSON(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("leader_id", sa.Integer(), nullable=True),
        sa.Column("leader", sa.String(), nullable=False),
        sa.Column("in_charge_id", sa.Integer(), nullable=True),
        sa.Column("in_charge", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("dress", sa.JSON(), nullable=False),
        sa.Column("notes", sa.String(), nullable=False),
        sa.Column("locked", sa.Boolean(), nullable=False),
        sa.Column("internal", sa.Boolean(), nullable=False),
        _reference("programme_item", "event_id", "event"),
        _reference("programme_item", "leader_id", "person"),
        _reference("programme_item", "in_charge_id", "person"),
    )
    _index("programme_item", "event_id", "leader_id", "in_charge_id")
