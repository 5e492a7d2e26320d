"""The first schema.

Revision ID: 0001
"""

import sqlalchemy as sa
from alembic import op

from desk.store.database_file import APPLICATION_ID
from desk.store.search_index import create_search_index

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make every table, parents before their children."""
    _settings()
    _people()
    _venues()
    _visits()
    _events()
    _agreements()
    _outcomes()
    _records()
    create_search_index(op.get_bind())
    if op.get_bind().dialect.name == "sqlite":
        op.execute(f"PRAGMA application_id={APPLICATION_ID}")


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


def _settings() -> None:
    _create(
        "setting",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.UniqueConstraint("name", name=op.f("uq_setting_name")),
    )
    _create(
        "number_series",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.UniqueConstraint("name", name=op.f("uq_number_series_name")),
    )


def _people() -> None:
    _create(
        "organisation",
        sa.Column("parent_id", sa.Integer(), nullable=True),
        sa.Column("name", sa.JSON(), nullable=False),
        sa.Column("short_name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(24), nullable=False),
        sa.Column("country", sa.String(2), nullable=False),
        sa.Column("city", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("notes", sa.String(), nullable=False),
        _reference("organisation", "parent_id", "organisation"),
    )
    op.create_index(op.f("ix_organisation_parent_id"), "organisation", ["parent_id"])
    _create(
        "person",
        sa.Column("full_name", sa.String(), nullable=False),
        sa.Column("family", sa.String(), nullable=False),
        sa.Column("given", sa.String(), nullable=False),
        sa.Column("patronymic", sa.String(), nullable=False),
        sa.Column("original_script", sa.String(), nullable=False),
        sa.Column("titles_before", sa.String(), nullable=False),
        sa.Column("titles_after", sa.String(), nullable=False),
        sa.Column("honorific", sa.String(), nullable=False),
        sa.Column("pronunciation", sa.String(), nullable=False),
        sa.Column("aliases", sa.JSON(), nullable=False),
        sa.Column("name_forms", sa.JSON(), nullable=False),
        sa.Column("country", sa.String(2), nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("notes", sa.String(), nullable=False),
    )
    _create(
        "office",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=True),
        sa.Column("title", sa.JSON(), nullable=False),
        sa.Column("acting", sa.String(24), nullable=True),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        _reference("office", "person_id", "person"),
        _reference("office", "organisation_id", "organisation"),
    )
    op.create_index(op.f("ix_office_organisation_id"), "office", ["organisation_id"])
    op.create_index(op.f("ix_office_person_id"), "office", ["person_id"])


def _venues() -> None:
    _create(
        "venue",
        sa.Column("name", sa.JSON(), nullable=False),
        sa.Column("building", sa.JSON(), nullable=False),
        sa.Column("city", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("latitude", sa.Float(), nullable=True),
        sa.Column("longitude", sa.Float(), nullable=True),
        sa.Column("shared", sa.Boolean(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("contact", sa.String(), nullable=False),
        sa.Column("notes", sa.String(), nullable=False),
    )
    _create(
        "venue_layout",
        sa.Column("venue_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.JSON(), nullable=False),
        sa.Column("seats", sa.Integer(), nullable=False),
        sa.Column("set_up_minutes", sa.Integer(), nullable=False),
        sa.Column("clear_down_minutes", sa.Integer(), nullable=False),
        _reference("venue_layout", "venue_id", "venue"),
    )
    op.create_index(op.f("ix_venue_layout_venue_id"), "venue_layout", ["venue_id"])


def _visits() -> None:
    _create(
        "visit",
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("title", sa.JSON(), nullable=False),
        sa.Column("country", sa.String(2), nullable=False),
        sa.Column("status", sa.String(24), nullable=False),
        sa.Column("status_reason", sa.String(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("guest_zone", sa.String(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("letter", sa.String(), nullable=False),
        sa.Column("notes", sa.String(), nullable=False),
        sa.UniqueConstraint("year", "number", name=op.f("one_reference_per_visit")),
    )
    op.create_index(op.f("ix_visit_first_day"), "visit", ["first_day"])
    op.create_index(op.f("ix_visit_last_day"), "visit", ["last_day"])
    _create(
        "delegation_member",
        sa.Column("visit_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("group_name", sa.JSON(), nullable=False),
        sa.Column("headcount", sa.Integer(), nullable=True),
        sa.Column("side", sa.String(24), nullable=False),
        sa.Column("role", sa.String(24), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("country", sa.String(2), nullable=False),
        sa.Column("notes", sa.String(), nullable=False),
        _reference("delegation_member", "visit_id", "visit"),
        _reference("delegation_member", "person_id", "person"),
    )
    op.create_index(op.f("ix_delegation_member_person_id"), "delegation_member", ["person_id"])
    op.create_index(op.f("ix_delegation_member_visit_id"), "delegation_member", ["visit_id"])


def _events() -> None:
    _create(
        "event",
        sa.Column("visit_id", sa.Integer(), nullable=True),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("title", sa.JSON(), nullable=False),
        sa.Column("kind", sa.String(24), nullable=False),
        sa.Column("status", sa.String(24), nullable=False),
        sa.Column("status_reason", sa.String(), nullable=False),
        sa.Column("starts", sa.DateTime(), nullable=False),
        sa.Column("ends", sa.DateTime(), nullable=False),
        sa.Column("starts_fold", sa.Integer(), nullable=False),
        sa.Column("ends_fold", sa.Integer(), nullable=False),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("starts_at", sa.DateTime(), nullable=False),
        sa.Column("ends_at", sa.DateTime(), nullable=False),
        sa.Column("long", sa.Boolean(), nullable=False),
        sa.Column("all_day", sa.Boolean(), nullable=False),
        sa.Column("venue_id", sa.Integer(), nullable=True),
        sa.Column("layout_id", sa.Integer(), nullable=True),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("dress", sa.JSON(), nullable=False),
        sa.Column("description", sa.JSON(), nullable=False),
        sa.Column("notes", sa.String(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        _reference("event", "visit_id", "visit"),
        _reference("event", "venue_id", "venue"),
        _reference("event", "layout_id", "venue_layout"),
        sa.UniqueConstraint("visit_id", "number", name=op.f("one_number_per_event")),
        sa.UniqueConstraint("uid", name=op.f("uq_event_uid")),
    )
    op.create_index(op.f("ix_event_layout_id"), "event", ["layout_id"])
    op.create_index(op.f("ix_event_time"), "event", ["long", "starts_at"])
    op.create_index(op.f("ix_event_venue_time"), "event", ["venue_id", "long", "starts_at"])
    _create(
        "participation",
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("member_id", sa.Integer(), nullable=True),
        sa.Column("side", sa.String(24), nullable=False),
        sa.Column("role", sa.String(24), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("answer", sa.String(24), nullable=False),
        sa.Column("represented_by_id", sa.Integer(), nullable=True),
        sa.Column("attended", sa.Boolean(), nullable=True),
        sa.Column("attended_count", sa.Integer(), nullable=True),
        _reference("participation", "event_id", "event"),
        _reference("participation", "person_id", "person"),
        _reference("participation", "member_id", "delegation_member"),
        _reference("participation", "represented_by_id", "person"),
    )
    op.create_index(op.f("ix_participation_event"), "participation", ["event_id", "person_id"])
    op.create_index(op.f("ix_participation_member_id"), "participation", ["member_id"])
    op.create_index(op.f("ix_participation_person_id"), "participation", ["person_id"])
    op.create_index(
        op.f("ix_participation_represented_by_id"), "participation", ["represented_by_id"]
    )
    _create(
        "clash_override",
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("other_event_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("decided_by", sa.String(), nullable=False),
        _reference("clash_override", "event_id", "event"),
        _reference("clash_override", "other_event_id", "event"),
    )
    op.create_index(op.f("ix_clash_override_event_id"), "clash_override", ["event_id"])
    op.create_index(op.f("ix_clash_override_other_event_id"), "clash_override", ["other_event_id"])


def _agreements() -> None:
    _create(
        "agreement",
        sa.Column("visit_id", sa.Integer(), nullable=True),
        sa.Column("title", sa.JSON(), nullable=False),
        sa.Column("kind", sa.String(24), nullable=False),
        sa.Column("our_role", sa.String(24), nullable=False),
        sa.Column("stage", sa.String(24), nullable=False),
        sa.Column("signed_on", sa.Date(), nullable=True),
        sa.Column("signed_in", sa.String(), nullable=False),
        sa.Column("expires_on", sa.Date(), nullable=True),
        sa.Column("notes", sa.String(), nullable=False),
        _reference("agreement", "visit_id", "visit"),
    )
    op.create_index(op.f("ix_agreement_visit_id"), "agreement", ["visit_id"])
    _create(
        "agreement_party",
        sa.Column("agreement_id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        _reference("agreement_party", "agreement_id", "agreement"),
        _reference("agreement_party", "organisation_id", "organisation"),
    )
    op.create_index(op.f("ix_agreement_party_agreement_id"), "agreement_party", ["agreement_id"])
    op.create_index(
        op.f("ix_agreement_party_organisation_id"), "agreement_party", ["organisation_id"]
    )


def _outcomes() -> None:
    _create(
        "follow_up",
        sa.Column("visit_id", sa.Integer(), nullable=True),
        sa.Column("event_id", sa.Integer(), nullable=True),
        sa.Column("agreement_id", sa.Integer(), nullable=True),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=True),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("status", sa.String(24), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("evidence", sa.String(), nullable=False),
        sa.Column("notes", sa.String(), nullable=False),
        _reference("follow_up", "visit_id", "visit"),
        _reference("follow_up", "event_id", "event"),
        _reference("follow_up", "agreement_id", "agreement"),
        _reference("follow_up", "organisation_id", "organisation"),
        _reference("follow_up", "person_id", "person"),
    )
    op.create_index(op.f("ix_follow_up_agreement_id"), "follow_up", ["agreement_id"])
    op.create_index(op.f("ix_follow_up_due_on"), "follow_up", ["due_on"])
    op.create_index(op.f("ix_follow_up_event_id"), "follow_up", ["event_id"])
    op.create_index(op.f("ix_follow_up_organisation_id"), "follow_up", ["organisation_id"])
    op.create_index(op.f("ix_follow_up_person_id"), "follow_up", ["person_id"])
    op.create_index(op.f("ix_follow_up_visit_id"), "follow_up", ["visit_id"])
    _create(
        "produced_document",
        sa.Column("kind", sa.String(24), nullable=False),
        sa.Column("visit_id", sa.Integer(), nullable=True),
        sa.Column("event_id", sa.Integer(), nullable=True),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("produced_at", sa.DateTime(), nullable=False),
        sa.Column("produced_by", sa.String(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        _reference("produced_document", "visit_id", "visit"),
        _reference("produced_document", "event_id", "event"),
    )
    op.create_index(op.f("ix_produced_document_event_id"), "produced_document", ["event_id"])
    op.create_index(op.f("ix_produced_document_visit_id"), "produced_document", ["visit_id"])
    _create(
        "invitation",
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("mailbox", sa.String(), nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("method", sa.String(16), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("written_at", sa.DateTime(), nullable=False),
        sa.Column("schedule_digest", sa.String(), nullable=False),
        sa.Column("content_digest", sa.String(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("sent_how", sa.String(16), nullable=False),
        sa.Column("answer", sa.String(24), nullable=False),
        sa.Column("answer_sequence", sa.Integer(), nullable=True),
        sa.Column("answered_at", sa.DateTime(), nullable=True),
        sa.Column("comment", sa.String(), nullable=False),
        _reference("invitation", "event_id", "event"),
        _reference("invitation", "person_id", "person"),
        sa.UniqueConstraint("event_id", "mailbox", name=op.f("one_invitation_per_mailbox")),
    )
    op.create_index(op.f("ix_invitation_event_id"), "invitation", ["event_id"])
    op.create_index(op.f("ix_invitation_person_id"), "invitation", ["person_id"])


def _records() -> None:
    _create(
        "history_step",
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("kind", sa.String(24), nullable=False),
        sa.Column("reverses", sa.Integer(), nullable=True),
        sa.Column("undone_by", sa.Integer(), nullable=True),
        _reference("history_step", "reverses", "history_step"),
    )
    op.create_index(op.f("ix_history_step_latest"), "history_step", ["who", "kind", "id"])
    op.create_index(op.f("ix_history_step_reverses"), "history_step", ["reverses"])
    op.create_index(op.f("ix_history_step_undone_by"), "history_step", ["undone_by"])
    _create(
        "history_change",
        sa.Column("step_id", sa.Integer(), nullable=False),
        sa.Column("table_name", sa.String(), nullable=False),
        sa.Column("row_id", sa.Integer(), nullable=False),
        sa.Column("visit_id", sa.Integer(), nullable=True),
        sa.Column("before", sa.JSON(), nullable=True),
        sa.Column("after", sa.JSON(), nullable=True),
        _reference("history_change", "step_id", "history_step"),
    )
    op.create_index(op.f("ix_history_change_row"), "history_change", ["table_name", "row_id"])
    op.create_index(op.f("ix_history_change_step_id"), "history_change", ["step_id"])
    op.create_index(op.f("ix_history_change_visit_id"), "history_change", ["visit_id"])
    _create(
        "search_entry",
        sa.Column("kind", sa.String(24), nullable=False),
        sa.Column("row_id", sa.Integer(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("recent", sa.String(), nullable=False),
        sa.UniqueConstraint("kind", "row_id", name=op.f("one_entry_per_thing")),
    )
    op.create_index(op.f("ix_search_entry_latest"), "search_entry", ["recent", "kind", "id"])
    op.create_index(
        op.f("ix_search_entry_latest_of_kind"), "search_entry", ["kind", "recent", "id"]
    )
