"""Many events rescheduled at once: seen before, done in one step, taken back in one."""

from datetime import date, datetime, timedelta

import pytest

from desk.model.choices import Severity, Status
from desk.model.errors import UserError
from desk.model.rows.events import EventRow
from desk.model.rows.reschedule import (
    MoveToVenue,
    MoveVisit,
    PostponeVisit,
    ReplaceHost,
    ShiftEvents,
)
from desk.services import documents, history, participation, people, programme, venues, visits
from desk.services.attendance_lists import AttendanceChoices, attendance_draft
from desk.services.desk import Desk
from desk.services.invitations import export
from desk.services.reschedule import carry_out, preview


def events(desk: Desk, visit_id: int) -> list[EventRow]:
    return programme.events_of_visit(desk, visit_id)


def walls(rows: list[EventRow]) -> list[datetime]:
    return [row.starts for row in rows]


@pytest.fixture
def plain(desk: Desk) -> int:
    """A visit of two days with three events in two rooms."""
    visit = visits.create_visit(
        desk, title="Kunjungan", first_day=date(2026, 12, 8), last_day=date(2026, 12, 9)
    )
    one, other = (venues.create_venue(desk, name=name, city="Samarinda") for name in ("A", "B"))
    for title, day, hour, room in (
        ("Tiba", 8, 9, one),
        ("Rapat", 8, 13, other),
        ("Pulang", 9, 10, one),
    ):
        programme.create_event(
            desk,
            title=title,
            starts=datetime(2026, 12, day, hour),
            ends=datetime(2026, 12, day, hour + 1),
            venue_id=room,
            visit_id=visit,
            status=Status.CONFIRMED,
        )
    return visit


def test_a_preview_writes_nothing(desk: Desk, plain: int) -> None:
    before, step = events(desk, plain), history.latest_step(desk)
    told = preview(desk, MoveVisit(plain, days=7))
    assert [row.after.starts - row.before.starts for row in told.events] == [timedelta(days=7)] * 3
    assert (told.first_day, told.last_day) == (date(2026, 12, 15), date(2026, 12, 16))
    assert (events(desk, plain), history.latest_step(desk)) == (before, step)


def test_a_visit_moves_with_its_reason_and_back_with_one_undo(desk: Desk, plain: int) -> None:
    before = events(desk, plain)
    carry_out(desk, MoveVisit(plain, days=7, reason="Gubernur ke Jakarta"))
    visit = visits.get_visit(desk, plain)
    assert visit is not None
    assert (visit.first_day, visit.status_reason) == (date(2026, 12, 15), "Gubernur ke Jakarta")
    assert history.steps(desk)[0].label == "Move visit: Gubernur ke Jakarta"
    history.undo(desk)
    assert events(desk, plain) == before


def test_what_collides_is_seen_beforehand(desk: Desk, plain: int) -> None:
    first = events(desk, plain)[0]
    programme.create_event(
        desk,
        title="Latihan paduan suara",
        starts=datetime(2026, 12, 15, 9, 30),
        ends=datetime(2026, 12, 15, 10, 30),
        venue_id=first.venue_id,
        status=Status.CONFIRMED,
    )
    told = preview(desk, MoveVisit(plain, days=7))
    assert told.clashes == 1
    assert told.events[0].severity is Severity.ERROR
    assert "Latihan paduan suara" in told.events[0].findings[0].message
    assert preview(desk, MoveVisit(plain, days=8)).clashes == 0


def test_into_another_zone_the_clock_times_stay(desk: Desk, plain: int) -> None:
    before = events(desk, plain)
    carry_out(desk, MoveVisit(plain, zone="Asia/Jakarta"))
    after = events(desk, plain)
    assert walls(after) == walls(before)
    assert {row.zone for row in after} == {"Asia/Jakarta"}
    assert [row.starts_at - old.starts_at for row, old in zip(after, before, strict=True)] == [
        timedelta(hours=1)
    ] * 3


def test_gaps_are_kept_over_a_change_of_the_clocks(desk: Desk) -> None:
    visit = visits.create_visit(
        desk,
        title="Berlin",
        first_day=date(2027, 3, 20),
        last_day=date(2027, 3, 21),
        zone="Europe/Berlin",
    )
    for day, hour in ((20, 20), (21, 9)):
        programme.create_event(
            desk,
            title="Rapat",
            starts=datetime(2027, 3, day, hour),
            ends=datetime(2027, 3, day, hour + 1),
            visit_id=visit,
        )
    # Summer time begins in the night to 28 March.
    kept = preview(desk, MoveVisit(visit, days=7))
    assert [row.after.starts for row in kept.events] == [
        datetime(2027, 3, 27, 20),
        datetime(2027, 3, 28, 9),
    ]
    rippled = preview(desk, MoveVisit(visit, days=7, keep_gaps=True))
    assert [row.after.starts for row in rippled.events] == [
        datetime(2027, 3, 27, 20),
        datetime(2027, 3, 28, 10),
    ]
    assert [row.after.starts_at - row.before.starts_at for row in rippled.events] == [
        timedelta(days=7)
    ] * 2


@pytest.mark.parametrize("keep_gaps", [False, True])
@pytest.mark.parametrize("days", [-400, -1, 1, 59])
def test_there_and_back_is_no_move(desk: Desk, plain: int, days: int, keep_gaps: bool) -> None:
    before = events(desk, plain)
    for by in (days, -days):
        carry_out(desk, MoveVisit(plain, days=by, keep_gaps=keep_gaps))
    assert events(desk, plain) == before


def test_postponed_without_new_days_it_keeps_its_old_ones(desk: Desk, plain: int) -> None:
    before = walls(events(desk, plain))
    with pytest.raises(UserError, match="Say why"):
        carry_out(desk, PostponeVisit(plain))
    carry_out(desk, PostponeVisit(plain, reason="Menunggu surat KBRI"))
    visit = visits.get_visit(desk, plain)
    assert visit is not None
    assert visit.status is Status.POSTPONED
    rows = events(desk, plain)
    assert (walls(rows), {row.status for row in rows}) == (before, {Status.POSTPONED})


def test_postponed_to_new_days_it_is_tentative_again(desk: Desk, plain: int) -> None:
    change = PostponeVisit(plain, days=30, reason="Permintaan tamu")
    assert {row.after.status for row in preview(desk, change).events} == {Status.TENTATIVE}
    carry_out(desk, change)
    visit = visits.get_visit(desk, plain)
    assert visit is not None
    assert (visit.status, visit.first_day) == (Status.TENTATIVE, date(2027, 1, 7))
    assert visit.status_reason == "Permintaan tamu"
    history.undo(desk)
    visit = visits.get_visit(desk, plain)
    assert visit is not None
    assert (visit.status, visit.first_day) == (Status.TENTATIVE, date(2026, 12, 8))
    assert {row.status for row in events(desk, plain)} == {Status.CONFIRMED}


def test_chosen_events_are_shifted(desk: Desk, plain: int) -> None:
    first, second, third = events(desk, plain)
    carry_out(desk, ShiftEvents((first.id, third.id), 30, "Pesawat terlambat"))
    after = events(desk, plain)
    assert walls(after) == [
        first.starts + timedelta(minutes=30),
        second.starts,
        third.starts + timedelta(minutes=30),
    ]
    assert [row.status_reason for row in after] == ["Pesawat terlambat", "", "Pesawat terlambat"]


def test_many_events_change_their_venue_and_take_a_layout_that_seats_them(
    desk: Desk, plain: int
) -> None:
    hall = venues.create_venue(desk, name="Pendopo", city="Samarinda")
    venues.add_layout(desk, hall, name="Besar", seats=200)
    small = venues.add_layout(desk, hall, name="Kecil", seats=20)
    ids = tuple(row.id for row in events(desk, plain))
    told = preview(desk, MoveToVenue(ids, hall))
    assert [row.after.venue for row in told.events] == ["Pendopo"] * 3
    carry_out(desk, MoveToVenue(ids, hall))
    assert [(row.venue_id, row.layout_id) for row in events(desk, plain)] == [(hall, small)] * 3
    history.undo(desk)
    assert [row.venue for row in events(desk, plain)] == ["A", "B", "A"]


def test_a_host_is_replaced_where_they_lead(desk: Desk, plain: int) -> None:
    former, new, aide = (
        people.create_person(desk, name=name) for name in ("Faisal", "Puguh", "Ani")
    )
    first, second, _third = events(desk, plain)
    participation.set_hosts(desk, first.id, [former, aide])
    participation.set_hosts(desk, second.id, [aide, new])
    change = ReplaceHost((first.id, second.id), new, instead_of=former)
    assert [row.is_changed for row in preview(desk, change).events] == [True, False]
    carry_out(desk, change)
    assert [row.hosts for row in events(desk, plain)][:2] == [("Puguh", "Ani"), ("Ani", "Puguh")]
    # Without a name it is whoever leads; somebody there already takes over the place.
    carry_out(desk, ReplaceHost((second.id,), new))
    assert events(desk, plain)[1].hosts == ("Puguh",)
    # Where nobody hosts yet, they do from now on.
    carry_out(desk, ReplaceHost((events(desk, plain)[2].id,), new))
    assert events(desk, plain)[2].hosts == ("Puguh",)


def test_prints_and_invitations_that_would_be_wrong_are_counted(
    desk: Desk, sample: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    meeting = next(row for row in events(desk, sample) if row.title == "Business Meeting")
    assert preview(desk, ShiftEvents((meeting.id,), 30)).invitations == 0
    folder = tmp_path_factory.mktemp("out")
    for _progress in export(desk, folder, event_id=meeting.id):
        pass
    draft = attendance_draft(desk, meeting.id, AttendanceChoices("id"))
    documents.produce(desk, draft, folder / "list.pdf")
    told = preview(desk, ShiftEvents((meeting.id,), 30))
    assert (told.prints, told.invitations) == (1, len(list(folder.glob("**/*.ics"))))
    assert told.invitations > 0
    # Nothing changes: nobody has to be told.
    same = preview(desk, ShiftEvents((meeting.id,), 0))
    assert (same.prints, same.invitations) == (0, 0)


def test_what_cannot_be_is_said_and_nothing_is_done(desk: Desk, plain: int) -> None:
    told = preview(desk, MoveVisit(plain, days=4_000_000))
    assert told.problem == "There is no such day in the calendar."
    assert len(told.events) == 3
    gone = preview(desk, ShiftEvents((9999,), 15))
    assert gone.problem.startswith("This is not there any more")
    assert gone.events == ()
