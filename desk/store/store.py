"""One open database: short sessions to read, labelled units of work to write."""

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from desk.locale import _
from desk.model.changes import Changes, StepKind
from desk.model.errors import ChangedElsewhere, UserError
from desk.model.tables import HistoryStep
from desk.store import undo
from desk.store.engines import PATIENCE, path_of, place_of
from desk.store.history import write_history
from desk.store.opening import newer_program, open_engine
from desk.store.problems import telling_problems
from desk.store.schema import HEAD, revision_of
from desk.store.search_entries import refresh_entries
from desk.store.unit_of_work import ReadingSession, WorkSession


@dataclass
class Work:
    """A unit of work under way: its session, and after the commit what it changed."""

    session: WorkSession
    changes: Changes


class Store:
    """The open database. Safe to share between threads: each use opens its own short session."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.place = place_of(engine)
        self.path = path_of(engine)

    @property
    def is_shared(self) -> bool:
        """Whether several desks may work on it at once (a server)."""
        return self.path is None

    @contextmanager
    def read(self) -> Generator[Session]:
        """A session for reading; a change made in it is refused as our mistake."""
        with telling_problems(self.place), ReadingSession(self._engine) as session:
            yield session

    @contextmanager
    def work(
        self, label: str, *, who: str, at: datetime, kind: StepKind = StepKind.DO
    ) -> Generator[Work]:
        """A unit of work: everything inside is committed with its history, or nothing is.

        Raises StoreProblem when the database cannot be written, ChangedElsewhere when another
        desk changed the same rows in the same moment, UserError when something that is to be
        deleted is still in use.
        """
        with self._writing() as session:
            work = Work(session, Changes(0, label, kind))
            yield work
            session.flush()
            work.changes = write_history(session, label=label, who=who, at=at, kind=kind)
            refresh_entries(session, work.changes)
            session.commit_with_history()

    def undo(self, step: HistoryStep, *, who: str, at: datetime) -> Changes:
        """Take one step back. Raises ChangedElsewhere when it was changed again since."""
        return self._replay(step, who=who, at=at, kind=StepKind.UNDO)

    def redo(self, step: HistoryStep, *, who: str, at: datetime) -> Changes:
        """Do an undone step again. Raises ChangedElsewhere when it was changed again since."""
        return self._replay(step, who=who, at=at, kind=StepKind.REDO)

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    @contextmanager
    def _writing(self) -> Generator[WorkSession]:
        with telling_problems(self.place), WorkSession(self._engine) as session:
            if revision_of(session.connection()) != HEAD:
                # A newer desk upgraded the database while this one had it open.
                raise newer_program(self.place)
            yield session

    def _replay(self, step: HistoryStep, *, who: str, at: datetime, kind: StepKind) -> Changes:
        if step.kind is not StepKind.DO:
            raise UserError(_("What was recorded as a fact stays in the history."))
        undoing = kind is StepKind.UNDO
        with self._writing() as session:
            done = session.get(HistoryStep, step.id)
            if done is None or (done.undone_by is None) is not undoing:
                raise ChangedElsewhere(_("Another window has done this already."))
            recorded = undo.changes_of(session, done.id)
            try:
                (undo.reverse if undoing else undo.repeat)(session, recorded)
            except IntegrityError as error:
                # Something was hung on it, or what it hangs on is gone.
                raise undo.changed_elsewhere() from error
            changes = write_history(
                session, label=done.label, who=who, at=at, kind=kind, reverses=done.id
            )
            done.undone_by = changes.step if undoing else None
            session.flush()
            refresh_entries(session, changes)
            session.commit_with_history()
            return changes


def open_store(address: str | Path, *, create: bool = True, patience: float = PATIENCE) -> Store:
    """Open the database at a path or URL, making or upgrading it as needed.

    An upgrade makes a copy first. `patience` is how many seconds to wait for another program
    that holds the database. Raises StoreProblem: missing (with `create=False`), foreign, locked,
    read-only, damaged, or written by a newer program.
    """
    return Store(open_engine(address, create=create, patience=patience))
