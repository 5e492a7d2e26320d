"""What only a server can do to us."""

from contextlib import closing

import pytest
from sqlalchemy import text
from sqlalchemy.engine import make_url

from desk.model.errors import ChangedElsewhere, StoreProblem
from desk.model.tables import Person
from desk.store.engines import engine_for
from desk.store.store import Store, open_store
from tests.fixtures.rows import ME, NOW, person
from tests.fixtures.steps import add, rows_of
from tests.fixtures.stores import SERVER, Databases


def test_a_change_past_the_desks_in_the_same_moment_is_not_overwritten(
    server_address: str,
) -> None:
    with closing(open_store(server_address)) as store:
        serik = person()
        add(store, serik)
        with pytest.raises(ChangedElsewhere, match="in the same moment"):
            _change_while_somebody_else_does(store, server_address, serik.id)
        assert [row.full_name for row in rows_of(store, Person)] == ["Serik by hand"]


def _change_while_somebody_else_does(store: Store, address: str, row_id: int) -> None:
    with store.work("Rename", who=ME, at=NOW) as work:
        row = work.session.get_one(Person, row_id)
        other = engine_for(address)
        with other.begin() as connection:
            connection.execute(text("UPDATE person SET full_name='Serik by hand'"))
        other.dispose()
        row.full_name = "Serik S."


def test_a_database_with_tables_of_another_program_is_left_alone(databases: Databases) -> None:
    with databases.on_server(empty=True) as address:
        engine = engine_for(address)
        with engine.begin() as connection:
            connection.execute(text("CREATE TABLE person (id integer)"))
        with pytest.raises(StoreProblem, match="holds the tables of another program"):
            open_store(address)
        with engine.begin() as connection:
            found = connection.execute(
                text("SELECT count(*) FROM pg_tables WHERE tablename='visit'")
            )
            assert found.scalar() == 0
        engine.dispose()


def test_a_database_or_a_user_that_the_server_does_not_know_is_said_in_words() -> None:
    url = make_url(SERVER)
    with pytest.raises(StoreProblem, match="The server has no database"):
        open_store(url.set(database="nowhere").render_as_string(hide_password=False))
    with pytest.raises(StoreProblem, match="refused the user or the password"):
        open_store(url.set(username="nobody_here").render_as_string(hide_password=False))


def test_a_user_who_may_not_write_is_told_so(server_address: str) -> None:
    role = "reader_of_" + (make_url(server_address).database or "")
    engine = engine_for(server_address)
    with engine.begin() as connection:
        connection.execute(text(f"CREATE ROLE {role} LOGIN"))
        connection.execute(text(f"GRANT SELECT ON ALL TABLES IN SCHEMA public TO {role}"))
    try:
        address = make_url(server_address).set(username=role)
        with closing(open_store(address.render_as_string(hide_password=False))) as store:
            with pytest.raises(StoreProblem, match="may only be read"):
                add(store, person())
            assert rows_of(store, Person) == []
    finally:
        with engine.begin() as connection:
            connection.execute(text(f"DROP OWNED BY {role}"))
            connection.execute(text(f"DROP ROLE {role}"))
        engine.dispose()


def test_a_server_that_went_away_is_said_in_words(server_address: str) -> None:
    with closing(open_store(server_address)) as store:
        with pytest.raises(StoreProblem, match="cannot be reached"):
            _lose_the_connection(store)
        assert rows_of(store, Person) == []


def _lose_the_connection(store: Store) -> None:
    with store.work("Add", who=ME, at=NOW) as work:
        work.session.keep(person())
        number = work.session.connection().execute(text("SELECT pg_backend_pid()")).scalar()
        other = engine_for(SERVER)
        with other.begin() as connection:
            connection.execute(text("SELECT pg_terminate_backend(:number)"), {"number": number})
        other.dispose()
