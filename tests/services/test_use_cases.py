"""A machine does random use cases, undoes all, and finds the starting state."""

import shutil
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import mkdtemp

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from desk.model.choices import (
    Answer,
    FollowUpStatus,
    ResourceKind,
    Role,
    Side,
    SpecialDayKind,
    Status,
    VisitKind,
)
from desk.model.errors import UserError
from desk.model.rows.reschedule import (
    Change,
    MoveToVenue,
    MoveVisit,
    PostponeVisit,
    ReplaceHost,
    ShiftEvents,
)
from desk.services import (
    agreements,
    checks,
    closed_times,
    delegation,
    follow_ups,
    history,
    organisations,
    participation,
    people,
    programme,
    quick_add,
    resources,
    samples,
    special_days,
    travel_times,
    venues,
    visits,
)
from desk.services.desk import Desk
from desk.services.reschedule import carry_out, preview
from desk.services.visit_copies import duplicate_visit
from desk.services.visit_templates import apply_template
from desk.store.store import open_store
from tests.fixtures.images import all_images

NAMES = st.sampled_from(["Serik", "M. Faisal", "Қайса Манкараев", "Lisa Hasliana", "  "])
HOURS = st.integers(min_value=0, max_value=23)
DAYS = st.integers(min_value=-3, max_value=3)
PICK = st.integers(min_value=0, max_value=50)
ZONES = st.none() | st.sampled_from(["Asia/Makassar", "Asia/Jakarta", "Europe/Berlin"])
STATUSES = st.sampled_from(list(Status))
SUNDAY = date(2026, 12, 6)


class UseCases(RuleBasedStateMachine):
    """What people do, in any order; refusals of the desk are part of the game."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(mkdtemp(prefix="pandurata-use-cases-"))
        self.path = self.folder / "desk.db"
        self.desk = self._open()
        self.beginning = all_images(self.desk.store)

    def _open(self) -> Desk:
        return Desk(
            open_store(self.path), clock=lambda: datetime(2026, 12, 1, 2, 0, tzinfo=UTC), who="Rani"
        )

    @initialize(with_sample=st.booleans())
    def begin(self, with_sample: bool) -> None:
        if with_sample:
            samples.load_sample(self.desk, on=SUNDAY)

    def teardown(self) -> None:
        try:
            self._undo_and_redo_all()
        finally:
            self.desk.store.close()
            shutil.rmtree(self.folder)

    def _undo_and_redo_all(self) -> None:
        final = all_images(self.desk.store)
        steps = 0
        while history.undo(self.desk) is not None:
            steps += 1
        assert all_images(self.desk.store) == self.beginning
        for _step in range(steps):
            assert history.redo(self.desk) is not None
        assert all_images(self.desk.store) == final

    @rule(name=NAMES, hour=HOURS, day=DAYS)
    def create(self, name: str, hour: int, day: int) -> None:
        first = SUNDAY + timedelta(days=day)
        with suppress(UserError):
            visit = visits.create_visit(self.desk, title=name, first_day=first)
            person = people.create_person(self.desk, name=name, title="Kepala")
            delegation.add_member(self.desk, visit, person_id=person, role=Role.HEAD)
            starts = datetime.combine(first, datetime.min.time()) + timedelta(hours=hour)
            programme.create_event(
                self.desk,
                title=name,
                visit_id=visit,
                starts=starts,
                ends=starts + timedelta(hours=1),
                hosts=[person],
            )

    @rule(name=NAMES, seats=st.integers(min_value=-1, max_value=50))
    def create_venue(self, name: str, seats: int) -> None:
        with suppress(UserError):
            venue = venues.create_venue(self.desk, name=name)
            venues.add_layout(self.desk, venue, name="U", seats=seats)

    @rule(name=NAMES, kind=st.sampled_from(list(ResourceKind)), pick=PICK)
    def create_and_lend_a_resource(self, name: str, kind: ResourceKind, pick: int) -> None:
        with suppress(UserError):
            row = resources.create_resource(self.desk, kind=kind, name=name, languages=["ru"])
            resources.lend_resource(self.desk, self.some_event(pick), row)

    @precondition(lambda self: self.some_event(0))
    @rule(pick=PICK, lent=st.lists(PICK, max_size=3))
    def set_what_is_lent(self, pick: int, lent: list[int]) -> None:
        known = [row.id for row in resources.list_resources(self.desk)]
        chosen = [known[each % len(known)] for each in lent] if known else []
        resources.set_resources(self.desk, self.some_event(pick), chosen)

    @rule(pick=PICK, other=PICK, minutes=st.none() | st.integers(min_value=-1, max_value=200))
    def note_a_way(self, pick: int, other: int, minutes: int | None) -> None:
        rooms = venues.list_venues(self.desk)
        if rooms:
            ends = (rooms[pick % len(rooms)].id, rooms[other % len(rooms)].id)
            with suppress(UserError):
                travel_times.set_travel_time(self.desk, *ends, minutes)

    @rule(pick=PICK, day=DAYS, hours=st.integers(min_value=-2, max_value=40), again=st.booleans())
    def close_a_venue(self, pick: int, day: int, hours: int, again: bool) -> None:
        rooms = venues.list_venues(self.desk)
        if rooms:
            starts = datetime(2026, 12, 6, 8) + timedelta(days=day)
            ends = starts + timedelta(hours=hours)
            room = rooms[pick % len(rooms)].id
            with suppress(UserError):
                closed = closed_times.close_venue(
                    self.desk, room, starts=starts, ends=ends, reason="Perbaikan"
                )
                if again:
                    closed_times.reopen(self.desk, closed)
            zone = "Asia/Jakarta" if again else "Asia/Makassar"
            venues.update_venue(self.desk, room, {"zone": zone, "equipment": ["Layar"] * pick})

    @rule(day=DAYS, kind=st.sampled_from(list(SpecialDayKind)), name=NAMES)
    def note_a_special_day(self, day: int, kind: SpecialDayKind, name: str) -> None:
        with suppress(UserError):
            special_days.add_special_day(
                self.desk, day=SUNDAY + timedelta(days=day), kind=kind, name=name
            )

    @rule(name=NAMES)
    def create_organisation(self, name: str) -> None:
        with suppress(UserError):
            body = organisations.create_organisation(self.desk, name=name)
            agreements.create_agreement(self.desk, title=name, parties=[body])

    @precondition(lambda self: self.some_visit(0))
    @rule(pick=PICK, name=NAMES, count=st.none() | st.integers(min_value=0, max_value=30))
    def add_group(self, pick: int, name: str, count: int | None) -> None:
        with suppress(UserError):
            delegation.add_group(self.desk, self.some_visit(pick), name=name, headcount=count)

    @precondition(lambda self: self.some_visit(0))
    @rule(pick=PICK, other=PICK, up=st.booleans(), role=st.sampled_from(list(Role)))
    def change_delegation(self, pick: int, other: int, up: bool, role: Role) -> None:
        members = delegation.list_members(self.desk, self.some_visit(pick))
        if members:
            member = members[other % len(members)]
            with suppress(UserError):
                delegation.update_member(self.desk, member.id, {"role": role})
            delegation.move_member(self.desk, member.id, up=up)
            if up:
                delegation.remove_member(self.desk, member.id)

    @precondition(lambda self: self.some_event(0))
    @rule(pick=PICK, hour=HOURS, day=DAYS, place=PICK)
    def move_event(self, pick: int, hour: int, day: int, place: int) -> None:
        rooms = venues.list_venues(self.desk)
        starts = datetime(2026, 12, 6, hour) + timedelta(days=day)
        programme.move_event(
            self.desk,
            self.some_event(pick),
            starts=starts,
            venue_id=rooms[place % len(rooms)].id if rooms else None,
        )

    @precondition(lambda self: self.some_event(0))
    @rule(pick=PICK, status=STATUSES, name=NAMES)
    def change_event(self, pick: int, status: Status, name: str) -> None:
        event = self.some_event(pick)
        with suppress(UserError):
            programme.set_event_status(self.desk, event, status, reason=name)
        with suppress(UserError):
            programme.update_event(self.desk, event, {"title": {"id": name.strip()}})

    @precondition(lambda self: self.some_event(0))
    @rule(pick=PICK, other=PICK, answer=st.sampled_from(list(Answer)))
    def answer(self, pick: int, other: int, answer: Answer) -> None:
        rows = participation.list_participants(self.desk, self.some_event(pick))
        if rows:
            row = rows[other % len(rows)]
            with suppress(UserError):
                participation.set_answer(self.desk, row.id, answer)
            participation.set_attended(self.desk, row.id, other % 2 == 0)

    @precondition(lambda self: self.some_event(0))
    @rule(pick=PICK, hosts=st.lists(PICK, max_size=3))
    def set_hosts(self, pick: int, hosts: list[int]) -> None:
        known = [row.id for row in people.list_people(self.desk)]
        chosen = [known[host % len(known)] for host in hosts] if known else []
        participation.set_hosts(self.desk, self.some_event(pick), chosen)

    @precondition(lambda self: self.some_event(0))
    @rule(pick=PICK, copy=st.booleans())
    def duplicate_or_delete_event(self, pick: int, copy: bool) -> None:
        if copy:
            programme.duplicate_event(self.desk, self.some_event(pick))
        else:
            programme.delete_event(self.desk, self.some_event(pick))

    @precondition(lambda self: self.some_event(0))
    @rule(pick=PICK)
    def accept_a_clash(self, pick: int) -> None:
        for row in checks.findings_of_event(self.desk, self.some_event(pick)):
            if row.event_id and row.other_event_id:
                checks.accept_clash(
                    self.desk, row.event_id, row.other_event_id, row.code, reason="Diizinkan"
                )

    @precondition(lambda self: self.some_visit(0))
    @rule(pick=PICK, days=DAYS, status=STATUSES)
    def change_visit(self, pick: int, days: int, status: Status) -> None:
        carry_out(self.desk, MoveVisit(self.some_visit(pick), days=days))
        visits.set_visit_status(self.desk, self.some_visit(pick), status, reason="Hujan")

    @rule(name=NAMES, hour=HOURS, day=DAYS, people=st.booleans())
    def quick_add(self, name: str, hour: int, day: int, people: bool) -> None:
        with suppress(UserError):
            who = " +serik" if people else ""
            quick_add.add(self.desk, f"{name} {6 + day} des 2026 {hour:02}.00 90 menit{who}")

    @precondition(lambda self: self.some_event(0))
    @rule(pick=PICK, other=PICK, minutes=st.integers(-90, 90), name=NAMES)
    def reschedule(self, pick: int, other: int, minutes: int, name: str) -> None:
        ids = tuple({self.some_event(pick), self.some_event(other)})
        rooms = venues.list_venues(self.desk)
        known = people.list_people(self.desk)
        changes: list[Change] = [ShiftEvents(ids, minutes, name)]
        if rooms:
            changes.append(MoveToVenue(ids, rooms[other % len(rooms)].id, name))
        if known:
            changes.append(ReplaceHost(ids, known[other % len(known)].id, reason=name))
        change = changes[pick % len(changes)]
        before = all_images(self.desk.store)
        preview(self.desk, change)
        assert all_images(self.desk.store) == before
        carry_out(self.desk, change)

    @precondition(lambda self: self.some_visit(0))
    @rule(pick=PICK, days=st.none() | DAYS, keep_gaps=st.booleans(), zone=ZONES)
    def reschedule_visit(
        self, pick: int, days: int | None, keep_gaps: bool, zone: str | None
    ) -> None:
        visit = self.some_visit(pick)
        carry_out(self.desk, MoveVisit(visit, days or 0, zone, keep_gaps=keep_gaps))
        carry_out(self.desk, PostponeVisit(visit, days, "Hujan"))

    @precondition(lambda self: self.some_visit(0))
    @rule(pick=PICK, kind=st.sampled_from(list(VisitKind)), guests=st.booleans())
    def propose_and_duplicate(self, pick: int, kind: VisitKind, guests: bool) -> None:
        visit = self.some_visit(pick)
        visits.update_visit(self.desk, visit, {"kind": kind})
        with suppress(UserError):
            apply_template(self.desk, visit)
        duplicate_visit(self.desk, visit, first_day=SUNDAY, with_delegation=guests)

    @precondition(lambda self: self.some_visit(0))
    @rule(pick=PICK)
    def delete_visit(self, pick: int) -> None:
        visits.delete_visit(self.desk, self.some_visit(pick))

    @rule(pick=PICK)
    def delete_things_that_nothing_needs(self, pick: int) -> None:
        for rows, delete in (
            (people.list_people(self.desk), people.delete_person),
            (venues.list_venues(self.desk), venues.delete_venue),
            (resources.list_resources(self.desk), resources.delete_resource),
            (special_days.list_special_days(self.desk, 2026), special_days.delete_special_day),
            (organisations.list_organisations(self.desk), organisations.delete_organisation),
        ):
            if rows:
                with suppress(UserError):
                    delete(self.desk, rows[pick % len(rows)].id)

    @precondition(lambda self: self.some_visit(0))
    @rule(pick=PICK, name=NAMES, status=st.sampled_from(list(FollowUpStatus)))
    def follow_up(self, pick: int, name: str, status: FollowUpStatus) -> None:
        with suppress(UserError):
            row = follow_ups.create_follow_up(
                self.desk, title=name, visit_id=self.some_visit(pick), due_on=SUNDAY
            )
            follow_ups.set_follow_up_status(self.desk, row, status)

    @rule()
    def undo_and_redo(self) -> None:
        before = all_images(self.desk.store)
        if history.undo(self.desk) is not None:
            history.redo(self.desk)
        assert all_images(self.desk.store) == before

    @rule(pick=st.integers(min_value=0, max_value=3))
    def undo_some(self, pick: int) -> None:
        for _step in range(pick):
            history.undo(self.desk)

    @rule()
    def restart(self) -> None:
        self.desk.store.close()
        self.desk = self._open()

    @invariant()
    def every_guest_side_is_led_by_one_head_at_most(self) -> None:
        for visit in visits.list_visits(self.desk):
            members = delegation.list_members(self.desk, visit.id)
            for side in Side:
                heads = [m for m in members if m.side is side and m.role is Role.HEAD]
                assert len(heads) <= 1

    def some_visit(self, pick: int) -> int:
        rows = visits.list_visits(self.desk)
        return rows[pick % len(rows)].id if rows else 0

    def some_event(self, pick: int) -> int:
        rows = programme.events_between(
            self.desk, SUNDAY - timedelta(days=40), SUNDAY + timedelta(days=40)
        )
        return rows[pick % len(rows)].id if rows else 0


UseCases.TestCase.settings = settings(max_examples=12, stateful_step_count=20, deadline=None)
TestUseCases = UseCases.TestCase
