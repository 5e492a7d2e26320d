"""The open desk: the store, the clock, who works here, and whom to tell of changes."""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from sqlmodel import Session

from desk.locale.zones import wall_time
from desk.model.changes import Changes, StepKind
from desk.store.store import Store
from desk.store.unit_of_work import WorkSession

if TYPE_CHECKING:
    from desk.documents.compiler import Compiler

Clock = Callable[[], datetime]
"""Gives the present moment, aware and in UTC."""

OFFICE_ZONE = "Asia/Makassar"
"""The office's zone until the settings say otherwise."""


def _nobody_listens(_changes: Changes) -> None:
    """A desk without a window tells nobody."""


@dataclass(slots=True)
class _UnderWay:
    """The unit of work that use cases join while it lasts."""

    session: WorkSession | None
    """None once it is over: another thread may have ended it, and still find it here."""
    failure: BaseException | None = None
    """What went wrong in a use case that joined; its rows may be half written."""


class Desk:
    """What every use case is given. Safe to use from worker threads."""

    def __init__(
        self,
        store: Store,
        *,
        clock: Clock,
        who: str,
        zone: str = OFFICE_ZONE,
        own_templates: Path | None = None,
    ) -> None:
        self.store = store
        self.clock = clock
        self.who = who
        self.zone = zone
        self.committed: Callable[[Changes], None] = _nobody_listens
        self._own_templates = own_templates
        self._work_under_way: ContextVar[_UnderWay | None] = ContextVar("work", default=None)

    @cached_property
    def compiler(self) -> "Compiler":
        """What sets documents; made on first use, as its fonts take a moment, then kept."""
        from desk.documents.compiler import Compiler
        from desk.folders import RESOURCES

        folders = [RESOURCES / "documents"]
        if self._own_templates is not None:
            folders.insert(0, self._own_templates)
        return Compiler(folders)

    def now(self) -> datetime:
        """The present moment, aware, in UTC, to the second."""
        return self.clock().astimezone(UTC).replace(microsecond=0)

    def wall_now(self) -> datetime:
        """The wall time at the office, naive."""
        return wall_time(self.now(), self.zone)

    def today(self) -> date:
        """The day at the office."""
        return self.wall_now().date()

    @contextmanager
    def read(self) -> Generator[Session]:
        """A short session for reading; within a unit of work it sees what that wrote."""
        under_way = self._work_under_way.get()
        if under_way is not None and under_way.session is not None:
            yield under_way.session
            return
        with self.store.read() as session:
            yield session

    @contextmanager
    def work(self, label: str, *, kind: StepKind = StepKind.DO) -> Generator[WorkSession]:
        """One unit of work; after its commit everybody who listens gets one notice.

        A use case called within another one joins it: together they are one step and one undo.
        When one of them fails nothing of the whole is kept, even if its error was caught on the
        way: the error is raised again at the end. Raises StoreProblem or ChangedElsewhere; then
        nothing was written.
        """
        under_way = self._work_under_way.get()
        if under_way is not None and under_way.session is not None:
            try:
                yield under_way.session
                under_way.session.flush()
            except BaseException as error:
                under_way.failure = under_way.failure or error
                raise
            return
        with self.store.work(label, who=self.who, at=self.now(), kind=kind) as work:
            under_way = _UnderWay(work.session)
            self._work_under_way.set(under_way)
            try:
                yield work.session
            finally:
                under_way.session = None
                # A generator may be closed in another context than it began in, where another
                # unit of work may be under way.
                if self._work_under_way.get() is under_way:
                    self._work_under_way.set(None)
            if under_way.failure is not None:
                raise under_way.failure
        if work.changes.rows:
            self.committed(work.changes)
