"""However a programme came to be, its clashes are those that comparing every pair finds."""

import shutil
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from itertools import combinations
from pathlib import Path
from tempfile import mkdtemp
from zoneinfo import ZoneInfo

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from desk.model.choices import ResourceKind, Status
from desk.model.errors import Blocked, UserError
from desk.model.rows.events import EventRow
from desk.model.rows.findings import FindingRow
from desk.services import (
    checks,
    history,
    mending,
    participation,
    people,
    programme,
    resources,
    venues,
)
from desk.services.desk import Desk
from desk.store.store import open_store

# In the night to 28 March 2027 Berlin puts its clocks forward.
EVE = date(2027, 3, 27)
ZONES = st.sampled_from(["Asia/Makassar", "Asia/Almaty", "Europe/Berlin"])
MINUTES = st.integers(min_value=0, max_value=2 * 24 * 4).map(lambda quarters: quarters * 15)
LENGTHS = st.integers(min_value=1, max_value=16).map(lambda quarters: quarters * 15)
PICK = st.integers(min_value=0, max_value=30)
STATUSES = st.sampled_from(
    [Status.IDEA, Status.TENTATIVE, Status.CONFIRMED, Status.DONE, Status.CANCELLED]
)

Pair = tuple[str, frozenset[int]]


class WaysOfWriting(RuleBasedStateMachine):
    """Two rooms, two hosts and a bus, wanted by everybody at once."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(mkdtemp(prefix="pandurata-ways-of-writing-"))
        self.desk = Desk(
            open_store(self.folder / "desk.db"),
            clock=lambda: datetime(2027, 3, 20, 2, 0, tzinfo=UTC),
            who="Rani",
        )

    def teardown(self) -> None:
        self.desk.store.close()
        shutil.rmtree(self.folder)

    @initialize()
    def begin(self) -> None:
        self.rooms = [venues.create_venue(self.desk, name=name) for name in ("A", "B")]
        self.layout = venues.add_layout(
            self.desk, self.rooms[0], name="U", seats=9, set_up_minutes=45, clear_down_minutes=15
        )
        self.hosts = [people.create_person(self.desk, name=name) for name in ("Siti", "Budi")]
        self.bus = resources.create_resource(
            self.desk, kind=ResourceKind.VEHICLE, name="Bus", set_up_minutes=30
        )

    @rule(
        minute=MINUTES,
        length=LENGTHS,
        zone=ZONES,
        status=STATUSES,
        room=st.none() | st.integers(0, 1),
        furnished=st.booleans(),
        hosts=st.sets(st.integers(0, 1)),
        lent=st.booleans(),
        override=st.sampled_from(["", "Diizinkan"]),
    )
    def create(
        self,
        minute: int,
        length: int,
        zone: str,
        status: Status,
        room: int | None,
        furnished: bool,
        hosts: set[int],
        lent: bool,
        override: str,
    ) -> None:
        starts = wall(minute)
        with suppress(UserError):
            programme.create_event(
                self.desk,
                title="Rapat",
                starts=starts,
                ends=starts + timedelta(minutes=length),
                zone=zone,
                status=status,
                venue_id=None if room is None else self.rooms[room],
                layout_id=self.layout if room == 0 and furnished else None,
                hosts=[self.hosts[host] for host in sorted(hosts)],
                resources=[self.bus] if lent else [],
                override=override,
            )

    @precondition(lambda self: self.events())
    @rule(pick=PICK, minute=MINUTES, length=LENGTHS, zone=ZONES)
    def edit(self, pick: int, minute: int, length: int, zone: str) -> None:
        starts = wall(minute)
        ends = starts + timedelta(minutes=length)
        with suppress(UserError):
            changes = {"starts": starts, "ends": ends, "zone": zone}
            programme.update_event(self.desk, self.event(pick), changes)

    @precondition(lambda self: self.events())
    @rule(pick=PICK, minute=MINUTES, room=st.none() | st.integers(0, 1))
    def move(self, pick: int, minute: int, room: int | None) -> None:
        venue_id = None if room is None else self.rooms[room]
        with suppress(UserError):
            event = self.event(pick)
            programme.move_event(self.desk, event, starts=wall(minute), venue_id=venue_id)

    @precondition(lambda self: self.events())
    @rule(pick=PICK, status=STATUSES)
    def set_status(self, pick: int, status: Status) -> None:
        event = self.event(pick)
        try:
            programme.set_event_status(self.desk, event, status, reason="Hujan")
        except Blocked:
            programme.set_event_status(self.desk, event, status, override="Diizinkan")

    @precondition(lambda self: self.events())
    @rule(pick=PICK, hosts=st.sets(st.integers(0, 1)), lent=st.booleans())
    def want(self, pick: int, hosts: set[int], lent: bool) -> None:
        event = self.event(pick)
        participation.set_hosts(self.desk, event, [self.hosts[host] for host in sorted(hosts)])
        resources.set_resources(self.desk, event, [self.bus] if lent else [])

    @precondition(lambda self: self.events())
    @rule(pick=PICK)
    def duplicate(self, pick: int) -> None:
        with suppress(UserError):
            programme.duplicate_event(self.desk, self.event(pick), by=timedelta(hours=3))

    @precondition(lambda self: self.events())
    @rule(pick=PICK)
    def delete(self, pick: int) -> None:
        programme.delete_event(self.desk, self.event(pick))

    @precondition(lambda self: self.events())
    @rule(pick=PICK, which=PICK)
    def mend(self, pick: int, which: int) -> None:
        rows = checks.findings_of_event(self.desk, self.event(pick))
        offered = [(row, mend) for row in rows for mend in row.mends]
        if offered:
            row, mend = offered[which % len(offered)]
            mending.apply_mend(self.desk, mend)
            left = checks.findings_of_event(self.desk, mend.event_id, with_mends=False)
            assert (row.code, row.other_event_id) not in {
                (after.code, after.other_event_id) for after in left
            }

    @rule(redo=st.booleans())
    def undo(self, redo: bool) -> None:
        # The rooms, hosts and the bus were made in five steps, which are kept.
        if len(self.events()) and history.undo(self.desk) is not None and redo:
            history.redo(self.desk)

    @precondition(lambda self: self.events())
    @rule(pick=PICK)
    def delete_and_restore(self, pick: int) -> None:
        programme.delete_event(self.desk, self.event(pick))
        history.undo_step(self.desk, history.trash(self.desk)[0].step_id)

    @invariant()
    def what_is_found_is_what_comparing_every_pair_finds(self) -> None:
        naive = self.naive()
        alone: set[Pair] = set()
        for event in self.events():
            alone |= pairs_in(checks.findings_of_event(self.desk, event.id, with_mends=False))
        assert alone == naive
        together = checks.clash_findings_between(
            self.desk,
            datetime(2027, 3, 20, tzinfo=UTC),
            datetime(2027, 4, 20, tzinfo=UTC),
        )
        assert pairs_in(together) == naive

    def naive(self) -> set[Pair]:
        """Room, host and bus, pair by pair, from the wall clocks alone."""
        held = [
            event
            for event in self.events()
            if event.status in (Status.TENTATIVE, Status.CONFIRMED, Status.DONE)
        ]
        people = {event.id: self.people_of(event.id) for event in held}
        lent = {event.id for event in held if self.lent_to(event.id)}
        found: set[Pair] = set()
        for one, other in combinations(held, 2):
            both = frozenset((one.id, other.id))
            if one.venue_id is not None and one.venue_id == other.venue_id:
                spans = [
                    span(row, *((45, 15) if row.layout_id else (0, 0))) for row in (one, other)
                ]
                found |= {("room_clash", both)} if overlap(*spans) else set()
            if people[one.id] & people[other.id] and overlap(span(one), span(other)):
                found.add(("person_clash", both))
            if both <= lent and overlap(span(one, 30), span(other, 30)):
                found.add(("vehicle_clash", both))
        return found

    def events(self) -> list[EventRow]:
        return programme.events_between(
            self.desk, EVE - timedelta(days=20), EVE + timedelta(days=20)
        )

    def event(self, pick: int) -> int:
        rows = self.events()
        return rows[pick % len(rows)].id

    def people_of(self, event_id: int) -> frozenset[int]:
        rows = participation.list_participants(self.desk, event_id)
        return frozenset(row.person_id for row in rows if row.person_id is not None)

    def lent_to(self, event_id: int) -> frozenset[int]:
        return frozenset(row.id for row in resources.resources_of_event(self.desk, event_id))


def wall(minute: int) -> datetime:
    return datetime(EVE.year, EVE.month, EVE.day) + timedelta(minutes=minute)


def span(event: EventRow, before: int = 0, after: int = 0) -> tuple[datetime, datetime]:
    zone = ZoneInfo(event.zone)
    starts = event.starts.replace(tzinfo=zone, fold=event.starts_fold).astimezone(UTC)
    ends = event.ends.replace(tzinfo=zone, fold=event.ends_fold).astimezone(UTC)
    return starts - timedelta(minutes=before), ends + timedelta(minutes=after)


def overlap(one: tuple[datetime, datetime], other: tuple[datetime, datetime]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def pairs_in(rows: list[FindingRow]) -> set[Pair]:
    return {
        (row.code, frozenset((row.event_id, row.other_event_id)))
        for row in rows
        if row.event_id is not None and row.other_event_id is not None
    }


WaysOfWriting.TestCase.settings = settings(max_examples=8, stateful_step_count=10, deadline=None)
TestWaysOfWriting = WaysOfWriting.TestCase
