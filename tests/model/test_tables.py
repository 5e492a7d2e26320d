"""desk/model/tables: what holds for every table."""

import pytest
from sqlalchemy import UniqueConstraint
from sqlmodel import SQLModel

from desk.model.choices import Status
from desk.model.tables import Event, FollowUp, HistoryStep, ProducedDocument, Setting
from desk.model.tables.row import Row
from desk.store.images import tables

NAMES = sorted(SQLModel.metadata.tables)


def test_a_table_is_named_after_its_class() -> None:
    assert (Event.__tablename__, FollowUp.__tablename__, ProducedDocument.__tablename__) == (
        "event",
        "follow_up",
        "produced_document",
    )
    assert sorted(tables()) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_every_table_never_gives_an_id_twice(name: str) -> None:
    table = SQLModel.metadata.tables[name]
    assert table.dialect_options["sqlite"]["autoincrement"] is True
    assert [column.name for column in table.primary_key] == ["id"]


@pytest.mark.parametrize("name", NAMES)
def test_every_rule_has_a_name_that_a_later_step_can_use(name: str) -> None:
    table = SQLModel.metadata.tables[name]
    assert all(rule.name for rule in table.constraints)
    assert all(index.name for index in table.indexes)


@pytest.mark.parametrize("name", NAMES)
def test_every_reference_is_found_without_reading_the_whole_table(name: str) -> None:
    table = SQLModel.metadata.tables[name]
    first = {next(iter(index.columns)).name for index in table.indexes}
    first |= {
        next(iter(rule.columns)).name
        for rule in table.constraints
        if isinstance(rule, UniqueConstraint)
    }
    references = {key.parent.name for key in table.foreign_keys}
    assert references - first == set()


def test_derived_columns_and_what_the_history_leaves_out() -> None:
    assert Event.derived == {"starts_at", "ends_at", "long"}
    assert {name for name, table in tables().items() if not table.tracked} == {
        "history_change",
        "history_step",
        "number_series",
        "outgoing_message",
        "picture",
        "search_entry",
    }
    assert HistoryStep.tracked is False


def test_a_status_knows_whether_it_holds_its_time() -> None:
    assert [status for status in Status if status.holds_its_time] == [
        Status.TENTATIVE,
        Status.CONFIRMED,
        Status.UNDER_WAY,
        Status.DONE,
    ]
    assert [status for status in Status if status.is_firm] == [
        Status.CONFIRMED,
        Status.UNDER_WAY,
        Status.DONE,
    ]


def test_no_table_builds_a_validator_at_the_start_and_its_values_can_be_had() -> None:
    assert Row.model_config.get("defer_build") is True
    row = Setting(name="office", value={"zone": "Asia/Jakarta"})
    assert row.model_dump() == {"id": None, "name": "office", "value": {"zone": "Asia/Jakarta"}}
