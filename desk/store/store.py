"""One open database: short sessions to read, labelled units of work to write."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlmodel import Session

from desk.locale import _
from desk.model.changes import Changes, StepKind
from desk.model.errors import ChangedElsewhere, StoreProblem
from desk.model.tables import HistoryStep
from desk.store import undo
from desk.store.opening import check_file, engine_for, path_of, place_of, problem_from
from desk.store.opening import server_is_empty as _server_is_empty
from desk.store.schema import HEAD, create_schema, revision_of
from desk.store.search_entries import refresh_entries
from desk.store.unit_of_work import WorkSession, write_history


@dataclass
class Work:
    """A unit of work under way: its session, and after the commit what it changed."""

    session: WorkSession
    changes: Changes


class Store:
    """The open database. Safe to share between threads: each use opens its own short session."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._writing = engine.execution_options(writes=True)
        self.place = place_of(engine)
        self.path = path_of(engine)

    @property
    def is_shared(self) -> bool:
        """Whether several desks may work on it at once (a server)."""
        return self.path is None

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session for reading; what it wrote would be thrown away."""
        with self._telling_problems(), Session(self._engine, expire_on_commit=False) as session:
            yield session

    @contextmanager
    def work(
        self, label: str, *, who: str, at: datetime, kind: StepKind = StepKind.DO
    ) -> Iterator[Work]:
        """A unit of work: everything inside is committed with its history, or nothing is.

        Raises StoreProblem when the database cannot be written, ChangedElsewhere when another
        desk changed the same rows in the same moment.
        """
        with self._telling_problems(), WorkSession(self._engine) as session:
            work = Work(session, Changes(0, label, kind))
            yield work
            session.flush()
            work.changes = write_history(session, label=label, who=who, at=at, kind=kind)
            refresh_entries(session, work.changes)
            session.commit()

    def undo(self, step: HistoryStep, *, who: str, at: datetime) -> Changes:
        """Take one step back. Raises ChangedElsewhere when it was changed again since."""
        return self._replay(step, who=who, at=at, kind=StepKind.UNDO)

    def redo(self, step: HistoryStep, *, who: str, at: datetime) -> Changes:
        """Do an undone step again. Raises ChangedElsewhere when it was changed again since."""
        return self._replay(step, who=who, at=at, kind=StepKind.REDO)

    def _replay(self, step: HistoryStep, *, who: str, at: datetime, kind: StepKind) -> Changes:
        with self._telling_problems(), WorkSession(self._engine) as session:
            recorded = undo.changes_of(session, step.id)
            if kind is StepKind.UNDO:
                undo.reverse(session, recorded)
            else:
                undo.repeat(session, recorded)
            changes = write_history(
                session, label=step.label, who=who, at=at, kind=kind, reverses=step.id
            )
            done = session.get(HistoryStep, step.id)
            if done is None or (done.undone_by is None) is not (kind is StepKind.UNDO):
                raise ChangedElsewhere(_("Another window has done this already."))
            done.undone_by = changes.step if kind is StepKind.UNDO else None
            session.add(done)
            refresh_entries(session, changes)
            session.commit()
            return changes

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    @contextmanager
    def _telling_problems(self) -> Iterator[None]:
        try:
            yield
        except OperationalError as error:
            if "serialize" in str(error.orig) or "deadlock" in str(error.orig):
                raise ChangedElsewhere(
                    _("Another desk changed the same thing in the same moment. Look again.")
                ) from error
            raise problem_from(error, self.place) from error


def open_store(address: str | Path, *, create: bool = True) -> Store:
    """Open the database at a path or URL, making or upgrading it as needed.

    An upgrade makes a copy of the file first. Raises StoreProblem: missing (with
    `create=False`), foreign, locked, read-only, damaged, or written by a newer program.
    """
    engine = engine_for(address)
    path = path_of(engine)
    place = place_of(engine)
    try:
        if path is not None:
            exists = check_file(path, create=create)
        else:
            with engine.connect() as connection:
                exists = not _server_is_empty(connection)
        if not exists:
            with engine.execution_options(writes=True).begin() as connection:
                create_schema(connection)
            return Store(engine)
        with engine.connect() as connection:
            revision = revision_of(connection)
    except DBAPIError as error:
        engine.dispose()
        raise problem_from(error, place) from error
    except StoreProblem:
        engine.dispose()
        raise
    if revision != HEAD:
        _bring_up_to_date(engine, revision, path)
    return Store(engine)


def _bring_up_to_date(engine: Engine, revision: str | None, path: Path | None) -> None:
    # Alembic is slow to import and almost never needed.
    from desk.store.migrations import knows_revision, upgrade

    if revision is None or not knows_revision(revision):
        engine.dispose()
        raise StoreProblem(
            _("{path} was written by a newer version of Pandurata; install the newer one.").format(
                path=place_of(engine)
            )
        )
    if path is not None:
        copy_before_upgrade(engine, path, revision)
    upgrade(engine)


def copy_before_upgrade(engine: Engine, path: Path, revision: str) -> Path:
    """A copy of the database beside it, named after the revision it has."""
    copy = path.with_name(f"{path.name}.before-{revision}")
    with engine.connect() as connection:
        connection.exec_driver_sql("ROLLBACK")
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.exec_driver_sql("BEGIN")
        shutil.copyfile(path, copy)
        copy.chmod(0o600)
    return copy
