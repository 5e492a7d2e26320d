"""Undo and redo under random work of two people: nothing is lost and nothing overwritten."""

from collections.abc import Callable, Generator
from contextlib import AbstractContextManager, contextmanager, suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule, run_state_machine_as_test
from sqlmodel import select

from desk.model.choices import Status
from desk.model.errors import ChangedElsewhere, UserError
from desk.model.tables import Event, HistoryStep, Office, Organisation, Person, SearchEntry, Visit
from desk.model.tables.row import Row
from desk.store.derivation import derive
from desk.store.search_entries import rebuild_entries
from desk.store.store import open_store
from desk.store.undo import step_to_redo, step_to_undo
from desk.store.unit_of_work import WorkSession
from tests.fixtures.images import all_images
from tests.fixtures.rows import COLLEAGUE, ME, NOW, event, office, person, visit
from tests.fixtures.steps import redo_everything, rows_of, undo_everything
from tests.fixtures.stores import KINDS, Databases

NewDatabase = Callable[[], AbstractContextManager[str]]

TABLES: tuple[type[Row], ...] = (Person, Organisation, Office, Visit, Event)

people = st.sampled_from([ME, COLLEAGUE])
choices = st.integers(0, 1000)
actions = st.lists(
    st.tuples(st.sampled_from(["add", "add", "change", "change", "remove"]), choices, choices),
    min_size=1,
    max_size=5,
)


class History(RuleBasedStateMachine):
    """Two people add, change and delete, undo and redo, and close and open the database."""

    new_database: NewDatabase

    def __init__(self) -> None:
        super().__init__()
        self.database = self.new_database()
        self.address = self.database.__enter__()
        self.store = open_store(self.address)
        self.first = all_images(self.store)
        self.count = 0

    def teardown(self) -> None:
        try:
            self._check_undoing_and_redoing_everything()
            self._check_search()
        finally:
            self.store.close()
            self.database.__exit__(None, None, None)

    @rule(who=people, actions=actions)
    def work(self, who: str, actions: list[tuple[str, int, int]]) -> None:
        before = all_images(self.store)
        try:
            with self.store.work("Work", who=who, at=NOW) as work:
                for action, table, row in actions:
                    getattr(self, f"_{action}")(work.session, TABLES[table % len(TABLES)], row)
        except UserError:
            # Somebody deleted what is still used: the whole step is as if never begun.
            assert all_images(self.store) == before

    @rule(who=people)
    def undo(self, who: str) -> None:
        with self.store.read() as session:
            step = step_to_undo(session, who)
        self._turn(step, lambda: step and self.store.undo(step, who=who, at=NOW))

    @rule(who=people)
    def redo(self, who: str) -> None:
        with self.store.read() as session:
            step = step_to_redo(session, who)
        self._turn(step, lambda: step and self.store.redo(step, who=who, at=NOW))

    @precondition(lambda self: self.count > 0)
    @rule()
    def close_and_open(self) -> None:
        before = all_images(self.store)
        self.store.close()
        self.store = open_store(self.address)
        assert all_images(self.store) == before

    def _turn(self, step: HistoryStep | None, turn: Callable[[], Any]) -> None:
        """Only what the step changed is turned; if anything of it was changed since, nothing is."""
        before = all_images(self.store)
        changes = None
        with suppress(ChangedElsewhere):
            changes = turn()
        after = all_images(self.store)
        if step is None or changes is None:
            assert after == before
            return
        expected = dict(before)
        for change in changes.rows:
            assert expected.get((change.table, change.row_id)) == change.before
            expected[change.table, change.row_id] = change.after
        assert after == {key: image for key, image in expected.items() if image is not None}

    def _next(self) -> int:
        self.count += 1
        return self.count

    def _add(self, session: WorkSession, table: type[Row], choice: int) -> None:
        number = self._next()
        if table is Person:
            session.keep(person(f"Guest {number}"))
        elif table is Visit:
            session.keep(visit(number))
        elif table is Organisation:
            parent = _pick(session, Organisation, choice)
            session.keep(Organisation(short_name=f"{number}", parent_id=parent and parent.id))
        elif table is Event:
            own = _pick(session, Visit, choice)
            session.keep(event(own and own.id, number))
        elif holder := _pick(session, Person, choice):
            body = _pick(session, Organisation, choice)
            session.keep(office(holder.id, organisation_id=body and body.id))

    def _change(self, session: WorkSession, table: type[Row], choice: int) -> None:
        row, number = _pick(session, table, choice), self._next()
        # Values are never the same twice: a step is recognised by what it wrote.
        if isinstance(row, Person):
            setattr(row, "notes" if choice % 2 else "full_name", f"Guest {number}")
        elif isinstance(row, Visit):
            row.title = {**row.title, "en" if choice % 2 else "id": f"Visit {number}"}
        elif isinstance(row, Organisation):
            row.short_name = f"{number}"
        elif isinstance(row, Office):
            row.title = {"en": f"Head {number}"}
        elif isinstance(row, Event):
            row.status, row.place = Status.CONFIRMED, f"Room {number}"
            row.starts += timedelta(minutes=number)
            row.ends += timedelta(minutes=number)
            derive(row)
        session.flush()

    def _remove(self, session: WorkSession, table: type[Row], choice: int) -> None:
        if row := _pick(session, table, choice):
            session.drop(row)

    def _check_undoing_and_redoing_everything(self) -> None:
        last = all_images(self.store)
        undone = undo_everything(self.store)
        assert all_images(self.store) == self.first
        redo_everything(self.store, undone)
        assert all_images(self.store) == last

    def _check_search(self) -> None:
        """The words that things are found by are those that would be written now."""
        before = {(row.kind, row.row_id): row for row in rows_of(self.store, SearchEntry)}
        with self.store.work("Rebuild", who=ME, at=NOW) as work:
            rebuild_entries(work.session)
        after = {(row.kind, row.row_id): row for row in rows_of(self.store, SearchEntry)}
        assert before == after


def _pick(session: WorkSession, table: type[Any], choice: int) -> Any:
    rows = list(session.exec(select(table).order_by(table.id)))
    return rows[choice % len(rows)] if rows else None


@pytest.mark.parametrize("kind", KINDS)
def test_random_work_can_be_undone_and_redone(
    kind: str, databases: Databases, tmp_path: Path
) -> None:
    numbers = iter(range(10_000))

    @contextmanager
    def new_file() -> Generator[str]:
        path = databases.new_file(tmp_path / f"{next(numbers)}.db")
        yield str(path)
        path.unlink()

    class OnThisKind(History):
        new_database = staticmethod(new_file if kind == "sqlite" else databases.on_server)

    run_state_machine_as_test(
        OnThisKind,
        settings=settings(
            max_examples=25 if kind == "sqlite" else 8,
            stateful_step_count=20,
            suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
        ),
    )
