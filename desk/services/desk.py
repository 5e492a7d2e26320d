"""The open desk: the store, the clock, who works here, and whom to tell of changes."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime

from sqlmodel import Session

from desk.locale.zones import wall_time
from desk.model.changes import Changes, StepKind
from desk.store.store import Store
from desk.store.unit_of_work import WorkSession

Clock = Callable[[], datetime]
"""Gives the present moment, aware and in UTC."""

OFFICE_ZONE = "Asia/Makassar"
"""The office's zone until the settings say otherwise."""


def _nobody_listens(_changes: Changes) -> None:
    """A desk without a window tells nobody."""


class Desk:
    """What every use case is given. Safe to use from worker threads."""

    def __init__(
        self,
        store: Store,
        *,
        clock: Clock,
        who: str,
        zone: str = OFFICE_ZONE,
    ) -> None:
        self.store = store
        self.clock = clock
        self.who = who
        self.zone = zone
        self.committed: Callable[[Changes], None] = _nobody_listens

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
    def read(self) -> Iterator[Session]:
        """A short session for reading."""
        with self.store.read() as session:
            yield session

    @contextmanager
    def work(self, label: str, *, kind: StepKind = StepKind.DO) -> Iterator[WorkSession]:
        """One unit of work; after its commit everybody who listens gets one notice.

        Raises StoreProblem or ChangedElsewhere; then nothing was written.
        """
        with self.store.work(label, who=self.who, at=self.now(), kind=kind) as work:
            yield work.session
        if work.changes.rows:
            self.committed(work.changes)
