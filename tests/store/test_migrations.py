"""desk/store/migrations: step by step to the schema that a new database has at once."""

import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, inspect, text
from sqlmodel import SQLModel

from desk.model.errors import StoreProblem, UserError
from desk.model.tables import Person
from desk.store import migrations, opening, schema
from desk.store import store as store_module
from desk.store.engines import engine_for
from desk.store.migrations import upgrade
from desk.store.schema import HEAD, create_schema
from desk.store.search import find
from desk.store.search_index import is_search_index
from desk.store.store import Store, open_store
from tests.fixtures.images import all_images
from tests.fixtures.rows import office, person
from tests.fixtures.steps import add, delete, rows_of, undo


def differences(engine: Engine) -> list[Any]:
    """What Alembic would have to change to reach the schema of the tables."""
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={"include_name": lambda name, _kind, _parents: not is_search_index(name)},
        )
        return list(compare_metadata(context, SQLModel.metadata))


def anatomy(engine: Engine) -> dict[str, Any]:
    """Everything a schema consists of, in comparable form."""
    found = inspect(engine)
    parts: dict[str, Any] = {}
    for table in found.get_table_names():
        parts[table] = {
            "columns": [
                (column["name"], str(column["type"]), column["nullable"])
                for column in found.get_columns(table)
            ],
            "key": found.get_pk_constraint(table),
            "references": sorted(
                (str(key["name"]), *key["constrained_columns"], key["referred_table"])
                for key in found.get_foreign_keys(table)
            ),
            "unique": sorted(map(str, found.get_unique_constraints(table))),
            "indexes": sorted(map(str, found.get_indexes(table))),
        }
    if engine.dialect.name == "sqlite":
        with engine.connect() as connection:
            triggers = connection.execute(
                text("SELECT name, sql FROM sqlite_master WHERE type='trigger' ORDER BY name")
            )
            parts["triggers"] = [tuple(row) for row in triggers]
            parts["identity"] = connection.execute(text("PRAGMA application_id")).scalar()
    return parts


def clear(engine: Engine) -> None:
    """Make the database empty again."""
    with engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("DROP SCHEMA public CASCADE"))
            connection.execute(text("CREATE SCHEMA public"))
    engine.dispose()
    if engine.dialect.name == "sqlite":
        Path(engine.url.database or "").unlink()


def test_the_steps_lead_to_the_schema_of_a_new_database(new_address: str) -> None:
    engine = engine_for(new_address)
    with engine.begin() as connection:
        create_schema(connection)
    made = anatomy(engine)
    clear(engine)
    with engine.begin() as connection:
        upgrade(connection)
    assert differences(engine) == []
    assert anatomy(engine) == made
    engine.dispose()
    with closing(open_store(new_address, create=False)) as store:
        serik = person()
        add(store, serik)
        with store.read() as session:
            assert [hit.row_id for hit in find(session, "seri")] == [serik.id]


def test_the_program_writes_the_last_step() -> None:
    scripts = ScriptDirectory(str(migrations.SCRIPTS))
    assert scripts.get_heads() == [HEAD]


def test_every_step_says_what_it_does() -> None:
    for script in ScriptDirectory(str(migrations.SCRIPTS)).walk_revisions():
        assert re.fullmatch(r"[A-Z].*\.", script.doc), script.revision


NEXT = f"{int(HEAD) + 1:04}"

LATER = f'''"""A later version: people get a rank, in a table written anew."""

import sqlalchemy as sa
from alembic import op

revision = "{NEXT}"
down_revision = "{HEAD}"


def upgrade() -> None:
    with op.batch_alter_table("person") as table:
        table.add_column(sa.Column("rank", sa.Integer(), server_default="3", nullable=False))
        table.alter_column("phone", existing_type=sa.String(), nullable=True)
'''

FAILING = (
    LATER
    + """
    op.execute("INSERT INTO setting (name, value) VALUES ('half', '1')")
    op.execute("DELETE FROM no_such_table")
"""
)


@pytest.fixture
def old_store(address: str) -> str:
    """The address of a database with people in it, at the first revision."""
    with closing(open_store(address)) as store:
        for name in ("Serik", "Abai"):
            row = person(name)
            add(store, row)
            add(store, office(row.id))
    return address


def pretend_to_be_later(monkeypatch: pytest.MonkeyPatch, folder: Path, step: str) -> None:
    """Let the program know one step more."""
    scripts = folder / "migrations"
    shutil.copytree(migrations.SCRIPTS, scripts, ignore=shutil.ignore_patterns("__pycache__"))
    (scripts / "versions" / f"{NEXT}_later.py").write_text(step, encoding="utf-8")
    monkeypatch.setattr(migrations, "SCRIPTS", scripts)
    for module in (schema, opening, store_module):
        monkeypatch.setattr(module, "HEAD", NEXT)


def test_an_upgrade_keeps_a_copy_and_everything_in_the_database(
    old_store: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(open_store(old_store)) as store:
        before = all_images(store)
    pretend_to_be_later(monkeypatch, tmp_path, LATER)
    with closing(open_store(old_store)) as store:
        assert all_images(store) == before
        with store.read() as session:
            ranks = session.connection().execute(text("SELECT rank FROM person")).scalars()
            assert list(ranks) == [3, 3]
            assert [hit.kind for hit in find(session, "serik")] == ["person"]
        with pytest.raises(UserError, match="still used"):
            delete(store, rows_of(store, Person)[0])
        undo(store)
        assert len(all_images(store)) == len(before) - 1
        copies = _copies(store, tmp_path)
    assert [name for name, _people in copies] == [f"before-{HEAD}"]
    assert [people for _name, people in copies] == [["Serik", "Abai"]]
    # The next start finds nothing to do.
    open_store(old_store).close()
    monkeypatch.undo()
    if copies and (tmp_path / f"desk.before-{HEAD}.db").exists():
        with closing(open_store(tmp_path / f"desk.before-{HEAD}.db")) as store:
            assert all_images(store) == before


def _copies(store: Store, folder: Path) -> list[tuple[str, list[str]]]:
    """Each copy made before an upgrade, and the people in it."""
    if store.path is not None:
        found: list[tuple[str, list[str]]] = []
        for path in sorted(folder.glob("desk.before*.db")):
            with closing(sqlite3.connect(path)) as connection:
                people = connection.execute("SELECT full_name FROM person ORDER BY id").fetchall()
            found.append((path.name.split(".")[1], [name for (name,) in people]))
        return found
    with store.read() as session:
        connection = session.connection()
        schemas = [
            name for name in inspect(connection).get_schema_names() if name.startswith("before")
        ]
        return [
            (
                name.replace("_", "-"),
                list(
                    connection.execute(
                        text(f"SELECT full_name FROM {name}.person ORDER BY id")
                    ).scalars()
                ),
            )
            for name in schemas
        ]


def test_an_upgrade_that_fails_leaves_the_database_as_it_was(
    old_store: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(open_store(old_store)) as store:
        before = all_images(store)
    with monkeypatch.context() as patch:
        pretend_to_be_later(patch, tmp_path, FAILING)
        with pytest.raises(Exception, match="no_such_table"):
            open_store(old_store)
    with closing(open_store(old_store)) as store:
        assert all_images(store) == before
        undo(store)


def test_copies_of_several_upgrades_stay(
    old_store: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pretend_to_be_later(monkeypatch, tmp_path, LATER)
    open_store(old_store).close()
    engine = engine_for(old_store)
    with engine.begin() as connection:
        connection.execute(text(f"UPDATE alembic_version SET version_num='{HEAD}'"))
        connection.execute(text("ALTER TABLE person DROP COLUMN rank"))
    engine.dispose()
    with closing(open_store(old_store)) as store:
        names = {name for name, _people in _copies(store, tmp_path)}
    assert names == {f"before-{HEAD}", f"before-{HEAD}-2"}


def test_an_upgrade_without_room_for_its_copy_does_not_begin(
    old_store: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if "://" in old_store:
        return
    pretend_to_be_later(monkeypatch, tmp_path, LATER)
    # Where the copy would be written, a folder stands.
    (tmp_path / f"desk.before-{HEAD}.db.part" / "x").mkdir(parents=True)
    with pytest.raises(StoreProblem, match="could not be made"):
        open_store(old_store)
    with closing(sqlite3.connect(old_store)) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [(HEAD,)]
