"""desk/store/store.py: units of work are kept whole with their history, or not at all."""

from datetime import datetime, timedelta, timezone

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlmodel import col, select

from desk.model.changes import ChangeKind, StepKind
from desk.model.errors import ChangedElsewhere, StoreProblem, UserError
from desk.model.tables import HistoryChange, HistoryStep, Person, Visit
from desk.store.engines import engine_for
from desk.store.store import Store
from tests.fixtures.images import all_images
from tests.fixtures.rows import ME, NOW, event, member, office, person, visit


def names(store: Store) -> list[str]:
    with store.read() as session:
        return list(session.exec(select(Person.full_name).order_by(col(Person.id))))


def test_a_unit_of_work_is_kept_with_its_history(store: Store) -> None:
    with store.work("Add people", who=ME, at=NOW) as work:
        serik = work.session.keep(person("Serik"))
        work.session.keep(office(serik.id))
    with store.work("Rename", who=ME, at=NOW) as second:
        row = second.session.get(Person, serik.id)
        assert row is not None
        row.full_name = "Serik S."
    assert names(store) == ["Serik S."]
    assert [(row.table, row.kind) for row in work.changes.rows] == [
        ("person", ChangeKind.ADDED),
        ("office", ChangeKind.ADDED),
    ]
    assert [(row.table, row.columns) for row in second.changes.rows] == [
        ("person", frozenset({"full_name"}))
    ]
    with store.read() as session:
        steps = session.exec(select(HistoryStep).order_by(col(HistoryStep.id))).all()
        written = session.exec(select(HistoryChange).order_by(col(HistoryChange.id))).all()
    assert [(step.label, step.who, step.at, step.kind) for step in steps] == [
        ("Add people", ME, NOW, StepKind.DO),
        ("Rename", ME, NOW, StepKind.DO),
    ]
    assert [row.step_id for row in written] == [work.changes.step] * 2 + [second.changes.step]
    assert written[2].before == {**(written[0].after or {}), "full_name": "Serik"}


def test_an_error_in_the_middle_leaves_nothing(store: Store) -> None:
    before = all_images(store)
    with pytest.raises(UserError, match="no"), store.work("Fail", who=ME, at=NOW) as work:
        work.session.keep(person())
        raise UserError("no")
    assert all_images(store) == before
    with store.read() as session:
        assert session.exec(select(HistoryStep)).all() == []


def test_nothing_changed_writes_no_step(store: Store) -> None:
    with store.work("Look", who=ME, at=NOW) as work:
        serik = work.session.keep(person())
        work.session.drop(serik)
    assert len(work.changes.rows) == 2
    with store.work("Nothing", who=ME, at=NOW) as work:
        pass
    assert (work.changes.step, work.changes.rows) == (0, ())
    with store.read() as session:
        assert len(session.exec(select(HistoryStep)).all()) == 1


def test_a_reading_session_refuses_to_change_anything(store: Store) -> None:
    with store.work("Add", who=ME, at=NOW) as work:
        serik = work.session.keep(person())
    with pytest.raises(RuntimeError, match="unit of work"), store.read() as session:
        session.add(person("Lost"))
        session.flush()
    with pytest.raises(RuntimeError, match="unit of work"), store.read() as session:
        row = session.get(Person, serik.id)
        assert row is not None
        row.full_name = "Lost"
        session.commit()
    with pytest.raises(RuntimeError, match="bulk"), store.read() as session:
        session.connection()
        session.exec(text("DELETE FROM person"))  # type: ignore[call-overload]
    assert names(store) == ["Serik"]


def test_deleting_what_is_still_used_is_said_in_words(store: Store) -> None:
    with store.work("Add", who=ME, at=NOW) as work:
        serik = work.session.keep(person())
        work.session.keep(office(serik.id))
    before = all_images(store)
    with (
        pytest.raises(UserError, match="still used elsewhere"),
        store.work("Delete", who=ME, at=NOW) as work,
    ):
        row = work.session.get(Person, serik.id)
        assert row is not None
        work.session.drop(row)
    assert all_images(store) == before


def test_adding_to_what_is_gone_is_said_in_words(store: Store) -> None:
    with (
        pytest.raises(ChangedElsewhere, match="not there any more"),
        store.work("Add", who=ME, at=NOW) as work,
    ):
        work.session.keep(office(4711))


def test_the_same_number_twice_is_said_in_words(store: Store) -> None:
    with store.work("Add", who=ME, at=NOW) as work:
        work.session.keep(visit(1))
    with (
        pytest.raises(ChangedElsewhere, match="there already"),
        store.work("Add", who=ME, at=NOW) as work,
    ):
        work.session.keep(visit(1))


def test_a_mistake_of_ours_is_not_dressed_up_as_the_users(store: Store) -> None:
    with pytest.raises(IntegrityError), store.work("Add", who=ME, at=NOW) as work:
        work.session.keep(Person(full_name=None))  # type: ignore[arg-type]


def test_a_step_may_be_dated_in_any_zone(store: Store) -> None:
    at = datetime(2026, 3, 1, 12, 0, tzinfo=timezone(timedelta(hours=8)))
    with store.work("Add", who=ME, at=at) as work:
        work.session.keep(person())
    with store.read() as session:
        assert session.exec(select(HistoryStep.at)).one() == NOW


def test_the_history_knows_the_visit_of_each_change(store: Store) -> None:
    with store.work("Add", who=ME, at=NOW) as work:
        session = work.session
        session.keep(person())
        own = session.keep(visit())
        meeting = session.keep(event(own.id))
        group = session.keep(member(own.id))
    with store.work("Delete", who=ME, at=NOW) as work:
        for table, number in ((type(group), group.id), (type(meeting), meeting.id)):
            row = work.session.get(table, number)
            assert row is not None
            work.session.drop(row)
        row = work.session.get(Visit, own.id)
        assert row is not None
        work.session.drop(row)
    with store.read() as session:
        found = session.exec(
            select(HistoryChange.table_name, HistoryChange.visit_id).order_by(col(HistoryChange.id))
        ).all()
    assert found == [
        ("person", None),
        ("visit", own.id),
        ("event", own.id),
        ("delegation_member", own.id),
        ("delegation_member", own.id),
        ("event", own.id),
        ("visit", own.id),
    ]


def test_a_desk_older_than_the_database_stops_writing(store: Store, address: str) -> None:
    other = engine_for(address)
    with other.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num='9999'"))
    other.dispose()
    with (
        pytest.raises(StoreProblem, match="newer version"),
        store.work("Add", who=ME, at=NOW) as work,
    ):
        work.session.keep(person())
    assert names(store) == []
